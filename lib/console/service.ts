/** What a console's services and their credentials are to the rest of the extension. */
import { Problem } from "../errors.ts";
import { z } from "../schema.ts";

/** The states of an environment that the API reference names; others are shown as they are. */
export const environmentStates = [
  "PROVISIONED",
  "PROVISIONING",
  "PENDING",
  "ERROR_PROVISIONING",
  "PURGING",
  "PURGED",
  "ERROR_PURGING",
] as const;

/** A connection and one environment of it: what a user picks to see credentials. */
export const ServiceEntry = z.object({
  connectionId: z.string(),
  connectionName: z.string(),
  /** Such as `swift`, `cloudstack`, `aws`; empty when the console did not say. */
  type: z.string(),
  serviceCode: z.string().nullable(),
  /** Null when the console did not say. */
  isReachable: z.boolean().nullable(),
  /** Null for a connection in which the user has no environment. */
  environment: z
    .object({
      id: z.string(),
      name: z.string(),
      /** One of `environmentStates`, as a rule; null when the console did not say. */
      state: z.string().nullable(),
    })
    .nullable(),
});
export type ServiceEntry = z.infer<typeof ServiceEntry>;

/** Tells entries of one console apart. */
export function entryId({ connectionId, environment }: ServiceEntry): string {
  return `${connectionId}\n${environment?.id ?? ""}`;
}

/** "connection / environment", as consoles write it. */
export function entryName({ connectionName, environment }: ServiceEntry): string {
  return environment === null ? connectionName : `${connectionName} / ${environment.name}`;
}

export const ServiceList = z.object({
  entries: z.array(ServiceEntry),
  /** Entries that could not be understood and are left out. */
  unreadable: z.number(),
});
export type ServiceList = z.infer<typeof ServiceList>;

/** One line of a service's credentials, as the console gives it. */
export const ServiceField = z.object({
  key: z.string(),
  value: z.string().nullable(),
  isSensitive: z.boolean(),
  isEnvironmentSpecific: z.boolean(),
});
export type ServiceField = z.infer<typeof ServiceField>;

/** An S3 key of one region; its secret is only ever told when it is generated. */
export const S3Key = z.object({
  accessKeyId: z.string(),
  /** Empty where the service has but one and does not name it. */
  region: z.string(),
});
export type S3Key = z.infer<typeof S3Key>;

/** What a service shows of the caller's own credentials. */
export const ServiceCredentials = z.object({
  canRegenerate: z.boolean(),
  fields: z.array(ServiceField),
  /** Null where the service has no S3 keys of its own. */
  s3Keys: z.array(S3Key).nullable(),
  /** Why nobody can tell whether it has. */
  s3Problem: Problem.nullable(),
});
export type ServiceCredentials = z.infer<typeof ServiceCredentials>;

/** How far something is that the console does in the background. */
export const taskStatuses = ["PENDING", "SUCCESS", "FAILED"] as const;
export type TaskStatus = (typeof taskStatuses)[number];

/** What came of asking for new credentials, or of asking how that goes on. */
export interface RenewalAnswer {
  /** Null when it was all done at once. */
  readonly taskId: string | null;
  readonly status: TaskStatus;
  /** The new credentials, as far as they are told: before, with or after the end of the task. */
  readonly fields: readonly ServiceField[] | null;
  /** Why it failed, in the console's own words: they may quote a secret, see `reason.ts`. */
  readonly reasons: readonly string[];
}
