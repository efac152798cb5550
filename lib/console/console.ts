/**
 * What a console is to the rest of the extension. Each family is a folder beside this file.
 */

import { z } from "../schema.ts";
import type { RenewalAnswer, ServiceCredentials, ServiceEntry, ServiceList } from "./service.ts";

/** One API key as a list shows it; never the key itself. What the console left out is null. */
export const ApiKey = z.object({
  id: z.string().min(1),
  name: z.string(),
  /** As the console wrote it: usually ISO 8601, but shown raw when it is not a date. */
  creationDate: z.string().nullable(),
  lastIp: z.string().nullable(),
  lastActivity: z.string().nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;

/** The complete list, and how sure one can be that it is complete. */
export interface ApiKeyList {
  readonly keys: readonly ApiKey[];
  /** How many the console says there are; null when it does not say. */
  readonly reported: number | null;
  /** Entries that could not be understood and are left out. */
  readonly unreadable: number;
  /** The console's clock minus ours, in milliseconds; null when it did not tell its time. */
  readonly clockOffset: number | null;
}

/** Whether a key that is not in the list is not on the console. */
export function isComplete({
  keys,
  reported,
  unreadable,
}: Pick<ApiKeyList, "keys" | "reported" | "unreadable">): boolean {
  return unreadable === 0 && (reported === null || keys.length >= reported);
}

/** A key at the one moment that its value is known. */
export interface CreatedKey {
  readonly id: string | null;
  readonly name: string | null;
  readonly key: string;
}

/** Who is signed in. */
export const Account = z.object({
  userName: z.string(),
  displayName: z.string().nullable(),
  organization: z.string().nullable(),
});
export type Account = z.infer<typeof Account>;

/** Tells accounts of one console apart: what belongs to one is never said or done in the name of another. */
export function ownerOf({ organization, userName }: Account): string {
  return `${organization ?? ""}\n${userName}`;
}

export interface Session {
  readonly account: Account;
  /** Goes with every call that changes something; null where the console does not use one. */
  readonly csrfToken: string | null;
}

export interface SignIn {
  readonly userName: string;
  readonly password: string;
  readonly organization?: string | undefined;
  readonly otp?: string | undefined;
}

/** A colour and the ink that is readable on it, as `#rrggbb`. */
const Shade = z.object({ color: z.string(), ink: z.string() });
export type Shade = z.infer<typeof Shade>;
/** A brand's colour; null for a scheme in which it cannot be read. */
export const Accent = z.object({ light: Shade.nullable(), dark: Shade.nullable() });
export type Accent = z.infer<typeof Accent>;

/** How a console presents itself. */
export interface Branding {
  readonly name: string;
  /** BCP 47 codes of the languages it speaks, its default first. */
  readonly languages: readonly string[];
  readonly accent: Accent | null;
  /** A small square logo as a `data:` URL of an image. */
  readonly logo: string | null;
}

/**
 * A connected console. Every method throws `AppError`; none retries by itself.
 */
export interface Console {
  /** The address that API clients use. */
  readonly endpoint: string;
  signIn(signIn: SignIn): Promise<Session>;
  /** Whose session the browser holds for this console; null when none. */
  whoAmI(): Promise<Session | null>;
  signOut(csrfToken: string | null): Promise<void>;
  listKeys(): Promise<ApiKeyList>;
  createKey(name: string, csrfToken: string | null): Promise<CreatedKey>;
  renameKey(id: string, name: string, csrfToken: string | null): Promise<void>;
  revokeKey(id: string, csrfToken: string | null): Promise<void>;
  /** Null for a console that has no services to show credentials of. */
  readonly services: ConsoleServices | null;
}

/** The services behind a console, and the caller's own credentials in them. */
export interface ConsoleServices {
  list(): Promise<ServiceList>;
  /** @throws AppError `no_credentials` for a service that has none, `environment_forbidden` for one that is not ours. */
  credentials(entry: ServiceEntry): Promise<ServiceCredentials>;
  /** Replaces the caller's credentials in every environment of the connection. */
  regenerate(entry: ServiceEntry, csrfToken: string | null): Promise<RenewalAnswer>;
  /** @param region null where the service has but one. Replaces the key of that region for good. */
  generateS3Key(entry: ServiceEntry, region: string | null, csrfToken: string | null): Promise<RenewalAnswer>;
  deleteS3Key(entry: ServiceEntry, region: string, csrfToken: string | null): Promise<RenewalAnswer>;
  /** How far something has come. @throws AppError `not_found` when the console has forgotten it. */
  task(taskId: string): Promise<RenewalAnswer>;
}
