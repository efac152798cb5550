// @vitest-environment node
/** What stands in the way of a new key: no room for it, or an answer that does not arrive. */
import { beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../../../lib/errors.ts";
import { asIs, type Course, whenPosting } from "../../../fakes/cloudmc.ts";
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

describe("without room", () => {
  it("in memory the console is never asked", async () => {
    browser.session.quota = browser.session.usedBytes() + 100;
    expect(await kindOf(create())).toBe("storage_full");
    expect(posts()).toBe(0);
    await nothingLeft();
  });

  it("on disk the console is never asked", async () => {
    browser.local.quota = browser.local.usedBytes();
    expect(await kindOf(create())).toBe("storage_full");
    expect(posts()).toBe(0);
    await nothingLeft();
  });

  it("in memory since the console was asked, the key still has the place that was kept for it", async () => {
    browser.cloud.course = whenPosting(async (_request, work) => {
      browser.session.quota = browser.session.usedBytes();
      return work();
    });
    expect(await create()).toEqual({ outcome: "created" });
    expect((await fresh()).intent?.key).toBe("secret-1");
  });

  it("on disk since the console was asked, the key that arrived is kept all the same", async () => {
    browser.cloud.course = whenPosting(async (_request, work) => {
      browser.local.quota = browser.local.usedBytes();
      return work();
    });
    expect(await create()).toEqual({ outcome: "created" });
    expect((await fresh()).intent?.key).toBe("secret-1");
  });

  it("for the list alone, the key is there", async () => {
    for (let index = 0; index < 50; index++) browser.cloud.addKey(`old ${index}`);
    await worker.keys.refresh(consoleId);
    browser.cloud.course = whenPosting(async (_request, work) => {
      browser.local.quota = browser.local.usedBytes() + 60;
      return work();
    });
    expect(await create()).toEqual({ outcome: "created" });
    expect((await fresh()).intent?.key).toMatch(/^secret-/);
  });
});

describe("an answer that is lost", () => {
  const courses: readonly [string, Course][] = [
    ["when the connection breaks", async () => Promise.reject(new AppError("cut_off"))],
    ["when the console is out of reach", async () => Promise.reject(new AppError("unreachable"))],
    ["when it takes too long", async () => Promise.reject(new AppError("timed_out"))],
    ["behind a web page", async () => Promise.reject(new AppError("html_page"))],
    ["behind a 500", async () => ({ status: 500, json: undefined, clockOffset: 0 })],
    ["behind a 408", async () => ({ status: 408, json: undefined, clockOffset: 0 })],
    ["in an answer without the key", async () => ({ status: 200, json: { data: {} }, clockOffset: 0 })],
    ["in an empty answer", async () => ({ status: 204, json: undefined, clockOffset: 0 })],
  ];

  it.each(courses)("%s, after the work: the key is found, and said to be lost", async (_what, course) => {
    browser.cloud.course = whenPosting(async (request, work) => {
      work();
      return course(request, work);
    });
    expect(await create()).toEqual({ outcome: "lost" });
    expect(await intents()).toMatchObject([{ state: "lost", keyId: "k1" }]);
    expect(await fresh()).toEqual({});
    expect(posts()).toBe(1);
  });

  it.each(courses)("%s, before the work: there is no such key, and that is said", async (_what, course) => {
    browser.cloud.course = whenPosting(course);
    expect(await create()).toEqual({ outcome: "absent" });
    expect(await intents()).toMatchObject([{ state: "absent", keyId: null }]);
    expect([posts(), browser.cloud.keys.length]).toEqual([1, 0]);
  });

  it("while the console cannot be asked stays unknown, and is settled by the next list", async () => {
    browser.cloud.course = async (request, work) => {
      if (request.method !== "POST") return posts() > 0 ? Promise.reject(new AppError("unreachable")) : work();
      work();
      throw new AppError("unreachable");
    };
    expect(await create()).toEqual({ outcome: "unknown" });
    expect(await create()).toEqual({ outcome: "unknown" });
    browser.cloud.course = asIs;
    await worker.keys.refresh(consoleId);
    expect(await intents()).toMatchObject([{ state: "lost", keyId: "k1" }]);
    expect(posts()).toBe(1);
  });

  it("and that brings the key later after all, is called lost then", async () => {
    let late = () => {};
    browser.cloud.course = whenPosting(async (_request, work) => {
      late = () => void work();
      throw new AppError("timed_out");
    });
    expect(await create()).toEqual({ outcome: "absent" });
    late();
    await worker.keys.refresh(consoleId);
    expect(await intents()).toMatchObject([{ state: "lost", keyId: "k1" }]);
  });
});
