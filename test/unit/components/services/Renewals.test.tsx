import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Renewals } from "../../../../components/services/Renewals.tsx";
import type { ServiceField } from "../../../../lib/console/service.ts";
import { AppError } from "../../../../lib/errors.ts";
import type { App } from "../../../../lib/models/app.ts";
import type { Renewal } from "../../../../lib/storage/service-items.ts";
import { type FakePages, settled } from "../../../fakes/pages.ts";
import { sampleRenewal } from "../../../fakes/samples.ts";
import {
  ana,
  askedFor,
  createServicePages,
  keystoneFields,
  objects,
  openStarted,
  s3Fields,
  setSession,
} from "../../../fakes/services.ts";
import { all, clear, click, get, press as pressKey, show } from "../../../fakes/view.ts";

const secret = "S3cret-value";
let pages: FakePages;
let app: App;
beforeEach(async () => {
  pages = await createServicePages();
  await pages.items.drafts.update((drafts) => ({ ...drafts, tab: "keys" }));
});
afterEach(clear);

async function open(change: Partial<Renewal>, fields: ServiceField[] | null = null, copied = false) {
  const renewal = sampleRenewal({ id: "r", owner: ana, entry: objects, ...change });
  await pages.items.freshCredentials.set(fields === null ? {} : { r: { fields, reserve: "", copied, renewal } });
  await pages.items.renewals.set([renewal]);
  app = await openStarted(pages);
  await show(<Renewals app={app} />);
}
const later = (work: () => unknown) =>
  act(async () => {
    await work();
    await settled();
  });
const press = async (button: HTMLElement | undefined) => {
  if (button === undefined) throw new Error("no such button");
  await click(button);
  await act(settled);
};
const inDialog = (name: string) => all("button", name).filter((button) => button.closest("dialog") !== null)[0];
const text = () => document.body.textContent ?? "";
const html = () => document.documentElement.outerHTML;
const dismissals = () => askedFor(pages, "renewal.dismiss");
const marks = () => askedFor(pages, "renewal.copied");
/** The background notes what it was told. */
const noteCopies = () => {
  pages.answers["renewal.copied"] = ({ renewalId }) =>
    pages.items.freshCredentials
      .update((all) => {
        const fresh = all[renewalId];
        return fresh === undefined ? all : { ...all, [renewalId]: { ...fresh, copied: true } };
      })
      .then(() => undefined);
};

describe("credentials that are being replaced", () => {
  it.each(["sent", "pending"] as const)("are said to be on their way, with nothing to press (%s)", async (state) => {
    await open({ state });
    expect(get("status").textContent).toContain("Objects / production: the console is making new credentials…");
    expect(all("button")).toEqual([]);
  });

  it("that were told at once are not shown before they hold", async () => {
    await open({ state: "pending" }, keystoneFields(secret));
    expect([html().includes(secret), document.querySelectorAll("tr").length]).toEqual([false, 0]);
  });
});

describe("news", () => {
  it.each([
    ["failed", "could not make new credentials of Objects / production", ["Open Objects / production", "Dismiss"]],
    ["unfinished", "was still at work", ["Look again", "Open Objects / production", "Dismiss"]],
    ["lost", "its secret never arrived", ["Open Objects / production", "Dismiss"]],
    [
      "absent",
      "shows the S3 key of Objects / production that was there before",
      ["Open Objects / production", "Dismiss"],
    ],
    ["unknown", "nobody knows yet whether the credentials", ["Open Objects / production", "Dismiss"]],
  ] as const)("of %s are an alert that says what to do", async (state, sentence, buttons) => {
    await open({ state });
    expect(get("alert").textContent).toContain(sentence);
    expect(all("button").map(({ textContent }) => textContent)).toEqual(buttons);
  });

  it("of credentials that are not kept here lead to where they are", async () => {
    await open({ state: "received" });
    expect(text()).toContain("The new credentials of Objects / production are there: open the service to see them.");
    expect(all("alert")).toEqual([]);
    await press(get("button", "Open Objects / production"));
    expect([app.state.drafts.value.tab, app.services.chosen.value]).toEqual(["services", objects]);
  });

  it("quote the console, and not as mark-up", async () => {
    await open({ state: "failed", reason: "<img src=x onerror=alert(1)>" });
    expect(get("alert").textContent).toContain("The console says: <img src=x onerror=alert(1)>");
    expect(document.querySelector("img")).toBeNull();
  });

  it("of another console say which, and of an S3 key its region", async () => {
    await open({ state: "lost", what: "s3Key", region: "east", consoleId: "two" });
    expect(get("alert").textContent).toContain("Objects / production (east)");
    expect(get("alert").textContent).toContain("on Brand two");
  });

  it("are looked for again, and dismissed; what goes wrong is said", async () => {
    await open({ state: "unfinished" });
    await press(get("button", "Look again"));
    pages.answers["renewal.dismiss"] = async () => {
      throw new AppError("worker_gone");
    };
    await press(get("button", "Dismiss"));
    expect([askedFor(pages, "renewal.lookAgain"), dismissals()]).toEqual([[{ renewalId: "r" }], [{ renewalId: "r" }]]);
    expect(text()).toContain("The browser stopped Llavero in the middle of this.");
  });

  it("that lead nowhere say so", async () => {
    pages.answers["console.select"] = async () => {
      throw new AppError("worker_gone");
    };
    await open({ state: "failed", consoleId: "two" });
    await press(get("button", "Open Objects / production"));
    expect(text()).toContain("The browser stopped Llavero in the middle of this.");
  });
});

