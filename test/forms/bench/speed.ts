/**
 * How long the engine takes on a large page, beside the floor: a bare loop that reads every field's rectangle and
 * computed style and sets the same values. Both run in the isolated world, by turns, and both as the page stands and
 * after its layout was undone, as it is when something on the page has just changed.
 */

import { parseFacts } from "../../../lib/forms/facts-schema.ts";
import { orderOf, planPage } from "../../../lib/forms/plan.ts";
import { summarize } from "../../bench/statistics.ts";
import type { FormBrowser } from "../browser/form-browser.ts";
import type { PageServer } from "../pages/server.ts";
import { offersFor } from "./samples.ts";
import { speedPage } from "./speed-page.ts";

/** The medians of one way of measuring, in milliseconds. */
export interface Speed {
  readonly name: "as it stands" | "layout undone";
  readonly floor: number;
  readonly collect: number;
  readonly parse: number;
  readonly plan: number;
  readonly fill: number;
  /** Collecting, planning and filling, to the floor. */
  readonly ratio: number;
  readonly filled: number;
}

const LIMIT = 3;
const ROUNDS = 25;
const WARM_UP = 5;
const PATH = "/speed.html";

export async function measureSpeed({ page, carrier }: FormBrowser, server: PageServer): Promise<readonly Speed[]> {
  server.put(PATH, speedPage());
  const offers = offersFor("openstack-login");
  const measure = async (name: Speed["name"]): Promise<Speed> => {
    await page.goto(server.origin + PATH);
    const place = await carrier.placeOf(page);
    await carrier.inject(place);
    const undo = name === "layout undone";
    const times = {
      floor: [] as number[],
      collect: [] as number[],
      parse: [] as number[],
      plan: [] as number[],
      fill: [] as number[],
    };
    let filled = 0;
    for (let round = 1 - WARM_UP; round <= ROUNDS; round++) {
      const collected = await carrier.timed(place, "collect", [], undo);
      const [facts, parse] = stopwatch(() => parseFacts(collected.value));
      const [order, plan] = stopwatch(() => orderOf(facts, planPage(facts, offers), offers));
      const fill = await carrier.timed(place, "fill", [order], undo);
      const { milliseconds: floor } = await carrier.floor(
        place,
        order.items.map(({ value }) => value),
        undo,
      );
      filled = order.items.length;
      if (round < 1) continue;
      times.floor.push(floor);
      times.collect.push(collected.milliseconds);
      times.parse.push(parse);
      times.plan.push(plan);
      times.fill.push(fill.milliseconds);
      // So that each round finds empty fields.
      await page.evaluate(() => document.querySelectorAll("form").forEach((form) => void form.reset()));
    }
    const median = (values: readonly number[]) => summarize(values).median;
    const [floor, collect, plan, fill] = [times.floor, times.collect, times.plan, times.fill].map(median) as [
      number,
      number,
      number,
      number,
    ];
    return {
      name,
      floor,
      collect,
      parse: median(times.parse),
      plan,
      fill,
      ratio: (collect + plan + fill) / floor,
      filled,
    };
  };
  return [await measure("layout undone"), await measure("as it stands")];
}

function stopwatch<T>(work: () => T): [T, number] {
  const start = performance.now();
  const value = work();
  return [value, performance.now() - start];
}

export function printSpeed(speeds: readonly Speed[]): void {
  console.log("\nA page of 5,000 elements and 200 fields, medians in ms:\n");
  const line = (name: string, ...values: readonly string[]) =>
    console.log(`  ${name.padEnd(16)}${values.map((value) => value.padStart(10)).join("")}`);
  line("", "floor", "collect", "parse", "plan", "fill", "to floor", "fields");
  for (const { name, floor, collect, parse, plan, fill, ratio, filled } of speeds) {
    line(name, ...[floor, collect, parse, plan, fill, ratio].map((value) => value.toFixed(2)), `${filled}`);
  }
}

export function speedExcesses(speeds: readonly Speed[]): readonly string[] {
  return speeds.flatMap(({ name, ratio, filled }) => [
    ...(ratio > LIMIT ? [`Speed, ${name}: ${ratio.toFixed(2)} times the floor, and ${LIMIT} is the limit.`] : []),
    ...(filled === 0 ? [`Speed, ${name}: nothing was filled.`] : []),
  ]);
}
