/** Changes of service credentials: prepared when they are asked for, made when their task ends. */
import { z } from "zod";
import { FieldValues, withValues } from "../services/service-field.ts";
import { S3Key, type S3Keys } from "./s3-keys.ts";
import type { ServiceCredentialTable } from "./service-credentials.ts";

export const ServiceChange = z.discriminatedUnion("kind", [
  /** New values for fields, by the id of the environment. */
  z.object({ kind: z.literal("renew fields"), values: z.record(z.string(), FieldValues) }),
  z.object({ kind: z.literal("replace key"), environmentId: z.string(), key: S3Key }),
  z.object({ kind: z.literal("remove key"), environmentId: z.string(), region: z.string() }),
]);
export type ServiceChange = z.infer<typeof ServiceChange>;

interface Tables {
  readonly serviceCredentials: ServiceCredentialTable;
  readonly s3Keys: S3Keys;
}

/** Makes the whole change. */
export function makeChange({ serviceCredentials, s3Keys }: Tables, userId: string, change: ServiceChange): void {
  if (change.kind === "replace key") s3Keys.replace(userId, change.environmentId, change.key);
  else if (change.kind === "remove key") s3Keys.remove(userId, change.environmentId, change.region);
  else {
    for (const [environmentId, values] of Object.entries(change.values)) {
      const fields = serviceCredentials.read(userId, environmentId)?.fields;
      serviceCredentials.write(userId, environmentId, withValues(fields ?? [], values));
    }
  }
}

/** Makes half of the change: what was valid is so no longer, and nothing is in its place. */
export function makeHalf({ serviceCredentials, s3Keys }: Tables, userId: string, change: ServiceChange): void {
  if (change.kind === "replace key") s3Keys.remove(userId, change.environmentId, change.key.region);
  else if (change.kind === "remove key") s3Keys.remove(userId, change.environmentId, change.region);
  else for (const environmentId of Object.keys(change.values)) serviceCredentials.invalidate(userId, environmentId);
}
