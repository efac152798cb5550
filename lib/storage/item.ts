/**
 * One value in the browser's storage: its schema, its version, how older versions are brought up to date. It is parsed
 * on every read, so nothing else has to doubt it; a misfit is an error for the user to decide on, never a silent reset.
 */
import { AppError } from "../errors.ts";
import { z } from "../schema.ts";

/** The part of `browser.storage.local` and `.session` that is used. */
export interface StorageArea {
  get(keys: string | string[]): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
  readonly onChanged: {
    addListener(listener: (changes: Record<string, { newValue?: unknown }>) => void): void;
    removeListener(listener: (changes: Record<string, { newValue?: unknown }>) => void): void;
  };
}

/** Runs `work` while nobody else, in any page or worker of the extension, holds the lock of that name. */
export type WithLock = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export interface ItemOptions<T> {
  readonly key: string;
  readonly schema: z.ZodType<T>;
  /** What a never written item holds. */
  readonly fallback: T;
  /** Of the stored form; starts at 1. */
  readonly version: number;
  /** `migrations[n]` turns the data of version n into that of n + 1. */
  readonly migrations?: Readonly<Record<number, (data: unknown) => unknown>>;
  /** True for what can be fetched again: a misfit is then the fallback instead of an error. */
  readonly disposable?: boolean;
}

export interface Item<T> {
  readonly key: string;
  /** @throws AppError `storage_corrupt` or `storage_newer`, unless disposable. */
  get(): Promise<T>;
  /** The same, of something that was read together with other items. */
  parse(stored: unknown): T;
  /** @throws AppError `storage_full`. */
  set(value: T): Promise<void>;
  /** Reads, changes and writes as one step; two windows cannot overwrite each other's change. */
  update(change: (value: T) => T): Promise<T>;
  remove(): Promise<void>;
  /** Tells of every later change, whoever makes it; returns what ends that. */
  watch(onChange: (value: T) => void): () => void;
}

const Stored = z.object({ version: z.number().int(), data: z.unknown() });

export function createItem<T>(area: StorageArea, withLock: WithLock, options: ItemOptions<T>): Item<T> {
  const { key, schema, fallback, version, migrations = {}, disposable = false } = options;

  const migrate = (from: number, data: unknown): unknown => {
    const step = migrations[from];
    if (step === undefined) throw new AppError("storage_corrupt", { item: key });
    try {
      return step(data);
    } catch {
      // what it says may quote what it read
      throw new AppError("storage_corrupt", { item: key });
    }
  };

  const read = (stored: unknown): T => {
    if (stored === undefined) return fallback;
    const envelope = Stored.safeParse(stored);
    if (!envelope.success) throw new AppError("storage_corrupt", { item: key });
    if (envelope.data.version < 1) throw new AppError("storage_corrupt", { item: key });
    if (envelope.data.version > version) throw new AppError("storage_newer", { item: key });
    let data = envelope.data.data;
    for (let from = envelope.data.version; from < version; from++) data = migrate(from, data);
    const parsed = schema.safeParse(data);
    // zod's report quotes what it read, and that may be a secret: it is not kept as the cause
    if (!parsed.success) throw new AppError("storage_corrupt", { item: key });
    return parsed.data;
  };

  const parse = (stored: unknown): T => {
    try {
      return read(stored);
    } catch (fault) {
      if (disposable) return fallback;
      throw fault;
    }
  };

  const get = async () => parse((await area.get(key))[key]);

  const set = async (value: T) => {
    try {
      await area.set({ [key]: { version, data: value } });
    } catch (fault) {
      throw isFull(fault) ? new AppError("storage_full", { item: key }) : fault;
    }
  };

  return {
    key,
    get,
    parse,
    set,
    update: (change) =>
      withLock(`llavero:${key}`, async () => {
        const value = change(await get());
        await set(value);
        return value;
      }),
    remove: () => area.remove(key),
    watch(onChange) {
      const listener = (changes: Record<string, { newValue?: unknown }>) => {
        const change = changes[key];
        if (change === undefined) return;
        try {
          onChange(parse(change.newValue));
        } catch (fault) {
          // another version of the extension wrote it: whoever reads it next is told, a watcher has nobody to tell
          if (!(fault instanceof AppError)) throw fault;
        }
      };
      area.onChanged.addListener(listener);
      return () => area.onChanged.removeListener(listener);
    },
  };
}

/** Browsers tell a spent quota and a full disk in words only: Chromium's "quota exceeded" and "IO error", Firefox's names. */
function isFull(fault: unknown): boolean {
  return (
    fault instanceof Error &&
    /quota|no space|disk|IO error|FILE_NO_DEVICE_SPACE/i.test(`${fault.name} ${fault.message}`)
  );
}
