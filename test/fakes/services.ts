/** Services as pages see them: well-formed entries, fields and sessions, and a popup that is open at its services. */
import { ownerOf } from "../../lib/console/console.ts";
import type { ServiceCredentials, ServiceEntry, ServiceField } from "../../lib/console/service.ts";
import type { App } from "../../lib/models/app.ts";
import { emptyDraft } from "../../lib/storage/items.ts";
import type { ServicesDraft } from "../../lib/storage/service-items.ts";
import { createPages, type FakePages, settled } from "./pages.ts";
import { sampleProfile } from "./samples.ts";

/** Whoever is signed in unless a test says otherwise; see `ownerOf`. */
export const ana = "Shop\nana";

/** "connection / environment", with the names as ids. */
export function sampleEntry(name: string, change: Partial<ServiceEntry> = {}): ServiceEntry {
  const [connection = "", environment = null] = name.split(" / ");
  return {
    connectionId: connection,
    connectionName: connection,
    type: "swift",
    serviceCode: connection,
    isReachable: true,
    environment: environment === null ? null : { id: environment, name: environment, state: "PROVISIONED" },
    ...change,
  };
}

export function withState(entry: ServiceEntry, state: string | null): ServiceEntry {
  return { ...entry, environment: entry.environment === null ? null : { ...entry.environment, state } };
}

export function sampleField(key: string, value: string | null, isSensitive = false): ServiceField {
  return { key, value, isSensitive, isEnvironmentSpecific: false };
}

/** Enough for Keystone v3. */
export const keystoneFields = (password: string): ServiceField[] => [
  sampleField("authenticationUrl", "https://auth.example.com"),
  sampleField("userName", "ana@shop"),
  sampleField("password", password, true),
  sampleField("projectName", "web"),
];

/** As the console tells a new S3 key. */
export const s3Fields = (secret: string, region: string | null = "east"): ServiceField[] => [
  sampleField("accessKeyId", "AK-new"),
  sampleField("secretKey", secret, true),
  ...(region === null ? [] : [sampleField("region", region)]),
];

export function credentials(change: Partial<ServiceCredentials> = {}): ServiceCredentials {
  return { canRegenerate: true, fields: keystoneFields("pass-word"), s3Keys: null, s3Problem: null, ...change };
}

/** As the background answers: with whose list it is. */
export const listOf = (entries: ServiceEntry[], owner = ana, unreadable = 0) => ({
  owner,
  list: { entries, unreadable },
});

export const objects = sampleEntry("Objects / production");
export const staging = sampleEntry("Objects / staging");
export const vault = sampleEntry("Vault / production");

/** What the session of a console is; null when it is known that there is none. */
export async function setSession(pages: FakePages, consoleId: string, userName: string | null): Promise<void> {
  const account = { userName: userName ?? "", displayName: null, organization: "Shop" };
  await pages.items.sessions.update((sessions) => ({
    ...sessions,
    [consoleId]: userName === null ? { state: "none" } : { state: "open", account, csrfToken: null },
  }));
  await settled();
}

export async function selectConsole(pages: FakePages, currentId: string): Promise<void> {
  await pages.items.consoles.update((consoles) => ({ ...consoles, currentId }));
  await settled();
}

/** What was left in the services of a console by a popup that was closed. */
export async function setServicesDraft(pages: FakePages, id: string, change: Partial<ServicesDraft>): Promise<void> {
  await pages.items.drafts.update((drafts) => {
    const draft = drafts.byConsole[id] ?? emptyDraft;
    const services = { ...draft.services, ...change };
    return { ...drafts, writer: "", byConsole: { ...drafts.byConsole, [id]: { ...draft, services } } };
  });
}

/** Consoles `one` and `two`, Ana signed in to both, the services tab open, three services on each. */
export async function createServicePages(): Promise<FakePages> {
  const pages = await createPages(sampleProfile("one"), sampleProfile("two"));
  await setSession(pages, "one", "ana");
  await setSession(pages, "two", "ana");
  await pages.items.drafts.update((drafts) => ({ ...drafts, tab: "services" }));
  pages.answers["services.list"] = async ({ consoleId }) => {
    const session = (await pages.items.sessions.get())[consoleId];
    const isOpen = session?.state === "open";
    return listOf([objects, staging, vault], isOpen ? ownerOf(session.account) : ana);
  };
  pages.answers["services.credentials"] = async () => credentials();
  return pages;
}

/** Opens a page and lets it do what it does once it is painted. */
export async function openStarted(pages: FakePages): Promise<App> {
  const app = await pages.open();
  await app.start();
  await settled();
  return app;
}

/** What was asked under a name, in order. */
export const askedFor = (pages: FakePages, name: string): unknown[] =>
  pages.asked.filter(([asked]) => asked === name).map(([, input]) => input);
