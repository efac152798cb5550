/** What is stored, as signals: read once when a page opens, in one go, and kept up to date by watching. */
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { type Problem, toProblem } from "../errors.ts";
import type { FillOrigins, Fills } from "../storage/fill-items.ts";
import type { Item } from "../storage/item.ts";
import type {
  ConsoleProfile,
  Consoles,
  Drafts,
  FreshKeys,
  Intents,
  Items,
  KeyHeads,
  SessionState,
  Sessions,
  Settings,
  SignInFailures,
} from "../storage/items.ts";
import type { FreshCredentials, Renewals } from "../storage/service-items.ts";

export interface State {
  readonly consoles: ReadonlySignal<Consoles>;
  readonly settings: ReadonlySignal<Settings>;
  readonly signInFailures: ReadonlySignal<SignInFailures>;
  readonly intents: ReadonlySignal<Intents>;
  readonly heads: ReadonlySignal<KeyHeads>;
  readonly sessions: ReadonlySignal<Sessions>;
  readonly fresh: ReadonlySignal<FreshKeys>;
  readonly renewals: ReadonlySignal<Renewals>;
  readonly freshCredentials: ReadonlySignal<FreshCredentials>;
  readonly fillOrigins: ReadonlySignal<FillOrigins>;
  readonly fills: ReadonlySignal<Fills>;
  readonly drafts: Signal<Drafts>;
  readonly current: ReadonlySignal<ConsoleProfile | null>;
  readonly currentSession: ReadonlySignal<SessionState | null>;
  /** What could not be read; the user has to decide about it before anything else. */
  readonly trouble: ReadonlySignal<Problem | null>;
  readonly ready: ReadonlySignal<boolean>;
  /** Reads everything; call it once, and again after `reset`. */
  load(): Promise<void>;
  /** Deletes one damaged item, by its name. */
  reset(key: string): Promise<void>;
}

export function createState(items: Items): State {
  const ready = signal(false);
  const trouble = signal<Problem | null>(null);
  const loaders: { area: "local" | "session"; key: string; read: (stored: unknown) => void }[] = [];

  const mirror = <T>(area: "local" | "session", item: Item<T>, initial: T): Signal<T> => {
    const mirrored = signal(initial);
    const read = (stored: unknown) => {
      mirrored.value = item.parse(stored);
    };
    loaders.push({ area, key: item.key, read });
    // drafts are the page's own while it is open: models/drafts.ts decides what to take over
    if (item.key !== items.drafts.key) item.watch((value) => (mirrored.value = value));
    return mirrored;
  };

  const consoles = mirror<Consoles>("local", items.consoles, { list: [], currentId: null });
  const sessions = mirror<Sessions>("session", items.sessions, {});
  const current = computed(() => consoles.value.list.find(({ id }) => id === consoles.value.currentId) ?? null);
  const state = {
    consoles,
    sessions,
    settings: mirror<Settings>("local", items.settings, items.settings.parse(undefined)),
    signInFailures: mirror<SignInFailures>("local", items.signInFailures, {}),
    intents: mirror<Intents>("local", items.intents, []),
    heads: mirror<KeyHeads>("local", items.heads, {}),
    drafts: mirror<Drafts>("local", items.drafts, items.drafts.parse(undefined)),
    fresh: mirror<FreshKeys>("session", items.fresh, {}),
    renewals: mirror<Renewals>("local", items.renewals, []),
    freshCredentials: mirror<FreshCredentials>("session", items.freshCredentials, {}),
    fillOrigins: mirror<FillOrigins>("local", items.fillOrigins, {}),
    fills: mirror<Fills>("session", items.fills, {}),
    current,
    currentSession: computed(() => (current.value === null ? null : (sessions.value[current.value.id] ?? null))),
    trouble,
    ready,
  };

  const load = async () => {
    try {
      const keysOf = (area: "local" | "session") => loaders.filter((one) => one.area === area).map(({ key }) => key);
      const [local, session] = await Promise.all([
        items.local.get(keysOf("local")),
        items.session.get(keysOf("session")),
      ]);
      for (const { area, key, read } of loaders) read((area === "local" ? local : session)[key]);
      trouble.value = null;
    } catch (fault) {
      trouble.value = toProblem(fault);
    }
    ready.value = true;
  };

  return {
    ...state,
    load,
    async reset(key) {
      await Promise.all([items.local.remove(key), items.session.remove(key)]);
      await load();
    },
  };
}
