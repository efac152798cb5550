/**
 * How long the engine takes on a large page, beside the floor: a bare loop that reads every field's rectangle and
 * computed style and sets the same values. Both run in the isolated world, by turns.
 *
 * What the floor takes depends on the page: one that has just changed, by loading or by a step of a sign-in, has to be
 * laid out before anything can be read of it, and that is most of the time of both. A page at rest answers from what it
 * knows, the floor takes next to nothing then, and what is left of the engine are events, focus and hit tests, which a
 * bare loop has none of. So for a page at rest the mark is what a user would notice.
 */

import { parseFacts } from "../../../lib/forms/facts-schema.ts";
import type { FillReport } from "../../../lib/forms/order.ts";
import { orderOf, planPage } from "../../../lib/forms/plan.ts";
import { summarize } from "../../bench/statistics.ts";
import type { FormBrowser } from "../browser/form-browser.ts";
import type { PageServer } from "../pages/server.ts";
import { offersFor } from "./samples.ts";
import { speedPage } from "./speed-page.ts";

type State = "has just changed" | "is at rest";

/** The medians in one state of the page, in milliseconds. */
export interface Speed {
  readonly state: State;
  readonly floor: number;
  readonly collect: number;
  readonly parse: number;
  readonly plan: number;
  readonly fill: number;
  /** Collecting, parsing, planning and filling. */
  readonly total: number;
  /** Of the total to the floor. */
  readonly ratio: number;
  readonly filled: number;
}

/** Times the floor, where the page has to be laid out. */
const MOST_RATIO = 3;
/** People take for immediate what takes no longer (J. Nielsen, "Response Times: The 3 Important Limits"). */
const MOST_MILLISECONDS = 100;
/** Of the sign-in on the page. */
const FILLED = 4;
const ROUNDS = 25;
const WARM_UP = 5;
const PATH = "/speed.html";

export async function measureSpeed({ page, carrier }: FormBrowser, server: PageServer): Promise<readonly Speed[]> {
  server.put(PATH, speedPage());
  const offers = offersFor("openstack-login");
  const measure = async (state: State): Promise<Speed> => {
    // One change, before the page is read.
    const undo = state === "has just changed";
    await page.goto(server.origin + PATH);
    const place = await carrier.placeOf(page);
    await carrier.inject(place);
    const rounds: Omit<Speed, "state" | "ratio">[] = [];
    for (let round = 1 - WARM_UP; round <= ROUNDS; round++) {
      const collected = await carrier.timed(place, "collect", [], undo);
      const [facts, parse] = stopwatch(() => parseFacts(collected.value));
      const [order, plan] = stopwatch(() => orderOf(facts, planPage(facts, offers), offers));
      const filling = await carrier.timed(place, "fill", [order], false);
      const values = order.items.map(({ value }) => value);
      const { milliseconds: floor } = await carrier.floor(place, values, undo);
      const [collect, fill] = [collected.milliseconds, filling.milliseconds];
      const filled = (filling.value as FillReport).outcomes.filter(({ status }) => status === "filled").length;
      if (round >= 1) rounds.push({ floor, collect, parse, plan, fill, total: collect + parse + plan + fill, filled });
      // So that each round finds empty fields.
      await page.evaluate(() => document.querySelectorAll("form").forEach((form) => void form.reset()));
    }
    const median = (part: keyof (typeof rounds)[number]) => summarize(rounds.map((one) => one[part])).median;
    const [floor, total] = [median("floor"), median("total")];
    return {
      ...{ state, floor, total, ratio: total / floor },
      ...{ collect: median("collect"), parse: median("parse"), plan: median("plan"), fill: median("fill") },
      filled: Math.min(...rounds.map(({ filled }) => filled)),
    };
  };
  const speeds: Speed[] = [];
  for (const state of ["has just changed", "is at rest"] as const) speeds.push(await measure(state));
  return speeds;
}

function stopwatch<T>(work: () => T): [T, number] {
  const start = performance.now();
  const value = work();
  return [value, performance.now() - start];
}

export function printSpeed(speeds: readonly Speed[]): void {
  console.log("\nA page of 5,000 elements and 200 fields, which …; medians in ms:\n");
  const line = (name: string, ...values: readonly string[]) =>
    console.log(`  ${name.padEnd(18)}${values.map((value) => value.padStart(10)).join("")}`);
  line("", "floor", "collect", "parse", "plan", "fill", "total", "to floor", "fields");
  for (const { state, floor, collect, parse, plan, fill, total, ratio, filled } of speeds) {
    line(state, ...[floor, collect, parse, plan, fill, total, ratio].map((value) => value.toFixed(2)), `${filled}`);
  }
}

export function speedExcesses(speeds: readonly Speed[]): readonly string[] {
  return speeds.flatMap(({ state, total, ratio, filled }) => [
    ...(state === "has just changed" && ratio > MOST_RATIO
      ? [`A page that ${state}: ${ratio.toFixed(2)} times the floor, and ${MOST_RATIO} is the limit.`]
      : []),
    ...(state === "is at rest" && total > MOST_MILLISECONDS
      ? [`A page that ${state}: ${total.toFixed(1)} ms, and ${MOST_MILLISECONDS} is the limit.`]
      : []),
    ...(filled < FILLED ? [`A page that ${state}: ${filled} fields were filled, and ${FILLED} can be.`] : []),
  ]);
}
