/**
 * `npm run bench`: how long the popup takes to show the first key, beside an extension whose popup is an empty page.
 *
 * Also: how long a keystroke in the search box takes with 10,000 keys, and how smoothly so long a list scrolls.
 * `--check` ends with status 1 when a limit is passed. Anything else that runs on the machine disturbs.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "puppeteer-core";
import { buildExtension } from "../setup/start/build-extension.ts";
import { outputFolder } from "../setup/start/folders.ts";
import { measureOpening, type Opening } from "./measure-opening.ts";
import { measureScrolling, type Scrolling } from "./measure-scrolling.ts";
import { measureSearch } from "./measure-search.ts";
import { printReport } from "./print-report.ts";
import type { Results } from "./results.ts";
import { type SubjectName, setStage } from "./stage.ts";
import { summarize } from "./statistics.ts";

/** What `--check` accepts: well above what a machine with two cores measures, even with others at work on it. */
const LIMITS = {
  /** Of the medians, to the floor's. */
  ratio: { "10 keys": 2.5, "1,000 keys": 2.5, "10,000 keys": 2.5 },
  /** In milliseconds. */
  searchMedian: 50,
  searchP90: 100,
  /** Parts of all frames of one way down. */
  slowFrames: 0.2,
};

const USAGE = "Usage: npm run bench -- [--check] [--rounds 15]";
const WARM_UP = 2;
const LEAST_ROUNDS = 3;

async function main(): Promise<void> {
  const { check, rounds } = readArguments();
  console.log("Building the extension …");
  buildExtension();
  console.log("Starting the sandbox and a browser, and signing in three people …");
  const results = await measure(rounds);
  mkdirSync(outputFolder, { recursive: true });
  writeFileSync(join(outputFolder, "bench.json"), `${JSON.stringify(results, null, 2)}\n`);
  printReport(results);
  if (!check) return;
  const passed = excesses(results);
  for (const sentence of passed) console.error(`✗ ${sentence}`);
  if (passed.length > 0) process.exitCode = 1;
  else console.log("✓ Everything is within the limits.");
}

function readArguments(): { check: boolean; rounds: number } {
  try {
    const { values } = parseArgs({
      options: { check: { type: "boolean", default: false }, rounds: { type: "string", default: "15" } },
    });
    const rounds = Number(values.rounds);
    if (!Number.isInteger(rounds) || rounds < LEAST_ROUNDS) throw new Error(`--rounds takes ${LEAST_ROUNDS} or more.`);
    return { check: values.check, rounds };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

async function measure(rounds: number): Promise<Results> {
  const stage = await setStage();
  try {
    const openings = new Map<SubjectName, Opening[]>(stage.subjects.map(({ name }) => [name, []]));
    for (let round = 1 - WARM_UP; round <= rounds; round++) {
      showProgress(round < 1 ? "Warming up …" : `Round ${round} of ${rounds} …`);
      for (const subject of stage.subjects) {
        const opening = await measureOpening(stage, subject);
        if (round >= 1) openings.get(subject.name)?.push(opening);
      }
    }
    showProgress("Searching and scrolling …");
    let search: number[] = [];
    let scrolling: Scrolling | undefined;
    const longest = stage.subjects.find(({ name }) => name === "10,000 keys");
    if (longest === undefined) throw new Error("There is no popup with 10,000 keys.");
    await measureOpening(stage, longest, async (popup: Page) => {
      search = await measureSearch(popup);
      scrolling = await measureScrolling(popup);
    });
    if (scrolling === undefined) throw new Error("Scrolling was not measured.");
    showProgress("");

    const floor = summarize((openings.get("floor") ?? []).map(({ shown }) => shown)).median;
    const [cpu, ...others] = cpus();
    return {
      when: new Date().toISOString(),
      machine: { cores: others.length + 1, model: cpu?.model ?? "unknown" },
      browser: await stage.browser.version(),
      openings: [...openings].map(([name, all]) => {
        const summary = summarize(all.map(({ shown }) => shown));
        const begun = summarize(all.map(({ begun }) => begun));
        const loading = summarize(all.map(({ begun, shown }) => shown - begun));
        return { name, summary, ratio: summary.median / floor, begun, loading, all };
      }),
      search: { summary: summarize(search), all: search },
      scrolling,
    };
  } finally {
    await stage.close();
  }
}

/** What is above its limit, in sentences. */
function excesses({ openings, search, scrolling }: Results): string[] {
  const sentences: string[] = [];
  const expect = (what: string, value: number, limit: number, unit = "") => {
    if (value > limit) sentences.push(`${what}: ${value.toFixed(2)}${unit} is above the limit of ${limit}${unit}.`);
  };
  for (const { name, ratio } of openings) {
    if (name !== "floor") expect(`First key with ${name}, to the floor`, ratio, LIMITS.ratio[name]);
  }
  expect("A keystroke in the search, median", search.summary.median, LIMITS.searchMedian, " ms");
  expect("A keystroke in the search, 90 %", search.summary.p90, LIMITS.searchP90, " ms");
  expect("Part of slow frames while scrolling", scrolling.slow / scrolling.frames, LIMITS.slowFrames);
  return sentences;
}

function showProgress(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${text}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
