/** Starts Firefox with the carrier in it. */
import { type Browser, launch, type Page } from "puppeteer-core";
import { closeBrowser } from "../../e2e/browsers/close-browser.ts";
import { waitFor } from "../../e2e/browsers/wait-for.ts";
import { findFirefox, howToInstall } from "../../setup/find-browser.mjs";
import { GECKO_ID, HOME_PAGE } from "./carrier-extension.ts";
import { type CarryingBrowser, VIEWPORT } from "./carrying-browser.ts";

/** Firefox gives extensions a random UUID unless it is told one; any will do. */
const UUID = "0d6b7a52-3f5e-4c0b-a1c4-2b9e7f81d3a6";

export async function launchFirefox(carrierFolder: string): Promise<CarryingBrowser> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error(howToInstall("firefox"));
  const browser = await launch({
    browser: "firefox",
    protocol: "webDriverBiDi",
    executablePath,
    headless: true,
    defaultViewport: VIEWPORT,
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      "extensions.webextensions.uuids": JSON.stringify({ [GECKO_ID]: UUID }),
      // It maps no names by pattern; so all of them are this machine, and no proxy is asked for any.
      "network.dns.forceResolve": "127.0.0.1",
      "network.proxy.type": 0,
    },
  });
  try {
    await browser.installExtension(carrierFolder);
    return { browser, home: await openHome(browser) };
  } catch (error) {
    await closeBrowser(browser);
    throw error;
  }
}

/** Going to such a page never counts as finished, although the page is there and works: so it is asked until it is. */
async function openHome(browser: Browser): Promise<Page> {
  const url = `moz-extension://${UUID}/${HOME_PAGE}`;
  const home = await browser.newPage({ type: "tab", background: true });
  home.goto(url).catch(() => undefined);
  await waitFor(() => home.evaluate((url) => location.href === url && document.readyState === "complete", url), {
    what: `${url} to load`,
    timeout: 20_000,
  });
  return home;
}
