/** Reaches the parts of Chromium that a user reaches through its own windows: permissions and the clipboard. */
import type { Browser, Page } from "puppeteer-core";

/** The little of the private API behind `chrome://extensions` that is used here. */
interface DeveloperPrivate {
  addHostPermission(id: string, pattern: string): Promise<void>;
  removeHostPermission(id: string, pattern: string): Promise<void>;
}

interface Permissions {
  request(permissions: { origins: string[] }): Promise<boolean>;
}

/** A page of the extension's origin that every extension has and that runs none of its code. */
const quietPage = (extensionId: string) => `chrome-extension://${extensionId}/manifest.json`;

/** The browser grants the extension's next request for this host without showing its prompt, which nobody could answer. */
export async function approveHost(browser: Browser, extensionId: string, pattern: string): Promise<void> {
  await changeHostAccess(browser, extensionId, "addHostPermission", pattern);
}

/** Has the extension ask for the host, and the browser say yes. */
export async function grantHost(browser: Browser, extensionId: string, pattern: string): Promise<void> {
  await approveHost(browser, extensionId, pattern);
  // The approval alone is not enough: an optional permission becomes active only when the extension asks for it.
  const granted = await inBackgroundPage(browser, quietPage(extensionId), (page) =>
    page.evaluate((host) => {
      const { chrome } = globalThis as unknown as { chrome: { permissions: Permissions } };
      return chrome.permissions.request({ origins: [host] });
    }, pattern),
  );
  if (!granted) throw new Error(`The browser did not grant ${pattern} to the extension.`);
}

/** Takes the host back, as a user does in the extension's settings. The next request needs the prompt again. */
export async function revokeHost(browser: Browser, extensionId: string, pattern: string): Promise<void> {
  await changeHostAccess(browser, extensionId, "removeHostPermission", pattern);
}

async function changeHostAccess(
  browser: Browser,
  extensionId: string,
  change: keyof DeveloperPrivate,
  pattern: string,
): Promise<void> {
  await inBackgroundPage(browser, "chrome://extensions", (page) =>
    page.evaluate(
      (id, method, host) => {
        const { chrome } = globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } };
        return chrome.developerPrivate[method](id, host);
      },
      extensionId,
      change,
      pattern,
    ),
  );
}

/** Reads the clipboard from a page of the extension's origin; only reading is allowed, so that writing stays honest. */
export async function readClipboard(browser: Browser, extensionId: string): Promise<string> {
  const origin = `chrome-extension://${extensionId}`;
  await browser.setPermission(origin, { permission: { name: "clipboard-read" }, state: "granted" });
  return inBackgroundPage(browser, quietPage(extensionId), async (page) => {
    // The clipboard is for the document with the focus, and taking the focus for real would close an open popup.
    await page.emulateFocusedPage(true);
    return page.evaluate(() => navigator.clipboard.readText());
  });
}

async function inBackgroundPage<T>(browser: Browser, url: string, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage({ type: "tab", background: true });
  try {
    await page.goto(url);
    return await work(page);
  } finally {
    await page.close();
  }
}
