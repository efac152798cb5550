import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { App as AppView } from "../../../../components/App.tsx";
import { FillDialog } from "../../../../components/fill/FillDialog.tsx";
import { FillNews } from "../../../../components/fill/FillNews.tsx";
import { FillOrigins } from "../../../../components/options/FillOrigins.tsx";
import { AppError } from "../../../../lib/errors.ts";
import type { App } from "../../../../lib/models/app.ts";
import type { Fill } from "../../../../lib/storage/fill-items.ts";
import { dashboard, tab } from "../../../fakes/fill-page.ts";
import { sampleFill, sampleLine, sampleOrigin, setFill } from "../../../fakes/fills.ts";
import { type FakePages, settled } from "../../../fakes/pages.ts";
import { askedFor, createServicePages, objects, openStarted, setServicesDraft } from "../../../fakes/services.ts";
import { all, clear, click, get, names, press, show } from "../../../fakes/view.ts";

let pages: FakePages;
let app: App;
beforeEach(async () => {
  pages = await createServicePages();
  await setServicesDraft(pages, "one", { chosen: objects });
  app = await openStarted(pages);
});
afterEach(clear);
const text = () => document.body.textContent ?? "";
const put = (fill: Fill | null) => act(() => setFill(pages, fill));
const tap = async (name: string) => {
  await click(get("button", name));
  await act(settled);
};
const ask = async (change: Partial<Fill> = {}) => {
  await setFill(pages, sampleFill(change));
  await show(<FillDialog app={app} />);
};

describe("the question", () => {
  it("is a dialog with the origin, the service and each field; secrets are named and hidden", async () => {
    await ask();
    expect(document.querySelector("dialog h2")?.textContent).toBe("Fill this page?");
    expect(text()).toContain(dashboard);
    expect(text()).toContain("Objects / production");
    expect(text()).toContain("value of username");
    expect(all("img", "a secret, hidden")).toHaveLength(1);
  });

  it.each([
    ["Fill once", false],
    ["Always fill here", true],
  ])("is answered: %s", async (name, isAlways) => {
    await ask();
    await tap(name);
    expect(askedFor(pages, "fill.confirm")).toEqual([{ tabId: tab, fillId: "fill", isAlways }]);
  });

  it.each(["Cancel", "Escape"])("is ended by %s without anything being filled", async (how) => {
    await ask();
    if (how === "Escape") await press("Escape", document.querySelector("dialog") ?? document.body);
    else await tap(how);
    await act(settled);
    expect(askedFor(pages, "fill.dismiss")).toEqual([{ tabId: tab }]);
    expect(askedFor(pages, "fill.confirm")).toEqual([]);
  });

  it.each([
    ["a lookalike", { warnings: [{ kind: "lookalike", of: "https://a.example" }] }],
    ["one value by hand", { byHand: { mark: "m", role: "password" } }],
    ["a private window", { isPrivate: true }],
    ["nothing to fill", { lines: [], gaps: [{ label: "x", kind: null, why: "hidden" }] }],
  ] as const)("offers no always for %s", async (_, change) => {
    await ask({ ...change, ...("warnings" in change ? { warnings: [...change.warnings] } : {}) } as Partial<Fill>);
    expect(names("button")).not.toContain("Always fill here");
  });

  it("says every warning, the lookalike as the worst", async () => {
    await ask({
      warnings: [
        { kind: "lookalike", of: "https://a.example" },
        { kind: "variant", of: "https://b.example" },
        { kind: "unrelated" },
      ],
    });
    for (const part of ["looks like https://a.example", "https://b.example"]) expect(text()).toContain(part);
  });

  it("says of a private window that nothing of it is remembered", async () => {
    await ask({ isPrivate: true });
    expect(text()).toContain("will not remember");
    expect(names("button")).toContain("Fill once");
  });

  it.each([
    ["forms", "Click into the right one"],
    ["fields", "for Password"],
  ])("says what to do where several %s could be meant, and offers nothing that leads back to it", async (why, part) => {
    await ask({ lines: [], gaps: [{ label: "", kind: "password", why }] });
    expect(text()).toContain(part);
    expect(text()).not.toContain("Nothing on this page");
    expect(names("button")).toEqual(["Close"]);
    expect(document.querySelector("details")).toBeNull();
  });

  it("says that the page could not be read whole", async () => {
    await ask({ lines: [], gaps: [{ label: "", kind: null, why: "tooLarge" }] });
    expect(text()).toContain("Nothing on this page");
    expect(text()).toContain("too large to be read whole");
  });

  it("says why a kind that was chosen could not be begun with", async () => {
    pages.answers["fill.begin"] = async () => {
      throw new AppError("worker_gone");
    };
    await ask({ lines: [], choices: ["s3"] });
    await tap("S3");
    expect(text()).toContain("Look at the page to see what was filled");
    expect(text()).not.toContain("list");
  });

  it("shows what a page says as text and nothing else", async () => {
    const evil = '<img src=x onerror="alert(1)">';
    await ask({
      origin: `https://${evil}`,
      lines: [sampleLine("username", { label: evil, shown: evil })],
      gaps: [{ label: evil, kind: null, why: evil }],
    });
    expect(document.querySelectorAll("img[src]")).toHaveLength(0);
    expect(text()).toContain(evil);
  });

  it("lets the user choose between kinds, known or not", async () => {
    await ask({ lines: [], choices: ["s3", "made up"] });
    await tap("made up");
    expect(askedFor(pages, "fill.begin")).toMatchObject([{ only: "made up" }]);
  });

  it("does not begin with what went wrong with the one before", async () => {
    pages.answers["fill.confirm"] = async () => {
      throw new AppError("page_changed");
    };
    await ask();
    await tap("Fill once");
    expect(text()).toContain("The page has changed");
    await put(null);
    await put(sampleFill({ id: "another" }));
    expect(text()).not.toContain("The page has changed");
  });

  it("can be closed also when the background ended while it filled", async () => {
    await ask({ state: "filling", until: 1 });
    await tap("Cancel");
    expect(askedFor(pages, "fill.dismiss")).toEqual([{ tabId: tab }]);
  });
});

