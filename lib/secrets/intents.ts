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
import { type ApiKey, type ApiKeyList, isComplete } from "../console/console.ts";
import { parseTime } from "../key-order.ts";
import type { Intent } from "../storage/items.ts";

/** How far a console's clock may be from what it said of itself, in milliseconds. */
const tolerance = 60_000;
/** The same where it never told its time: clocks are wrong by hours, time zones included, but not by days. */
const blindTolerance = 26 * 60 * 60_000;
/** How long one request can go on making keys, in milliseconds: far longer than any time-out. */
const longestRequest = 5 * 60_000;

interface Candidate {
  readonly id: string;
  /** How long after the intent it was made, in milliseconds, by the console's clock; 0 where it has no date. */
  readonly after: number;
}

/** Keys that the request of an intent can have made: of its name, new since, nobody else's. The likeliest first. */
function candidates(intent: Intent, keys: readonly ApiKey[], claimed: ReadonlySet<string>): Candidate[] {
  return keys
    .filter(({ id, name }) => name === intent.name && !intent.namesakes.includes(id) && !claimed.has(id))
    .map(({ id, creationDate }) => {
      const created = parseTime(creationDate);
      return { id, after: created === undefined ? 0 : created - intent.startedAt - (intent.clockOffset ?? 0) };
    })
    .sort((one, other) => Math.abs(one.after) - Math.abs(other.after));
}

/** Whether a key was made at the very time of an intent, as far as clocks can tell. */
function isOfThatTime(intent: Intent, { after }: Candidate): boolean {
  const slack = intent.clockOffset === null ? blindTolerance : tolerance;
  return after >= -slack && after <= longestRequest + slack;
}

/** The same where clocks may have jumped since. */
function isOfThatDay(_: Intent, { after }: Candidate): boolean {
  return after >= -blindTolerance && after <= longestRequest + blindTolerance;
}

/** A list of keys, and whether a key that is not in it is not on the console. */
export type Evidence = Pick<ApiKeyList, "keys" | "reported" | "unreadable">;

/** That a key is not found means something only in a complete list. */
function stateWithoutKey(intent: Intent, list: Evidence): Intent["state"] {
  if (isComplete(list)) return "absent";
  return intent.state === "sent" ? "unknown" : intent.state;
}

function isOpen({ state }: Intent): boolean {
  return state === "sent" || state === "unknown" || state === "absent";
}

/**
 * What a list says of all intents of a console: the unsettled are settled, and keys that a request made beside
 * the one it was meant to make are found. That happens: browsers send a request once more, a POST too, when a connection
 * that had been used before breaks without an answer (Chromium: HttpNetworkTransaction::ShouldResendRequest).
 * @param busyNames names of keys that are being created right now: nothing can be said about those yet.
 */
export function settleAll(
  intents: readonly Intent[],
  list: Evidence,
  busyNames: ReadonlySet<string> = new Set(),
): Intent[] {
  const claimed = new Set(intents.flatMap(({ keyId }) => keyId ?? []));
  const match = (intent: Intent, isCandidate: (intent: Intent, key: Candidate) => boolean): Intent => {
    if (busyNames.has(intent.name) || intent.keyId !== null) return intent;
    const found = candidates(intent, list.keys, claimed).find((key) => isCandidate(intent, key));
    if (found === undefined) return intent;
    claimed.add(found.id);
    return { ...intent, state: isOpen(intent) ? "lost" : intent.state, keyId: found.id };
  };
  // first what clocks agree on, then what is left: they jump, and a key that is new under its name is its own after all
  const dated = intents.map((intent) => match(intent, isOfThatTime));
  const matched = dated.map((intent) => match(intent, isOfThatDay));
  const settled = matched.map((intent) =>
    busyNames.has(intent.name) || !isOpen(intent) ? intent : { ...intent, state: stateWithoutKey(intent, list) },
  );
  return settled.map((intent) => {
    if (intent.keyId === null || busyNames.has(intent.name)) return intent;
    const strays = candidates(intent, list.keys, claimed)
      .filter((key) => isOfThatTime(intent, key))
      .map(({ id }) => id);
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
