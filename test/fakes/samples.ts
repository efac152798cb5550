/** Well-formed examples of what is stored, for tests to vary. */
import type { ApiKey } from "../../lib/console/console.ts";
import type { ConsoleProfile, FreshKey, Intent, KeyHead, KeySnapshot } from "../../lib/storage/items.ts";
import type { FreshCredentials, Renewal } from "../../lib/storage/service-items.ts";
import { swiftEntry } from "./cloudmc-services.ts";

export const origin = "https://console.example.com";
export const pattern = "https://console.example.com/*";

/** Whose keys the samples are; see `ownerOf`. */
export const owner = "Shop\nana";

export function sampleKey(name: string, change: Partial<ApiKey> = {}): ApiKey {
  return { id: `id of ${name}`, name, creationDate: null, lastIp: null, lastActivity: null, ...change };
}

/** `count` keys with names that sort in their order: key 00001 and so on. */
export function manyKeys(count: number): ApiKey[] {
  return Array.from({ length: count }, (_, index) => sampleKey(`key ${String(index + 1).padStart(5, "0")}`));
}

export function sampleSnapshot(keys: ApiKey[], change: Partial<KeySnapshot> = {}): KeySnapshot {
  return { keys, reported: keys.length, unreadable: 0, clockOffset: 0, fetchedAt: 1_000_000, owner, ...change };
}

export function sampleHead(rows: ApiKey[], change: Partial<KeyHead> = {}): KeyHead {
  return { total: rows.length, clockOffset: 0, rows, owner, ...change };
}

export function sampleFresh(key: string | null, change: Partial<FreshKey> = {}): FreshKey {
  return { key, reserve: "", copied: false, consoleId: "one", name: "ci", owner, ...change };
}

export function sampleProfile(id: string, change: Partial<ConsoleProfile> = {}): ConsoleProfile {
  return {
    id,
    family: "cloudmc",
    origin: `https://${id}.example.com`,
    endpointPath: "/api/v2",
    name: `Brand ${id}`,
    label: null,
    languages: ["en"],
    accent: null,
    logo: null,
    routes: {},
    lastSignIn: null,
    ...change,
  };
}

export function sampleIntent(change: Partial<Intent> = {}): Intent {
  return {
    id: "intent",
    consoleId: "one",
    owner,
    name: "ci",
    startedAt: 1_000_000,
    clockOffset: 0,
    namesakes: [],
    state: "sent",
    keyId: null,
    strays: [],
    ...change,
  };
}

export function sampleRenewal(change: Partial<Renewal> = {}): Renewal {
  return {
    id: "renewal",
    consoleId: "one",
    owner,
    what: "credentials",
    entry: swiftEntry,
    region: null,
    replaced: null,
    startedAt: 1_000_000,
    taskId: null,
    state: "sent",
    reason: null,
    ...change,
  };
}

export function sampleFreshCredentials(password: string | null): FreshCredentials[string] {
  const field = { key: "password", value: password, isSensitive: true, isEnvironmentSpecific: false };
  return { fields: password === null ? null : [field], reserve: "", copied: false, renewal: sampleRenewal() };
}
