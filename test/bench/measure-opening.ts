/** One opening of a popup: from the click on the toolbar to the first key on screen. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { waitFor } from "../e2e/browsers/wait-for.ts";
import type { Stage, Subject } from "./stage.ts";

/** In milliseconds since the click. */
export interface Opening {
  /** Until the browser began to load the popup's page: its own work, the same for every extension. */
  readonly begun: number;
  /** Until the first key was on screen. */
  readonly shown: number;
}

/** Time for the browser to end what the closed popup left behind. */
const REST = 700;

/** Opens the popup, measures, waits until it has nothing left to do, leaves `inside` to do more, and closes it. */
export async function measureOpening(
  { browser, page, subjects }: Stage,
  subject: Subject,
  inside: (popup: Page) => Promise<void> = async () => {},
): Promise<Opening> {
  await page.bringToFront();
  // Chromium ends workers after 30 idle seconds, and with them the process: that is how a popup is mostly found.
  for (const { killWorker } of subjects) await killWorker();
  await sleep(REST);

  const before = new Set(browser.targets());
  const clicked = performance.timeOrigin + performance.now();
  await page.triggerExtensionAction(subject.extension);
  const url = `chrome-extension://${subject.extension.id}/popup.html`;
  const target = await waitFor(() => browser.targets().find((one) => !before.has(one) && one.url().startsWith(url)), {
    what: `the popup of ${subject.name}`,
  });
  const popup = await target.asPage();
  const { origin, first } = await readStopwatch(popup);
  await subject.settle(popup);
  await inside(popup);

  await page.bringToFront();
  await page.mouse.click(1, 1);
  await waitFor(() => !browser.targets().includes(target), { what: `the popup of ${subject.name} to close` });
  return { begun: origin - clicked, shown: origin + first - clicked };
}

/** The two processes share the machine's clock: `performance.timeOrigin` is a time of day in both. */
async function readStopwatch(popup: Page): Promise<{ origin: number; first: number }> {
  const times = await popup.evaluate(
    () =>
      new Promise<{ origin: number; first: number } | null>((resolve) => {
        new PerformanceObserver((list) => {
          const [entry] = list.getEntries();
          // Until it is on screen, by the browser's compositor.
          if (entry !== undefined) resolve({ origin: performance.timeOrigin, first: entry.startTime });
        }).observe({ type: "element", buffered: true });
        setTimeout(() => resolve(null), 15_000);
      }),
  );
  if (times === null) throw new Error("No key came on screen, or the browser did not tell when.");
  return times;
}
