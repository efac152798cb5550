/**
 * Everything that is kept, by name: where it lies, what it may be. Secrets (`fresh`, and the CSRF tokens in `sessions`) lie in
 * `storage.session`, which is memory of trusted contexts alone. The background writes; pages read and watch, and write
 * nothing but drafts and settings.
 */

import { RouteOverrides } from "../console/cloudmc/routes.ts";
import { Accent, Account, ApiKey } from "../console/console.ts";
import { z } from "../schema.ts";
import { FillOrigins, Fills } from "./fill-items.ts";
import { createItem, type Item, type StorageArea, type WithLock } from "./item.ts";
import { emptyServicesDraft, FreshCredentials, Renewals, ServicesDraft } from "./service-items.ts";

/** A console that the user connected. */
export const ConsoleProfile = z.object({
  id: z.string().min(1),
  family: z.literal("cloudmc"),
  origin: z.string(),
  endpointPath: z.string(),
  /** As its branding says. */
  name: z.string(),
  /** As the user calls it; null for the brand's name. */
  label: z.string().nullable(),
  languages: z.array(z.string()),
  accent: Accent.nullable(),
  logo: z.string().nullable(),
  routes: RouteOverrides,
  /** To offer again at the next sign-in; never a password. */
  lastSignIn: z.object({ userName: z.string(), organization: z.string() }).nullable(),
});
export type ConsoleProfile = z.infer<typeof ConsoleProfile>;

export const Consoles = z.object({ list: z.array(ConsoleProfile), currentId: z.string().nullable() });
export type Consoles = z.infer<typeof Consoles>;

/** How long service credentials may stay on screen, in minutes. */
export const showMinutes = [1, 5, 15, 60] as const;

export const Settings = z.object({
  language: z.enum(["auto", "en", "es", "fr"]),
  showMinutes: z.union(showMinutes.map((minutes) => z.literal(minutes))).default(5),
});
export type Settings = z.infer<typeof Settings>;

/** `open`: signed in. `ended`: the console no longer knows the session. A console without an entry was not asked yet. */
export const SessionState = z.discriminatedUnion("state", [
  z.object({ state: z.literal("open"), account: Account, csrfToken: z.string().nullable() }),
  z.object({ state: z.literal("ended"), account: Account }),
  z.object({ state: z.literal("none") }),
]);
export type SessionState = z.infer<typeof SessionState>;
export const Sessions = z.record(z.string(), SessionState);
export type Sessions = z.infer<typeof Sessions>;

/** Failed sign-ins in a row, by console and user name. */
export const SignInFailures = z.record(z.string(), z.record(z.string(), z.number().int().positive()));
export type SignInFailures = z.infer<typeof SignInFailures>;

export const KeyOrder = z.enum(["nameAscending", "nameDescending", "activityAscending", "activityDescending"]);
export type KeyOrder = z.infer<typeof KeyOrder>;

/** The last known list of a console's keys: metadata only. */
export const KeySnapshot = z.object({
  keys: z.array(ApiKey),
  reported: z.number().nullable(),
  unreadable: z.number(),
  /** The console's clock minus ours, in milliseconds; null when it did not tell its time. */
  clockOffset: z.number().nullable(),
  fetchedAt: z.number(),
  /** Whose keys these are; see `ownerOf`. */
  owner: z.string(),
});
export type KeySnapshot = z.infer<typeof KeySnapshot>;

/** The rows that each order shows first, for a popup to paint before the whole list is read. */
export const KeyHead = z.object({
  total: z.number(),
  clockOffset: z.number().nullable(),
  rows: z.array(ApiKey),
  owner: z.string(),
});
export type KeyHead = z.infer<typeof KeyHead>;
export const KeyHeads = z.record(z.string(), KeyHead);
export type KeyHeads = z.infer<typeof KeyHeads>;

/** A just-generated key that the user has not dismissed. `key` is null while its place is reserved. */
export const FreshKey = z.object({
  key: z.string().nullable(),
  reserve: z.string(),
  /** Whether the user has copied it, in any form. */
  copied: z.boolean(),
  // enough to show it should the log of intents be lost
  consoleId: z.string(),
  name: z.string(),
  owner: z.string(),
});
export type FreshKey = z.infer<typeof FreshKey>;
export const FreshKeys = z.record(z.string(), FreshKey);
export type FreshKeys = z.infer<typeof FreshKeys>;

/**
 * That a key is being, or was, created: written before the console is asked, kept until the user dismisses the key or
 * the news of what became of it. See `secrets/intents.ts`.
 */
