/**
 * What a CloudMC console answers, parsed leniently: unknown fields are passed over, what is missing or null is null,
 * numbers are taken where text is due. Only what cannot be worked with is refused.
 */

import { z } from "../../schema.ts";
import type { ApiKey, CreatedKey, Session } from "../console.ts";

/** No identifier or token is longer: one console must not use up the room of all. */
export const longestText = 4096;

export const Text = z.union([z.string(), z.number().transform(String)]);
export const MaybeText = Text.nullish()
  .catch(null)
  .transform((text) => (text === undefined || text === "" ? null : text));

/** Beyond what a date can be, a number is shown as it is. */
function timeOfNumber(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? String(milliseconds) : date.toISOString();
}

/** A point in time: ISO 8601 as documented examples show, or milliseconds since 1970. */
const MaybeTime = z
  .union([z.string(), z.number().transform(timeOfNumber)])
  .nullish()
  .catch(null)
  .transform((time) => (time === undefined || time === "" ? null : time));

/** Documented: a body with `errors` is a failure whatever the status. */
export const ErrorBody = z.object({
  errors: z
    .array(
      z.union([
        z.object({ code: Text.nullish().catch(null), message: MaybeText }),
        z.string().transform((message) => ({ code: null, message })),
        z.unknown().transform(() => ({ code: null, message: null })),
      ]),
    )
    .min(1),
});

const Metadata = z.object({
  recordCount: z.number().int().nonnegative().nullish().catch(null),
  pageSize: z.number().int().positive().nullish().catch(null),
});

/** Documented: what is done in the background says so, and how it ended. */
export const FailedTaskBody = z.object({ taskStatus: z.literal("FAILED") });

export const ListBody = z.object({ data: z.array(z.unknown()), metadata: Metadata.nullish().catch(null) });

export const KeyEntry: z.ZodType<ApiKey> = z.object({
  id: Text.refine((id) => id !== "" && id.length <= longestText && id.isWellFormed()),
  name: Text.nullish()
    .catch(null)
    .transform((name) => name ?? ""),
  creationDate: MaybeTime,
  lastIp: MaybeText,
  lastActivity: MaybeTime,
});

/** What goes into a header and onto the clipboard: no line ends and no control characters that a terminal would obey. */
const Key = z
  .string()
  .min(1)
  .max(2048)
  .regex(/^[\x21-\x7e]+$/);

/** Only the key itself is indispensable: a value that arrived must not be lost for want of the rest. */
export const CreatedBody: z.ZodType<{ data: CreatedKey }> = z.object({
  data: z.object({ id: MaybeText, name: MaybeText, key: Key }),
});

const Person = z.object({
  userName: Text,
  firstName: MaybeText,
  lastName: MaybeText,
  organization: z.object({ name: MaybeText }).nullish().catch(null),
});

export const SessionBody = z
  .object({
    data: z.object({
      user: Person,
      organization: z.object({ name: MaybeText }).nullish().catch(null),
      csrfToken: MaybeText.refine((token) => token === null || token.length <= longestText),
    }),
  })
  .transform(({ data }): Session => {
    const displayName = [data.user.firstName, data.user.lastName].filter((part) => part !== null).join(" ");
    return {
      account: {
        userName: data.user.userName,
        displayName: displayName === "" ? null : displayName,
        organization: data.organization?.name ?? data.user.organization?.name ?? null,
      },
      csrfToken: data.csrfToken,
    };
  });

const Artifact = z.object({ type: z.string(), mimeType: MaybeText, content: MaybeText });
export type Artifact = z.infer<typeof Artifact>;

export const BrandingBody = z.object({
  data: z
    .array(
      z.object({
        applicationName: MaybeText,
        defaultLanguage: MaybeText,
        activeLanguages: MaybeText,
        artifacts: z
          .array(z.unknown())
          .nullish()
          .catch(null)
          .transform((list) => (list ?? []).flatMap((entry) => Artifact.safeParse(entry).data ?? [])),
      }),
    )
    .min(1),
});
export type BrandingBody = z.infer<typeof BrandingBody>;
