// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "../../../../lib/errors.ts";
import { asIs } from "../../../fakes/cloudmc.ts";
import { kindOf, problemOf } from "../../../fakes/problem.ts";
import { createSignedInBrowser, type FakeBrowser, type Worker } from "../../../fakes/worker.ts";

let browser: FakeBrowser;
let worker: Worker;
let consoleId: string;
beforeEach(async () => {
  ({ browser, worker, consoleId } = await createSignedInBrowser());
  for (const name of ["a", "b", "c"]) browser.cloud.addKey(name);
  browser.cloud.asked.length = 0;
});

const known = async () => (await worker.items.snapshot(consoleId).get())?.keys.map(({ name }) => name).toSorted();
const listings = () => browser.cloud.asked.filter((asked) => asked === "GET /api_keys").length;
const idOf = (name: string) => browser.cloud.keys.find((key) => key.name === name)?.id ?? "";

describe("refreshing", () => {
  it("keeps the list, its head and when it was fetched; never a key itself", async () => {
    browser.cloud.clockOffset = 5000;
    expect(await worker.keys.refresh(consoleId)).toEqual({ unsaved: null });
    const snapshot = await worker.items.snapshot(consoleId).get();
    expect(snapshot).toMatchObject({ reported: 3, unreadable: 0, clockOffset: 5000, fetchedAt: browser.clock });
    expect(await worker.items.heads.get()).toMatchObject({ [consoleId]: { total: 3, clockOffset: 5000 } });
    expect(await known()).toEqual(["a", "b", "c"]);
    expect(browser.local.dump()).not.toContain("secret-");
  });

  it("does not claim to know the clock of a console that does not tell the time", async () => {
    browser.cloud.clockOffset = null;
    await worker.keys.refresh(consoleId);
    expect((await worker.items.snapshot(consoleId).get())?.clockOffset).toBeNull();
  });

  it("happens once for all who ask at the same time, and anew for who asks later", async () => {
    await Promise.all([worker.keys.refresh(consoleId), worker.keys.refresh(consoleId), worker.keys.refresh(consoleId)]);
    expect(listings()).toBe(1);
    await worker.keys.refresh(consoleId);
    expect(listings()).toBe(2);
  });

  it("that fails fails for all who wait, and not for who asks later", async () => {
    browser.cloud.course = async () => {
      throw new AppError("unreachable");
    };
    const both = [worker.keys.refresh(consoleId), worker.keys.refresh(consoleId)];
    expect(await Promise.all(both.map(kindOf))).toEqual(["unreachable", "unreachable"]);
    browser.cloud.course = asIs;
    expect(await worker.keys.refresh(consoleId)).toEqual({ unsaved: null });
  });

  it("asks again when something was changed while it ran", async () => {
    await worker.keys.refresh(consoleId);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let listed = 0;
    browser.cloud.course = async (request, work) => {
      const answer = work();
      if (request.method === "GET" && request.url.includes("api_keys") && ++listed === 1) await held;
      return answer;
    };
    const refresh = worker.keys.refresh(consoleId);
    await worker.keys.revoke(consoleId, idOf("b"));
    release();
    await refresh;
    expect(listed).toBe(2);
    expect(await known()).toEqual(["a", "c"]);
  });

  it("does not bring back a key that is revoked just when the list arrives", async () => {
    await worker.keys.refresh(consoleId);
    const id = idOf("b");
    let revoked: Promise<void> | undefined;
    let turnsAhead = 0;
    browser.cloud.course = async (request, work) => {
      const answer = work();
      if (request.method === "GET" && request.url.includes("api_keys") && revoked === undefined) {
        revoked = worker.keys.revoke(consoleId, id);
        // the list is on its way while the console is still asked to revoke
        for (let turn = 0; turn < turnsAhead; turn++) await null;
      }
      return answer;
    };
    // whichever of the two is ahead, and by how much
    for (const turns of [0, 1, 2, 3, 5, 8, 10, 12, 15, 20, 30]) {
      turnsAhead = turns;
      revoked = undefined;
      browser.cloud.keys = browser.cloud.keys.filter((key) => key.id !== id);
      browser.cloud.keys.push({ id, name: "b", key: "x", creationDate: null, lastIp: null, lastActivity: null });
      await worker.keys.refresh(consoleId);
      await revoked;
      expect(`after ${turns}: ${await known()}`).toBe(`after ${turns}: a,c`);
    }
  });

  it("hands over the list that could not be stored", async () => {
    browser.local.quota = browser.local.usedBytes();
    const { unsaved } = await worker.keys.refresh(consoleId);
    expect(unsaved?.keys.map(({ name }) => name)).toEqual(["a", "b", "c"]);
    expect(await worker.items.snapshot(consoleId).get()).toBeNull();
  });

  it("hands over the list also when a key is waiting and nothing more can be stored", async () => {
    await worker.freshKeys.create(consoleId, "intent", "d");
    browser.local.quota = 0;
    const { unsaved } = await worker.keys.refresh(consoleId);
    expect(unsaved?.keys.map(({ name }) => name)).toEqual(["a", "b", "c", "d"]);
  });

  it("does not hide a fault of another kind", async () => {
    const { set } = browser.local;
    browser.local.set = async (values) => {
      if (Object.keys(values).some((key) => key.startsWith("keys:"))) throw new Error("Extension context invalidated.");
      return set(values);
    };
    await expect(worker.keys.refresh(consoleId)).rejects.toThrow("Extension context invalidated.");
  });

  it("says what could not be understood or is missing", async () => {
    browser.cloud.course = async (request, work) => {
      const answer = work();
      if (!request.url.includes("api_keys")) return answer;
      return { ...answer, json: { data: [{ id: "k1", name: "a" }, { id: null }], metadata: { recordCount: 5 } } };
    };
    await worker.keys.refresh(consoleId);
    expect(await worker.items.snapshot(consoleId).get()).toMatchObject({ reported: 5, unreadable: 1 });
  });
});

