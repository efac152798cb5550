/** Opening our own pages and the console's, from a popup. */
import { browser } from "./browser.ts";

/** The popup's size, as `components/tokens.css` has it, with room for the window's frame. */
const windowSize = { width: 440, height: 680 };

/** The tab that the popup was opened on, for views that act on it later. */
async function activeTabId(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/** The tab that our page was opened for: named in its address, or the one in front. */
export async function fillableTabId(): Promise<number | null> {
  const named = new URLSearchParams(location.search).get("tab");
  if (named !== null) return named === "" ? null : Number(named);
  return (await activeTabId()) ?? null;
}

/** Tells when another tab comes to the front beside a panel; a popup closes then, and a window keeps its tab. */
export function onFillableTab(tell: () => void): void {
  if (new URLSearchParams(location.search).has("tab")) return;
  const own = currentWindowId();
  browser.tabs.onActivated.addListener(({ windowId }) => {
    void own.then((id) => {
      if (id === windowId) tell();
    });
  });
}

export async function openInWindow(): Promise<void> {
  const tabId = await activeTabId();
  const query = tabId === undefined ? "?tab" : `?tab=${tabId}`;
  await browser.windows.create({ url: browser.runtime.getURL(`popup.html${query}`), type: "popup", ...windowSize });
}

/** Chromium's side panel; webextension-polyfill does not know it. */
interface SidePanel {
  open(options: { windowId: number }): Promise<void>;
}

const chromium = globalThis as { chrome?: { sidePanel?: SidePanel } };

/** Which of the two this browser has. */
export function panelKind(): "sidePanel" | "sidebar" | null {
  if (chromium.chrome?.sidePanel !== undefined) return "sidePanel";
  return browser.sidebarAction === undefined ? null : "sidebar";
}

/** Must be called in the very task of a click. `windowId` is known beforehand for that reason. */
export async function openPanel(windowId: number | undefined): Promise<void> {
  if (panelKind() === "sidebar") return browser.sidebarAction.open();
  if (windowId === undefined) throw new Error("The window is not known yet.");
  await chromium.chrome?.sidePanel?.open({ windowId });
}

export async function currentWindowId(): Promise<number | undefined> {
  return (await browser.windows.getCurrent()).id;
}

export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

export async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
