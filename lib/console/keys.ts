/** The keys of a console: the last known list, brought up to date, and every change to it. */
import { AppError, isAppError } from "../errors.ts";
import { headOf } from "../key-order.ts";
import type { Items, KeySnapshot } from "../storage/items.ts";
import { type ApiKey, type ApiKeyList, isComplete } from "./console.ts";
import type { Sessions } from "./sessions.ts";

export interface KeysEdge {
  readonly items: Items;
  readonly sessions: Sessions;
  readonly now: () => number;
  /** Told of every list that arrives, before anyone can see it. */
  readonly onList: (consoleId: string, owner: string, list: ApiKeyList) => Promise<void>;
  /** Told of every key that is revoked here. */
  readonly onRevoked: (consoleId: string, keyId: string) => Promise<void>;
  /** Told of every key that is given another name here. */
  readonly onRenamed: (consoleId: string, keyId: string, name: string) => Promise<void>;
}

/** A list that could not be stored, for want of space, and so has to be carried to whoever asked. */
export interface Refreshed {
  readonly unsaved: KeySnapshot | null;
}

export function createKeys({ items, sessions, now, onList, onRevoked, onRenamed }: KeysEdge) {
  /** Refreshes under way, by console: whoever asks meanwhile waits for the same one. */
  const underWay = new Map<string, Promise<Refreshed>>();
  /** Counts changes made here, by console: a list that was asked for before a change is not the last word. */
  const changes = new Map<string, number>();

  /** The last write under way, by console: the list is read, changed and written by one at a time. */
  const writing = new Map<string, Promise<unknown>>();
  const exclusively = <T>(consoleId: string, work: () => Promise<T>): Promise<T> => {
    const turn = (writing.get(consoleId) ?? Promise.resolve()).then(work, work);
    writing.set(consoleId, turn);
    return turn;
  };
  const changesOf = (consoleId: string) => changes.get(consoleId) ?? 0;

  const store = async (consoleId: string, snapshot: KeySnapshot) => {
    const { keys, clockOffset, owner } = snapshot;
    const head = { total: keys.length, clockOffset, owner, rows: headOf(keys) };
    await items.snapshot(consoleId).set(snapshot);
    await items.heads.update((heads) => ({ ...heads, [consoleId]: head }));
  };

  /** Runs what must not fail a list for want of space. */
  const unlessFull = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (fault) {
      if (!isAppError(fault, "storage_full")) throw fault;
      return false;
    }
  };

  const fetchList = async (consoleId: string): Promise<Refreshed> => {
    const before = changesOf(consoleId);
    const { list, owner } = await sessions.inSession(consoleId, async (console, session) => ({
      list: await console.listKeys(),
      owner: session.owner,
    }));
    const snapshot: KeySnapshot = {
      keys: [...list.keys],
      reported: list.reported,
      unreadable: list.unreadable,
      clockOffset: list.clockOffset,
      fetchedAt: now(),
      owner,
    };
    const stored = await exclusively(consoleId, async () => {
      if (changesOf(consoleId) !== before) return "outdated";
      await unlessFull(() => onList(consoleId, owner, list));
      return unlessFull(() => store(consoleId, snapshot));
    });
    if (stored === "outdated") return fetchList(consoleId);
    return { unsaved: stored ? null : snapshot };
  };

  /** Puts a change made here into the last known list; that it cannot be stored is no reason to call the change failed. */
  const apply = (consoleId: string, change: (keys: readonly ApiKey[]) => ApiKey[]): Promise<void> => {
    changes.set(consoleId, changesOf(consoleId) + 1);
    return exclusively(consoleId, async () => {
      const snapshot = await items.snapshot(consoleId).get();
      if (snapshot === null) return;
      const keys = change(snapshot.keys);
      const reported = snapshot.reported === null ? null : snapshot.reported + keys.length - snapshot.keys.length;
      await unlessFull(() => store(consoleId, { ...snapshot, keys, reported }));
    });
  };

  const gone = (consoleId: string, keyId: string) => apply(consoleId, (keys) => keys.filter(({ id }) => id !== keyId));

  /** Whose list is shown: a change is made in that account's name or not at all. */
  const ownerOfList = async (consoleId: string) => (await items.heads.get())[consoleId]?.owner;

  /** A proxy says "not found" too, and a console that has no such route: only a complete list proves it. */
  const proveGone = async (consoleId: string, keyId: string, owner: string | undefined, fault: AppError) => {
    const list = await sessions.inSession(consoleId, (console) => console.listKeys(), owner);
    if (list.keys.some(({ id }) => id === keyId) || !isComplete(list)) throw new AppError("bad_answer", fault.facts);
  };

  return {
    apply,

    refresh(consoleId: string): Promise<Refreshed> {
      const running = underWay.get(consoleId);
      if (running !== undefined) return running;
      const refresh = fetchList(consoleId).finally(() => underWay.delete(consoleId));
      underWay.set(consoleId, refresh);
      return refresh;
    },

    /** Deletes what is known of a console's keys; a list still on its way is not kept either. */
    forget(consoleId: string): Promise<void> {
      changes.set(consoleId, changesOf(consoleId) + 1);
      return exclusively(consoleId, async () => {
        await items.snapshot(consoleId).remove();
        await items.heads.update(({ [consoleId]: _, ...others }) => others);
      });
    },

    async rename(consoleId: string, keyId: string, name: string): Promise<void> {
      const newName = name.trim();
      if (newName === "") throw new AppError("name_empty");
      const owner = await ownerOfList(consoleId);
      try {
        await sessions.inSession(
          consoleId,
          (console, { csrfToken }) => console.renameKey(keyId, newName, csrfToken),
          owner,
        );
      } catch (fault) {
        if (!isAppError(fault, "not_found")) throw fault;
        await proveGone(consoleId, keyId, owner, fault);
        await gone(consoleId, keyId);
        throw fault;
      }
      await onRenamed(consoleId, keyId, newName);
      await apply(consoleId, (keys) => keys.map((key) => (key.id === keyId ? { ...key, name: newName } : key)));
    },

    /**
     * Revokes a key; one that is gone already counts as revoked.
     * @param ofOwner whose key it is; by default that of whoever's list is shown.
     */
    async revoke(consoleId: string, keyId: string, ofOwner?: string): Promise<void> {
      const owner = ofOwner ?? (await ownerOfList(consoleId));
      try {
        await sessions.inSession(consoleId, (console, { csrfToken }) => console.revokeKey(keyId, csrfToken), owner);
      } catch (fault) {
        if (!isAppError(fault, "not_found")) throw fault;
        await proveGone(consoleId, keyId, owner, fault);
      }
      await onRevoked(consoleId, keyId);
      await gone(consoleId, keyId);
    },
  };
}

export type Keys = ReturnType<typeof createKeys>;
