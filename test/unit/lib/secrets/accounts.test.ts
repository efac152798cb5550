// @vitest-environment node
/** Two people at one console, in one browser: nothing of one is said, or done, in the name of the other. */
import { beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../../../lib/errors.ts";
import { asIs, whenPosting } from "../../../fakes/cloudmc.ts";
import { kindOf } from "../../../fakes/problem.ts";
import { createSignedInBrowser, type FakeBrowser, type Worker } from "../../../fakes/worker.ts";

let browser: FakeBrowser;
let worker: Worker;
let consoleId: string;
beforeEach(async () => {
  ({ browser, worker, consoleId } = await createSignedInBrowser());
  browser.cloud.addKey("of ana");
  await worker.keys.refresh(consoleId);
});

type Keys = FakeBrowser["cloud"]["keys"];
/** Each account of the console has keys of its own. */
const keysOf: Record<string, Keys> = {};
function signInAs(userName: string): void {
  const { cloud } = browser;
  keysOf[cloud.userName ?? ""] = cloud.keys;
  cloud.userName = userName;
  cloud.keys = keysOf[userName] ?? [];
}
beforeEach(() => {
  for (const name of Object.keys(keysOf)) delete keysOf[name];
});

const states = async () => (await worker.items.intents.get()).map(({ state, keyId }) => [state, keyId]);
const deletions = () => browser.cloud.asked.filter((asked) => asked.startsWith("DELETE /api_keys/"));

async function loseAnswer(isMade: boolean): Promise<void> {
  browser.cloud.course = whenPosting(async (_request, work) => {
    if (isMade) work();
    throw new AppError("cut_off");
  });
  await worker.freshKeys.create(consoleId, "intent", "ci");
  browser.cloud.course = asIs;
}

describe("another user at the same console", () => {
  it("does not have a key taken for that which was never made", async () => {
    await loseAnswer(false);
    signInAs("ben");
    browser.cloud.addKey("ci");
    await worker.keys.refresh(consoleId);
    expect(await states()).toEqual([["absent", null]]);
  });

  it("does not have a key called a copy", async () => {
    await worker.freshKeys.create(consoleId, "intent", "ci");
    signInAs("ben");
    browser.cloud.addKey("ci");
    await worker.keys.refresh(consoleId);
    expect((await worker.items.intents.get()).map(({ strays }) => strays)).toEqual([[]]);
  });

  it("does not make a key absent that only the first one can see", async () => {
    browser.cloud.course = async (request, work) => {
      if (request.method !== "POST") throw new AppError("unreachable");
      work();
      throw new AppError("cut_off");
    };
    // the session is asked first, and that goes well
    const unreachable = browser.cloud.course;
    let hasAsked = false;
    browser.cloud.course = (request, work) => {
      hasAsked ||= request.method === "POST";
      return hasAsked ? unreachable(request, work) : asIs(request, work);
    };
    await worker.freshKeys.create(consoleId, "intent", "ci");
    browser.cloud.course = asIs;
    expect(await states()).toEqual([["unknown", null]]);
    signInAs("ben");
    await worker.keys.refresh(consoleId);
    expect(await states()).toEqual([["unknown", null]]);
    signInAs("ana");
    await worker.keys.refresh(consoleId);
    expect(await states()).toEqual([["lost", "k2"]]);
  });

  it("cannot revoke a lost key of the first, nor make its news go away", async () => {
    await loseAnswer(true);
    signInAs("ben");
    expect(await kindOf(worker.freshKeys.revokeLost("intent"))).toBe("other_account");
    expect(deletions()).toEqual([]);
    expect(await states()).toEqual([["lost", "k2"]]);
  });

  it("changes nothing by a click in the list of the first", async () => {
    const id = browser.cloud.keys[0]?.id ?? "";
    signInAs("ben");
    expect(await kindOf(worker.keys.revoke(consoleId, id))).toBe("other_account");
    await worker.keys.refresh(consoleId);
    signInAs("ana");
    expect(await kindOf(worker.keys.rename(consoleId, id, "mine"))).toBe("other_account");
    expect(browser.cloud.keys.map(({ name }) => name)).toEqual(["of ana"]);
  });

  it("does not see the list of the first, not even after the browser was started anew", async () => {
    browser.restart();
    worker = browser.start();
    signInAs("ben");
    browser.cloud.course = async (request, work) => {
      if (request.url.includes("api_keys")) throw new AppError("forbidden");
      return work();
    };
    expect(await kindOf(worker.keys.refresh(consoleId))).toBe("forbidden");
    expect([await worker.items.snapshot(consoleId).get(), await worker.items.heads.get()]).toEqual([null, {}]);
  });
});

describe("a key that is not found", () => {
  it("when it is renamed stays in the list if the console still has it", async () => {
    const id = browser.cloud.keys[0]?.id ?? "";
    browser.cloud.course = async (request, work) =>
      request.method === "PUT" ? { status: 404, json: undefined, clockOffset: 0 } : work();
    expect(await kindOf(worker.keys.rename(consoleId, id, "new"))).toBe("bad_answer");
    expect((await worker.items.snapshot(consoleId).get())?.keys).toHaveLength(1);
  });

  it("when it is revoked is not called revoked by a list with gaps", async () => {
    const id = browser.cloud.keys[0]?.id ?? "";
    browser.cloud.course = async (request, work) => {
      if (request.method === "DELETE") return { status: 404, json: undefined, clockOffset: 0 };
      if (!request.url.includes("api_keys")) return work();
      return { status: 200, json: { data: [], metadata: { recordCount: 1 } }, clockOffset: 0 };
    };
    expect(await kindOf(worker.keys.revoke(consoleId, id))).toBe("bad_answer");
  });
});

describe("the log of new keys", () => {
  it("keeps what is left to do when a lost key is revoked that has copies", async () => {
    browser.cloud.course = whenPosting(async (_request, work) => {
      work();
      work();
      throw new AppError("cut_off");
    });
    await worker.freshKeys.create(consoleId, "intent", "ci");
    browser.cloud.course = asIs;
    await worker.freshKeys.revokeLost("intent");
    expect(await states()).toEqual([["lost", "k3"]]);
    await worker.freshKeys.revokeLost("intent");
    expect(await states()).toEqual([]);
    expect(browser.cloud.keys.map(({ name }) => name)).toEqual(["of ana"]);
  });

  it("finds keys again that wait in memory when it was damaged and reset", async () => {
    await worker.freshKeys.create(consoleId, "intent", "ci");
    await browser.local.remove("intents");
    worker = browser.start();
    await worker.freshKeys.recover();
    expect(await worker.items.intents.get()).toMatchObject([
      { id: "intent", consoleId, name: "ci", state: "received" },
    ]);
    expect((await worker.items.fresh.get()).intent?.key).toBe("secret-2");
  });

  it("does not take a key for its own that was only given its name", async () => {
    await loseAnswer(false);
    await worker.keys.rename(consoleId, browser.cloud.keys[0]?.id ?? "", "ci");
    await worker.keys.refresh(consoleId);
    expect(await states()).toEqual([["absent", null]]);
  });

  it("leaves nothing of a console that is removed while a key is being made", async () => {
    let finish: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      finish = resolve;
    });
    browser.cloud.course = whenPosting(async (_request, work) => {
      await gate;
      return work();
    });
    const creation = worker.freshKeys.create(consoleId, "intent", "ci");
    const removal = worker.consoles.remove(consoleId);
    finish();
    await Promise.all([creation, removal]);
    expect([
      await worker.items.intents.get(),
      await worker.items.fresh.get(),
      await worker.items.sessions.get(),
    ]).toEqual([[], {}, {}]);
  });

  it("counts a key as lost whose value could harm a terminal", async () => {
    browser.cloud.course = whenPosting(async (_request, work) => {
      const answer = work();
      const json = answer.json as { data: { key: string } };
      json.data.key = "k\u001b[201~\r\nrm -rf\r\n";
      return answer;
    });
    expect(await worker.freshKeys.create(consoleId, "intent", "ci")).toEqual({ outcome: "lost" });
  });
});
