/** Starts Firefox with the built extension in it. Its toolbar cannot be clicked from here: pages open in tabs. */
import { type Browser, launch, type Page } from "puppeteer-core";
import { findFirefox, howToInstall } from "../../setup/find-browser.mjs";
import { closeBrowser } from "./close-browser.ts";
import { readManifest } from "./read-manifest.ts";
import { waitFor } from "./wait-for.ts";

export interface FirefoxOptions {
  /** The folder of the built extension. Its manifest must name a gecko id. */
  extensionDirectory: string;
  /** The language of pages, such as "es". The browser itself follows where that language is installed. */
  language?: string;
  /** What pages are told that the user prefers. */
  colorScheme?: "light" | "dark";
  /** Where files are saved, without asking. */
  downloadDirectory?: string;
}

export interface FirefoxSession {
  browser: Browser;
  /** Where the extension's pages are: `moz-extension://UUID`. */
  base: string;
  /** Opens a page in a new tab. */
  newPage(url?: string): Promise<Page>;
  /** Opens one of the extension's pages in a new tab, for example `popup.html?tab=3`. */
  openExtensionPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

/** Firefox gives extensions a random UUID unless it is told one; any will do. */
const UUID = "5f0c9a4e-7d2b-4c63-9b1e-8a6d3e2f1c07";

export async function launchFirefox(options: FirefoxOptions): Promise<FirefoxSession> {
  const manifest = await readManifest(options.extensionDirectory);
  const geckoId = manifest.browser_specific_settings?.gecko?.id;
  if (!geckoId) throw new Error("The manifest names no browser_specific_settings.gecko.id.");
  const browser = await start(options, geckoId);
  try {
    await browser.installExtension(options.extensionDirectory);
  } catch (error) {
    await closeBrowser(browser);
    throw error;
  }
  const base = `moz-extension://${UUID}`;
  return {
    browser,
    base,
    newPage: async (url) => {
      const page = await browser.newPage();
      if (url) await page.goto(url);
      return page;
    },
    openExtensionPage: async (path) => openExtensionPage(browser, `${base}/${path.replace(/^\//, "")}`),
    close: () => closeBrowser(browser),
  };
}

function start({ language, colorScheme, downloadDirectory }: FirefoxOptions, geckoId: string): Promise<Browser> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error(howToInstall("firefox"));
  return launch({
    browser: "firefox",
    protocol: "webDriverBiDi",
    executablePath,
    headless: true,
    defaultViewport: null,
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      "extensions.webextensions.uuids": JSON.stringify({ [geckoId]: UUID }),
      // Requests for permissions are granted at once: nobody can click on the prompt.
      "extensions.webextOptionalPermissionPrompts": false,
      ...(language ? { "intl.accept_languages": language, "intl.locale.requested": language } : {}),
      ...(downloadDirectory ? { "browser.download.folderList": 2, "browser.download.dir": downloadDirectory } : {}),
      ...(colorScheme ? { "layout.css.prefers-color-scheme.content-override": colorScheme === "dark" ? 0 : 1 } : {}),
    },
  });
}

/** Going to such a page never counts as finished, although the page is there and works: so it is asked until it is. */
async function openExtensionPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  page.goto(url).catch(() => undefined);
  await waitFor(
    () => page.evaluate((start) => location.href.startsWith(start) && document.readyState === "complete", url),
    { what: `${url} to load`, timeout: 20_000 },
  );
  return page;
}
