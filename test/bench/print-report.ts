/** Says what was measured, as a small table. */
import type { Results } from "./results.ts";

export function printReport({ when, machine, browser, openings, search, scrolling }: Results): void {
  console.log(`\n${browser}, ${machine.cores} cores (${machine.model}), ${when}\n`);
  console.log("From the click on the toolbar to the first key on screen, in ms:\n");
  line("", "rounds", "median", "90 %", "worst", "to the floor", "page alone");
  for (const { name, summary, ratio, loading } of openings) {
    const { count, median, p90, worst } = summary;
    line(name, `${count}`, ms(median), ms(p90), ms(worst), ratio.toFixed(2), ms(loading.median));
  }
  console.log("\n“Page alone” leaves out what the browser does before it begins to load the popup's page.");
  const { count, median, p90, worst } = search.summary;
  console.log("\nIn the popup with 10,000 keys:\n");
  console.log(
    `  Search   ${count} keystrokes, to the next frame: median ${ms(median)} ms, 90 % ${ms(p90)} ms, worst ${ms(worst)} ms`,
  );
  console.log(
    `  Scroll   ${scrolling.frames} frames from top to bottom: ${scrolling.slow} above 50 ms, worst ${ms(scrolling.worst)} ms, ` +
      `${scrolling.blank} blank\n`,
  );
}

function line(name: string, ...cells: readonly string[]): void {
  console.log(`  ${name.padEnd(12)}${cells.map((cell) => cell.padStart(14)).join("")}`);
}

function ms(value: number): string {
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}
