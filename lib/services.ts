/** The background's services, put together from the browser's own parts. Tests put them together from others. */
import { createAutofill } from "./autofill/autofill.ts";
import type { PageAccess } from "./autofill/page-access.ts";
import { createConnections } from "./console/connections.ts";
import { createConsoles } from "./console/consoles.ts";
import { createKeys, type Keys } from "./console/keys.ts";
import { createSessions } from "./console/sessions.ts";
import type { Transport } from "./console/transport.ts";
import type { PermissionsApi } from "./permissions.ts";
import { createFreshKeys } from "./secrets/fresh-keys.ts";
import { createRenewals } from "./secrets/renewals.ts";
import type { Items } from "./storage/items.ts";

export interface ServicesEdge {
  readonly items: Items;
  readonly permissions: PermissionsApi;
  readonly transport: Transport;
  readonly page: PageAccess;
  readonly now: () => number;
  readonly newId: () => string;
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Has the background woken up again and again until it is called off. */
  readonly stayAwake: (isNeeded: boolean) => Promise<void>;
  /** Told of faults that nobody expected, when there is nobody left to tell. */
  readonly report: (fault: unknown) => void;
}

export function createServices(edge: ServicesEdge) {
  const { items, permissions, transport, now, newId, wait, stayAwake, report } = edge;
  const forgetKeys = (consoleId: string): Promise<void> => keys.forget(consoleId);
  const untilCreated = (consoleId: string): Promise<void> => freshKeys.untilCreated(consoleId);
  const forgetRenewals = (consoleId: string): Promise<void> => renewals.forgetConsole(consoleId);
  const consoles = createConsoles({
    items,
    permissions,
    transport,
    newId,
    forgetKeys,
    forgetRenewals,
    untilCreated,
  });
  const sessions = createSessions({ items, consoles, forgetKeys });
  // each needs the other: a new key goes into the list, and a list settles what became of new keys
  const freshKeys = createFreshKeys({ items, sessions, keys: (): Keys => keys, now });
  const keys = createKeys({
    items,
    sessions,
    now,
    onList: freshKeys.reconcile,
    onRevoked: freshKeys.forgetRevoked,
    onRenamed: freshKeys.noteRenamed,
  });
  const renewals = createRenewals({ items, sessions, now, wait, stayAwake, report });
  const { reconcile: onCredentials, onDeleted } = renewals;
  const connections = createConnections(sessions, { now, wait, onCredentials, onDeleted });
  const autofill = createAutofill({ items, connections, page: edge.page, now, newId });
  return { consoles, sessions, keys, freshKeys, connections, renewals, autofill };
}

export type Services = ReturnType<typeof createServices>;
