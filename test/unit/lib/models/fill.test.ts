import { beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../../../lib/errors.ts";
import { fillStatuses } from "../../../../lib/forms/order.ts";
import { en } from "../../../../lib/locales/en.ts";
import type { App } from "../../../../lib/models/app.ts";
import { outcomeKey, whyKey } from "../../../../lib/models/fill-words.ts";
import { dashboard, tab } from "../../../fakes/fill-page.ts";
import { sampleFill, sampleLine, sampleSource, setFill } from "../../../fakes/fills.ts";
import { type FakePages, settled } from "../../../fakes/pages.ts";
import {
  askedFor,
  createServicePages,
  objects,
  openStarted,
  setServicesDraft,
  setSession,
} from "../../../fakes/services.ts";

let pages: FakePages;
let app: App;
beforeEach(async () => {
  pages = await createServicePages();
  await setServicesDraft(pages, "one", { chosen: objects });
  app = await openStarted(pages);
});
const done = (...lines: Parameters<typeof sampleLine>[]) =>
  sampleFill({
    state: "done",
    lines: lines.map(([kind, change]) => sampleLine(kind, { outcome: "filled", ...change })),
  });

describe("filling from the popup", () => {
  it("asks the background with the chosen service, whose it is, and the tab in front", async () => {
    expect(await app.filling.beginning.run(null)).toBe(true);
    expect(askedFor(pages, "fill.begin")).toEqual([{ tabId: tab, source: sampleSource, only: null }]);
  });

  it("goes on with the service that is asked about when a kind is chosen", async () => {
    const other = { ...sampleSource, consoleId: "two" };
    await setFill(pages, sampleFill({ source: other }));
    await app.filling.beginning.run("s3");
    expect(askedFor(pages, "fill.begin")).toEqual([{ tabId: tab, source: other, only: "s3" }]);
  });

  it("fails when there is no tab", async () => {
    pages.tabId = null;
    expect(await app.filling.beginning.run(null)).toBe(false);
    expect(app.filling.beginning.problem.value?.kind).toBe("page_gone");
    expect(askedFor(pages, "fill.begin")).toEqual([]);
  });

  it("asks for nothing without a service or a session", async () => {
    await setSession(pages, "one", null);
    await app.filling.beginning.run(null);
    expect(askedFor(pages, "fill.begin")).toEqual([]);
  });

  it("tells why it could not be done", async () => {
    pages.answers["fill.begin"] = async () => {
      throw new AppError("page_forbidden");
    };
    await app.filling.beginning.run(null);
    expect(app.filling.beginning.problem.value?.kind).toBe("page_forbidden");
  });
});

describe("the question", () => {
  it("is that of the tab and of no other", async () => {
    await setFill(pages, sampleFill({ tabId: tab + 1 }));
    expect(app.filling.fill.value).toBeNull();
    await setFill(pages, sampleFill());
    expect(app.filling.fill.value?.id).toBe("fill");
  });

  it("is that of the tab in front, in a panel that stays", async () => {
    await setFill(pages, sampleFill({ tabId: tab + 1 }));
    pages.tabId = tab + 1;
    for (const tell of pages.onTab) tell();
    await settled();
    expect(app.filling.fill.value?.tabId).toBe(tab + 1);
    pages.tabId = tab;
    for (const tell of pages.onTab) tell();
    await settled();
    expect(app.filling.fill.value).toBeNull();
  });

  it("is answered by its own name and tab", async () => {
    await setFill(pages, sampleFill());
    await app.filling.confirming.run(true);
    await app.filling.dismissing.run();
    await app.filling.forgetting.run(dashboard);
    expect(pages.asked.filter(([name]) => name.startsWith("fill."))).toEqual([
      ["fill.confirm", { tabId: tab, fillId: "fill", isAlways: true }],
      ["fill.dismiss", { tabId: tab }],
      ["fill.forgetOrigin", { origin: dashboard }],
    ]);
  });

  it("cannot be answered when there is none", async () => {
    await app.filling.confirming.run(true);
    await app.filling.dismissing.run();
    expect(pages.asked.filter(([name]) => name.startsWith("fill."))).toEqual([]);
  });

  it("does not come with what went wrong with the one before", async () => {
    pages.answers["fill.confirm"] = async () => {
      throw new AppError("page_changed");
    };
    await setFill(pages, sampleFill());
    await app.filling.confirming.run(false);
    await app.filling.dismissing.run();
    await setFill(pages, null);
    await setFill(pages, sampleFill({ id: "another" }));
    expect(app.filling.confirming.problem.value).toBeNull();
  });
});

describe("the news", () => {
  it("is announced once for each thing that is new", async () => {
    await setFill(pages, done(["username"]));
    const first = app.status.value;
    expect(first?.text).toBe("Filled 1 field: User name");
    await setFill(pages, { ...done(["username"]), until: 5 });
    expect(app.status.value?.id).toBe(first?.id);
    await setFill(pages, done(["username"], ["password"]));
    expect(app.status.value?.text).toBe("Filled 2 fields: User name, Password");
  });

  it("names no field that was not filled, and no value", async () => {
    await setFill(
      pages,
      done(["username"], ["password", { outcome: "refused" }], ["regionName", { outcome: "reformatted" }]),
    );
    expect(app.filling.result.value).toBe("Filled 2 fields: User name, Region");
    expect(app.status.value?.text).not.toContain("value of");
  });

  it("is none when nothing was filled, or while it is being done", async () => {
    await setFill(pages, done(["password", { outcome: "blocked" }]));
    expect(app.filling.result.value).toBeNull();
    await setFill(pages, { ...done(["username"]), state: "filling" });
    await settled();
    expect(app.status.value?.text ?? "").not.toContain("Filled");
  });
});

describe("words", () => {
  const odd = ["constructor", "__proto__", "toString", "", "made up"];
  it.each(odd)("are there for a reason that nobody knows: %j", (why) => {
    expect(whyKey(why) in en).toBe(true);
    for (const outcome of [...fillStatuses, ...odd, null])
      expect(outcomeKey({ outcome, reason: why }) in en).toBe(true);
  });

  it.each([
    ["blocked", "tooLong", "fill.whyTooLong"],
    ["blocked", "readonly", "fill.whyLocked"],
    ["blocked", "covered", "fill.whyHidden"],
    ["blocked", null, "fill.whyHidden"],
    ["changed", "name", "fill.outcomeChanged"],
    ["gone", null, "fill.outcomeGone"],
    [null, null, "fill.outcomeRefused"],
  ])("of %s for %s are %s", (outcome, reason, key) => expect(outcomeKey({ outcome, reason })).toBe(key));

  it("of an insecure page are not those of a hidden field", () => {
    expect(outcomeKey({ outcome: "blocked", reason: "insecure" })).not.toBe("fill.whyHidden");
  });
});
