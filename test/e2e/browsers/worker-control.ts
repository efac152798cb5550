/** Watches and ends the extension's service worker, as Chromium itself does at any moment. */
import type { Browser } from "puppeteer-core";
import { waitFor } from "./wait-for.ts";

export interface WorkerControl {
  killWorker(): Promise<void>;
  workerAlive(): boolean;
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
    killWorker: async () => {
      const target = find();
      if (!target) return;
      // It may end by itself just now; what counts is that it is gone.
      await target
        .worker()
        .then((worker) => worker?.close())
        .catch(() => undefined);
      await waitFor(() => !browser.targets().includes(target), { what: "the service worker to end" });
    },
  };
}
