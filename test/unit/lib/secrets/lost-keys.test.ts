// @vitest-environment node
/** Whose key is whose, when answers were lost and the list is all there is to go by. */
import { beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../../../lib/errors.ts";
import { createSignedInBrowser, type FakeBrowser, type Worker } from "../../../fakes/worker.ts";

let browser: FakeBrowser;
let worker: Worker;
let consoleId: string;
beforeEach(async () => {
  ({ browser, worker, consoleId } = await createSignedInBrowser());
});

const minute = 60_000;
const refresh = () => worker.keys.refresh(consoleId);
const summary = async () => (await worker.items.intents.get()).map(({ id, state, keyId }) => [id, state, keyId]);

/** Asks for a key whose answer gets lost, before or after the work, while the list cannot be had either. */
async function lose(intentId: string, { isMade = true, name = "ci" } = {}): Promise<void> {
  const { course } = browser.cloud;
  let asked = false;
  browser.cloud.course = async (request, work) => {
    if (request.method === "POST") {
      asked = true;
      if (isMade) work();
    }
    if (asked) throw new AppError("unreachable");
    return work();
  };
  expect(await worker.freshKeys.create(consoleId, intentId, name)).toEqual({ outcome: "unknown" });
  browser.cloud.course = course;
}

describe("a lost key", () => {
  it("is not confused with keys that had its name before", async () => {
    browser.cloud.addKey("ci");
    browser.cloud.addKey("ci", null);
    await refresh();
    await lose("intent");
    await refresh();
    expect(await summary()).toEqual([["intent", "lost", "k3"]]);
  });

  it("that was never made is absent, whatever else has its name", async () => {
    browser.cloud.addKey("ci");
    browser.cloud.addKey("ci", null);
    await refresh();
    await lose("intent", { isMade: false });
    await refresh();
    expect(await summary()).toEqual([["intent", "absent", null]]);
  });

  it("is not confused with a key that somebody made since the last list", async () => {
    await refresh();
    browser.clock += 24 * 60 * minute;
    browser.cloud.addKey("ci");
    browser.clock += 60 * minute;
    await lose("intent", { isMade: false });
    await refresh();
    expect(await summary()).toEqual([["intent", "absent", null]]);
  });

  it("is not confused with an old key when no list was ever known", async () => {
    browser.cloud.addKey("ci", new Date(browser.clock - 3 * 365 * 24 * 60 * minute).toISOString());
    await lose("intent", { isMade: false });
    await refresh();
    expect(await summary()).toEqual([["intent", "absent", null]]);
  });

  it.each([
    ["3 hours ahead", 180 * minute],
    ["3 hours behind", -180 * minute],
    ["20 years behind", -20 * 365 * 24 * 60 * minute],
  ])("is found on a console whose clock is %s, and old keys are not", async (_what, clockOffset) => {
    browser.cloud.clockOffset = clockOffset;
    await refresh();
    browser.cloud.addKey("ci", new Date(browser.clock + clockOffset - 10 * minute).toISOString());
    await lose("intent");
    await refresh();
    expect(await summary()).toEqual([["intent", "lost", "k2"]]);
  });

  it("is found again when the list comes first after a restart of the worker", async () => {
    await refresh();
    await lose("intent");
    worker = browser.start();
    await worker.freshKeys.recover();
    expect(await summary()).toEqual([["intent", "unknown", null]]);
    await refresh();
    expect(await summary()).toEqual([["intent", "lost", "k1"]]);
  });

  it("can be dismissed, and stays away", async () => {
    await refresh();
    await lose("intent");
    await refresh();
    await worker.freshKeys.dismiss("intent");
    await refresh();
    expect(await summary()).toEqual([]);
  });
});

describe("several lost keys of one name", () => {
  it.each([
    ["in the order of their making", (keys: readonly unknown[]) => keys],
    ["the newest first", (keys: readonly unknown[]) => keys.toReversed()],
  ])("are each matched with their own, listed %s", async (_what, arrange) => {
    browser.cloud.arrange = arrange as typeof browser.cloud.arrange;
    await refresh();
    for (const intentId of ["one", "two", "three"]) {
      await lose(intentId);
      browser.clock += 3 * minute;
    }
    await refresh();
    expect(await summary()).toEqual([
      ["one", "lost", "k1"],
      ["two", "lost", "k2"],
      ["three", "lost", "k3"],
    ]);
  });

  it("made within one moment share no key", async () => {
    await refresh();
    for (const intentId of ["one", "two", "three"]) await lose(intentId);
    await refresh();
    const found = await summary();
    expect(found.map(([, state]) => state)).toEqual(["lost", "lost", "lost"]);
    expect(new Set(found.map(([, , keyId]) => keyId))).toEqual(new Set(["k1", "k2", "k3"]));
  });

  it("leave the one that was never made absent", async () => {
    await refresh();
    await lose("one", { isMade: false });
    browser.clock += 10 * minute;
    await lose("two");
    await refresh();
    expect(await summary()).toEqual([
      ["one", "absent", null],
      ["two", "lost", "k1"],
    ]);
  });

  it("are not taken for that of another name", async () => {
    await refresh();
    await lose("one", { name: "ci" });
    await lose("two", { name: "CI" });
    await refresh();
    expect(await summary()).toEqual([
      ["one", "lost", "k1"],
      ["two", "lost", "k2"],
    ]);
  });

  it("leave alone a key that arrived well", async () => {
    await refresh();
    await worker.freshKeys.create(consoleId, "well", "ci");
    await lose("lost");
    await refresh();
    expect(await summary()).toEqual([
      ["well", "received", "k1"],
      ["lost", "lost", "k2"],
    ]);
  });
});

describe("the browser’s end", () => {
  it("takes keys out of memory, and they are said to be lost at the next start", async () => {
    await refresh();
    await worker.freshKeys.create(consoleId, "intent", "ci");
    browser.restart();
    worker = browser.start();
    await worker.freshKeys.recover();
    expect(await summary()).toEqual([["intent", "lost", "k1"]]);
    expect(browser.local.dump()).not.toContain("secret-1");
  });

  it("also of a key whose id never came: the next list tells which it is, to be revoked", async () => {
    await refresh();
    browser.cloud.course = async (request, work) => {
      const answer = work();
      return request.method === "POST" ? { ...answer, json: { data: { key: "secret-1" } } } : answer;
    };
    await worker.freshKeys.create(consoleId, "intent", "ci");
    browser.restart();
    worker = browser.start();
    await worker.freshKeys.recover();
    await refresh();
    expect(await summary()).toEqual([["intent", "lost", "k1"]]);
  });

  it("of the worker alone takes nothing", async () => {
    await worker.freshKeys.create(consoleId, "intent", "ci");
    worker = browser.start();
    await worker.freshKeys.recover();
    expect(await summary()).toEqual([["intent", "received", "k1"]]);
    expect((await worker.items.fresh.get()).intent?.key).toBe("secret-1");
  });

  it("writes nothing at a start at which all is well", async () => {
    await worker.freshKeys.create(consoleId, "intent", "ci");
    browser.local.quota = 0;
    await browser.start().freshKeys.recover();
    expect(await summary()).toEqual([["intent", "received", "k1"]]);
  });
});