describe("changing", () => {
  beforeEach(() => worker.keys.refresh(consoleId));

  it("renames on the console and in the list", async () => {
    await worker.keys.rename(consoleId, idOf("b"), "  bee ");
    expect(browser.cloud.keys.map(({ name }) => name)).toEqual(["a", "bee", "c"]);
    expect(await known()).toEqual(["a", "bee", "c"]);
  });

  it.each(["", "   "])("refuses the name %j without asking the console", async (name) => {
    browser.cloud.asked.length = 0;
    expect(await kindOf(worker.keys.rename(consoleId, idOf("b"), name))).toBe("name_empty");
    expect(browser.cloud.asked).toEqual([]);
  });

  it("revokes on the console, in the list and in its count", async () => {
    await worker.keys.revoke(consoleId, idOf("b"));
    expect(browser.cloud.keys.map(({ name }) => name)).toEqual(["a", "c"]);
    expect(await known()).toEqual(["a", "c"]);
    expect((await worker.items.snapshot(consoleId).get())?.reported).toBe(2);
    expect((await worker.items.heads.get())[consoleId]?.total).toBe(2);
  });

  it("takes a key that is gone already for revoked", async () => {
    const id = idOf("b");
    browser.cloud.keys = browser.cloud.keys.filter((key) => key.id !== id);
    await worker.keys.revoke(consoleId, id);
    expect(await known()).toEqual(["a", "c"]);
  });

  it("says that a key to rename is gone, and takes it off the list", async () => {
    const id = idOf("b");
    browser.cloud.keys = browser.cloud.keys.filter((key) => key.id !== id);
    expect(await kindOf(worker.keys.rename(consoleId, id, "bee"))).toBe("not_found");
    expect(await known()).toEqual(["a", "c"]);
  });

  it("leaves the list as it is when the console refuses", async () => {
    browser.cloud.course = async (request, work) =>
      request.method === "GET" ? work() : { status: 403, json: undefined, clockOffset: 0 };
    expect(await kindOf(worker.keys.revoke(consoleId, idOf("b")))).toBe("forbidden");
    expect(await kindOf(worker.keys.rename(consoleId, idOf("b"), "bee"))).toBe("forbidden");
    expect(await known()).toEqual(["a", "b", "c"]);
  });

  it("is asked of the console once, however it fails", async () => {
    browser.cloud.course = async (request, work) => {
      if (request.method !== "GET") throw new AppError("timed_out");
      return work();
    };
    browser.cloud.asked.length = 0;
    expect(await problemOf(worker.keys.revoke(consoleId, idOf("b")))).toEqual({ kind: "timed_out", facts: {} });
    expect(browser.cloud.asked.filter((asked) => asked.startsWith("DELETE"))).toHaveLength(1);
  });

  it("is done even when the list cannot be stored any more", async () => {
    browser.local.quota = 0;
    await worker.keys.revoke(consoleId, idOf("b"));
    expect(browser.cloud.keys.map(({ name }) => name)).toEqual(["a", "c"]);
  });

  it("twice at the same time, from two windows, leaves both changes in the list", async () => {
    const held: (() => void)[] = [];
    browser.cloud.course = async (request, work) => {
      const answer = work();
      if (request.method === "GET") return answer;
      // both answers arrive together
      await new Promise<void>((resolve) => held.push(resolve));
      return answer;
    };
    const release = vi
      .waitUntil(() => held.length === 2)
      .then(() => {
        for (const answer of held) answer();
      });
    await Promise.all([
      worker.keys.revoke(consoleId, idOf("b")),
      worker.keys.rename(consoleId, idOf("c"), "sea"),
      release,
    ]);
    expect(await known()).toEqual(["a", "sea"]);
  });

  it("goes on before any list is known", async () => {
    await worker.items.snapshot(consoleId).remove();
    await worker.keys.revoke(consoleId, idOf("b"));
    expect(await worker.items.snapshot(consoleId).get()).toBeNull();
  });
});