describe("the news", () => {
  const tell = async (change: Partial<Fill>) => {
    await setFill(pages, sampleFill({ state: "done", ...change }));
    await show(<FillNews app={app} />);
  };

  it("says what was filled and what was not, and why, and goes away", async () => {
    await tell({
      lines: [
        sampleLine("username", { outcome: "filled" }),
        sampleLine("password", { outcome: "truncated", shown: null, label: "" }),
      ],
      gaps: [{ label: "", kind: null, why: "constructor" }],
    });
    expect(text()).toContain("Filled 1 field: User name");
    expect(text()).toContain("Password: the page kept only the beginning");
    expect(text()).toContain("(no label): not sure enough");
    await tap("Dismiss");
    expect(askedFor(pages, "fill.dismiss")).toEqual([{ tabId: tab }]);
  });

  it("says that the page finds fault with a value", async () => {
    await tell({ lines: [sampleLine("projectId", { outcome: "filled", reason: "patternMismatch" })] });
    expect(text()).toContain("Filled 1 field");
    expect(text()).toContain("Label of projectId: filled, but the page says that the value does not fit");
  });

  it("says that a secret which the page changed is not the right one", async () => {
    await tell({ lines: [sampleLine("password", { outcome: "reformatted", isSecret: true, shown: null })] });
    expect(text()).toContain("Nothing was filled");
    expect(text()).toContain("it is not the right secret any more");
  });

  it("says of choices that were not read what to do", async () => {
    await tell({
      lines: [sampleLine("username", { outcome: "filled" })],
      gaps: [
        { label: "Region", kind: "regionName", why: "manyOptions" },
        { label: "", kind: null, why: "tooLarge" },
      ],
    });
    expect(text()).toContain("Region: there are more choices than Llavero reads");
    expect(document.querySelector("details")?.textContent).not.toContain("too large");
    expect(text()).toContain("too large to be read whole");
  });

  it("says that nothing was filled, and shows no values", async () => {
    await tell({ lines: [sampleLine("username", { outcome: "refused" })] });
    expect(text()).toContain("Nothing was filled");
    expect(text()).not.toContain("value of username");
  });

  it("of a failure is not said again once it was dismissed", async () => {
    const problem = { kind: "page_gone", facts: {} } as const;
    pages.answers["fill.begin"] = async () => {
      await setFill(pages, sampleFill({ state: "failed", problem }));
      throw new AppError("page_gone");
    };
    await app.filling.beginning.run(null);
    await show(<FillNews app={app} />);
    expect(text()).toContain("The page is no longer there.");
    pages.answers["fill.dismiss"] = () => setFill(pages, null);
    await tap("Dismiss");
    expect(text()).toBe("");
  });

  it.each(["asking", "filling"] as const)("is none while the question is there: %s", async (state) => {
    await tell({ state });
    expect(text()).toBe("");
  });
});

describe("without a console, or while one is being connected", () => {
  const problem = { kind: "page_forbidden", facts: {} } as const;
  const open = () => show(<AppView app={app} surface="popup" />);

  it("says what came of the shortcut", async () => {
    await pages.items.consoles.set({ list: [], currentId: null });
    await setFill(pages, sampleFill({ state: "failed", problem, source: null, lines: [] }));
    await open();
    expect(names("textbox")).toHaveLength(1);
    expect(document.querySelector("main [role=alert]")?.textContent).toContain("lets no extension into this page");
    await tap("Dismiss");
    expect(askedFor(pages, "fill.dismiss")).toEqual([{ tabId: tab }]);
  });

  it("asks what the shortcut asks", async () => {
    app.connect.open();
    await setFill(pages, sampleFill());
    await open();
    await tap("Fill once");
    expect(askedFor(pages, "fill.confirm")).toHaveLength(1);
  });

  it("asks once, and tells once, in the view of a console", async () => {
    await setFill(pages, sampleFill());
    await open();
    expect(document.querySelectorAll("dialog")).toHaveLength(1);
    await put(sampleFill({ state: "failed", problem }));
    expect(document.querySelectorAll("dialog")).toHaveLength(0);
    expect(document.querySelectorAll("[role=alert]")).toHaveLength(1);
  });
});

describe("origins in the settings", () => {
  it("are listed with what is used there, and can be forgotten one by one", async () => {
    await pages.items.fillOrigins.set({
      "https://b.example": sampleOrigin(),
      [dashboard]: sampleOrigin({ isTrusted: true }),
    });
    await settled();
    await show(<FillOrigins app={app} />);
    expect(names("button")).toEqual(["Forget https://b.example", `Forget ${dashboard}`]);
    expect(text()).toContain("Objects / production · always");
    await tap(`Forget ${dashboard}`);
    expect(askedFor(pages, "fill.forgetOrigin")).toEqual([{ origin: dashboard }]);
    expect(app.status.value?.text).toBe(`Forgot ${dashboard}`);
  });

  it("are none at first, and that is said", async () => {
    await show(<FillOrigins app={app} />);
    expect(text()).toBe("You have not filled any page yet.");
  });
});
