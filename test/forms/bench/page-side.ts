/** Asks a page of the bench what it says of itself. */
import type { Page } from "puppeteer-core";
import type { PageBench, Reading } from "../pages/apps/page-bench.ts";
import type { Value } from "../pages/tree.ts";

/** Runs in the page's own world, where its app has put `bench`. */
declare const bench: PageBench | undefined;

const PATIENCE = 15_000;

export async function openForm(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: "load" });
  // Frameworks draw after their script ran; the fields have to be there, not only the page.
  await page.waitForFunction(() => typeof bench === "object" && Object.keys(bench.values()).length > 0, {
    timeout: PATIENCE,
    polling: "raf",
  });
}

export const readValues = (page: Page): Promise<Record<string, Reading>> => page.evaluate(() => bench?.values() ?? {});

export interface Aftermath {
  readonly after: Record<string, Reading>;
  readonly state: Record<string, Value> | null;
  /** Where secrets stand other than in fields. */
  readonly strays: readonly string[];
}

/** Has the framework draw anew, then reads what is left. */
export const readAftermath = (page: Page, secrets: readonly string[]): Promise<Aftermath> =>
  page.evaluate(async (secrets) => {
    if (bench === undefined) throw new Error("The page has gone.");
    await bench.settle();
    return { after: bench.values(), state: bench.state(), strays: bench.find(secrets) };
  }, secrets);
