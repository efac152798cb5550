// @vitest-environment node
/** The worker dies at every single step of creating a key, just before it takes effect or just after. */
import { describe, expect, it } from "vitest";
import { createSignedInBrowser, type Death } from "../../../fakes/worker.ts";

/** More than creating a key takes; the last ones must find it done. */
const mostSteps = 30;

async function createAndDie(death: Omit<Death, "onDeath">, isBrowserGone: boolean) {
  const { browser, worker: first, consoleId } = await createSignedInBrowser();
  await first.keys.refresh(consoleId);
  browser.cloud.addKey("ci", null);
  await first.keys.refresh(consoleId);
  browser.cloud.asked.length = 0;

  let die = () => {};
  const died = new Promise<"died">((resolve) => {
    die = () => resolve("died");
  });
  const mortal = browser.start({ ...death, onDeath: die });
  const creation = mortal.freshKeys.create(consoleId, "intent", "ci").then(() => "created" as const);
  const end = await Promise.race([creation, died]);

  if (isBrowserGone) browser.restart();
  const worker = browser.start();
  await worker.freshKeys.recover();
  await worker.keys.refresh(consoleId);
  const [intent, ...others] = await worker.items.intents.get();
  return {
    end,
    worker,
    browser,
    consoleId,
    intent,
    others,
    posts: browser.cloud.asked.filter((asked) => asked === "POST /api_keys").length,
    made: browser.cloud.keys.find(({ id }) => id !== "k1"),
    value: (await worker.items.fresh.get()).intent?.key ?? null,
  };
}

const steps = Array.from({ length: mostSteps }, (_, index) => index + 1).flatMap((atStep) =>
  [false, true].map((afterwards) => ({ atStep, afterwards })),
);

describe.each([
  ["the worker", false],
  ["the whole browser", true],
])("when %s ends", (_what, isBrowserGone) => {
  it.each(steps)("at step $atStep, done: $afterwards, the truth is known and nothing is made twice", async (death) => {
    const { made, intent, others, posts, value } = await createAndDie(death, isBrowserGone);
    expect(posts).toBeLessThanOrEqual(1);
    expect(others).toEqual([]);
    if (made === undefined) {
      expect(value).toBeNull();
      // either nobody ever noted it, or it is noted that there is no such key
      expect(intent?.state ?? "absent").toBe("absent");
    } else if (value === null) {
      expect(intent).toMatchObject({ state: "lost", keyId: made.id, strays: [] });
    } else {
      expect(isBrowserGone).toBe(false);
      expect(value).toBe(made.key);
      expect(intent).toMatchObject({ state: "received", keyId: made.id, strays: [] });
    }
  });

  it.each(steps)("at step $atStep, done: $afterwards, the same form asks no second time", async (death) => {
    const { worker, browser, consoleId, intent, posts } = await createAndDie(death, isBrowserGone);
    const { outcome } = await worker.freshKeys.create(consoleId, "intent", "ci");
    const again = browser.cloud.asked.filter((asked) => asked === "POST /api_keys").length - posts;
    if (intent === undefined) expect([outcome, again]).toEqual(["created", 1]);
    else expect([outcome, again]).toEqual([intent.state === "received" ? "created" : intent.state, 0]);
  });
});

describe("the steps tried", () => {
  it("are all there are: some come before the request, some after, and the last find it done", async () => {
    const ends = await Promise.all(steps.map(async (death) => (await createAndDie(death, false)).end));
    expect(ends.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => "died"));
    expect(ends.slice(-2)).toEqual(["created", "created"]);
    const runs = await Promise.all(steps.map((death) => createAndDie(death, false)));
    expect(new Set(runs.map(({ intent }) => intent?.state))).toEqual(
      new Set([undefined, "absent", "lost", "received"]),
    );
  });
});
