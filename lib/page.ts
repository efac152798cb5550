/** What every page of ours (popup, window, panel, options) builds its models from: the browser's own parts. */
import { browser } from "./browser.ts";
import { createCall } from "./messaging/call.ts";
import { type App, createApp } from "./models/app.ts";
import { saveFile } from "./save-file.ts";
import { createItems } from "./storage/items.ts";
import {
  currentWindowId,
  fillableTabId,
  onFillableTab,
  openInWindow,
  openPanel,
  openSettings,
  openTab,
  panelKind,
} from "./tabs.ts";

/** @param hasPanel whether to offer the side panel: not inside of it. */
export function createPage(hasPanel: boolean): App {
  const kind = hasPanel ? panelKind() : null;
  let windowId: number | undefined;
  if (kind === "sidePanel") void currentWindowId().then((id) => (windowId = id));
  const app = createApp({
    items: createItems(browser.storage.local, browser.storage.session, (name, work) =>
      navigator.locks.request(name, work),
    ),
    call: createCall((message) => browser.runtime.sendMessage(message)),
    permissions: browser.permissions,
    clipboard: navigator.clipboard,
    tabId: fillableTabId,
    onTab: onFillableTab,
    saveFile,
    openTab,
    openSettings,
    openInWindow,
    panel: kind === null ? null : { kind, open: () => openPanel(windowId) },
    preferredLanguages: [browser.i18n.getUILanguage(), ...navigator.languages],
    newId: () => crypto.randomUUID(),
    now: Date.now,
  });
  const checkAccess = () => void app.consoles.checkAccess();
  browser.permissions.onAdded.addListener(checkAccess);
  browser.permissions.onRemoved.addListener(checkAccess);
  setInterval(app.tick, 30_000);
  // a panel or window stays open while one signs in, or makes keys, elsewhere
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void app.refresh();
  });
  return app;
}
