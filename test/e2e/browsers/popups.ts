/** Opens and closes the extension's popup as a user does. */
import type { Browser, Extension, Page, Target } from "puppeteer-core";
import { waitFor } from "./wait-for.ts";

export interface Popups {
  /** Clicks the toolbar button while the page is in front. A popup that is still open is closed first. */
  open(page: Page): Promise<Page>;
  /** Clicks on the page, which takes the focus from the popup. */
  close(page: Page): Promise<void>;
}

const ATTEMPTS = 3;

export function createPopups(browser: Browser, extension: Extension, popupPath: string | undefined): Popups {
  const origin = `chrome-extension://${extension.id}/`;
  /** The popup's page may also be open in a tab, so only targets that a click brought are popups. */
  const known = new Set<Target>();
  const isOpen = () => browser.targets().some((target) => known.has(target));

  async function close(page: Page): Promise<void> {
    await page.bringToFront();
    if (!isOpen()) return;
    await page.mouse.click(1, 1);
    await waitFor(() => !isOpen(), { what: "the popup to close" });
  }

  async function open(page: Page): Promise<Page> {
    if (!popupPath) throw new Error("The extension has no popup: its manifest names none.");
    await close(page);
    for (let attempt = 1; ; attempt++) {
      try {
        return await click(page, origin + popupPath);
      } catch (cause) {
        // The browser now and then closes a popup before it is shown, when its window has lost the focus.
        if (attempt === ATTEMPTS) throw new Error("The popup did not open.", { cause });
        await close(page);
      }
    }
  }

  async function click(page: Page, url: string): Promise<Page> {
    const before = new Set(browser.targets());
    await page.triggerExtensionAction(extension);
    const target = await waitFor(
      () => browser.targets().find((target) => !before.has(target) && target.url().startsWith(url)),
      { what: "the popup to open", timeout: 5_000 },
    );
    known.add(target);
    const popup = await target.asPage();
    await waitFor(() => popup.evaluate(() => document.readyState === "complete"), {
      what: "the popup to load",
      timeout: 10_000,
    });
    return popup;
  }

  return { open, close };
}
