/** `navigator.locks.request` in memory: a queue for each name. */
import type { WithLock } from "../../lib/storage/item.ts";

export function createWithLock(): WithLock {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const turn = (last.get(name) ?? Promise.resolve()).then(work, work);
    // whoever waits in line only needs to know that it is over
    last.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  };
}
