/** A Chromium with the carrier in it, in which pages are filled. */
import { join } from "node:path";
import { type Browser, launch, type Page } from "puppeteer-core";
import { closeBrowser } from "../../e2e/browsers/close-browser.ts";
import { createTemporaryFolder, deleteTemporaryFolder } from "../../e2e/browsers/temporary-folder.ts";
import { waitFor } from "../../e2e/browsers/wait-for.ts";
import { findChromium, howToInstall } from "../../setup/find-browser.mjs";
import { type Carrier, openCarrier } from "./carrier.ts";
import { writeCarrier } from "./carrier-extension.ts";
import { type FillerScript, readFiller } from "./filler-script.ts";

export interface FormBrowser {
  readonly browser: Browser;
  readonly carrier: Carrier;
  /** Where the filler came from. */
  readonly fillerOrigin: string;
  /** One tab for all pages that are only filled: opening tabs takes longer than filling. */
  readonly page: Page;
  close(): Promise<void>;
}

/** Hosts under this name are this machine, without being loopback by name. */
export const REMOTE_DOMAIN = "pages.test";

export async function openFormBrowser(filler?: FillerScript): Promise<FormBrowser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(howToInstall("chromium"));
  const folder = await createTemporaryFolder();
  const { code, origin } = filler ?? (await readFiller());
  await writeCarrier(join(folder, "carrier"), code);
  const browser = await launch({
    executablePath,
    userDataDir: join(folder, "profile"),
    headless: true,
    pipe: true,
    enableExtensions: [join(folder, "carrier")],
    defaultViewport: { width: 1280, height: 900 },
    args: [
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      `--host-resolver-rules=MAP *.${REMOTE_DOMAIN} 127.0.0.1`,
      ...(process.platform === "linux" ? ["--no-sandbox"] : []),
    ],
  });
  const close = async () => {
    await closeBrowser(browser);
    await deleteTemporaryFolder(folder);
  };
  try {
    const extension = await waitFor(async () => [...(await browser.extensions()).values()][0], {
      what: "the carrier to be loaded",
      timeout: 20_000,
    });
    const carrier = await openCarrier(browser, extension.id);
    const page = await browser.newPage();
    return { browser, carrier, fillerOrigin: origin, page, close };
  } catch (error) {
    await close();
    throw error;
  }
}
