/** Pages of the extension that open and close over the same browser: its storage, its permissions, one background. */
import { type App, createApp } from "../../lib/models/app.ts";
import { originPattern } from "../../lib/permissions.ts";
import { type ConsoleProfile, createItems, type Items } from "../../lib/storage/items.ts";
import { createFakeCall, type FakeCall } from "./call.ts";
import { tab } from "./fill-page.ts";
import { createPermissions, type FakePermissions } from "./permissions.ts";
import { createStorageArea, type FakeStorageArea } from "./storage-area.ts";
import { createWithLock } from "./with-lock.ts";

export interface FakePages extends FakeCall {
  readonly local: FakeStorageArea;
  readonly session: FakeStorageArea;
  /** What the background works with. */
  readonly items: Items;
  readonly permissions: FakePermissions;
  readonly clipboard: { text: string; isRefused: boolean };
  /** Files handed to the user. */
  readonly saved: { name: string; text: string }[];
  /** Addresses opened in tabs. */
  readonly opened: string[];
  /** In milliseconds since 1970. */
  clock: number;
  preferredLanguages: string[];
  /** The tab that a page is opened for; null when there is none. */
  tabId: number | null;
  /** Who is told when another tab is in front. */
  readonly onTab: (() => void)[];
  /** Opens a page: everything that is stored has been read, nothing has been started. */
  open(): Promise<App>;
}

/** @param profiles the connected consoles, with access to each; the first is the current one. */
export async function createPages(...profiles: ConsoleProfile[]): Promise<FakePages> {
  const [local, session] = [createStorageArea(), createStorageArea()];
  const withLock = createWithLock();
  const permissions = createPermissions(...profiles.map(({ origin }) => originPattern(origin)));
  let ids = 0;
  const newId = () => `new id ${++ids}`;
  const pages: FakePages = {
    ...createFakeCall(),
    local,
    session,
    items: createItems(local, session, withLock),
    permissions,
    clipboard: { text: "", isRefused: false },
    saved: [],
    opened: [],
    clock: Date.UTC(2026, 4, 1),
    preferredLanguages: ["en-GB"],
    tabId: tab,
    onTab: [],
    async open() {
      const app = createApp({
        items: createItems(local, session, withLock),
        call: pages.call,
        permissions,
        clipboard: {
          async writeText(text) {
            if (pages.clipboard.isRefused) throw new DOMException("not focused", "NotAllowedError");
            pages.clipboard.text = text;
          },
        },
        tabId: async () => pages.tabId,
        onTab: (tell) => void pages.onTab.push(tell),
        saveFile: (name, text) => void pages.saved.push({ name, text }),
        openTab: async (url) => void pages.opened.push(url),
        openSettings: async () => undefined,
        openInWindow: async () => undefined,
        panel: null,
        preferredLanguages: pages.preferredLanguages,
        newId,
        now: () => pages.clock,
      });
      await app.state.load();
      return app;
    },
  };
  if (profiles.length > 0) await pages.items.consoles.set({ list: profiles, currentId: profiles[0]?.id ?? null });
  return pages;
}

/** Lets everything that is ready to happen happen, to be able to say that something did not. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  }
}

/** A promise that is kept when the test says so. */
export function createGate(): { readonly passed: Promise<void>; open(): void } {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
}
