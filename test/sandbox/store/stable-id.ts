/** UUIDs that are the same after every reset, so that what a client remembers of a seeded thing stays true. */
import { createHash } from "node:crypto";

/** A UUID (version 8) derived from the words that name the thing. */
export function stableId(...words: readonly string[]): string {
  const hex = createHash("sha256").update(words.join("/")).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
