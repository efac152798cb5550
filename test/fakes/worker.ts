/** Background workers that live and die over the same browser: its storage, its permissions, one console. */
import type { PageAccess } from "../../lib/autofill/page-access.ts";
import { createServices, type Services } from "../../lib/services.ts";
import type { StorageArea } from "../../lib/storage/item.ts";
import { createItems, type Items } from "../../lib/storage/items.ts";
import { createFakeCloudMc, type FakeCloudMc } from "./cloudmc.ts";
import { createFakePage, type FakePage } from "./fill-page.ts";
import { createPermissions, type FakePermissions } from "./permissions.ts";
import { origin, pattern } from "./samples.ts";
import { createStorageArea, type FakeStorageArea } from "./storage-area.ts";
import { createWithLock } from "./with-lock.ts";

export interface Worker extends Services {
  readonly items: Items;
}

/** Ends a worker at one of its steps, a step being whatever leaves it: a write, a request, an alarm, a page. */
export interface Death {
  /** Counted from 1. */
  readonly atStep: number;
  /** Whether that step still takes effect. */
  readonly afterwards: boolean;
  readonly onDeath: () => void;
}

export interface FakeBrowser {
  readonly local: FakeStorageArea;
  /** A new one after the browser was started anew. */
  session: FakeStorageArea;
  readonly permissions: FakePermissions;
  readonly cloud: FakeCloudMc;
  /** What is in the tabs. */
  readonly page: FakePage;
  /** Moved on by whoever waits. */
  clock: number;
  /** Whether something will wake the background, should it end. */
  isAlarmSet: boolean;
  /** What went wrong where nobody waits for it. */
  readonly reports: unknown[];
  start(death?: Death): Worker;
  /** The browser ends: what was in memory is gone. */
  restart(): void;
}

export function createFakeBrowser(): FakeBrowser {
  const now = () => browser.clock;
  let ids = 0;
  const browser: FakeBrowser = {
    local: createStorageArea(),
    session: createStorageArea(),
    permissions: createPermissions(pattern),
    cloud: createFakeCloudMc(now),
    page: createFakePage(),
    clock: Date.UTC(2026, 4, 1),
    isAlarmSet: false,
    reports: [],
    restart() {
      browser.session = createStorageArea();
    },
    start(death) {
      const step = createSteps(death);
      const mortal = (area: StorageArea): StorageArea => ({
        get: (keys) => area.get(keys),
        set: (values) => step(() => area.set(values)),
        remove: (keys) => step(() => area.remove(keys)),
        onChanged: area.onChanged,
      });
      // locks die with whoever holds them
      const items = createItems(mortal(browser.local), mortal(browser.session), createWithLock());
      const { permissions, cloud } = browser;
      const transport: FakeCloudMc["transport"] = (request) => step(() => cloud.transport(request));
      const page: PageAccess = {
        collect: (tabId) => step(() => browser.page.collect(tabId)),
        fill: (tabId, order) => step(() => browser.page.fill(tabId, order)),
        watch: (tabId, token, milliseconds) => step(() => browser.page.watch(tabId, token, milliseconds)),
        isStillThere: (tabId) => step(() => browser.page.isStillThere(tabId)),
        isPrivate: (tabId) => step(() => browser.page.isPrivate(tabId)),
        stop: (tabId) => step(() => browser.page.stop(tabId)),
      };
      const wait = async (milliseconds: number) => {
        browser.clock += milliseconds;
      };
      const stayAwake = (isNeeded: boolean) =>
        step(async () => {
          browser.isAlarmSet = isNeeded;
        });
      const report = (...what: unknown[]) => void browser.reports.push(what);
      const newId = () => `new id ${++ids}`;
      const edge = { items, permissions, transport, page, now, newId, wait, stayAwake, report };
      const services = createServices(edge);
      return { ...services, items };
    },
  };
  return browser;
}

/** A browser with one console connected and Ana signed in to it. */
export async function createSignedInBrowser(): Promise<{ browser: FakeBrowser; worker: Worker; consoleId: string }> {
  const browser = createFakeBrowser();
  const worker = browser.start();
  const { consoleId } = await worker.consoles.connect(origin);
  return { browser, worker, consoleId };
}

function createSteps(death: Death | undefined) {
  let taken = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    taken++;
    if (death === undefined || taken < death.atStep) return work();
    if (taken === death.atStep) {
      if (death.afterwards) await work();
      death.onDeath();
    }
    // nobody is left to hear of it
    return new Promise(() => undefined);
  };
}
