/**
 * What is stored of keys being created: the intent log on disk, the keys themselves in memory. Keeps the two in step,
 * whatever fails in between; `intents.ts` knows what they mean.
 */
import type { ApiKeyList, CreatedKey } from "../console/console.ts";
import { isAppError } from "../errors.ts";
import type { FreshKey, Intent, Items } from "../storage/items.ts";
import { alignAfterRestart } from "./intents.ts";

/** More than any key is long: the room is taken before the console is asked, so that the key cannot fail to fit. */
const reserve = "·".repeat(2048);

/** What the user asked for. */
export interface Wish {
  readonly consoleId: string;
  readonly intentId: string;
  readonly name: string;
}

/** Keys that the console had before. */
export type KnownKeys = Pick<ApiKeyList, "keys" | "clockOffset">;

function idsOf({ keys }: KnownKeys, name: string): string[] {
  return keys.filter((key) => key.name === name).map(({ id }) => id);
}

/** A key that is here although the log does not know it: the log was damaged and reset. */
function intentOf(id: string, { consoleId, name, owner }: FreshKey, now: number): Intent {
  const unknown = { clockOffset: null, namesakes: [], keyId: null, strays: [] };
  return { id, consoleId, name, owner, startedAt: now, state: "received", ...unknown };
}

export function createFreshStore(items: Pick<Items, "intents" | "fresh">, now: () => number) {
  const note = (intentId: string, change: Partial<Intent>) =>
    items.intents.update((intents) =>
      intents.map((intent) => (intent.id === intentId ? { ...intent, ...change } : intent)),
    );

  const find = async (intentId: string) => (await items.intents.get()).find(({ id }) => id === intentId);

  const dropSecret = (intentId: string) => items.fresh.update(({ [intentId]: _, ...others }) => others);

  return {
    note,
    find,

    /** Wipes a key, and the news of it. */
    async forget(intentId: string): Promise<void> {
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
      await dropSecret(intentId);
    },

    /**
     * Takes the room for a key and writes down that it is wished for, before the console is asked.
     * @throws AppError `storage_full`, with nothing left behind.
     */
    async begin(wish: Wish, owner: string, known: KnownKeys): Promise<void> {
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
        await dropSecret(intentId);
        throw fault;
      }
    },

    /** Keeps a key that has arrived, first of all; then its name on the console and its id go into the log. */
    async keep(
      { consoleId, intentId, name }: Wish,
      owner: string,
      known: KnownKeys,
      created: CreatedKey,
    ): Promise<void> {
      const givenName = created.name ?? name;
      const entry = { key: created.key, reserve: "", copied: false, consoleId, name: givenName, owner };
      await items.fresh.update((fresh) => ({ ...fresh, [intentId]: entry }));
      const namesakes = idsOf(known, givenName);
      try {
        await note(intentId, { state: "received", keyId: created.id, name: givenName, namesakes });
      } catch (fault) {
        // the key is safe; the log catches up with it when there is room again
        if (!isAppError(fault, "storage_full")) throw fault;
      }
    },

    /** Gives back the room that was taken for a key, unless the key is in it. */
    async release(intentId: string): Promise<void> {
      if ((await items.fresh.get())[intentId]?.key == null) await dropSecret(intentId);
    },

    dropSecret,

    /** That the user has copied a key, in any form: it may then go without a question. */
    async markCopied(intentId: string): Promise<void> {
      await items.fresh.update((fresh) => {
        const entry = fresh[intentId];
        return entry === undefined ? fresh : { ...fresh, [intentId]: { ...entry, copied: true } };
      });
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