export const Intent = z.object({
  id: z.string().min(1),
  consoleId: z.string(),
  /** Whose key it is to be; see `ownerOf`. */
  owner: z.string(),
  name: z.string(),
  /** Milliseconds since 1970, by our clock. */
  startedAt: z.number(),
  /** The console's clock minus ours when it was last heard; null when never. */
  clockOffset: z.number().nullable(),
  /** Keys that bore this name before. */
  namesakes: z.array(z.string()),
  state: z.enum(["sent", "received", "lost", "absent", "unknown"]),
  /** The key that came of it, once known. */
  keyId: z.string().nullable(),
  /** Keys that the same request made beside that one. */
  strays: z.array(z.string()),
});
export type Intent = z.infer<typeof Intent>;
export const Intents = z.array(Intent);
export type Intents = z.infer<typeof Intents>;

/** What the user was doing in a console's views. */
export const ConsoleDraft = z.object({
  search: z.string(),
  order: KeyOrder,
  /** The name typed for a key to be; null while the form is closed. */
  generate: z.object({ name: z.string(), intentId: z.string() }).nullable(),
  rename: z.object({ keyId: z.string(), name: z.string() }).nullable(),
  revoke: z.object({ keyId: z.string() }).nullable(),
  signIn: z.object({ userName: z.string(), organization: z.string() }).nullable(),
  services: ServicesDraft.default(emptyServicesDraft),
});
export type ConsoleDraft = z.infer<typeof ConsoleDraft>;

export const Drafts = z.object({
  tab: z.string(),
  /** The form that connects another console; null while it is closed. `asked`: the permission dialog was opened for it. */
  connect: z.object({ address: z.string(), asked: z.boolean() }).nullable(),
  byConsole: z.record(z.string(), ConsoleDraft),
  /** Which window wrote this last. */
  writer: z.string(),
});
export type Drafts = z.infer<typeof Drafts>;

export const emptyDraft: ConsoleDraft = {
  search: "",
  order: "nameAscending",
  generate: null,
  rename: null,
  revoke: null,
  signIn: null,
  services: emptyServicesDraft,
};

export interface Items {
  readonly consoles: Item<Consoles>;
  readonly settings: Item<Settings>;
  readonly signInFailures: Item<SignInFailures>;
  readonly drafts: Item<Drafts>;
  readonly intents: Item<Intents>;
  readonly heads: Item<KeyHeads>;
  readonly snapshot: (consoleId: string) => Item<KeySnapshot | null>;
  readonly sessions: Item<Sessions>;
  readonly fresh: Item<FreshKeys>;
  readonly renewals: Item<Renewals>;
  readonly freshCredentials: Item<FreshCredentials>;
  readonly fillOrigins: Item<FillOrigins>;
  readonly fills: Item<Fills>;
  readonly local: StorageArea;
  readonly session: StorageArea;
}

export function createItems(local: StorageArea, session: StorageArea, withLock: WithLock): Items {
  const inLocal = <T>(key: string, schema: z.ZodType<T>, fallback: T, disposable = false) =>
    createItem(local, withLock, { key, schema, fallback, version: 1, disposable });
  const inSession = <T>(key: string, schema: z.ZodType<T>, fallback: T) =>
    createItem(session, withLock, { key, schema, fallback, version: 1 });
  return {
    consoles: inLocal<Consoles>("consoles", Consoles, { list: [], currentId: null }),
    settings: inLocal<Settings>("settings", Settings, { language: "auto", showMinutes: 5 }),
    signInFailures: inLocal<SignInFailures>("signInFailures", SignInFailures, {}),
    drafts: inLocal<Drafts>("drafts", Drafts, { tab: "keys", connect: null, byConsole: {}, writer: "" }, true),
    intents: inLocal<Intents>("intents", Intents, []),
    renewals: inLocal<Renewals>("renewals", Renewals, []),
    fillOrigins: inLocal<FillOrigins>("fillOrigins", FillOrigins, {}),
    heads: inLocal<KeyHeads>("heads", KeyHeads, {}, true),
    snapshot: (consoleId) => inLocal<KeySnapshot | null>(`keys:${consoleId}`, KeySnapshot, null, true),
    sessions: inSession<Sessions>("sessions", Sessions, {}),
    fresh: inSession<FreshKeys>("fresh", FreshKeys, {}),
    freshCredentials: inSession<FreshCredentials>("freshCredentials", FreshCredentials, {}),
    fills: inSession<Fills>("fills", Fills, {}),
    local,
    session,
  };
}

/** The address that API clients use. */
export function endpointOf({ origin, endpointPath }: Pick<ConsoleProfile, "origin" | "endpointPath">): string {
  return `${origin}${endpointPath}`;
}

/** What to call a console on screen. */
export function consoleName(profile: ConsoleProfile): string {
  return profile.label ?? profile.name;
}
