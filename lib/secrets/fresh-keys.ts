/**
 * The just-generated key: from the wish to have one to the moment that the user dismisses it. Its value is put into
 * `storage.session` before anyone is told of it, and the intent log says what happened when that did not come to pass.
 */

import type { ApiKey, ApiKeyList, Console, CreatedKey } from "../console/console.ts";
import type { Keys } from "../console/keys.ts";
import type { Sessions } from "../console/sessions.ts";
import { AppError, isAppError } from "../errors.ts";
import type { CreateOutcome } from "../messaging/protocol.ts";
import type { FreshKey, Intent, Items } from "../storage/items.ts";
import { alignAfterRestart, alignWithSecrets, settleAll } from "./intents.ts";

export interface FreshKeysEdge {
  readonly items: Items;
  readonly sessions: Sessions;
  readonly keys: () => Keys;
  readonly now: () => number;
}

/** More than any key is long: the room is taken before the console is asked, so that the key cannot fail to fit. */
const reserve = "·".repeat(2048);

/** So old, in milliseconds, the last known list may be to say which keys were there before. */
const recent = 2 * 60_000;

/** After these the console has said no, and there is no key. After anything else there may be one. */
const refusals = [
  "rejected",
  "forbidden",
  "not_found",
  "too_many_requests",
  "session_expired",
  "signed_out",
  "permission_missing",
] as const;

/** What the user asked for. */
interface Wish {
  readonly consoleId: string;
  readonly intentId: string;
  readonly name: string;
}

type KnownKeys = Pick<ApiKeyList, "keys" | "clockOffset">;

function idsOf({ keys }: KnownKeys, name: string): string[] {
  return keys.filter((key) => key.name === name).map(({ id }) => id);
}

/** A key that is here although the log does not know it: the log was damaged and reset. */
function intentOf(id: string, { consoleId, name, owner }: FreshKey, now: number): Intent {
  const unknown = { clockOffset: null, namesakes: [], keyId: null, strays: [] };
  return { id, consoleId, name, owner, startedAt: now, state: "received", ...unknown };
}

