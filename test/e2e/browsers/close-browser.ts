/** Closes a browser, and ends its process when it does not close by itself. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "puppeteer-core";

const PATIENCE = 10_000;

export async function closeBrowser(browser: Browser): Promise<void> {
  const clock = new AbortController();
  const late = sleep(PATIENCE, "late", { signal: clock.signal }).catch(() => undefined);
  const outcome = await Promise.race([browser.close().catch(() => "failed"), late]);
  clock.abort();
  if (outcome) browser.process()?.kill("SIGKILL");
}
