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

/** How far a console's clock may be from what it said of itself, in milliseconds. */
const tolerance = 60_000;
/** How long one request can go on making keys, in milliseconds: far longer than any time-out. */
const longestRequest = 5 * 60_000;

/** Whether the request of an intent can have made this key. */
function canHaveMade(intent: Intent, { id, name, creationDate }: ApiKey): boolean {
  if (name !== intent.name || intent.namesakes.includes(id)) return false;
  const created = parseTime(creationDate);
  if (created === undefined || intent.clockOffset === null) return true;
  const began = intent.startedAt + intent.clockOffset;
  return created >= began - tolerance && created <= began + longestRequest + tolerance;
}

/**
 * What a complete list says of an unsettled intent.
 * @param claimed keys that other intents have already been matched with.
 */
export function settle(intent: Intent, keys: readonly ApiKey[], claimed: ReadonlySet<string>): Intent {
  const found = keys.find((key) => !claimed.has(key.id) && canHaveMade(intent, key));
  return found === undefined ? { ...intent, state: "absent" } : { ...intent, state: "lost", keyId: found.id };
}

/**
 * What a complete list says of all intents of a console: the unsettled are settled, and keys that a request made beside
 * the one it was meant to make are found. That happens: browsers send a request once more, a POST too, when a connection
 * that had been used before breaks without an answer (Chromium: HttpNetworkTransaction::ShouldResendRequest).
 */
export function settleAll(intents: readonly Intent[], keys: readonly ApiKey[]): Intent[] {
  const claimed = new Set(intents.flatMap(({ keyId }) => keyId ?? []));
  const settled = intents.map((intent) => {
    const isOpen = intent.state === "sent" || intent.state === "absent";
    if (!isOpen && intent.keyId !== null) return intent;
    const { state, keyId } = settle(intent, keys, claimed);
    if (keyId !== null) claimed.add(keyId);
    return isOpen ? { ...intent, state, keyId } : { ...intent, keyId };
  });
  return settled.map((intent) => {
    if (intent.keyId === null) return intent;
    const strays = keys.filter((key) => !claimed.has(key.id) && canHaveMade(intent, key)).map(({ id }) => id);
    for (const id of strays) claimed.add(id);
    return { ...intent, strays };
  });
}

/** Brings an intent in line with the secrets that are there: memory may be gone since it was logged. */
export function alignWithSecrets(intent: Intent, hasSecret: (intentId: string) => boolean): Intent {
  if (hasSecret(intent.id)) return intent.state === "received" ? intent : { ...intent, state: "received" };
  return intent.state === "received" ? { ...intent, state: "lost" } : intent;
}
