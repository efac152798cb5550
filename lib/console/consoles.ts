/** The consoles that the user has connected: recognise, add, choose, rename, remove. */
import { AppError } from "../errors.ts";
import { forgetOrigin, hasOrigin, type PermissionsApi } from "../permissions.ts";
import { type ConsoleProfile, consoleName, type Items } from "../storage/items.ts";
import { parseAddress } from "./address.ts";
import { createCloudMcConsole, recognizeCloudMc } from "./cloudmc/client.ts";
import type { Console } from "./console.ts";
import type { Transport } from "./transport.ts";

export interface ConnectEdge {
  readonly items: Items;
  readonly permissions: PermissionsApi;
  readonly transport: Transport;
  readonly newId: () => string;
  readonly forgetKeys: (consoleId: string) => Promise<void>;
  /** New credentials of its services, and the news of them. */
  readonly forgetRenewals: (consoleId: string) => Promise<void>;
  /** Resolves when no key is being created on a console any more. */
  readonly untilCreated: (consoleId: string) => Promise<void>;
}

export function createConsoles(edge: ConnectEdge) {
  const { items, permissions, transport, newId, forgetKeys, forgetRenewals, untilCreated } = edge;
  const profileOf = async (consoleId: string): Promise<ConsoleProfile> => {
    const profile = (await items.consoles.get()).list.find(({ id }) => id === consoleId);
    if (profile === undefined) throw new AppError("not_found");
    return profile;
  };

  const add = async (origin: string): Promise<{ consoleId: string }> => {
    const { endpointPath, branding } = await recognizeCloudMc(origin, transport);
    const newProfile: ConsoleProfile = {
      id: newId(),
      family: "cloudmc",
      origin,
      endpointPath,
      ...branding,
      languages: [...branding.languages],
      label: null,
      routes: {},
      lastSignIn: null,
    };
    const { currentId } = await items.consoles.update(({ list }) => {
      const known = list.find((profile) => profile.origin === origin);
      const profile = known
        ? { ...newProfile, ...pick(known) }
        : { ...newProfile, label: distinctLabel(newProfile, list) };
      return { list: [...list.filter(({ id }) => id !== profile.id), profile], currentId: profile.id };
    });
    return { consoleId: currentId ?? newProfile.id };
  };

  return {
    /**
     * Connects the console at a typed address, or finds it again and brings its branding up to date.
     * @throws AppError what is wrong with the address, with the access, or with what answered there.
     */
    async connect(address: string): Promise<{ consoleId: string }> {
      const origin = parseAddress(address);
      if (!(await hasOrigin(permissions, origin))) {
        throw new AppError("permission_missing", { host: new URL(origin).host });
      }
      try {
        return await add(origin);
      } catch (fault) {
        // nothing was connected, so no access is kept
        const connected = (await items.consoles.get()).list.map((profile) => profile.origin);
        await forgetOrigin(permissions, origin, connected);
        throw fault;
      }
    },

    async select(consoleId: string): Promise<void> {
      await profileOf(consoleId);
      await items.consoles.update((consoles) => ({ ...consoles, currentId: consoleId }));
    },

    async rename(consoleId: string, label: string): Promise<void> {
      const name = label.trim();
      await items.consoles.update(({ list, currentId }) => ({
        list: list.map((profile) =>
          profile.id === consoleId ? { ...profile, label: name === "" ? null : name } : profile,
        ),
        currentId,
      }));
    },

    /** Forgets a console: its profile, all that was kept of it, and the access to its origin. */
    async remove(consoleId: string): Promise<void> {
      const { origin } = await profileOf(consoleId);
      await untilCreated(consoleId);
      const gone = (await items.intents.get()).filter((intent) => intent.consoleId === consoleId).map(({ id }) => id);
      await items.intents.update((intents) => intents.filter((intent) => intent.consoleId !== consoleId));
      await items.fresh.update((fresh) => without(fresh, ...gone));
      await forgetRenewals(consoleId);
      await items.fillOrigins.update((origins) => having(origins, ({ source }) => source.consoleId !== consoleId));
      await items.fills.update((fills) => having(fills, ({ source }) => source?.consoleId !== consoleId));
      await items.signInFailures.update((failures) => without(failures, consoleId));
      await items.drafts.update((drafts) => ({
        ...drafts,
        byConsole: without(drafts.byConsole, consoleId),
        writer: "",
      }));
      await forgetKeys(consoleId);
      const { list } = await items.consoles.update((consoles) => {
        const rest = consoles.list.filter(({ id }) => id !== consoleId);
        return { list: rest, currentId: consoles.currentId === consoleId ? (rest[0]?.id ?? null) : consoles.currentId };
      });
      await items.sessions.update((sessions) => without(sessions, consoleId));
      // what was on its way has been stored in the meantime
      await forgetKeys(consoleId);
      await forgetRenewals(consoleId);
      await forgetOrigin(
        permissions,
        origin,
        list.map((profile) => profile.origin),
      );
    },

    profileOf,

    /** @throws AppError `permission_missing` when the user has taken the access away. */
    async open(consoleId: string): Promise<Console> {
      const profile = await profileOf(consoleId);
      const { origin, endpointPath, routes } = profile;
      if (!(await hasOrigin(permissions, origin))) {
        throw new AppError("permission_missing", { host: new URL(origin).host });
      }
      return createCloudMcConsole({ origin, endpointPath, routes, transport });
    },
  };
}

export type Consoles = ReturnType<typeof createConsoles>;

/** Two consoles of one name are told apart by their hosts. */
function distinctLabel({ name, origin }: ConsoleProfile, list: readonly ConsoleProfile[]): string | null {
  return list.some((other) => consoleName(other) === name) ? `${name} (${new URL(origin).host})` : null;
}

/** What the user and time have put into a profile; the rest comes from the console anew. */
function pick({ id, label, routes, lastSignIn }: ConsoleProfile) {
  return { id, label, routes, lastSignIn };
}

function having<T>(record: Readonly<Record<string, T>>, isKept: (value: T) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => isKept(value)));
}

function without<T>(record: Readonly<Record<string, T>>, ...keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}
