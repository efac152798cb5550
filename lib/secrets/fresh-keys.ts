/**
 * The just-generated key: from the wish to have one to the moment that the user dismisses it. Its value is put into
 * `storage.session` before anyone is told of it, and the intent log says what happened when that did not come to pass.
 */

import type { ApiKey, ApiKeyList, Console, CreatedKey } from "../console/console.ts";
import type { Keys } from "../console/keys.ts";
import type { Sessions } from "../console/sessions.ts";
import { AppError, isAppError } from "../errors.ts";
import type { CreateOutcome } from "../messaging/protocol.ts";
import type { Intent, Items } from "../storage/items.ts";
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

export function createFreshKeys({ items, sessions, keys, now }: FreshKeysEdge) {
  /** Creations under way in this life of the background, by intent. */
  const underWay = new Map<string, Promise<{ outcome: CreateOutcome }>>();

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
  const knownKeys = async (consoleId: string, console: Console) => {
    const snapshot = await items.snapshot(consoleId).get();
    const age = now() - (snapshot?.fetchedAt ?? Number.NEGATIVE_INFINITY);
    return snapshot !== null && age >= 0 && age < recent ? snapshot : console.listKeys();
  };

  const begin = async (
    consoleId: string,
    intentId: string,
    name: string,
    known: Pick<ApiKeyList, "keys" | "clockOffset">,
  ) => {
    const intent: Intent = {
      id: intentId,
      consoleId,
      name,
      startedAt: now(),
      clockOffset: known.clockOffset,
      namesakes: known.keys.filter((key) => key.name === name).map(({ id }) => id),
      state: "sent",
      keyId: null,
      strays: [],
    };
    try {
      await items.fresh.update((fresh) => ({ ...fresh, [intentId]: { intentId, key: null, reserve } }));
      await items.intents.update((intents) => [...intents, intent]);
    } catch (fault) {
      // what failed to be written is not there, and the disk may be too full to write that
      await items.fresh.update(({ [intentId]: _, ...others }) => others);
      throw fault;
    }
  };

  const receive = async (consoleId: string, intentId: string, name: string, created: CreatedKey) => {
    await items.fresh.update((fresh) => ({ ...fresh, [intentId]: { intentId, key: created.key, reserve: "" } }));
    try {
      await note(intentId, { state: "received", keyId: created.id, ...(created.name ? { name: created.name } : {}) });
    } catch (fault) {
      // the key is safe; the log catches up with it when there is room again
      if (!isAppError(fault, "storage_full")) throw fault;
    }
    const { id } = created;
    if (id === null) return;
    const entry: ApiKey = { id, name: created.name ?? name, creationDate: null, lastIp: null, lastActivity: null };
    await keys().apply(consoleId, (list) => [...list.filter((key) => key.id !== id), entry]);
  };

  /** The answer is missing or makes no sense: look whether the key is there, and say just that. */
  const findOut = async (consoleId: string, intentId: string): Promise<{ outcome: CreateOutcome }> => {
    await items.fresh.update(({ [intentId]: reserved, ...others }) =>
      reserved?.key == null ? others : { ...others, [intentId]: reserved },
    );
    try {
      underWay.delete(intentId);
      await reconcile(consoleId, await sessions.inSession(consoleId, (console) => console.listKeys()));
    } catch (fault) {
      if (!(fault instanceof AppError)) throw fault;
      await note(intentId, { state: "unknown" });
    }
    return outcomeOf(intentId);
  };

  const outcomeOf = async (intentId: string): Promise<{ outcome: CreateOutcome }> => {
    const state = (await items.intents.get()).find(({ id }) => id === intentId)?.state;
    if (state === "received") return { outcome: "created" };
    return { outcome: state === "lost" || state === "absent" ? state : "unknown" };
  };

  const createOnce = async (consoleId: string, intentId: string, name: string) => {
    if ((await items.intents.get()).some(({ id }) => id === intentId)) return outcomeOf(intentId);
    let asked = false;
    try {
      await sessions.inSession(consoleId, async (console, csrfToken) => {
        await begin(consoleId, intentId, name, await knownKeys(consoleId, console));
        asked = true;
        await receive(consoleId, intentId, name, await console.createKey(name, csrfToken));
      });
      return { outcome: "created" as const };
    } catch (fault) {
      if (!asked || !(fault instanceof AppError)) throw fault;
      if (!isAppError(fault, ...refusals)) return findOut(consoleId, intentId);
      await forget(intentId);
      throw fault;
    }
  };

  /** Settles what is unsettled about a console, by a list of its keys. */
  const reconcile = async (consoleId: string, list: ApiKeyList) => {
    const secrets = await items.fresh.get();
    const hasSecret = (id: string) => secrets[id]?.key != null;
    const isDue = (intent: Intent) => intent.consoleId === consoleId && !underWay.has(intent.id);
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
      const running = underWay.get(intentId);
      if (running !== undefined) return running;
      const name = typedName.trim();
      if (name === "") return Promise.reject(new AppError("name_empty"));
      const creation = createOnce(consoleId, intentId, name).finally(() => underWay.delete(intentId));
      underWay.set(intentId, creation);
      return creation;
    },

    /** A key that was revoked is of no use any more: nobody should keep it. */
    async forgetRevoked(consoleId: string, keyId: string): Promise<void> {
      const isIt = (intent: Intent) => intent.consoleId === consoleId && intent.keyId === keyId;
      for (const { id } of (await items.intents.get()).filter(isIt)) await forget(id);
    },

    /** Wipes the key, and the news of it. */
    dismiss: forget,

    /** Revokes the keys that the same request made beside the one it was meant to make. */
    async revokeStrays(intentId: string): Promise<void> {
      const intent = (await items.intents.get()).find(({ id }) => id === intentId);
      for (const keyId of intent?.strays ?? []) {
        await keys().revoke(intent?.consoleId ?? "", keyId);
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
      if (Object.keys(secrets).some((id) => !logged.has(id))) {
        await items.fresh.update((fresh) => Object.fromEntries(Object.entries(fresh).filter(([id]) => logged.has(id))));
      }
      const align = (intent: Intent) => alignAfterRestart(intent, (id) => secrets[id]?.key != null);
      if ((await items.intents.get()).some((intent) => align(intent) !== intent)) {
        await items.intents.update((intents) => intents.map(align));
      }
    },
  };
}

export type FreshKeys = ReturnType<typeof createFreshKeys>;
