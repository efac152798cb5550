/** What is kept of services: credentials being replaced, the new ones while they wait, what the user was doing. */
import { ServiceEntry, ServiceField } from "../console/service.ts";
import { z } from "../schema.ts";

/**
 * That a service's credentials are being, or were, replaced: written before the console is asked, kept until the user
 * dismisses the new ones or the news of what became of them. See `secrets/renewals.ts` for the states.
 */
export const Renewal = z.object({
  id: z.string().min(1),
  consoleId: z.string(),
  /** Whose credentials; see `ownerOf`. */
  owner: z.string(),
  what: z.enum(["credentials", "s3Key"]),
  entry: ServiceEntry,
  /** Of an S3 key; null where the service has but one. */
  region: z.string().nullable(),
  /** The access key id that was there before; null when there was none. */
  replaced: z.string().nullable(),
  /** Milliseconds since 1970, by our clock. */
  startedAt: z.number(),
  taskId: z.string().nullable(),
  state: z.enum(["sent", "pending", "received", "failed", "unfinished", "lost", "absent", "unknown"]),
  /** Why it failed, in the console's words. */
  reason: z.string().nullable(),
});
export type Renewal = z.infer<typeof Renewal>;
export const Renewals = z.array(Renewal);
export type Renewals = z.infer<typeof Renewals>;

/**
 * New credentials that the user has not dismissed, by the renewal's id. `fields` is null while their place is reserved.
 */
export const FreshCredentials = z.record(
  z.string(),
  z.object({
    fields: z.array(ServiceField).nullable(),
    reserve: z.string(),
    copied: z.boolean(),
    /** As it was when they arrived: enough to go on should the log be lost, or a step behind. */
    renewal: Renewal,
  }),
);
export type FreshCredentials = z.infer<typeof FreshCredentials>;

/** What a console did not say of a service, and the user did: so that exports are complete. No secrets. */
export const ServiceExtras = z.object({ endpointUrl: z.string(), regionName: z.string() });
export type ServiceExtras = z.infer<typeof ServiceExtras>;

/** What the user was doing in the services of a console. */
export const ServicesDraft = z.object({
  /** Whose it is: another account of the same console has its own services. Null while nobody is known. */
  owner: z.string().nullable(),
  /** The last one chosen, as it was known then. */
  chosen: ServiceEntry.nullable(),
  /** The question that is open. */
  asking: z
    .discriminatedUnion("what", [
      z.object({ what: z.literal("regenerate"), renewalId: z.string() }),
      /** `isGiven`: whether the region is one that has a key already, and is not typed. */
      z.object({ what: z.literal("generate"), renewalId: z.string(), region: z.string(), isGiven: z.boolean() }),
      z.object({ what: z.literal("delete"), region: z.string() }),
      /** `renewalId`: of new credentials; null for those on screen. */
      z.object({ what: z.literal("export"), renewalId: z.string().nullable() }),
    ])
    .nullable(),
  format: z.string().nullable(),
  extras: z.record(z.string(), ServiceExtras),
});
export type ServicesDraft = z.infer<typeof ServicesDraft>;

export const emptyServicesDraft: ServicesDraft = {
  owner: null,
  chosen: null,
  asking: null,
  format: null,
  extras: {},
};
