/** Ctrl+C, and the other ways in which a process is asked to end. */

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Resolves at the first of these signals, so that everything can be closed in order; a second one ends the process.
 *
 * To be called once browsers have been started: puppeteer's own listeners, which end the process at once, are removed.
 */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) {
      process.removeAllListeners(signal);
      process.once(signal, () => {
        for (const other of SIGNALS) process.removeAllListeners(other);
        console.log("\nStopping …");
        resolve();
      });
    }
  });
}
