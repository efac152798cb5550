/** The extension's background without a browser: its services over real HTTP, with storage and permissions in memory. */
import { randomUUID } from "node:crypto";
import type { HttpRequest, Transport } from "../../lib/console/transport.ts";
import { originPattern } from "../../lib/permissions.ts";
import { createServices } from "../../lib/services.ts";
import { createItems } from "../../lib/storage/items.ts";
import { createFakePage } from "../fakes/fill-page.ts";
import { createPermissions } from "../fakes/permissions.ts";
import { createStorageArea } from "../fakes/storage-area.ts";
import { createWithLock } from "../fakes/with-lock.ts";
import { createCookieFetch } from "./cookie-fetch.ts";
import { hastyMs } from "./faults.ts";
import { type Person, type Stage, transportOver } from "./subject.ts";

export interface ExtensionOptions {
  readonly fetch?: typeof globalThis.fetch;
  /** Whether the answer to a request is waited for only briefly. */
  readonly isHasty?: (request: HttpRequest) => boolean;
  /** How far our clock is off. */
  readonly clockOff?: () => number;
}

/** An extension that may reach the console, and has not been told of it yet. */
export function createExtension(stage: Stage, options: ExtensionOptions = {}) {
  const { fetch = createCookieFetch(), isHasty = () => false, clockOff = () => 0 } = options;
  const local = createStorageArea();
  const session = createStorageArea();
  /** All that was ever written to disk. */
  const written: string[] = [];
  local.onChanged.addListener((changes) => void written.push(JSON.stringify(changes)));
  const permissions = createPermissions(originPattern(stage.origin));
  const items = createItems(local, session, createWithLock());
  // nobody waits here: the clock moves on instead
  let waited = 0;
  const wait = async (milliseconds: number) => {
    waited += milliseconds;
  };
  /** Each time that the background wished to be woken, or no longer did. */
  const alarms: boolean[] = [];
  const stayAwake = async (isNeeded: boolean) => void alarms.push(isNeeded);
  /** What went wrong where nobody waits for it. */
  const reports: unknown[] = [];
  const report = (...what: unknown[]) => void reports.push(what);
  const now = () => Date.now() + clockOff() + waited;
  const overHttp = transportOver(fetch, now);
  const transport: Transport = (request) => overHttp(isHasty(request) ? { ...request, timeoutMs: hastyMs } : request);
  const page = createFakePage();
  const edge = { items, permissions, transport, page, now, newId: randomUUID, wait, stayAwake, report };
  return { ...createServices(edge), items, local, session, written, alarms, reports, permissions, page, fetch };
}
export type Extension = ReturnType<typeof createExtension>;

/** An extension with the console connected and somebody signed in to it. */
export async function createSignedIn(
  stage: Stage,
  person: Person,
  options: ExtensionOptions = {},
): Promise<Extension & { consoleId: string }> {
  const extension = createExtension(stage, options);
  const { consoleId } = await extension.consoles.connect(stage.origin);
  await extension.sessions.signIn(consoleId, person);
  return { ...extension, consoleId };
}
