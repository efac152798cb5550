/** The faults that can be injected into API calls, and what they are injected into. */
import { z } from "zod";

const When = z.enum(["before", "after"]);

/** What goes wrong. Where a fault has `after`, true means that the work is done before the wrong answer is given. */
export const Fault = z.discriminatedUnion("kind", [
  /** Answers a status; `body` is sent as it is when text, as JSON otherwise, an error envelope by default. */
  z.object({
    kind: z.literal("status"),
    status: z.number().int().min(200).max(599),
    body: z.unknown().optional(),
    contentType: z.string().optional(),
    after: z.boolean().default(false),
  }),
  /** Waits before the work. A client that gives up meanwhile does not stop the work, as on a slow server. */
  z.object({ kind: z.literal("delay"), milliseconds: z.number().int().min(0).max(600_000) }),
  /** Destroys the connection, before or after the work. */
  z.object({ kind: z.literal("reset"), when: When }),
  /** Announces the whole body, sends half and hangs up. */
  z.object({ kind: z.literal("truncate") }),
  /** A sign-in page with status 200, as from a proxy or a session that ended. */
  z.object({ kind: z.literal("html"), after: z.boolean().default(false) }),
  /** The right answer under a wrong content type. */
  z.object({ kind: z.literal("contentType"), contentType: z.string() }),
  /** Does the work, then answers this JSON instead. */
  z.object({ kind: z.literal("shape"), body: z.unknown() }),
  /** Says nothing until the client gives up or the faults are cleared; after a clear it goes on as if nothing was. */
  z.object({ kind: z.literal("hang"), when: When }),
  /** Only for requests of that page: answers the page before it once more, or an empty list. */
  z.object({ kind: z.literal("paging"), how: z.enum(["repeat", "drop"]), page: z.number().int().min(1) }),
  /** Merges these fields into `data`, or into every item of it. */
  z.object({ kind: z.literal("patchItems"), set: z.record(z.string(), z.unknown()) }),
  /** Sends the client elsewhere instead of doing the work. */
  z.object({ kind: z.literal("redirect"), location: z.string() }),
  /** Shifts the `Date` header, and the `creationDate` of what is made. */
  z.object({ kind: z.literal("clock"), skewSeconds: z.number().int() }),
]);
export type Fault = z.infer<typeof Fault>;

/** A fault, and the calls it is for. */
export const FaultRule = z.object({
  /** Any method when left out. */
  method: z
    .string()
    .transform((method) => method.toUpperCase())
    .optional(),
  /**
   * A regular expression for the whole path below the endpoint, without the query: `/api_keys` is the list alone,
   * `/api_keys/.*` every single key.
   */
  path: z.string().refine(isPattern, "not a regular expression"),
  /** For how many calls; 0 until cleared. */
  times: z.number().int().min(0).default(1),
  fault: Fault,
});
export type FaultRule = z.infer<typeof FaultRule>;
/** The same before defaults are filled in: what a test writes. */
export type FaultRuleInput = z.input<typeof FaultRule>;

function isPattern(path: string): boolean {
  try {
    return Boolean(new RegExp(path));
  } catch {
    return false;
  }
}
