// @vitest-environment node
/** The worker dies at every single step of replacing credentials, just before it takes effect or just after. */
import { describe, expect, it } from "vitest";
import type { TaskPlan } from "../../../fakes/cloudmc-services.ts";
import { bothKinds, createRenewing, type What } from "../../../fakes/renewing.ts";
import type { Death } from "../../../fakes/worker.ts";

/** More than the longest way takes; the last ones must find it done. */
const mostSteps = 42;

interface Way {
  readonly what: What;
  readonly isBrowserGone: boolean;
  readonly plan: Partial<TaskPlan>;
}

async function renewAndDie({ what, isBrowserGone, plan }: Way, death: Omit<Death, "onDeath">) {
  const scene = await createRenewing();
  const { browser, consoleId } = scene;
  Object.assign(scene.plan, plan);
  let die = () => {};
  const died = new Promise<"died">((resolve) => {
    die = () => resolve("died");
  });
  const mortal = browser.start({ ...death, onDeath: die });
  const end = await Promise.race([scene.renew(what, "renewal", mortal).then(() => "renewed" as const), died]);

  if (isBrowserGone) browser.restart();
  const worker = browser.start();
  await worker.renewals.recover();
  await worker.renewals.resume();
  const [renewal, ...others] = await worker.items.renewals.get();
  const fresh = await worker.items.freshCredentials.get();
  const [waiting] = Object.values(fresh);
  const secret = waiting?.fields?.find(({ key }) => key === "password" || key === "secretKey")?.value ?? null;
  const posts = scene.posts();
  const valid = scene.valid(what);
  // what nobody follows any more ends all the same, one day
  browser.cloud.services.endTasks();
  return {
    ...scene,
    worker,
    consoleId,
    end,
    renewal,
    others,
    fresh,
    secret,
    posts,
    valid,
    finallyValid: scene.valid(what),
  };
}

const steps = Array.from({ length: mostSteps }, (_, index) => index + 1).flatMap((atStep) =>
  [false, true].map((afterwards) => ({ atStep, afterwards })),
);
const plans: readonly Partial<TaskPlan>[] = [
  { tellIn: "post" },
  { tellIn: "result" },
  { isSynchronous: true, tellIn: "post" },
  { tellIn: "post", outcome: "failed" },
  { tellIn: "post", outcome: "lost" },
  { tellIn: "result", outcome: "expired" },
];
const ways = bothKinds.flatMap((what) =>
  [false, true].flatMap((isBrowserGone) => plans.map((plan) => ({ what, isBrowserGone, plan }))),
);

type Run = Awaited<ReturnType<typeof renewAndDie>>;

/** What was found wrong at which step, in every life that ended there. */
async function wrongSteps(way: Way, isWrong: (run: Run) => unknown): Promise<string[]> {
  const wrong: string[] = [];
  for (const death of steps) {
    const found = await isWrong(await renewAndDie(way, death));
    if (found) wrong.push(`step ${death.atStep}, ${death.afterwards ? "done" : "not done"}: ${found}`);
  }
  return wrong;
}

describe.each(ways)("when the worker ends over $what, the browser too: $isBrowserGone, with $plan", (way) => {
  it("the console is never asked twice, and nothing stays open", async () => {
    const wrong = await wrongSteps(way, async ({ posts, others, renewal, renew, worker, browser }) => {
      if (posts > 1 || others.length > 0) return `${posts} requests, ${others.length} others`;
      if (renewal?.state === "sent" || renewal?.state === "pending") return renewal.state;
      if (renewal === undefined) return null;
      await renew(way.what, "renewal", worker);
      return browser.cloud.asked.filter((asked) => asked.startsWith("POST ")).length > posts && "asked again";
    });
    expect(wrong).toEqual([]);
  });

  it("what is said is true", async () => {
    const wrong = await wrongSteps(way, ({ renewal, secret, valid, finallyValid }) => {
      const isNew = (value: string | null) => value?.includes("-new-") === true;
      const isTrue = {
        received: secret === finallyValid,
        absent: !isNew(valid),
        lost: isNew(finallyValid),
        failed: !isNew(finallyValid),
        ...{ unknown: true, unfinished: true, sent: false, pending: false },
        // a password can be looked up again: nobody is told of one that did not survive
        none: !isNew(valid) || (way.isBrowserGone && way.what === "credentials"),
      }[renewal?.state ?? "none"];
      return !isTrue && `${renewal?.state}, but ${finallyValid} works and ${secret} is shown`;
    });
    expect(wrong).toEqual([]);
  });

  it("nothing is left in memory that nobody knows of", async () => {
    const wrong = await wrongSteps(way, ({ renewal, fresh }) => {
      const known = renewal?.state === "received" ? 1 : 0;
      return Object.keys(fresh).length !== known && `${renewal?.state}, and ${Object.keys(fresh).length} in memory`;
    });
    expect(wrong).toEqual([]);
  });

  it("the background is left to sleep", async () => {
    expect(await wrongSteps(way, ({ browser }) => browser.isAlarmSet && "the alarm is set")).toEqual([]);
  });

  it("no secret was written to the disk", async () => {
    expect(await wrongSteps(way, ({ disk }) => /secret-|password-/.test(disk()) && "a secret")).toEqual([]);
  });
});

describe("the worker ends while new credentials are dismissed", () => {
  it.each(
    bothKinds.flatMap((what) => [1, 2].flatMap((atStep) => [false, true].map((done) => ({ what, atStep, done })))),
  )(
    "at step $atStep, done: $done, of $what: no secret stays that nobody is told of",
    async ({ what, atStep, done }) => {
      const scene = await createRenewing();
      await scene.renew(what);
      let die = () => {};
      const died = new Promise<void>((resolve) => {
        die = resolve;
      });
      const mortal = scene.browser.start({ atStep, afterwards: done, onDeath: () => die() });
      await Promise.race([mortal.renewals.dismiss("renewal"), died]);
      const worker = scene.browser.start();
      await worker.renewals.recover();
      await worker.renewals.resume();
      const isKnown = (await worker.items.renewals.get()).some(({ state }) => state === "received");
      expect(scene.browser.session.dump().includes("-new-")).toBe(isKnown);
    },
  );
});

describe("the steps tried", () => {
  it.each(bothKinds)("for %s are all there are: the last find it done", async (what) => {
    const way: Way = { what, isBrowserGone: false, plan: { tellIn: "post" } };
    const runs = await Promise.all(steps.map((death) => renewAndDie(way, death)));
    expect(runs.slice(0, 10).map(({ end }) => end)).toEqual(Array.from({ length: 10 }, () => "died"));
    expect(runs.slice(-2).map(({ end }) => end)).toEqual(["renewed", "renewed"]);
    expect(new Set(runs.map(({ renewal }) => renewal?.state)).size).toBeGreaterThan(1);
  });
});
