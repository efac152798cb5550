/** The browser's storage in memory: values are cloned as JSON, changes are told to everyone, and it may run full. */
import type { StorageArea } from "../../lib/storage/item.ts";

type Listener = (changes: Record<string, { newValue?: unknown }>) => void;

export interface FakeStorageArea extends StorageArea {
  /** What is stored under a key, as it lies there. */
  peek(key: string): unknown;
  keys(): string[];
  /** Everything that is stored, as text, to search for what must not be there. */
  dump(): string;
  /** Stores without asking for room. */
  put(key: string, value: unknown): void;
  /** In bytes, counted as Chromium does: each key and its value as JSON. Null is without end. */
  quota: number | null;
  usedBytes(): number;
}

const bytes = (text: string) => new TextEncoder().encode(text).length;

export function createStorageArea(quota: number | null = null): FakeStorageArea {
  const stored = new Map<string, string>();
  const listeners = new Set<Listener>();
  const sizeOf = (entries: Iterable<readonly [string, string]>) =>
    [...entries].reduce((sum, [key, json]) => sum + bytes(key) + bytes(json), 0);
  const parse = (json: string | undefined): unknown => (json === undefined ? undefined : JSON.parse(json));
  const tell = (changes: Record<string, { newValue?: unknown }>) => {
    if (Object.keys(changes).length > 0) for (const listener of [...listeners]) listener(changes);
  };
  const area: FakeStorageArea = {
    quota,
    async get(keys) {
      await null;
      const found = [keys].flat().filter((key) => stored.has(key));
      return Object.fromEntries(found.map((key) => [key, parse(stored.get(key))]));
    },
    async set(values) {
      const texts = Object.entries(values).map(([key, value]) => [key, JSON.stringify(value)] as const);
      await null;
      if (area.quota !== null && sizeOf(new Map([...stored, ...texts])) > area.quota)
        throw new Error("QUOTA_BYTES quota exceeded");
      const changed = texts.filter(([key, json]) => stored.get(key) !== json);
      for (const [key, json] of changed) stored.set(key, json);
      tell(Object.fromEntries(changed.map(([key, json]) => [key, { newValue: parse(json) }])));
    },
    async remove(keys) {
      await null;
      const gone = [keys].flat().filter((key) => stored.delete(key));
      tell(Object.fromEntries(gone.map((key) => [key, {}])));
    },
    onChanged: {
      addListener: (listener) => void listeners.add(listener),
      removeListener: (listener) => void listeners.delete(listener),
    },
    peek: (key) => parse(stored.get(key)),
    keys: () => [...stored.keys()],
    dump: () => JSON.stringify([...stored]),
    put: (key, value) => void stored.set(key, JSON.stringify(value)),
    usedBytes: () => sizeOf(stored),
  };
  return area;
}
