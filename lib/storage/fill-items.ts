/** What is kept of filling: origins where it was done, and the fill that is being asked about or went on last. */
import { ServiceEntry } from "../console/service.ts";
import { roles } from "../credentials/role.ts";
import { Problem } from "../errors.ts";
import { z } from "../schema.ts";

/** Whose credentials go into a page. */
export const FillSource = z.object({ consoleId: z.string(), owner: z.string(), entry: ServiceEntry });
export type FillSource = z.infer<typeof FillSource>;

/** An origin that was filled once. */
export const FillOrigin = z.object({
  /** Whether to fill there without asking. */
  isTrusted: z.boolean(),
  /** What was used there last. */
  source: FillSource,
  /** Milliseconds since 1970. */
  usedAt: z.number(),
  /** What the user put by hand into a field, by the field's mark. */
  taught: z.record(z.string(), z.enum(roles)),
});
export type FillOrigin = z.infer<typeof FillOrigin>;
export const FillOrigins = z.record(z.string(), FillOrigin);
export type FillOrigins = z.infer<typeof FillOrigins>;

/** One field and what goes into it. */
export const FillLine = z.object({
  fieldId: z.number(),
  /** What the field is known by; see `autofill/mark.ts`. */
  mark: z.string(),
  /** As the page calls the field; empty when it does not, or when that quotes a secret. */
  label: z.string(),
  /** A role, or what is made of some: see `ValueKind` of `lib/forms/plan.ts`. */
  kind: z.string(),
  isSecret: z.boolean(),
  /** The value, or the text of the option; null for secrets, and for what holds what the console calls sensitive. */
  shown: z.string().nullable(),
  /** Whether there is something in the field that would go. */
  replaces: z.boolean(),
  /** What became of it; null before. */
  outcome: z.string().nullable(),
  /** Why, where that is known. */
  reason: z.string().nullable(),
});
export type FillLine = z.infer<typeof FillLine>;

/** What is not filled, and why: of one field, or of a page as a whole. */
export const FillGap = z.object({ label: z.string(), kind: z.string().nullable(), why: z.string() });
export type FillGap = z.infer<typeof FillGap>;

export const OriginWarning = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("unrelated") }),
  z.object({ kind: z.literal("insecure") }),
  /** The same host by another port or without encryption. */
  z.object({ kind: z.literal("variant"), of: z.string() }),
  /** Another host that a person would read as that one. */
  z.object({ kind: z.literal("lookalike"), of: z.string() }),
]);
export type OriginWarning = z.infer<typeof OriginWarning>;

/**
 * A fill of one tab. No values: those are fetched when they are written.
 *
 * - `asking`: the user has not said yes yet.
 * - `filling`: it is being done.
 * - `done`: it was done; `until` later, fields that appear are filled as well.
 * - `failed`: see `problem`.
 */
export const Fill = z.object({
  id: z.string(),
  tabId: z.number(),
  /** Of a private window: nothing of it is kept on disk. */
  isPrivate: z.boolean(),
  origin: z.string(),
  /** Null when it failed before anybody knew whose credentials to use. */
  source: FillSource.nullable(),
  /** Of the reading of the page that this is about. */
  token: z.string(),
  state: z.enum(["asking", "filling", "done", "failed"]),
  warnings: z.array(OriginWarning),
  lines: z.array(FillLine),
  gaps: z.array(FillGap),
  /** The one field, and what for, that the user pointed at; null for all of the page. */
  byHand: z.object({ mark: z.string(), role: z.enum(roles) }).nullable(),
  /** The kind of credentials that the user has chosen; null for all that there are. */
  only: z.string().nullable(),
  /** The kinds of credentials that were written: no others follow them by themselves. */
  kinds: z.array(z.string()),
  /** Kinds of credentials of which the page may want one, and only the user knows which. */
  choices: z.array(z.string()),
  /** Until when the page is watched, in milliseconds since 1970. */
  until: z.number(),
  problem: Problem.nullable(),
});
export type Fill = z.infer<typeof Fill>;
/** By tab. */
export const Fills = z.record(z.string(), Fill);
export type Fills = z.infer<typeof Fills>;
