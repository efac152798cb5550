/** Pictures of pages of the extension. */
import type { Page } from "puppeteer-core";
import type { Visit } from "./visit.ts";

/** A picture of the popup as it is, once nothing in it is half faded in. It comes pixel by pixel: popups do not scale. */
export async function picture(popup: Page, path: `${string}.png`): Promise<void> {
  // Wheels turn for ever, and messages stay for seconds: these are not waited for.
  await popup.evaluate(() => {
    const finite = document.getAnimations().filter(({ effect }) => {
      const { endTime } = effect?.getComputedTiming() ?? {};
      return typeof endTime === "number" && endTime < 1000;
    });
    return Promise.allSettled(finite.map(({ finished }) => finished)).then(() => undefined);
  });
  await popup.screenshot({ path });
}

/**
 * Pictures, finer than its pixels, of what the popup would show if it were opened now: its page in a tab of the same
 * size, once for each scale.
 */
export async function finePictures(
  { chromium }: Visit,
  scheme: "light" | "dark",
  scales: readonly number[],
): Promise<string[]> {
  const page = await chromium.newPage();
  try {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    const pictures: string[] = [];
    for (const deviceScaleFactor of scales) {
      await page.setViewport({ width: 400, height: 580, deviceScaleFactor });
      await page.goto(`chrome-extension://${chromium.extensionId}/popup.html`);
      // Nothing moves any more: no wheel turns, no message comes or goes.
      await page.waitForFunction(
        () =>
          document.querySelector("[data-key]") !== null &&
          document.querySelector("[role=progressbar]") === null &&
          document.getAnimations().every(({ playState }) => playState !== "running"),
      );
      pictures.push(await page.screenshot({ encoding: "base64" }));
    }
    return pictures;
  } finally {
    await page.close();
  }
}