describe("new credentials of a service", () => {
  beforeEach(() => open({ state: "received" }, keystoneFields(secret)));

  it("are a region with a name and a table, the secrets masked", () => {
    expect(document.querySelector("section")?.getAttribute("aria-label")).toBe(
      "New credentials of Objects / production",
    );
    expect(document.querySelectorAll("tr")).toHaveLength(1);
    expect(text()).toContain("They hold in every environment of Objects");
    expect(html()).not.toContain(secret);
  });

  it("are dismissed at once: the console shows them again", async () => {
    await press(get("button", "Dismiss"));
    expect([dismissals(), app.status.value?.text]).toEqual([
      [{ renewalId: "r" }],
      "Dismissed what was new of Objects / production",
    ]);
  });

  it("stay until they are dismissed, also when nobody is signed in, and are gone with another window", async () => {
    pages.clock += 3_600_000;
    await later(() => app.tick());
    await later(() => setSession(pages, "one", null));
    expect(document.querySelectorAll("tr")).toHaveLength(1);
    await click(get("button", "Reveal Password"));
    await later(() => pages.items.renewals.set([]));
    await later(() => pages.items.freshCredentials.set({}));
    expect([html().includes(secret), document.querySelectorAll("tr").length]).toEqual([false, 0]);
  });
});

describe("a new S3 key", () => {
  beforeEach(async () => {
    noteCopies();
    await open({ state: "received", what: "s3Key", region: "east" }, s3Fields(secret));
  });

  it("says that it is shown this once, and whose it is", () => {
    const name = "New S3 key of Objects / production (east)";
    expect(document.querySelector("section")?.getAttribute("aria-label")).toBe(name);
    expect(text()).toContain("once dismissed the secret cannot be shown again");
    expect(html()).not.toContain(secret);
  });

  it("is not copied with its id alone: dismissing asks first", async () => {
    await press(get("button", "Copy S3 API access key"));
    expect([pages.clipboard.text, marks()]).toEqual(["AK-new", []]);
    await press(get("button", "Dismiss"));
    expect([dismissals(), inDialog("Cancel") !== undefined]).toEqual([[], true]);
    await pressKey("Escape", document.querySelector("dialog") ?? document.body);
    expect([dismissals(), all("dialog"), document.querySelectorAll("dialog").length]).toEqual([[], [], 0]);
    await press(get("button", "Dismiss"));
    await press(inDialog("Dismiss"));
    expect(dismissals()).toEqual([{ renewalId: "r" }]);
  });

  it("is copied with its secret: dismissing asks no more, in another window neither", async () => {
    await press(get("button", "Copy Secret key"));
    expect([pages.clipboard.text, marks()]).toEqual([secret, [{ renewalId: "r" }]]);
    expect(html()).not.toContain(secret);
    clear();
    app = await openStarted(pages);
    await show(<Renewals app={app} />);
    await press(get("button", "Dismiss"));
    expect(dismissals()).toHaveLength(1);
  });

  it("that the clipboard refused is not copied", async () => {
    pages.clipboard.isRefused = true;
    await press(get("button", "Copy Secret key"));
    expect([marks(), app.copying.problem.value?.kind]).toEqual([[], "clipboard_refused"]);
    await press(get("button", "Dismiss"));
    expect(dismissals()).toEqual([]);
  });

  it("is on no disk", async () => {
    await click(get("button", "Reveal Secret key"));
    await press(get("button", "Copy Secret key"));
    expect([html().includes(secret), pages.local.dump().includes(secret)]).toEqual([true, false]);
  });
});
