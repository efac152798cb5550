/** The background's services, put together from the browser's own parts. Tests put them together from others. */
import { createConsoles } from "./console/consoles.ts";
import { createKeys, type Keys } from "./console/keys.ts";
import { createSessions } from "./console/sessions.ts";
import type { Transport } from "./console/transport.ts";
import type { PermissionsApi } from "./permissions.ts";
import { createFreshKeys } from "./secrets/fresh-keys.ts";
import type { Items } from "./storage/items.ts";

export interface ServicesEdge {
  readonly items: Items;
  readonly permissions: PermissionsApi;
  readonly transport: Transport;
  readonly now: () => number;
  readonly newId: () => string;
}

export function createServices({ items, permissions, transport, now, newId }: ServicesEdge) {
  const forgetKeys = (consoleId: string): Promise<void> => keys.forget(consoleId);
  const untilCreated = (consoleId: string): Promise<void> => freshKeys.untilCreated(consoleId);
  const consoles = createConsoles({ items, permissions, transport, newId, forgetKeys, untilCreated });
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
  return { consoles, sessions, keys, freshKeys };
}

export type Services = ReturnType<typeof createServices>;
