/** Waits for a condition by asking again and again, and says what it waited for when it gives up. */
import { setTimeout as sleep } from "node:timers/promises";

export interface WaitOptions {
  /** In milliseconds; ten seconds unless told. */
  timeout?: number;
  /** Completes the sentence "Waited … for …". */
  what: string;
}

const INTERVAL = 50;
const DEFAULT_TIMEOUT = 10_000;

/**
 * Resolves with the first truthy value of `condition`.
 *
 * A condition that throws counts as not yet true, since pages and workers come and go while one asks them; the last
 * error becomes the cause of ours.
 */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  { timeout = DEFAULT_TIMEOUT, what }: WaitOptions,
): Promise<Exclude<T, false | null | undefined | 0 | "">> {
  const end = Date.now() + timeout;
  let cause: unknown;
  do {
    try {
      const value = await within(condition(), end - Date.now());
      if (value) return value as Exclude<T, false | null | undefined | 0 | "">;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await sleep(INTERVAL);
  } while (Date.now() < end);
  const reason = cause instanceof Error ? ` (${cause.message})` : "";
  throw new Error(`Waited ${timeout} ms for ${what}, in vain${reason}.`, { cause });
}

/** A page that goes away while it is asked may never answer. */
async function within<T>(value: T | Promise<T>, milliseconds: number): Promise<T> {
  const clock = new AbortController();
  const late = sleep(Math.max(milliseconds, INTERVAL), undefined, { signal: clock.signal }).then(() => {
    throw new Error("the condition did not answer");
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    late.catch(() => undefined); // Aborting it rejects it, which nobody needs to know.
    clock.abort();
  }
}
