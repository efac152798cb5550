// @vitest-environment node
import { beforeEach, describe, expect, it } from "vitest";
import { whenPosting } from "../../../fakes/cloudmc.ts";
import { kindOf } from "../../../fakes/problem.ts";
import { createSignedInBrowser, type FakeBrowser, type Worker } from "../../../fakes/worker.ts";

let browser: FakeBrowser;
let worker: Worker;
let consoleId: string;
beforeEach(async () => {
  ({ browser, worker, consoleId } = await createSignedInBrowser());
  await worker.keys.refresh(consoleId);
});

const create = (intentId = "intent", name = "ci") => worker.freshKeys.create(consoleId, intentId, name);
const posts = () => browser.cloud.asked.filter((asked) => asked === "POST /api_keys").length;
const intents = () => worker.items.intents.get();
const fresh = () => worker.items.fresh.get();
const nothingLeft = async () => expect([await intents(), await fresh()]).toEqual([[], {}]);
describe("creating a key", () => {
  it("keeps it in memory, says that it is there, and shows it in the list", async () => {
    expect(await create("intent", "  ci ")).toEqual({ outcome: "created" });
    expect(await fresh()).toMatchObject({
      intent: { key: "secret-1", reserve: "", copied: false, consoleId, name: "ci" },
    });
    expect(await intents()).toMatchObject([{ id: "intent", consoleId, name: "ci", state: "received", keyId: "k1" }]);
    expect((await worker.items.snapshot(consoleId).get())?.keys).toMatchObject([{ id: "k1", name: "ci" }]);
    expect(browser.local.dump()).not.toContain("secret-1");
  });

  it("writes down the intent, without any secret, before the console is asked", async () => {
    let before: unknown;
    browser.cloud.course = whenPosting(async (_request, work) => {
      before = [await intents(), browser.session.dump().length];
      return work();
    });
    await create();
    expect(before).toMatchObject([
      [{ id: "intent", state: "sent", keyId: null, startedAt: browser.clock }],
      expect.any(Number),
    ]);
  });

  it("has the value in memory before anyone can read that it arrived", async () => {
    const seen: unknown[] = [];
    worker.items.intents.watch((list) => {
      if (list[0]?.state === "received") seen.push(browser.session.peek("fresh"));
    });
    await create();
    expect(seen).toMatchObject([{ data: { intent: { key: "secret-1" } } }]);
  });

  it.each(["", "  "])("refuses the name %j, and asks nobody", async (name) => {
    browser.cloud.asked.length = 0;
    expect(await kindOf(create("intent", name))).toBe("name_empty");
    expect(browser.cloud.asked).toEqual([]);
    await nothingLeft();
  });

  it("goes by the console’s own word for the name", async () => {
    browser.cloud.course = whenPosting(async (_request, work) => {
      const answer = work();
      return { ...answer, json: { data: { id: "k1", name: "CI", key: "secret-1" } } };
    });
    await create();
    expect(await intents()).toMatchObject([{ name: "CI" }]);
  });

  it("is content with the value alone, and finds its key with the next list", async () => {
    browser.cloud.course = whenPosting(async (_request, work) => {
      const answer = work();
      return { ...answer, json: { data: { key: "secret-1" } } };
    });
    expect(await create()).toEqual({ outcome: "created" });
    expect(await intents()).toMatchObject([{ state: "received", keyId: null }]);
    await worker.keys.refresh(consoleId);
    expect(await intents()).toMatchObject([{ state: "received", keyId: "k1" }]);
  });
});

describe("asking twice", () => {
  it("with one intent makes one key: at the same time, later, and after a restart", async () => {
    const both = await Promise.all([create(), create()]);
    expect(both).toEqual([{ outcome: "created" }, { outcome: "created" }]);
    expect(await create()).toEqual({ outcome: "created" });
    worker = browser.start();
    await worker.freshKeys.recover();
    expect(await create()).toEqual({ outcome: "created" });
    expect([posts(), browser.cloud.keys.length]).toEqual([1, 1]);
  });

  it("with two intents makes two keys, of one name too", async () => {
    const both = await Promise.all([create("one"), create("two")]);
    expect(both).toEqual([{ outcome: "created" }, { outcome: "created" }]);
    expect(posts()).toBe(2);
    expect(
      Object.values(await fresh())
        .map(({ key }) => key)
        .toSorted(),
    ).toEqual(["secret-1", "secret-2"]);
    expect(new Set((await intents()).map(({ keyId }) => keyId))).toEqual(new Set(["k1", "k2"]));
  });

  it("does not take the other key of the name for one made by mistake", async () => {
    await create("one");
    await create("two");
    await worker.keys.refresh(consoleId);
    expect((await intents()).map(({ strays }) => strays)).toEqual([[], []]);
  });

  it("does not call a key a mistake while its own answer is still on the way", async () => {
    await create("one");
    let strays: unknown;
    browser.cloud.course = whenPosting(async (_request, work) => {
      const answer = work();
      await worker.keys.refresh(consoleId);
      strays = (await intents()).map((intent) => intent.strays);
      return answer;
    });
    await create("two");
    expect(strays).toEqual([[], []]);
  });

  it("finds what the browser made by sending the request again, and can take it back", async () => {
    browser.cloud.course = whenPosting(async (_request, work) => {
      work();
      return work();
    });
    await create();
    await worker.keys.refresh(consoleId);
    expect(await intents()).toMatchObject([{ keyId: "k2", strays: ["k1"] }]);
    await worker.freshKeys.revokeStrays("intent");
    expect(browser.cloud.keys.map(({ id }) => id)).toEqual(["k2"]);
    expect(await intents()).toMatchObject([{ keyId: "k2", strays: [] }]);
  });
});

describe("a refusal", () => {
  it.each([
    [400, "rejected"],
    [401, "session_expired"],
    [403, "forbidden"],
    [404, "not_found"],
    [429, "too_many_requests"],
  ])("of %i leaves nothing behind", async (status, kind) => {
    browser.cloud.course = whenPosting(async () => ({ status, json: undefined, clockOffset: 0 }));
    expect(await kindOf(create())).toBe(kind);
    await nothingLeft();
    expect(posts()).toBe(1);
  });

  it("because nobody is signed in leaves nothing behind, and no key was asked for", async () => {
    browser.cloud.userName = null;
    expect(await kindOf(create())).toBe("session_expired");
    await nothingLeft();
    expect(posts()).toBe(0);
  });

  it("may be followed by another try of the same form", async () => {
    browser.cloud.course = whenPosting(async () => ({ status: 403, json: undefined, clockOffset: 0 }));
    await kindOf(create());
    browser.cloud.course = async (_request, work) => work();
    expect(await create()).toEqual({ outcome: "created" });
  });
});

describe("dismissing", () => {
  it("wipes the key from memory and the news of it, and leaves others", async () => {
    await create("one", "a");
    await create("two", "b");
    await worker.freshKeys.dismiss("one");
    expect(browser.session.dump()).not.toContain("secret-1");
    expect(browser.session.dump()).toContain("secret-2");
    expect((await intents()).map(({ id }) => id)).toEqual(["two"]);
    await worker.freshKeys.dismiss("two");
    await nothingLeft();
  });

  it("twice is as good as once", async () => {
    await create();
    await worker.freshKeys.dismiss("intent");
    await worker.freshKeys.dismiss("intent");
    await nothingLeft();
  });

  it("is for good: the key does not come back with the next list", async () => {
    await create();
    await worker.freshKeys.dismiss("intent");
    await worker.keys.refresh(consoleId);
    await nothingLeft();
  });
});
