// @vitest-environment node
import { beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../../../lib/errors.ts";
import { asIs } from "../../../fakes/cloudmc.ts";
import { kindOf, problemOf } from "../../../fakes/problem.ts";
import { bothKinds, createRenewing, entryOf, type Renewing, whenChanging, wishOf } from "../../../fakes/renewing.ts";

let scene: Renewing;
beforeEach(async () => {
  scene = await createRenewing();
});
const nothingLeft = async () => expect([await scene.all(), await scene.fresh()]).toEqual([[], {}]);
const ways = bothKinds.flatMap((what) =>
  (["post", "result", "both"] as const).flatMap((tellIn) =>
    [{ isSynchronous: true, polls: 0 }, ...[0, 1, 5].map((polls) => ({ isSynchronous: false, polls }))].map((way) => ({
      what,
      tellIn,
      ...way,
    })),
  ),
);

describe("replacing credentials", () => {
  it.each(ways)("of $what, told in $tellIn, at once: $isSynchronous, after $polls questions", async (way) => {
    const { what, ...plan } = way;
    Object.assign(scene.plan, plan);
    await scene.renew(what);
    expect(await scene.one()).toMatchObject({ state: "received", what, consoleId: scene.consoleId, owner: "\nana" });
    expect(await scene.secret()).toBe(scene.valid(what));
    expect(await scene.secret()).toMatch(/-new-/);
    expect(await scene.fresh()).toMatchObject({ renewal: { reserve: "", copied: false } });
    expect(scene.disk()).not.toMatch(/secret-|password-/);
    expect([scene.posts(), scene.browser.isAlarmSet]).toEqual([1, false]);
  });

  it("that are told nowhere looks them up", async () => {
    for (const isSynchronous of [true, false]) {
      Object.assign(scene.plan, { tellIn: "nowhere", isSynchronous });
      await scene.renew("credentials", `${isSynchronous}`);
      expect(await scene.one(`${isSynchronous}`)).toMatchObject({ state: "received" });
      expect(await scene.secret(`${isSynchronous}`)).toBe(scene.valid("credentials"));
    }
  });

  it("of S3 that are told nowhere says that the secret is lost", async () => {
    scene.plan.tellIn = "nowhere";
    await scene.renew("s3Key");
    expect([await scene.one(), await scene.fresh()]).toMatchObject([{ state: "lost" }, {}]);
  });

  it.each(bothKinds)("of %s writes down that it is wished for, without a secret, before it asks", async (what) => {
    let before: unknown;
    scene.browser.cloud.course = whenChanging(async (_request, work) => {
      before = [await scene.all(), Object.values(await scene.fresh()).map(({ fields }) => fields)];
      return work();
    });
    await scene.renew(what);
    const replaced = what === "s3Key" ? "AK-old-of-ana" : null;
    expect(before).toMatchObject([[{ state: "sent", taskId: null, replaced, entry: entryOf[what] }], [null]]);
  });

  it.each(bothKinds)("of %s has the secret in memory before anyone can read that it arrived", async (what) => {
    const seen: unknown[] = [];
    scene.worker.items.renewals.watch((list) => {
      if (list[0]?.state === "received") seen.push(scene.browser.session.dump().includes("-new-"));
    });
    await scene.renew(what);
    expect(seen).toEqual([true]);
  });

  it.each(bothKinds)("of %s shows a task while it runs, and is to be woken for it", async (what) => {
    const seen: unknown[] = [];
    scene.browser.cloud.course = async ({ url }, work) => {
      if (url.includes("/tasks/"))
        seen.push([(await scene.one())?.state, (await scene.one())?.taskId, scene.browser.isAlarmSet]);
      return work();
    };
    await scene.renew(what);
    expect(seen).toEqual([
      ["pending", "task-1", true],
      ["pending", "task-1", true],
    ]);
  });
});

describe("a task that does not succeed", () => {
  const told = ["post", "result"] as const;
  it.each(bothKinds.flatMap((what) => told.map((tellIn) => ({ what, tellIn }))))(
    "of $what, told in $tellIn: failed, in the console’s words and without the secret",
    async ({ what, tellIn }) => {
      Object.assign(scene.plan, { outcome: "failed", tellIn });
      await scene.renew(what);
      expect(await scene.one()).toMatchObject({ state: "failed", reason: "It could not be done." });
      expect(await scene.fresh()).toEqual({});
      expect(scene.browser.isAlarmSet).toBe(false);
    },
  );

  it.each(bothKinds)("of %s that fails in the very answer is failed too", async (what) => {
    Object.assign(scene.plan, { outcome: "failed", polls: 0 });
    await scene.renew(what);
    expect(await scene.one()).toMatchObject({ state: "failed", reason: "It could not be done." });
  });

  it.each(bothKinds)("of %s is unfinished when we stop asking, and gone on with later", async (what) => {
    scene.plan.outcome = "never";
    await scene.renew(what);
    expect([await scene.one(), scene.browser.isAlarmSet]).toMatchObject([
      { state: "unfinished", taskId: "task-1" },
      false,
    ]);
    scene.plan.outcome = "success";
    await scene.worker.renewals.lookAgain("renewal");
    expect([await scene.one(), scene.posts()]).toMatchObject([{ state: "received" }, 1]);
    expect(await scene.secret()).toBe(scene.valid(what));
  });

  it("that is unfinished is resumed within the task’s life, and not after it", async () => {
    scene.plan.outcome = "never";
    await scene.renew("credentials");
    const before = scene.browser.cloud.asked.length;
    scene.browser.clock += 31 * 60_000;
    await scene.worker.renewals.resume();
    expect(scene.browser.cloud.asked).toHaveLength(before);
  });

  it.each(bothKinds)(
    "of %s and is forgotten by the console is not called received when nothing was done",
    async (what) => {
      // S3 keys are told with the first answer: that one tells them is no proof that they came about
      Object.assign(scene.plan, { outcome: "lost", tellIn: what === "s3Key" ? "post" : "result" });
      await scene.renew(what);
      expect(scene.valid(what)).toMatch(/-old-/);
      expect(await scene.one()).toMatchObject({ state: what === "s3Key" ? "absent" : "unknown" });
      expect(await scene.secret()).toBeNull();
    },
  );

  it("of S3 that is forgotten after it was done has its secret kept", async () => {
    Object.assign(scene.plan, { outcome: "expired", tellIn: "post" });
    await scene.renew("s3Key");
    expect([(await scene.one())?.state, await scene.secret()]).toEqual(["received", scene.valid("s3Key")]);
  });
});

describe("asking twice", () => {
  it.each(bothKinds)("with one id asks for %s once: at the same time, later, and after a restart", async (what) => {
    await Promise.all([scene.renew(what), scene.renew(what), scene.renew(what)]);
    await scene.renew(what);
    const worker = scene.browser.start();
    await worker.renewals.recover();
    await worker.renewals.resume();
    await scene.renew(what, "renewal", worker);
    expect([scene.posts(), (await scene.all()).length]).toEqual([1, 1]);
    expect(await scene.secret()).toBe(scene.valid(what));
  });

  it.each(bothKinds)("with two ids, from two windows, refuses the second of %s", async (what) => {
    const [first, second] = [scene.renew(what, "one"), scene.renew(what, "two")];
    expect(await kindOf(second)).toBe("renewal_running");
    await first;
    expect([scene.posts(), (await scene.all()).map(({ id }) => id)]).toEqual([1, ["one"]]);
  });

  it("for another environment of the connection is refused, and for another connection not", async () => {
    const { worker, consoleId } = scene;
    const wish = wishOf(consoleId, "credentials", "other");
    const environment = { id: "e2", name: "staging", state: "PROVISIONED" };
    const first = scene.renew("credentials", "one");
    expect(await kindOf(worker.renewals.renew({ ...wish, entry: { ...wish.entry, environment } }))).toBe(
      "renewal_running",
    );
    await Promise.all([first, scene.renew("s3Key", "three")]);
    expect((await scene.all()).map(({ state }) => state)).toEqual(["received", "received"]);
  });

  it("while one of an earlier life is open is refused", async () => {
    const { items } = scene.worker;
    scene.plan.outcome = "never";
    await scene.renew("credentials", "one");
    await items.renewals.update((all) => all.map((renewal) => ({ ...renewal, state: "pending" as const })));
    expect(await kindOf(scene.renew("credentials", "two"))).toBe("renewal_running");
    expect(scene.posts()).toBe(1);
  });

  it("once more after the first one’s end is done", async () => {
    await scene.renew("credentials", "one");
    await scene.renew("credentials", "two");
    expect([scene.posts(), await scene.secret("two")]).toEqual([2, scene.valid("credentials")]);
  });
});

describe("a refusal", () => {
  const statuses = [400, 401, 403, 404, 405, 422, 429];
  it.each(bothKinds.flatMap((what) => statuses.map((status) => [what, status] as const)))(
    "of %s by a %i leaves nothing behind",
    async (what, status) => {
      scene.browser.cloud.course = whenChanging(async () => ({ status, json: undefined, clockOffset: 0 }));
      const kinds: Record<number, string> = { 401: "session_expired", 403: "environment_forbidden", 404: "not_found" };
      const otherwise = status === 429 ? "too_many_requests" : "rejected";
      expect(await kindOf(scene.renew(what))).toBe(kinds[status] ?? otherwise);
      await nothingLeft();
      scene.browser.cloud.course = asIs;
      expect([scene.posts(), scene.valid(what)]).toEqual([1, expect.stringContaining("-old-")]);
    },
  );

  it("of an entry without an environment asks for no change", async () => {
    const wish = wishOf(scene.consoleId, "credentials");
    const work = scene.worker.renewals.renew({ ...wish, entry: { ...wish.entry, environment: null } });
    expect(await problemOf(work)).toMatchObject({ kind: "no_credentials" });
    expect(scene.posts()).toBe(0);
    await nothingLeft();
  });

  it.each([200, 404])("to tell which S3 key is there now asks for no change (other fields: %i)", async (status) => {
    scene.browser.cloud.course = async ({ url }, work) => {
      if (url.endsWith("/apiCredentials")) throw new AppError("unreachable");
      // a service with S3 keys and nothing else
      return url.includes("/apiInfo") && status !== 200 ? { status, json: undefined, clockOffset: 0 } : work();
    };
    expect(await kindOf(scene.renew("s3Key"))).toBe("unreachable");
    expect(scene.posts()).toBe(0);
    await nothingLeft();
  });
});
