/** Watches and ends the extension's service worker, as Chromium itself does at any moment. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "puppeteer-core";
import { waitFor } from "./wait-for.ts";

/** How long a worker that is there takes to answer at the most, in milliseconds. */
const INTERVAL = 500;

export interface WorkerControl {
  killWorker(): Promise<void>;
  workerAlive(): boolean;
  /** Runs a function in the worker, which is running or about to. */
  inWorker<T>(work: (input: string) => Promise<T>, input?: string): Promise<T>;
}

export function createWorkerControl(browser: Browser, extensionId: string): WorkerControl {
  const find = () =>
    browser
      .targets()
      .find(
        (target) => target.type() === "service_worker" && target.url().startsWith(`chrome-extension://${extensionId}/`),
      );
  return {
    workerAlive: () => find() !== undefined,
    inWorker: async (work, input = "") => {
      const target = await waitFor(find, { what: "the service worker to run" });
      const worker = await target.worker();
      if (worker === null) throw new Error("The service worker has no way in.");
      return worker.evaluate(work, input);
    },
    killWorker: async () => {
      const target = find();
      if (!target) return;
      // It may end by itself just now; what counts is that it is gone.
      const worker = await target.worker().catch(() => null);
      await worker?.evaluate(() => Object.assign(globalThis, { isDoomed: true })).catch(() => undefined);
      await worker?.close().catch(() => undefined);
      // A page that waits for it may start it again at once, and then the new one takes the old one's place in the list.
      const isAnother = async () => {
        const found = await target.worker();
        return found?.evaluate(() => !("isDoomed" in globalThis)).catch(() => false);
      };
      await waitFor(
        async () => !browser.targets().includes(target) || (await Promise.race([isAnother(), sleep(INTERVAL, false)])),
        { what: "the service worker to end" },
      );
    },
  };
}
