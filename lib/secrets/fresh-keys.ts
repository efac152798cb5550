/**
 * The just-generated key: from the wish to have one to the moment that the user dismisses it. Its value is put into
 * `storage.session` before anyone is told of it, and the intent log says what happened when that did not come to pass.
 */
import type { ApiKey, ApiKeyList, Console, CreatedKey } from "../console/console.ts";
import type { Keys } from "../console/keys.ts";
import { refusals } from "../console/refusals.ts";
import type { Sessions } from "../console/sessions.ts";
import { AppError, isAppError } from "../errors.ts";
import type { CreateOutcome } from "../messaging/protocol.ts";
import type { Intent, Items } from "../storage/items.ts";
import { createFreshStore, type KnownKeys, type Wish } from "./fresh-store.ts";
import { alignWithSecrets, settleAll } from "./intents.ts";

export interface FreshKeysEdge {
  readonly items: Items;
  readonly sessions: Sessions;
  readonly keys: () => Keys;
  readonly now: () => number;
}

/** So old, in milliseconds, the last known list may be to say which keys were there before. */
const recent = 2 * 60_000;

export function createFreshKeys({ items, sessions, keys, now }: FreshKeysEdge) {
  const store = createFreshStore(items, now);
  /** Creations under way in this life of the background, by intent. */
  const underWay = new Map<string, { consoleId: string; creation: Promise<{ outcome: CreateOutcome }> }>();

  /** What the console had just before: an older key is never to be taken for the new one. */
  const knownKeys = async (consoleId: string, owner: string, console: Console) => {
    const snapshot = await items.snapshot(consoleId).get();
    const age = now() - (snapshot?.fetchedAt ?? Number.NEGATIVE_INFINITY);
    return snapshot?.owner === owner && age >= 0 && age < recent ? snapshot : console.listKeys();
  };

  const receive = async (wish: Wish, owner: string, known: KnownKeys, created: CreatedKey) => {
    await store.keep(wish, owner, known, created);
    const { id } = created;
    if (id === null) return;
    const row: ApiKey = { id, name: created.name ?? wish.name, creationDate: null, lastIp: null, lastActivity: null };
    await keys().apply(wish.consoleId, (list) => [...list.filter((one) => one.id !== id), row]);
  };

  /** The answer is missing or makes no sense: look whether the key is there, and say just that. */
  const findOut = async ({ consoleId, intentId }: Wish, owner: string): Promise<{ outcome: CreateOutcome }> => {
    await store.release(intentId);
    underWay.delete(intentId);
    try {
      await reconcile(consoleId, owner, await sessions.inSession(consoleId, (console) => console.listKeys(), owner));
    } catch (fault) {
      await store.note(intentId, { state: "unknown" });
      if (!(fault instanceof AppError)) throw fault;
    }
    return outcomeOf(intentId);
  };

  const outcomeOf = async (intentId: string): Promise<{ outcome: CreateOutcome }> => {
    const state = (await store.find(intentId))?.state;
    if (state === "received") return { outcome: "created" };
    return { outcome: state === "lost" || state === "absent" ? state : "unknown" };
  };

  const createOnce = async (wish: Wish): Promise<{ outcome: CreateOutcome }> => {
    const { consoleId, intentId, name } = wish;
    if ((await store.find(intentId)) !== undefined) return outcomeOf(intentId);
    let asked: string | null = null;
    try {
      await sessions.inSession(consoleId, async (console, { csrfToken, owner }) => {
        const known = await knownKeys(consoleId, owner, console);
        await store.begin(wish, owner, known);
        asked = owner;
        await receive(wish, owner, known, await console.createKey(name, csrfToken));
      });
      return { outcome: "created" };
    } catch (fault) {
      if (asked === null) throw fault;
      if (!isAppError(fault, ...refusals)) return findOut(wish, asked);
      await store.forget(intentId);
      throw fault;
    }
  };

  /** Settles what is unsettled about a console, by a list of its keys. */
  const reconcile = async (consoleId: string, owner: string, list: ApiKeyList) => {
    const secrets = await items.fresh.get();
    const hasSecret = (id: string) => secrets[id]?.key != null;
    const isDue = (intent: Intent) =>
      intent.consoleId === consoleId && intent.owner === owner && !underWay.has(intent.id);
    if (!(await items.intents.get()).some(isDue)) return;
    await items.intents.update((intents) => {
      const due = intents.filter(isDue).map((intent) => alignWithSecrets(intent, hasSecret));
      const busyNames = new Set(intents.filter(({ id }) => underWay.has(id)).map(({ name }) => name));
      const settled = new Map(settleAll(due, list, busyNames).map((intent) => [intent.id, intent]));
      return intents.map((intent) => settled.get(intent.id) ?? intent);
    });
  };

  return {
    reconcile,

    /**
     * Creates a key, once: the same `intentId` again, from a second click or another window, gets the first one's end.
     * @throws AppError when it is certain that no key was created.
     */
    create(consoleId: string, intentId: string, typedName: string): Promise<{ outcome: CreateOutcome }> {
      const running = underWay.get(intentId)?.creation;
      if (running !== undefined) return running;
      const name = typedName.trim();
      if (name === "") return Promise.reject(new AppError("name_empty"));
      const creation = createOnce({ consoleId, intentId, name }).finally(() => underWay.delete(intentId));
      underWay.set(intentId, { consoleId, creation });
      return creation;
    },

    /** Resolves when no key is being created on a console any more, however that ended. */
    async untilCreated(consoleId: string): Promise<void> {
      const ofConsole = [...underWay.values()].filter((one) => one.consoleId === consoleId);
      await Promise.allSettled(ofConsole.map(({ creation }) => creation));
    },

    /** Revokes a key whose value was lost, in the name of whoever it belongs to. */
    async revokeLost(intentId: string): Promise<void> {
      const intent = await store.find(intentId);
      if (intent?.keyId != null) await keys().revoke(intent.consoleId, intent.keyId, intent.owner);
    },

    /** A key that was revoked is of no use any more: nobody should keep it. Its strays are still to be dealt with. */
    async forgetRevoked(consoleId: string, keyId: string): Promise<void> {
      for (const intent of await items.intents.get()) {
        if (intent.consoleId !== consoleId || intent.keyId !== keyId) continue;
        const [next, ...strays] = intent.strays;
        if (next === undefined) {
          await store.forget(intent.id);
        } else {
          await store.dropSecret(intent.id);
          await store.note(intent.id, { state: "lost", keyId: next, strays });
        }
      }
    },

    dismiss: store.forget,
    markCopied: store.markCopied,
    noteRenamed: store.noteRenamed,
    recover: store.recover,

    /** Revokes the keys that the same request made beside the one it was meant to make. */
    async revokeStrays(intentId: string): Promise<void> {
      const intent = await store.find(intentId);
      for (const keyId of intent?.strays ?? []) {
        await keys().revoke(intent?.consoleId ?? "", keyId, intent?.owner);
        await items.intents.update((intents) =>
          intents.map((one) =>
            one.id === intentId ? { ...one, strays: one.strays.filter((id) => id !== keyId) } : one,
          ),
        );
      }
    },
  };
}

export type FreshKeys = ReturnType<typeof createFreshKeys>;
