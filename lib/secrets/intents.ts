/**
 * The log of keys being created, and what can be said of one whose answer never came. Pure.
 *
 * - `sent`: the console was asked, or is about to be, and its answer is on the way.
 * - `unknown`: the answer will not come any more, and the console could not be asked yet how it ended.
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
/** The same where it never told its time: clocks are wrong by hours, time zones included, but not by days. */
const blindTolerance = 26 * 60 * 60_000;
/** How long one request can go on making keys, in milliseconds: far longer than any time-out. */
const longestRequest = 5 * 60_000;

/**
 * How long after an intent, in milliseconds, a key was made that its request can have made; 0 where the key has no
 * date, null where its request cannot have made it.
 */
function madeAfter(intent: Intent, { id, name, creationDate }: ApiKey): number | null {
  if (name !== intent.name || intent.namesakes.includes(id)) return null;
  const created = parseTime(creationDate);
  if (created === undefined) return 0;
  const after = created - intent.startedAt - (intent.clockOffset ?? 0);
  const slack = intent.clockOffset === null ? blindTolerance : tolerance;
  return after >= -slack && after <= longestRequest + slack ? after : null;
}

/** Keys that the request of an intent can have made, the likeliest first. */
function candidates(intent: Intent, keys: readonly ApiKey[], claimed: ReadonlySet<string>): string[] {
  return keys
    .flatMap((key) => {
      const after = claimed.has(key.id) ? null : madeAfter(intent, key);
      return after === null ? [] : [{ id: key.id, distance: Math.abs(after) }];
    })
    .sort((one, other) => one.distance - other.distance)
    .map(({ id }) => id);
}

/**
 * What a complete list says of an unsettled intent.
 * @param claimed keys that other intents have already been matched with.
 */
export function settle(intent: Intent, keys: readonly ApiKey[], claimed: ReadonlySet<string>): Intent {
  const [keyId] = candidates(intent, keys, claimed);
  return keyId === undefined ? { ...intent, state: "absent" } : { ...intent, state: "lost", keyId };
}

const openStates: readonly Intent["state"][] = ["sent", "unknown", "absent"];

/**
 * What a complete list says of all intents of a console: the unsettled are settled, and keys that a request made beside
 * the one it was meant to make are found. That happens: browsers send a request once more, a POST too, when a connection
 * that had been used before breaks without an answer (Chromium: HttpNetworkTransaction::ShouldResendRequest).
 * @param busyNames names of keys that are being created right now: nothing can be said about those yet.
 */
export function settleAll(
  intents: readonly Intent[],
  keys: readonly ApiKey[],
  busyNames: ReadonlySet<string> = new Set(),
): Intent[] {
  const claimed = new Set(intents.flatMap(({ keyId }) => keyId ?? []));
  const settled = intents.map((intent) => {
    const isOpen = openStates.includes(intent.state);
    if (busyNames.has(intent.name) || (!isOpen && intent.keyId !== null)) return intent;
    const { state, keyId } = settle(intent, keys, claimed);
    if (keyId !== null) claimed.add(keyId);
    return isOpen ? { ...intent, state, keyId } : { ...intent, keyId };
  });
  return settled.map((intent) => {
    if (intent.keyId === null || busyNames.has(intent.name)) return intent;
    const strays = candidates(intent, keys, claimed);
    for (const id of strays) claimed.add(id);
    return { ...intent, strays };
  });
}

/** Brings an intent in line with the secrets that are there: memory may be gone since it was logged. */
export function alignWithSecrets(intent: Intent, hasSecret: (intentId: string) => boolean): Intent {
  if (hasSecret(intent.id)) return intent.state === "received" ? intent : { ...intent, state: "received" };
  return intent.state === "received" ? { ...intent, state: "lost" } : intent;
}

/** The same at a start of the background, where nothing is on the way any more. */
export function alignAfterRestart(intent: Intent, hasSecret: (intentId: string) => boolean): Intent {
  const aligned = alignWithSecrets(intent, hasSecret);
  return aligned.state === "sent" ? { ...aligned, state: "unknown" } : aligned;
}
