/**
 * The log of keys being created, and what can be said of one whose answer never came. Pure.
 *
 * - `sent`: the console was asked, or is about to be. Found after a restart, it means that nobody knows how it ended.
 * - `received`: the key arrived and waits, in memory, for the user.
 * - `lost`: the console created the key, but its value never arrived here or did not survive the browser's end.
 * - `absent`: the console had no such key when it was last asked. A slow request may still bring it, so it is looked
 *   for again with every list until the user dismisses the news.
 */
import type { ApiKey } from "../console/console.ts";
import { parseTime } from "../key-order.ts";
import type { Intent } from "../storage/items.ts";

/** How far a console's clock may be from what it said of itself. */
const tolerance = 60_000;

/**
 * What a complete list says of an unsettled intent.
 * @param claimed keys that other intents have already been matched with.
 */
export function settle(intent: Intent, keys: readonly ApiKey[], claimed: ReadonlySet<string>): Intent {
  const earliest = intent.clockOffset === null ? null : intent.startedAt + intent.clockOffset - tolerance;
  const isCandidate = ({ id, name, creationDate }: ApiKey) => {
    if (name !== intent.name || claimed.has(id) || intent.namesakes.includes(id)) return false;
    const created = parseTime(creationDate);
    return created === undefined || earliest === null || created >= earliest;
  };
  const found = keys.find(isCandidate);
  return found === undefined ? { ...intent, state: "absent" } : { ...intent, state: "lost", keyId: found.id };
}

/** Brings an intent in line with the secrets that are there: memory may be gone since it was logged. */
export function alignWithSecrets(intent: Intent, hasSecret: (intentId: string) => boolean): Intent {
  if (hasSecret(intent.id)) return intent.state === "received" ? intent : { ...intent, state: "received" };
  return intent.state === "received" ? { ...intent, state: "lost" } : intent;
}
