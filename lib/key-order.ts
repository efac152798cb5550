/** Sorting and searching a list of keys; pure, and fast enough for 10,000 at every keystroke. */
import type { ApiKey } from "./console/console.ts";
import { KeyOrder } from "./storage/items.ts";

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/** How many rows of each order are kept for a first paint: more than the tallest side panel shows. */
export const headRows = 40;

/** A point in time as milliseconds since 1970; undefined for what is not a date. */
export function parseTime(text: string | null): number | undefined {
  if (text === null) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

/** Sorts a copy. Keys that were never used count as the longest unused; equals stay in order of name. */
export function sortKeys(keys: readonly ApiKey[], order: KeyOrder): ApiKey[] {
  const direction = order.endsWith("Descending") ? -1 : 1;
  const byName = (a: ApiKey, b: ApiKey) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
  if (order.startsWith("name")) return [...keys].sort((a, b) => direction * byName(a, b));
  const times = new Map(keys.map((key) => [key, parseTime(key.lastActivity) ?? Number.NEGATIVE_INFINITY]));
  const time = (key: ApiKey) => times.get(key) ?? Number.NEGATIVE_INFINITY;
  return [...keys].sort((a, b) => {
    const [first, second] = [time(a), time(b)];
    return first === second ? byName(a, b) : direction * (first < second ? -1 : 1);
  });
}

/** The rows that stand first in any order. */
export function headOf(keys: readonly ApiKey[]): ApiKey[] {
  return [...new Set(KeyOrder.options.flatMap((order) => sortKeys(keys, order).slice(0, headRows)))];
}

/** Text without case and accents, for comparing. */
export function fold(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** A search over one list: folded once, then asked at every keystroke. Every word must be in the name or the address. */
export function createKeySearch(keys: readonly ApiKey[]): (query: string) => readonly ApiKey[] {
  const haystacks = keys.map((key) => fold(`${key.name}\n${key.lastIp ?? ""}`));
  return (query) => {
    const words = fold(query)
      .split(/\s+/)
      .filter((word) => word !== "");
    if (words.length === 0) return keys;
    return keys.filter((_, index) => words.every((word) => haystacks[index]?.includes(word)));
  };
}
