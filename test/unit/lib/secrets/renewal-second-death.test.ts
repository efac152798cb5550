// @vitest-environment node
/** The worker dies while it settles what an earlier one left open, at every step of that. */
import { describe, expect, it } from "vitest";
import type { TaskPlan } from "../../../fakes/cloudmc-services.ts";
import { atRest, bothKinds, createRenewing, type What } from "../../../fakes/renewing.ts";
import type { FakeBrowser } from "../../../fakes/worker.ts";

const mostSteps = 16;
const steps = Array.from({ length: mostSteps }, (_, index) => index + 1).flatMap((atStep) =>
  [false, true].map((afterwards) => ({ atStep, afterwards })),
);

/** Starts a worker as the browser does, and lets it live as long as it may. */
async function live(browser: FakeBrowser, death?: (typeof steps)[number]) {
  const worker = browser.start(death && { ...death, onDeath: () => undefined });
  void worker.renewals.recover().then(() => worker.renewals.resume());
  await atRest();
  return worker;
}

/** Where the first life ends: before the answer, with the answer but before the log, or with the log. */
const firstDeaths: Readonly<Record<What, readonly number[]>> = { credentials: [6, 7, 8, 9], s3Key: [11, 12, 13, 14] };
const plans: readonly Partial<TaskPlan>[] = [
  { tellIn: "both" },
  { tellIn: "both", outcome: "failed" },
  { tellIn: "both", outcome: "lost" },
  { tellIn: "both", outcome: "expired" },
];
const ways = bothKinds.flatMap((what) =>
  plans.flatMap((plan) => firstDeaths[what].map((atStep) => ({ what, plan, atStep }))),
);

describe.each(ways)("after a first death over $what at step $atStep, with $plan", ({ what, plan, atStep }) => {
  it.each([false, true])(
    "a second one leaves the truth to the third (browser ended between: %s)",
    async (isBrowserGone) => {
      const wrong: string[] = [];
      for (const death of steps) {
        const scene = await createRenewing();
        Object.assign(scene.plan, plan);
        const mortal = scene.browser.start({ atStep, afterwards: true, onDeath: () => undefined });
        void scene.renew(what, "renewal", mortal);
        await atRest();
        await live(scene.browser, death);
        if (isBrowserGone) scene.browser.restart();
        const worker = await live(scene.browser);
        scene.browser.cloud.services.endTasks();

        const [renewal, ...others] = await worker.items.renewals.get();
        const secret = await scene.secretIn(worker);
        const valid = scene.valid(what);
        const isNew = valid?.includes("-new-") === true;
        const isTrue = {
          received: secret === valid,
          failed: !isNew,
          lost: isNew,
          absent: true,
          unknown: true,
          ...{ unfinished: false, sent: false, pending: false },
          none: !isNew || (what === "credentials" && isBrowserGone),
        }[renewal?.state ?? "none"];
        const isQuiet = !scene.browser.isAlarmSet && (renewal?.state === "received" || secret === null);
        if (!isTrue || !isQuiet || others.length > 0 || scene.posts() > 1 || /secret-|password-/.test(scene.disk())) {
          wrong.push(`${JSON.stringify(death)}: ${renewal?.state}, ${secret} of ${valid}, ${scene.posts()} requests`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});
