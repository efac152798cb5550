import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { App } from "../../../../components/App.tsx";
import { entryId } from "../../../../lib/console/service.ts";
import { AppError } from "../../../../lib/errors.ts";
import type { App as AppModel } from "../../../../lib/models/app.ts";
import { createGate, type FakePages, settled } from "../../../fakes/pages.ts";
import { sampleRenewal } from "../../../fakes/samples.ts";
import {
  ana,
  askedFor,
  createServicePages,
  credentials,
  keystoneFields,
  listOf,
  objects,
  openStarted,
  sampleEntry,
  setServicesDraft,
  setSession,
  vault,
} from "../../../fakes/services.ts";
import { all, clear, click, get, names, press as pressKey, show, type } from "../../../fakes/view.ts";

const secret = "S3cret-value";
let pages: FakePages;
let app: AppModel;
beforeEach(async () => {
  pages = await createServicePages();
  const s3Keys = [
    { region: "east", accessKeyId: "AK-east" },
    { region: "west", accessKeyId: "AK-west" },
  ];
  pages.answers["services.credentials"] = async () => credentials({ fields: keystoneFields(secret), s3Keys });
  await setServicesDraft(pages, "one", { chosen: objects });
});
afterEach(clear);

async function open() {
  app = await openStarted(pages);
  await show(<App app={app} surface="popup" />);
  await act(settled);
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
const dialog = () => document.querySelector("dialog");
const inDialog = (name: string) => all("button", name).filter((button) => dialog()?.contains(button))[0];
const title = () => document.getElementById(dialog()?.getAttribute("aria-labelledby") ?? "")?.textContent;
const questionId = ({ renewals }: AppModel) => {
  const asking = renewals.asking.value;
  return asking !== null && "renewalId" in asking ? (asking.renewalId ?? "") : "";
};
const wishes = () => askedFor(pages, "services.renew");

describe("the question before credentials are replaced", () => {
  beforeEach(async () => {
    await open();
    await press(get("button", "Regenerate"));
  });

  it("says what goes and where, and has no secret in it", () => {
    expect(title()).toBe("Regenerate credentials");
    const text = dialog()?.textContent ?? "";
    expect(text).toContain("You get new secrets for Objects, in every environment of it that you are a member of.");
    expect(text).toContain("these are: production, staging.");
    expect(text).toContain("stops working at once");
    expect(document.documentElement.outerHTML).not.toContain(secret);
    expect(wishes()).toEqual([]);
  });

  it.each([
    ["Cancel", () => press(inDialog("Cancel"))],
    ["Esc", () => pressKey("Escape", dialog() ?? document.body)],
  ])("is closed by %s, and nothing is asked", async (_what, close) => {
    await close();
    expect([dialog(), wishes()]).toEqual([null, []]);
  });

  it("is answered once, and closes when the log has it", async () => {
    pages.answers["services.renew"] = async ({ renewalId: id }) => {
      await pages.items.renewals.set([sampleRenewal({ id, owner: ana, entry: objects, state: "pending" })]);
      return new Promise(() => undefined);
    };
    await press(inDialog("Regenerate"));
    expect([dialog(), wishes().length]).toEqual([null, 1]);
    expect(
      all("status")
        .map(({ textContent }) => textContent)
        .join(),
    ).toContain("the console is making new credentials");
    expect(get("button", "Regenerate").getAttribute("aria-disabled")).toBe("true");
  });

  it("stays while nobody knows whether it began, and says what went wrong", async () => {
    const gate = createGate();
    pages.answers["services.renew"] = async () => {
      await gate.passed;
      throw new AppError("worker_gone");
    };
    await press(inDialog("Regenerate"));
    await press(inDialog("Regenerate"));
    await pressKey("Escape", dialog() ?? document.body);
    expect([inDialog("Cancel"), inDialog("Regenerate")?.getAttribute("aria-disabled"), wishes().length]).toEqual([
      undefined,
      "true",
      1,
    ]);
    await later(() => gate.open());
    expect(dialog()?.querySelector("[role=alert]")?.textContent).toContain("before the console was asked");
    expect(inDialog("Cancel")).toBeInstanceOf(HTMLElement);
  });

  it("stays until the console has said yes, and says when it said no", async () => {
    const gate = createGate();
    pages.answers["services.renew"] = async ({ renewalId: id }) => {
      await pages.items.renewals.set([sampleRenewal({ id, owner: ana, entry: objects, state: "sent" })]);
      await gate.passed;
      await pages.items.renewals.set([]);
      throw new AppError("environment_forbidden");
    };
    await press(inDialog("Regenerate"));
    await later(() => gate.open());
    expect(document.body.textContent).toContain("You may not see the credentials of this environment.");
  });

  it("is there again in a popup opened later, and answered in another window", async () => {
    clear();
    await open();
    expect(title()).toBe("Regenerate credentials");
    const other = await openStarted(pages);
    await later(async () => {
      const renewal = sampleRenewal({ id: questionId(other), owner: ana, entry: objects, state: "pending" });
      await pages.items.renewals.set([renewal]);
    });
    expect([dialog(), other.renewals.asking.value]).toEqual([null, null]);
  });

  it("is gone when somebody else is signed in", async () => {
    await later(() => setSession(pages, "one", "bob"));
    expect(dialog()).toBeNull();
  });

  it("can be given up while another one is still being carried out", async () => {
    pages.answers["services.renew"] = () => new Promise(() => undefined);
    await press(inDialog("Regenerate"));
    await later(() =>
      pages.items.renewals.set([sampleRenewal({ id: questionId(app), entry: objects, state: "pending" })]),
    );
    await later(() => app.services.choose(entryId(vault)));
    await press(get("button", "Regenerate"));
    expect(inDialog("Cancel")).toBeInstanceOf(HTMLElement);
    await pressKey("Escape", dialog() ?? document.body);
    expect(dialog()).toBeNull();
  });
});

describe("a connection with very many environments", () => {
  it("names some of them", async () => {
    const many = Array.from({ length: 40 }, (_, index) => sampleEntry(`Objects / e${index}`));
    pages.answers["services.list"] = async () => listOf([objects, ...many]);
    await open();
    await press(get("button", "Regenerate"));
    expect(dialog()?.textContent).toContain("production, e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, ….");
  });
});

describe("S3 keys", () => {
  beforeEach(open);

  it("are listed with a name for every button", () => {
    const list = document.querySelector("section[aria-label='S3 keys']");
    expect([...(list?.querySelectorAll("li") ?? [])].map(({ textContent }) => textContent)).toEqual([
      "eastAK-east",
      "westAK-west",
    ]);
    const own = names("button").filter((name) => /east|west|S3/.test(name));
    expect(own).toHaveLength(7);
    expect(new Set(own).size).toBe(7);
  });

  it("have an access key that is copied", async () => {
    await press(get("button", "Copy the access key of west"));
    expect([pages.clipboard.text, app.status.value?.text]).toEqual(["AK-west", "Copied: Access key"]);
  });

  it("that are replaced say which, and by what, with no region to type", async () => {
    await press(get("button", "Generate a new S3 key for east"));
    expect(dialog()?.textContent).toContain("It replaces AK-east in east for good");
    expect(all("textbox", "Region")).toEqual([]);
    await press(inDialog("Generate"));
    expect(wishes()).toMatchObject([{ what: "s3Key", region: "east", owner: ana }]);
  });

  it("that are new take a region, and keep the text box whatever is typed on the way", async () => {
    await press(get("button", "Generate S3 key"));
    for (const text of ["e", "eas", "east", "east-", "east-2"]) await type(text, get("textbox", "Region"));
    expect((get("textbox", "Region") as HTMLInputElement).value).toBe("east-2");
    await type("east", get("textbox", "Region"));
    expect(dialog()?.textContent).toContain("It replaces AK-east in east for good");
    await type("north", get("textbox", "Region"));
    expect(dialog()?.textContent).not.toContain("AK-east");
    await press(inDialog("Generate"));
    expect(wishes()).toMatchObject([{ what: "s3Key", region: "north" }]);
  });

  it("are deleted after a question that says which", async () => {
    await press(get("button", "Delete the S3 key of west"));
    expect([title(), dialog()?.textContent?.includes("Whatever uses AK-west in west stops working")]).toEqual([
      "Delete S3 key",
      true,
    ]);
    await press(inDialog("Delete"));
    expect(askedFor(pages, "services.deleteS3Key")).toMatchObject([{ region: "west", owner: ana }]);
    expect([dialog(), app.status.value?.text]).toEqual([null, "Deleted the S3 key of west"]);
  });
});
