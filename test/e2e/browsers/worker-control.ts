/**
 * Watches and ends the extension's service worker, as Chromium itself does at any moment.
 *
 * A worker that starts again has the identity of the one before. The driver's own list may then hold one that is no
 * more, or lack one that runs; so the browser is asked each time, and each look has a session of its own.
 */

import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, CDPSession, Protocol } from "puppeteer-core";
import { waitFor } from "./wait-for.ts";

export interface WorkerControl {
  killWorker(): Promise<void>;
  workerAlive(): Promise<boolean>;
  /** Runs a function in the worker, which is running or about to. It is sent there as text. */
  inWorker<T>(work: (input: string) => Promise<T>, input?: string): Promise<T>;
}

/** How long a worker that runs takes to answer at the most, in milliseconds. */
const PATIENCE = 2_000;

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

  /** Fails when the worker goes away meanwhile, or lets nobody in, as one that is just starting. */
  const attach = async (target: Protocol.Target.TargetInfo): Promise<CDPSession> => {
    const session = await soon((await root()).connection()?.createSession(target));
    if (session === undefined) throw new Error("The service worker has gone.");
    return session;
  };

  const evaluate = async (session: CDPSession, expression: string): Promise<unknown> => {
    try {
      const asked = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await session.send("Runtime.evaluate", asked);
      if (exceptionDetails === undefined) return result.value;
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    } finally {
      await session.detach().catch(() => undefined);
    }
  };

  return {
    workerAlive: async () => (await find()) !== null,
    inWorker: async (work, input = "") => {
      const session = await waitFor(
        async () => {
          const target = await find();
          return target === null ? null : attach(target);
        },
        { what: "the service worker to run" },
      );
      return (await evaluate(session, `(${work})(${JSON.stringify(input)})`)) as Awaited<ReturnType<typeof work>>;
    },
    killWorker: async () => {
      const mark = `isDoomed${Date.now()}`;
      // It may end by itself just now; what counts is that it is gone.
      const isMarked = await waitFor(
        async () => {
          const target = await find();
          return target === null
            ? "gone"
            : (await soon(evaluate(await attach(target), `globalThis.${mark} = true`))) && "marked";
        },
        { what: "the service worker to be there or not" },
      );
      if (isMarked === "gone") return;
      await waitFor(
        async () => {
          const target = await find();
          if (target === null) return true;
          // A page that waits for it may have started another at once.
          if ((await soon(evaluate(await attach(target), `"${mark}" in globalThis`))) === false) return true;
          await (await root()).send("Target.closeTarget", { targetId: target.targetId });
          return false;
        },
        { what: "the service worker to end" },
      );
    },
  };
}

async function soon<T>(work: Promise<T> | undefined): Promise<T | undefined> {
  const clock = new AbortController();
  const late = sleep(PATIENCE, undefined, { signal: clock.signal }).then(() => {
    throw new Error("The service worker did not answer.");
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    late.catch(() => undefined); // Aborting it rejects it, which nobody needs to know.
    clock.abort();
  }
}
