/** What the script in the page is asked to write, and what it says of it afterwards. */

export interface FillItem {
  readonly fieldId: number;
  readonly value: string;
  /** Which option of a select, as it was read; null, or not there, for what is typed. */
  readonly option?: { readonly value: string; readonly text: string } | null;
  /** Never put into what is not a single line of text. */
  readonly isSecret: boolean;
}

export interface FillOrder {
  /** Of the facts that were planned on. */
  readonly token: string;
  readonly items: readonly FillItem[];
}

export const fillStatuses = [
  /** The field holds exactly what was written. */
  "filled",
  /** It holds something else: the page writes it its own way. */
  "reformatted",
  /** It holds the beginning. */
  "truncated",
  /** It does not hold what was written; nothing of it was left there. */
  "refused",
  /** The field, or its form, is no longer in the document. */
  "gone",
  /** It is no longer the field that was planned: another document, type, name, label, form or place. */
  "changed",
  /** It may not be filled now: why is in `reason`. Nothing was written. */
  "blocked",
] as const;
export type FillStatus = (typeof fillStatuses)[number];

export interface FillOutcome {
  readonly fieldId: number;
  readonly status: FillStatus;
  /**
   * Of `blocked`: a hidden reason of facts.ts, `disabled`, `readonly`, `insecure`, `tooLong`, `noSuchOption`, `notText`.
   * Of `changed`: what has. Of `filled`: what the page's own check says (`patternMismatch`, `typeMismatch`, `tooShort`).
   */
  readonly reason: string | null;
}

export interface FillReport {
  readonly outcomes: readonly FillOutcome[];
}

export type WatchEnd = "fields" | "time" | "stopped" | "changed";

/** What `entrypoints/filler.ts` puts into the isolated world as `globalThis.llaveroFiller`. */
export interface Filler {
  collect(): import("./facts.ts").PageFacts;
  fill(order: FillOrder): Promise<FillReport>;
  /** Ends with `fields` once fields can be seen that could not be seen when the facts of this token were collected. */
  watch(token: string, milliseconds: number): Promise<WatchEnd>;
  /** Ends a watch that runs. */
  stop(): void;
}
