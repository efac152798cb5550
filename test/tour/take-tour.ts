/** Takes the tour: step after step, each checked, each with a picture in `.output/tour`. */
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { outputFolder } from "../setup/start/folders.ts";
import { stopSignal } from "../setup/start/stop-signal.ts";
import { composeScreenshot } from "./compose-screenshot.ts";
import { dayWithKeys } from "./day-with-keys.ts";
import { inSpanish } from "./in-spanish.ts";
import { picture } from "./picture.ts";
import type { Part, Step } from "./step.ts";
import { tenThousandKeys } from "./ten-thousand-keys.ts";
import { startVisit, type Visit } from "./visit.ts";

const PARTS: readonly Part[] = [dayWithKeys, tenThousandKeys, inSpanish];
const FOLDER = join(outputFolder, "tour");

/** @throws Error whose message is the sentence that says what failed. */
export async function takeTour(sandbox: Sandbox, { screenshot }: { screenshot: boolean }): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const began = performance.now();
  let count = 0;
  for (const { browser, steps } of PARTS) {
    await during(sandbox, browser, async (visit) => {
      for (const step of steps) await take(step, visit, ++count);
    });
  }
  if (screenshot) {
    await during(sandbox, {}, async (visit) => {
      console.log(`✓ ${await composeScreenshot(visit)}`);
    });
  }
  console.log(`\nAll of it works: ${count} steps in ${Math.round((performance.now() - began) / 1000)} s.`);
  console.log(`The pictures are in ${FOLDER}.`);
}

/** Runs one part in a browser of its own, which is closed whatever happens. */
async function during(sandbox: Sandbox, options: Part["browser"], work: (visit: Visit) => Promise<void>) {
  const visit = await startVisit(sandbox, options);
  const stopped = stopSignal().then(() => {
    throw new Error("The tour was stopped before its end.");
  });
  try {
    await Promise.race([work(visit), stopped]);
  } finally {
    await visit.close();
  }
}

async function take({ name, title, run }: Step, visit: Visit, number: number): Promise<void> {
  const file = join(FOLDER, `${String(number).padStart(2, "0")}-${name}`);
  try {
    await run(visit);
    await picture(visit.popup.page, `${file}.png`);
    console.log(`✓ ${title}`);
  } catch (cause) {
    const seen = await picture(visit.popup.page, `${file}-failed.png`).then(
      () => `\nWhat was on screen: ${file}-failed.png`,
      () => "", // There may be no popup any more, which the message tells already.
    );
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`✗ ${title}: this failed. ${reason}${seen}`, { cause });
  }
}
