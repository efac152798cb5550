// @vitest-environment node
/** What changes under a renewal's feet: the account, the session, the console itself, and the user's mind. */
import { beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../../../lib/errors.ts";
import { kindOf } from "../../../fakes/problem.ts";
import { bothKinds, createRenewing, type Renewing, type What, whenChanging } from "../../../fakes/renewing.ts";
import { pattern } from "../../../fakes/samples.ts";

let scene: Renewing;
beforeEach(async () => {
  scene = await createRenewing();
});

/** Does something once, at the nth request from now on, just before or after it is answered. */
function during(nth: number, when: "before" | "after", act: () => Promise<unknown>) {
  const { cloud } = scene.browser;
  let count = 0;
  cloud.course = async (_request, work) => {
    const isIt = ++count === nth;
    if (isIt && when === "before") await act();
    const answer = work();
    if (isIt && when === "after") await act();
    return answer;
  };
}
const nothingIsOf = async (consoleId: string) => {
  expect((await scene.all()).filter((one) => one.consoleId === consoleId)).toEqual([]);
  expect(await scene.fresh()).toEqual({});
  expect(scene.browser.session.dump()).not.toMatch(/-new-/);
};
/** How many requests it takes, with a task that is asked about twice. */
const requestsOf: Readonly<Record<What, number>> = { credentials: 6, s3Key: 10 };
const signInAs = (userName: string | null) => {
  scene.browser.cloud.userName = userName;
};

describe("another user at the same console", () => {
  it.each(bothKinds)("has no %s replaced from the first one’s list", async (what) => {
    signInAs("ben");
    expect(await kindOf(scene.renew(what))).toBe("other_account");
    expect([scene.posts(), scene.valid(what, "ben")]).toEqual([0, expect.stringContaining("-old-")]);
    expect([await scene.all(), await scene.fresh()]).toEqual([[], {}]);
  });

  it.each(bothKinds)("has no %s replaced either when the first one’s session was found to have ended", async (what) => {
    signInAs(null);
    expect(await kindOf(scene.worker.keys.refresh(scene.consoleId))).toBe("session_expired");
    signInAs("ben");
    // what is on screen is still what the first one chose
    expect(await kindOf(scene.renew(what))).toBe("other_account");
    expect([scene.posts(), scene.valid(what, "ben")]).toEqual([0, expect.stringContaining("-old-")]);
  });

  it.each(bothKinds)("is not shown the first one’s new %s as theirs", async (what) => {
    scene.plan.tellIn = what === "s3Key" ? "post" : "result";
    scene.browser.cloud.course = async ({ url }, work) => {
      if (url.includes("/tasks/")) signInAs("ben");
      return work();
    };
    await scene.renew(what);
    // the task was asked for in the name of ben once, and never again
    expect(await scene.one()).toMatchObject({ owner: "\nana" });
    await scene.worker.renewals.resume();
    expect((await scene.one())?.owner).toBe("\nana");
    expect(JSON.stringify(await scene.fresh())).not.toContain("-of-ben");
  });

  it.each(bothKinds)("does not settle what the first one left open: %s", async (what) => {
    scene.plan.outcome = "never";
    await scene.renew(what);
    signInAs("ben");
    await scene.worker.renewals.lookAgain("renewal");
    expect(await scene.one()).toMatchObject({ state: "unfinished", owner: "\nana" });
  });
});

describe("signing out", () => {
  it.each(
    bothKinds.flatMap((what) => Array.from({ length: requestsOf[what] }, (_, index) => [what, index + 1] as const)),
  )(
    "in the middle of replacing %s, at request %i, ends in nothing, or in something that is known",
    async (what, nth) => {
      scene.plan.tellIn = "both";
      during(nth, "after", async () => {
        signInAs(null);
      });
      const kind = await kindOf(scene.renew(what));
      const renewal = await scene.one();
      if (renewal === undefined)
        expect([scene.posts() === 0 || scene.valid(what)?.includes("-old-"), kind]).toEqual([
          true,
          expect.stringMatching(/session_expired|signed_out/),
        ]);
      else expect(["received", "unfinished", "lost", "unknown"]).toContain(renewal.state);
      expect(scene.posts()).toBeLessThanOrEqual(1);
      expect(scene.browser.isAlarmSet).toBe(false);
      // whoever signs in again and looks gets the truth
      scene.browser.cloud.course = async (_request, work) => work();
      signInAs("ana");
      await scene.worker.renewals.resume();
      if ((await scene.one())?.state === "received") expect(await scene.secret()).toBe(scene.valid(what));
    },
  );

  it("in Llavero leaves the new credentials, as it leaves new keys", async () => {
    await scene.renew("s3Key");
    await scene.worker.sessions.signOut(scene.consoleId);
    expect(await scene.secret()).toBe(scene.valid("s3Key"));
  });
});

describe("removing the console", () => {
  const cases = bothKinds.flatMap((what) =>
    (["before", "after"] as const).flatMap((when) =>
      Array.from({ length: requestsOf[what] }, (_, index) => ({ what, when, nth: index + 1 })),
    ),
  );
  it.each(cases)(
    "just $when request $nth of replacing $what leaves nothing of it behind",
    async ({ what, when, nth }) => {
      scene.plan.tellIn = "both";
      const removals: Promise<void>[] = [];
      during(nth, when, async () => {
        const removal = scene.worker.consoles.remove(scene.consoleId);
        removals.push(removal);
        // it may wait for what is under way, and then goes on when that has ended
        await Promise.race([removal, new Promise((resolve) => setImmediate(resolve))]);
      });
      await kindOf(scene.renew(what));
      await Promise.all(removals);
      await nothingIsOf(scene.consoleId);
      expect([removals.length, scene.posts() <= 1, scene.browser.isAlarmSet]).toEqual([1, true, false]);
      expect(scene.disk()).not.toContain(scene.consoleId);
    },
  );

  it.each(bothKinds)("while a new %s waits deletes it", async (what) => {
    await scene.renew(what);
    await scene.worker.consoles.remove(scene.consoleId);
    await nothingIsOf(scene.consoleId);
  });
});

describe("dismissing", () => {
  it.each(bothKinds)("new %s leaves nothing of them", async (what) => {
    await scene.renew(what);
    await scene.worker.renewals.dismiss("renewal");
    await nothingIsOf(scene.consoleId);
    expect(scene.disk()).not.toContain(`"renewal"`);
  });

  it.each(bothKinds.flatMap((what) => [1, 3, 7, 10].map((nth) => [what, nth] as const)))(
    "in the middle of replacing %s, at request %i, does not lose what is coming",
    async (what, nth) => {
      during(nth, "after", () => scene.worker.renewals.dismiss("renewal"));
      await scene.renew(what);
      // regenerated fields or the S3 secret told with the end: both arrive
      expect([(await scene.one())?.state, await scene.secret()]).toEqual(["received", scene.valid(what)]);
    },
  );

  it.each(bothKinds)(
    "by another worker in the middle of replacing %s keeps no secret that nobody asks for",
    async (what) => {
      scene.plan.tellIn = "both";
      const other = scene.browser.start();
      during(requestsOf[what] - 1, "after", () => other.renewals.dismiss("renewal"));
      await scene.renew(what);
      expect([await scene.one(), await scene.fresh()]).toEqual([undefined, {}]);
    },
  );

  it("what is not there does nothing", async () => {
    await scene.worker.renewals.dismiss("nobody");
    await scene.worker.renewals.lookAgain("nobody");
    await scene.worker.renewals.markCopied("nobody");
    await nothingIsOf(scene.consoleId);
  });
});

describe("looking again", () => {
  const both = async () => [(await scene.one())?.state, await scene.secret()];
  it.each(bothKinds)("at %s that were received, from a window that does not know, takes nothing away", async (what) => {
    await scene.renew(what);
    const before = await both();
    signInAs(null);
    await scene.worker.renewals.lookAgain("renewal");
    expect(await both()).toEqual(before);
  });

  it.each(bothKinds)("at %s that are known to have failed does not forget why", async (what) => {
    scene.plan.outcome = "failed";
    await scene.renew(what);
    scene.browser.cloud.course = async ({ url }, work) =>
      url.includes("/tasks/") ? { status: 404, json: undefined, clockOffset: 0 } : work();
    await scene.worker.renewals.lookAgain("renewal");
    expect(await scene.one()).toMatchObject({ state: "failed", reason: "It could not be done." });
  });

  it.each(bothKinds)("twice at the same time at %s asks in one go", async (what) => {
    scene.plan.outcome = "never";
    await scene.renew(what);
    scene.plan.outcome = "success";
    await Promise.all([scene.worker.renewals.lookAgain("renewal"), scene.worker.renewals.lookAgain("renewal")]);
    expect((await scene.one())?.state).toBe("received");
  });
});

describe("access that was taken away", () => {
  it.each(bothKinds)("while %s are being replaced leaves it unfinished, not lost", async (what) => {
    during(what === "s3Key" ? 6 : 2, "after", async () => {
      scene.browser.permissions.granted.clear();
    });
    await scene.renew(what);
    expect(await scene.one()).toMatchObject({ state: "unfinished", taskId: "task-1" });
    scene.browser.permissions.granted.add(pattern);
    await scene.worker.renewals.resume();
    expect(await scene.one()).toMatchObject({ state: "received" });
  });

  it.each(bothKinds)("before %s are replaced asks nothing", async (what) => {
    scene.browser.permissions.granted.clear();
    expect(await kindOf(scene.renew(what))).toBe("permission_missing");
    expect(scene.browser.cloud.asked).toEqual([]);
  });

  it("does not hide a bug in the answer’s own handling", async () => {
    scene.browser.cloud.course = whenChanging(async () => Promise.reject(new AppError("internal")));
    await scene.renew("credentials");
    expect((await scene.one())?.state).toBe("unknown");
  });
});
