/** Starts Chromium with the carrier in it. */
import { join } from "node:path";
import { launch } from "puppeteer-core";
import { closeBrowser } from "../../e2e/browsers/close-browser.ts";
import { waitFor } from "../../e2e/browsers/wait-for.ts";
import { findChromium, howToInstall } from "../../setup/find-browser.mjs";
import { HOME_PAGE } from "./carrier-extension.ts";
import { type CarryingBrowser, REMOTE_DOMAIN, VIEWPORT } from "./carrying-browser.ts";

/** `folder` is for what it keeps; the carrier lies in `carrierFolder`. */
export async function launchChromium(folder: string, carrierFolder: string): Promise<CarryingBrowser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(howToInstall("chromium"));
  const browser = await launch({
    executablePath,
    userDataDir: join(folder, "profile"),
    headless: true,
    pipe: true,
    enableExtensions: [carrierFolder],
    defaultViewport: VIEWPORT,
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
  try {
    const extension = await waitFor(async () => [...(await browser.extensions()).values()][0], {
      what: "the carrier to be loaded",
      timeout: 20_000,
    });
    const home = await browser.newPage({ type: "tab", background: true });
    await home.goto(`chrome-extension://${extension.id}/${HOME_PAGE}`);
    return { browser, home };
  } catch (error) {
    await closeBrowser(browser);
    throw error;
  }
}
