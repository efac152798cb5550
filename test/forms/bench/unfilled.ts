/**
 * What the built extension costs a page that nobody asks it to fill. The large page is loaded by turns in a browser with
 * the extension and in one without it. Times vary more than they tell; so what is checked are counts that have to be
 * nothing: worlds of extensions in the page, time spent in scripts (the page has none), and starts of the background.
 */
import type { Page } from "puppeteer-core";
import { summarize } from "../../bench/statistics.ts";
import { type ChromiumSession, launchChromium } from "../../e2e/browsers/chromium.ts";
import { waitFor } from "../../e2e/browsers/wait-for.ts";
import { extensionDirectory } from "../../setup/start/folders.ts";
import type { FormBrowser } from "../browser/form-browser.ts";
import type { PageServer } from "../pages/server.ts";
import { speedPage } from "./speed-page.ts";

/** What one load of the page took. */
interface Load {
  /** Worlds that extensions have in the page. */
  readonly worlds: number;
  /** In milliseconds. */
  readonly scripts: number;
  readonly tasks: number;
  readonly heap: number;
}

export interface Unfilled {
  readonly without: Load;
  readonly with: Load;
  /** How often a load has started the background, which was ended before. */
  readonly starts: number;
  /** Worlds in a page that a filler was put into: that it is more than none shows that they are seen. */
  readonly worldsWhenFilled: number;
}

const ROUNDS = 15;
const PATH = "/unfilled.html";

export async function measureUnfilled(plain: FormBrowser, server: PageServer): Promise<Unfilled> {
  server.put(PATH, speedPage());
  const url = server.origin + PATH;
  const chromium = await launchChromium({ extensionDirectory });
  try {
    const [pageWithout, pageWith] = [await plain.browser.newPage(), await chromium.newPage()];
    // it listens to tabs until it knows that no page is being filled
    await waitFor(() => chromium.inWorker(async () => !chrome.tabs.onUpdated.hasListeners()), {
      what: "the background to be at rest",
    });
    await chromium.killWorker();
    const loads: { readonly without: Load[]; readonly with: Load[] } = { without: [], with: [] };
    let starts = 0;
    for (let round = 0; round < ROUNDS; round++) {
      loads.without.push(await load(pageWithout, url));
      loads.with.push(await load(pageWith, url));
      starts += await startsSeen(chromium);
    }
    await pageWithout.close();
    await plain.page.goto(url);
    await plain.carrier.inject(await plain.carrier.placeOf(plain.page));
    const worldsWhenFilled = await countWorlds(plain.page);
    return { without: middle(loads.without), with: middle(loads.with), starts, worldsWhenFilled };
  } finally {
    await chromium.close();
  }
}

async function startsSeen(chromium: ChromiumSession): Promise<number> {
  if (!(await chromium.workerAlive())) return 0;
  await chromium.killWorker();
  return 1;
}

async function load(page: Page, url: string): Promise<Load> {
  // A new document each time, and the figures start from nothing with it.
  await page.goto("about:blank");
  const session = await page.createCDPSession();
  try {
    await session.send("Performance.enable");
    const figures = async () => {
      const { metrics } = await session.send("Performance.getMetrics");
      return (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    };
    const before = await figures();
    await page.goto(url, { waitUntil: "load" });
    const after = await figures();
    return {
      worlds: await countWorlds(page),
      scripts: (after("ScriptDuration") - before("ScriptDuration")) * 1000,
      tasks: (after("TaskDuration") - before("TaskDuration")) * 1000,
      heap: after("JSHeapUsedSize"),
    };
  } finally {
    await session.detach();
  }
}

/** The driver has a world of its own there. */
async function countWorlds(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  const origins: string[] = [];
  session.on("Runtime.executionContextCreated", ({ context }) => origins.push(context.origin));
  // It tells of all that are there before it answers.
  await session.send("Runtime.enable");
  await session.detach();
  return origins.filter((origin) => origin.startsWith("chrome-extension://")).length;
}

function middle(loads: readonly Load[]): Load {
  const median = (part: keyof Load) => summarize(loads.map((one) => one[part])).median;
  const worlds = Math.max(...loads.map((one) => one.worlds));
  return { worlds, scripts: median("scripts"), tasks: median("tasks"), heap: median("heap") };
}

export function printUnfilled({ without, with: own, starts, worldsWhenFilled }: Unfilled): void {
  console.log(`\nThe same page, loaded and not filled; medians of ${ROUNDS} loads:\n`);
  const line = (name: string, { worlds, scripts, tasks, heap }: Load) =>
    console.log(
      `  ${name.padEnd(24)}${worlds} worlds of extensions, ${scripts.toFixed(2)} ms of scripts, ` +
        `${tasks.toFixed(1)} ms in all, ${(heap / 1e6).toFixed(2)} MB`,
    );
  line("without the extension", without);
  line("with the extension", own);
  console.log(`  It started the background ${starts} times. (${worldsWhenFilled} worlds once a filler is put there.)`);
}

/** What scripts take in a page without any: the driver asks how far it has loaded. */
const MOST_SCRIPTS = 1;

export function unfilledExcesses({ without, with: own, starts, worldsWhenFilled }: Unfilled): readonly string[] {
  const sentences: string[] = [];
  if (own.worlds > 0) sentences.push(`An unfilled page: ${own.worlds} worlds of the extension are in it.`);
  if (own.scripts > without.scripts + MOST_SCRIPTS)
    sentences.push(`An unfilled page: ${own.scripts.toFixed(2)} ms of scripts, ${without.scripts.toFixed(2)} without.`);
  if (starts > 0) sentences.push(`An unfilled page: it started the background ${starts} times.`);
  if (worldsWhenFilled === 0) sentences.push("An unfilled page: the measure saw no world in a page with a filler.");
  return sentences;
}
