/** Says what was counted: per form, per variant, in all. */
import type { FormResult } from "./measure-form.ts";
import { percent, type Tally, tally } from "./tally.ts";

export const tallyOf = (results: readonly FormResult[]): Tally =>
  tally(
    results.flatMap(({ scores }) => scores),
    results.reduce((sum, { strays }) => sum + strays.length, 0),
  );

/** Groups keep the order in which they first come. */
export function groupBy<K extends "form" | "variant">(
  results: readonly FormResult[],
  key: K,
): readonly (readonly [FormResult[K], readonly FormResult[]])[] {
  return [...Map.groupBy(results, (result) => result[key])];
}

export function printResults(results: readonly FormResult[], withDetails: boolean): void {
  head("form, over all variants");
  for (const [form, group] of groupBy(results, "form")) line(form, tallyOf(group));
  head("variant, over all forms");
  for (const [variant, group] of groupBy(results, "variant")) line(variant, tallyOf(group));
  console.log();
  line("in all", tallyOf(results));
  if (withDetails) printDetails(results);
}

function printDetails(results: readonly FormResult[]): void {
  console.log();
  for (const { form, variant, scores, strays, troubles } of results) {
    const faults = scores.filter(
      ({ verdict, isMisplaced }) => isMisplaced || verdict === "wrong" || verdict === "missed",
    );
    for (const { name, verdict, isMisplaced, remark } of faults)
      console.log(`  ${form}, ${variant}, ${name}: ${isMisplaced ? "MISPLACED, " : ""}${verdict}; ${remark}`);
    for (const stray of strays) console.log(`  ${form}, ${variant}: a secret in ${stray}`);
    for (const trouble of troubles) console.log(`  ${form}, ${variant}: ${trouble}`);
  }
}

function head(what: string): void {
  console.log();
  cells(what, "expected", "right", "missed", "wrong", "misplaced", "precision", "recall");
}

function line(name: string, { expected, right, missed, wrong, misplaced, precision, recall }: Tally): void {
  const counts = [expected, right, missed, wrong, misplaced].map(String);
  cells(name, ...counts, percent(precision), percent(recall));
}

function cells(name: string, ...values: readonly string[]): void {
  console.log(`  ${name.padEnd(32)}${values.map((value) => value.padStart(11)).join("")}`);
}
