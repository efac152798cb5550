/** A browser with the carrier in it, in which pages are filled. */
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { closeBrowser } from "../../e2e/browsers/close-browser.ts";
import { createTemporaryFolder, deleteTemporaryFolder } from "../../e2e/browsers/temporary-folder.ts";
import { type Carrier, openCarrier } from "./carrier.ts";
import { writeCarrier } from "./carrier-extension.ts";
import type { CarryingBrowser } from "./carrying-browser.ts";
import { launchChromium } from "./chromium.ts";
import { type FillerScript, readFiller } from "./filler-script.ts";
import { launchFirefox } from "./firefox.ts";

export type BrowserKind = "chromium" | "firefox";

export interface FormBrowser {
  readonly browser: Browser;
  readonly carrier: Carrier;
  /** Where the filler came from. */
  readonly fillerOrigin: string;
  /** One tab for all pages that are only filled: opening tabs takes longer than filling. */
  readonly page: Page;
  close(): Promise<void>;
}

/** With the project's own filler, unless another is given. */
export async function openFormBrowser(filler?: FillerScript, kind: BrowserKind = "chromium"): Promise<FormBrowser> {
  const { code, origin } = filler ?? (await readFiller());
  const folder = await createTemporaryFolder();
  let carrying: CarryingBrowser | null = null;
  const close = async () => {
    if (carrying !== null) await closeBrowser(carrying.browser);
    await deleteTemporaryFolder(folder);
  };
  try {
    const carrierFolder = join(folder, "carrier");
    await writeCarrier(carrierFolder, code);
    carrying = await (kind === "firefox" ? launchFirefox(carrierFolder) : launchChromium(folder, carrierFolder));
    const { browser, home } = carrying;
    return { browser, carrier: openCarrier(home), fillerOrigin: origin, page: await browser.newPage(), close };
  } catch (error) {
    await close();
    throw error;
  }
}
