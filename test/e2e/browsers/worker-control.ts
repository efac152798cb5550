/**
 * Watches and ends the extension's service worker, as Chromium itself does at any moment.
 *
 * A worker that starts again has the identity of the one before. The driver's own list may then hold one that is no
 * more, or lack one that runs; so the browser is asked each time, and each look has a session of its own.
 */
import type { Browser, CDPSession, Protocol } from "puppeteer-core";
import { waitFor } from "./wait-for.ts";

export interface WorkerControl {
  killWorker(): Promise<void>;
  workerAlive(): Promise<boolean>;
  /** Runs a function in the worker, which is running or about to. It is sent there as text. */
  inWorker<T>(work: (input: string) => Promise<T>, input?: string): Promise<T>;
}

/** How long a worker that runs takes to answer at the most, in milliseconds. */
const PATIENCE = 1_000;

export function createWorkerControl(browser: Browser, extensionId: string): WorkerControl {
  let opened: Promise<CDPSession> | null = null;
  const root = (): Promise<CDPSession> => {
    opened ??= browser.target().createCDPSession();
    return opened;
  };

  const find = async (): Promise<Protocol.Target.TargetInfo | null> => {
    const { targetInfos } = await (await root()).send("Target.getTargets");
    const isOurs = (url: string) => url.startsWith(`chrome-extension://${extensionId}/`);
    return targetInfos.find(({ type, url }) => type === "service_worker" && isOurs(url)) ?? null;
  };

  /** Fails when the worker goes away meanwhile, or does not answer. */
  const evaluate = async (target: Protocol.Target.TargetInfo, expression: string): Promise<unknown> => {
    const session = await (await root()).connection()?.createSession(target);
    if (session === undefined) throw new Error("The service worker has gone.");
    try {
      const { result, exceptionDetails } = await session.send(
        "Runtime.evaluate",
        { expression, awaitPromise: true, returnByValue: true },
        { timeout: PATIENCE },
      );
      if (exceptionDetails !== undefined) {
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      }
      return result.value;
    } finally {
      await session.detach().catch(() => undefined);
    }
  };

  return {
    workerAlive: async () => (await find()) !== null,
    inWorker: async (work, input = "") => {
      const target = await waitFor(find, { what: "the service worker to run" });
      return (await evaluate(target, `(${work})(${JSON.stringify(input)})`)) as Awaited<ReturnType<typeof work>>;
    },
    killWorker: async () => {
      const mark = `isDoomed${Date.now()}`;
      // It may end by itself just now; what counts is that it is gone.
      const isMarked = await waitFor(
        async () => {
          const target = await find();
          return target === null ? "gone" : (await evaluate(target, `globalThis.${mark} = true`)) && "marked";
        },
        { what: "the service worker to be there or not" },
      );
      if (isMarked === "gone") return;
      await waitFor(
        async () => {
          const target = await find();
          if (target === null) return true;
          // A page that waits for it may have started another at once.
          if ((await evaluate(target, `"${mark}" in globalThis`)) === false) return true;
          await (await root()).send("Target.closeTarget", { targetId: target.targetId });
          return false;
        },
        { what: "the service worker to end" },
      );
    },
  };
}
