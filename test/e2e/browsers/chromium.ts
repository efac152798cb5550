/** Starts Chromium with the built extension in it, and does there what a user does outside of the page. */
import { type Browser, type Extension, launch, type Page } from "puppeteer-core";
import { findChromium, howToInstall } from "../../setup/find-browser.mjs";
import { closeBrowser } from "./close-browser.ts";
import { approveHost, grantHost, readClipboard, revokeHost } from "./extension-settings.ts";
import { createPopups } from "./popups.ts";
import { readManifest } from "./read-manifest.ts";
import { createTemporaryFolder, deleteTemporaryFolder } from "./temporary-folder.ts";
import { waitFor } from "./wait-for.ts";
import { createWorkerControl, type WorkerControl } from "./worker-control.ts";

export interface ChromiumOptions {
  /** The folder of the built extension: the production build, unchanged. */
  extensionDirectory: string;
  /** True unless told: no window is shown. */
  headless?: boolean;
  /** The browser's language, such as "es". */
  language?: string;
  /** What pages and popups are told that the user prefers. */
  colorScheme?: "light" | "dark";
  /** Host names that lead to this computer, such as `*.example.com`. */
  localHosts?: readonly string[];
  /** A profile to keep; without it, each session has a fresh one, which is deleted afterwards. */
  userDataDirectory?: string;
}

export interface ChromiumSession extends WorkerControl {
  browser: Browser;
  extensionId: string;
  /** Opens a page in a new tab. */
  newPage(url?: string): Promise<Page>;
  /** Clicks the toolbar button while the page is in front (which grants `activeTab` for it); returns the popup. */
  openPopup(page: Page): Promise<Page>;
  /** Closes the popup as a user does: by clicking on the page. It clicks on the page's top left corner. */
  closePopup(page: Page): Promise<void>;
  /**
   * Answers the prompt in advance: the extension's own request for the host, when it comes, is granted.
   * A host that was taken back before is given again at once.
   */
  approveHost(pattern: string): Promise<void>;
  /** Gives the extension access to a host at once, for example `http://127.0.0.1/*`. Its manifest must name such hosts. */
  grantHost(pattern: string): Promise<void>;
  /** Takes such an access back, as a user does in the browser's settings. */
  revokeHost(pattern: string): Promise<void>;
  /** Ends the service worker, in the middle of whatever it does. Nothing happens when it is not running. */
  killWorker(): Promise<void>;
  workerAlive(): Promise<boolean>;
  /** The text in the clipboard, read without taking the focus from anything. */
  clipboard(): Promise<string>;
  close(): Promise<void>;
}

const SWITCHES = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  // The screen of a headless browser is so low that a popup gets less room than on any desktop.
  "--screen-info={1400x1000}",
];

export async function launchChromium(options: ChromiumOptions): Promise<ChromiumSession> {
  const manifest = await readManifest(options.extensionDirectory);
  const profile = options.userDataDirectory ?? (await createTemporaryFolder());
  const discardProfile = () => (options.userDataDirectory ? Promise.resolve() : deleteTemporaryFolder(profile));
  const browser = await start(options, profile).catch(async (error: unknown) => {
    await discardProfile();
    throw error;
  });
  const close = async () => {
    await closeBrowser(browser);
    await discardProfile();
  };
  try {
    const extension = await waitForExtension(browser, manifest.name);
    return createSession(browser, extension, manifest.action?.default_popup, options.colorScheme, close);
  } catch (error) {
    await close();
    throw error;
  }
}

function start(options: ChromiumOptions, userDataDir: string): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(howToInstall("chromium"));
  const { language, localHosts = [] } = options;
  return launch({
    executablePath,
    userDataDir,
    headless: options.headless ?? true,
    pipe: true,
    enableExtensions: [options.extensionDirectory],
    defaultViewport: null,
    args: [
      ...SWITCHES,
      // Neither root nor the tight settings of some distributions allow Chromium's sandbox.
      ...(process.platform === "linux" ? ["--no-sandbox"] : []),
      ...(localHosts.length === 0
        ? []
        : [`--host-resolver-rules=${localHosts.map((host) => `MAP ${host} 127.0.0.1`).join(",")}`]),
      ...(language ? [`--lang=${language}`, `--accept-lang=${language}`] : []),
    ],
    env: { ...process.env, ...(language ? { LANGUAGE: language } : {}) },
  });
}

function waitForExtension(browser: Browser, name: string): Promise<Extension> {
  return waitFor(
    async () => {
      const extensions = [...(await browser.extensions()).values()];
      return extensions.length === 1 ? extensions[0] : extensions.find((extension) => extension.name === name);
    },
    { what: `the extension ${name} to be loaded`, timeout: 20_000 },
  );
}

function createSession(
  browser: Browser,
  extension: Extension,
  popupPath: string | undefined,
  colorScheme: "light" | "dark" | undefined,
  close: () => Promise<void>,
): ChromiumSession {
  const { id } = extension;
  const dress = async (page: Page) => {
    if (colorScheme) await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: colorScheme }]);
    return page;
  };
  const popups = createPopups(browser, extension, popupPath);
  return {
    browser,
    extensionId: id,
    newPage: async (url) => {
      const page = await dress(await browser.newPage());
      if (url) await page.goto(url);
      return page;
    },
    openPopup: async (page) => dress(await popups.open(page)),
    closePopup: (page) => popups.close(page),
    approveHost: (pattern) => approveHost(browser, id, pattern),
    grantHost: (pattern) => grantHost(browser, id, pattern),
    revokeHost: (pattern) => revokeHost(browser, id, pattern),
    ...createWorkerControl(browser, id),
    clipboard: () => readClipboard(browser, id),
    close,
  };
}