export function createFreshKeys({ items, sessions, keys, now }: FreshKeysEdge) {
  /** Creations under way in this life of the background, by intent. */
  const underWay = new Map<string, { consoleId: string; creation: Promise<{ outcome: CreateOutcome }> }>();

  const forget = async (intentId: string) => {
    await items.intents.update((intents) => {
      const gone = intents.find(({ id }) => id === intentId);
      // its key is from now on one of those that were there, and no other intent's doing
      const known = gone?.keyId == null ? [] : [gone.keyId, ...gone.strays];
      return intents
        .filter(({ id }) => id !== intentId)
        .map((intent) =>
          intent.name === gone?.name ? { ...intent, namesakes: [...intent.namesakes, ...known] } : intent,
        );
    });
    await items.fresh.update(({ [intentId]: _, ...others }) => others);
  };

  const note = (intentId: string, change: Partial<Intent>) =>
    items.intents.update((intents) =>
      intents.map((intent) => (intent.id === intentId ? { ...intent, ...change } : intent)),
    );

  /** What the console had just before: an older key is never to be taken for the new one. */
  const knownKeys = async (consoleId: string, owner: string, console: Console) => {
    const snapshot = await items.snapshot(consoleId).get();
    const age = now() - (snapshot?.fetchedAt ?? Number.NEGATIVE_INFINITY);
    return snapshot?.owner === owner && age >= 0 && age < recent ? snapshot : console.listKeys();
  };

  const begin = async (wish: Wish, owner: string, known: KnownKeys) => {
    const { consoleId, intentId, name } = wish;
    const intent: Intent = {
      id: intentId,
      consoleId,
      owner,
      name,
      startedAt: now(),
      clockOffset: known.clockOffset,
      namesakes: idsOf(known, name),
      state: "sent",
      keyId: null,
      strays: [],
    };
    try {
      await items.fresh.update((fresh) => ({
        ...fresh,
        [intentId]: { key: null, reserve, copied: false, consoleId, name, owner },
      }));
      await items.intents.update((intents) => [...intents, intent]);
    } catch (fault) {
      // what failed to be written is not there, and the disk may be too full to write that
      await items.fresh.update(({ [intentId]: _, ...others }) => others);
      throw fault;
    }
  };

  const receive = async ({ consoleId, intentId, name }: Wish, owner: string, known: KnownKeys, created: CreatedKey) => {
    const { id, key } = created;
    const givenName = created.name ?? name;
    const entry = { key, reserve: "", copied: false, consoleId, name: givenName, owner };
    await items.fresh.update((fresh) => ({ ...fresh, [intentId]: entry }));
    try {
      await note(intentId, { state: "received", keyId: id, name: givenName, namesakes: idsOf(known, givenName) });
    } catch (fault) {
      // the key is safe; the log catches up with it when there is room again
      if (!isAppError(fault, "storage_full")) throw fault;
    }
    if (id === null) return;
    const row: ApiKey = { id, name: givenName, creationDate: null, lastIp: null, lastActivity: null };
    await keys().apply(consoleId, (list) => [...list.filter((one) => one.id !== id), row]);
  };

  /** The answer is missing or makes no sense: look whether the key is there, and say just that. */
  const findOut = async ({ consoleId, intentId }: Wish, owner: string): Promise<{ outcome: CreateOutcome }> => {
    await items.fresh.update(({ [intentId]: reserved, ...others }) =>
      reserved?.key == null ? others : { ...others, [intentId]: reserved },
    );
    underWay.delete(intentId);
    try {
      await reconcile(consoleId, owner, await sessions.inSession(consoleId, (console) => console.listKeys(), owner));
    } catch (fault) {
      await note(intentId, { state: "unknown" });
      if (!(fault instanceof AppError)) throw fault;
    }
    return outcomeOf(intentId);
  };

  const outcomeOf = async (intentId: string): Promise<{ outcome: CreateOutcome }> => {
    const state = (await items.intents.get()).find(({ id }) => id === intentId)?.state;
    if (state === "received") return { outcome: "created" };
    return { outcome: state === "lost" || state === "absent" ? state : "unknown" };
  };

  const createOnce = async (wish: Wish): Promise<{ outcome: CreateOutcome }> => {
    const { consoleId, intentId, name } = wish;
    if ((await items.intents.get()).some(({ id }) => id === intentId)) return outcomeOf(intentId);
    let asked: string | null = null;
    try {
      await sessions.inSession(consoleId, async (console, { csrfToken, owner }) => {
        const known = await knownKeys(consoleId, owner, console);
        await begin(wish, owner, known);
        asked = owner;
        await receive(wish, owner, known, await console.createKey(name, csrfToken));
      });
      return { outcome: "created" };
    } catch (fault) {
      if (asked === null) throw fault;
      if (!isAppError(fault, ...refusals)) return findOut(wish, asked);
      await forget(intentId);
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

    /** That the user has copied a key, in any form: it may then go without a question. */
    async markCopied(intentId: string): Promise<void> {
      await items.fresh.update((fresh) => {
        const entry = fresh[intentId];
        return entry === undefined ? fresh : { ...fresh, [intentId]: { ...entry, copied: true } };
      });
    },

    /** Revokes a key whose value was lost, in the name of whoever it belongs to. */
    async revokeLost(intentId: string): Promise<void> {
      const intent = (await items.intents.get()).find(({ id }) => id === intentId);
      if (intent?.keyId != null) await keys().revoke(intent.consoleId, intent.keyId, intent.owner);
    },

    /** A key that was given a name that another is being waited for under is not that other one. */
    async noteRenamed(consoleId: string, keyId: string, name: string): Promise<void> {
      const isNamesake = (intent: Intent) => intent.consoleId === consoleId && intent.name === name;
      if (!(await items.intents.get()).some(isNamesake)) return;
      await items.intents.update((intents) =>
        intents.map((intent) =>
          isNamesake(intent) && intent.keyId !== keyId
            ? { ...intent, namesakes: [...intent.namesakes, keyId] }
            : intent,
        ),
      );
    },

    /** A key that was revoked is of no use any more: nobody should keep it. Its strays are still to be dealt with. */
    async forgetRevoked(consoleId: string, keyId: string): Promise<void> {
      for (const intent of await items.intents.get()) {
        if (intent.consoleId !== consoleId || intent.keyId !== keyId) continue;
        const [next, ...strays] = intent.strays;
        if (next === undefined) {
          await forget(intent.id);
        } else {
          await items.fresh.update(({ [intent.id]: _, ...others }) => others);
          await note(intent.id, { state: "lost", keyId: next, strays });
        }
      }
    },

    /** Wipes the key, and the news of it. */
    dismiss: forget,

    /** Revokes the keys that the same request made beside the one it was meant to make. */
    async revokeStrays(intentId: string): Promise<void> {
      const intent = (await items.intents.get()).find(({ id }) => id === intentId);
      for (const keyId of intent?.strays ?? []) {
        await keys().revoke(intent?.consoleId ?? "", keyId, intent?.owner);
        await items.intents.update((intents) =>
          intents.map((one) =>
            one.id === intentId ? { ...one, strays: one.strays.filter((id) => id !== keyId) } : one,
          ),
        );
      }
    },

    /**
     * At a start of the background, before it serves anyone: a key that was received but is no longer in memory is
     * lost, and is said to be.
     */
    async recover(): Promise<void> {
      const logged = new Set((await items.intents.get()).map(({ id }) => id));
      const secrets = await items.fresh.get();
      const unlogged = Object.entries(secrets).filter(([id]) => !logged.has(id));
      const found = unlogged.filter(([, { key }]) => key !== null).map(([id, entry]) => intentOf(id, entry, now()));
      if (found.length > 0) await items.intents.update((intents) => [...intents, ...found]);
      if (found.length < unlogged.length) {
        await items.fresh.update((fresh) =>
          Object.fromEntries(Object.entries(fresh).filter(([id, { key }]) => logged.has(id) || key !== null)),
        );
      }
      const align = (intent: Intent) => alignAfterRestart(intent, (id) => secrets[id]?.key != null);
      if ((await items.intents.get()).some((intent) => align(intent) !== intent)) {
        await items.intents.update((intents) => intents.map(align));
      }
    },
  };
}

export type FreshKeys = ReturnType<typeof createFreshKeys>;
