/** What a CloudMC console answers about services, parsed as leniently as the rest: see `schema.ts`. */

import { isSecretKey, knownFieldOf } from "../../credentials/known-fields.ts";
import { z } from "../../schema.ts";
import { type RenewalAnswer, type S3Key, type ServiceField, type TaskStatus, taskStatuses } from "../service.ts";
import { ErrorBody, longestText, MaybeText, Text } from "./schema.ts";

const Id = Text.refine((id) => id !== "" && id.length <= longestText && id.isWellFormed());
const Name = Text.nullish()
  .catch(null)
  .transform((name) => name ?? "");

const Connection = z.object({ id: Id, name: Name, type: Name, serviceCode: MaybeText });

/** Documented: an entry of `/services/connections`. */
export const ConnectionEntry = Connection.extend({
  status: z
    .object({ reachable: z.boolean().nullish().catch(null) })
    .nullish()
    .catch(null),
});
export type ConnectionEntry = z.infer<typeof ConnectionEntry>;

/** Documented: an entry of `/environments`; one without a connection belongs to no service. */
export const EnvironmentEntry = z.object({
  id: Id,
  name: Name,
  state: MaybeText,
  serviceConnection: Connection.nullish(),
});
export type EnvironmentEntry = z.infer<typeof EnvironmentEntry>;

/** Documented: `/services/descriptors/:type`. */
export const DescriptorBody = z.object({
  data: z.object({ supportsApiCredentials: z.boolean().nullish().catch(null) }),
});

/** Any value as text: a field is shown as it comes, never left out for being a number. */
const FieldValue = z
  .union([z.string(), z.number().transform(String), z.boolean().transform(String), z.null()])
  .optional()
  .transform((value) => (value === undefined || value === "" ? null : value));

const Field = z
  .object({
    key: Text,
    value: FieldValue,
    sensitive: z.boolean().nullish().catch(null),
    environmentSpecific: z.boolean().nullish().catch(null),
  })
  .transform(
    ({ key, value, sensitive, environmentSpecific }): ServiceField => ({
      key,
      value,
      // a password that a console calls harmless is masked all the same, and so is what nobody vouches for
      isSensitive: isSecretKey(key) || (sensitive ?? knownFieldOf(key) === null),
      isEnvironmentSpecific: environmentSpecific ?? false,
    }),
  );

const Fields = z.array(z.unknown()).transform((list) => list.flatMap((entry) => Field.safeParse(entry).data ?? []));

const Credentials = z.object({
  canRegenerateCredentials: z
    .boolean()
    .nullish()
    .catch(null)
    .transform((can) => can ?? false),
  fields: Fields,
});

/** Documented: `apiInfo`. */
export const CredentialsBody = z.object({ data: Credentials });

const S3KeyEntry: z.ZodType<S3Key> = z.object({
  accessKeyId: Id,
  region: MaybeText.transform((region) => region ?? ""),
});

/** Documented: one S3 key for each region. */
export const S3KeysBody = z.object({
  data: z.array(z.unknown()).transform((list) => list.flatMap((entry) => S3KeyEntry.safeParse(entry).data ?? [])),
});

/** Documented: what `operation=generate` tells, this once. */
const GeneratedS3Key = z
  .object({
    // together they have to fit into the room that was taken for them
    accessKeyId: Id,
    secretKey: z.string().min(1).max(longestText),
    region: MaybeText.transform((region) => (region !== null && region.length > longestText ? null : region)),
  })
  .transform(({ accessKeyId, secretKey, region }): ServiceField[] => {
    const field = (key: string, value: string, isSensitive = false): ServiceField => ({
      key,
      value,
      isSensitive,
      isEnvironmentSpecific: true,
    });
    return [
      field("accessKeyId", accessKeyId),
      field("secretKey", secretKey, true),
      ...(region === null ? [] : [field("region", region)]),
    ];
  });

/** New credentials, in either form in which consoles tell them. */
const Renewed = z.union([Credentials.transform(({ fields }) => fields), GeneratedS3Key]);

/** Any other status, and consoles have more, is one of something that has not ended. */
const Status = z.string().transform((status) => taskStatuses.find((one) => one === status.toUpperCase()) ?? "PENDING");

const Reason = z.union([
  ErrorBody.transform(({ errors }) => errors.flatMap(({ message }) => message ?? [])),
  z.object({ message: z.string() }).transform(({ message }) => [message]),
  z.string().transform((message) => [message]),
]);

const toNews = (taskId: string | null, status: TaskStatus, result: unknown): RenewalAnswer => ({
  taskId,
  status,
  fields: Renewed.safeParse(result).data ?? null,
  reasons: status === "FAILED" ? (Reason.safeParse(result).data ?? []) : [],
});

/** Documented: `{taskId, taskStatus, data?}` at first, then `{taskId, taskStatus, result?}`. */
const NewTask = z
  .object({
    taskId: Id,
    taskStatus: Status,
    data: z.unknown().optional(),
    result: z.unknown().optional(),
    errors: z.unknown().optional(),
  })
  .transform(({ taskId, taskStatus, data, result, errors }) =>
    toNews(taskId, taskStatus, errors === undefined ? (result ?? data) : { errors }),
  );

/** The form that older clients read. */
const OldTask = z
  .object({ data: z.object({ id: Id, status: Status, result: z.unknown().optional() }) })
  .transform(({ data: { id, status, result } }) => toNews(id, status, result));

/** How far a task has come. */
export const TaskBody: z.ZodType<RenewalAnswer> = z.union([NewTask, OldTask]);

/** The end of what took no task: it has to tell the new credentials, or it may be anything. */
const Done = z
  .object({ data: Renewed, taskId: z.null().optional(), taskStatus: z.literal("SUCCESS").optional() })
  .transform(({ data }) => ({ taskId: null, status: "SUCCESS" as const, fields: data, reasons: [] }));

/** What came of asking for new credentials. */
export const RenewalBody: z.ZodType<RenewalAnswer> = z.union([NewTask, OldTask, Done]);

/** What came of asking to delete: what says nothing of a task was done at once. */
export const DeletionBody: z.ZodType<RenewalAnswer> = z.union([
  NewTask,
  OldTask,
  z
    .object({ taskId: z.undefined().optional(), taskStatus: z.undefined().optional() })
    .transform(() => ({ taskId: null, status: "SUCCESS" as const, fields: null, reasons: [] })),
]);
