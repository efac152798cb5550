/** What a family of consoles has to bring along to be put through the contract. */
import type { Branding, Console, Session, SignIn } from "../../lib/console/console.ts";
import { createTransport, type Transport } from "../../lib/console/transport.ts";
import type { LoggedRequest } from "../sandbox/api/request-log.ts";
import type { Control, Whose } from "../sandbox/control.ts";
import { createCookieFetch } from "./cookie-fetch.ts";

/** Everything that a console is asked for, and so everything that can go wrong. */
export const actions = [
  "recognize",
  "signIn",
  "whoAmI",
  "signOut",
  "listKeys",
  "createKey",
  "renameKey",
  "revokeKey",
] as const;
export type Action = (typeof actions)[number];

/** The call by which an action is done; `path` is a pattern, below the endpoint. */
export interface Route {
  readonly method: string;
  readonly path: string;
}

/** Somebody who can sign in. */
export type Person = SignIn & Whose;

export interface People {
  /** How many keys each has before anybody touches them, by person. */
  readonly withKeys: readonly (readonly [count: number, person: Person])[];
  /** Has exactly ten keys, which no test changes. */
  readonly reader: Person;
  /** The one whose keys are made, renamed and revoked. */
  readonly writer: Person;
  readonly withoutPermission: Person;
  readonly withCode: Person;
  readonly locked: Person;
  /** May only sign in by single sign-on. */
  readonly elsewhere: Person;
  /** Exists in two organizations and names none. */
  readonly ambiguous: Person;
  /** Has services of every kind. */
  readonly withServices: Person;
  /** Has 200 services with 25 environments each. */
  readonly withManyServices: Person;
  /** Everybody who needs no more than a password. */
  readonly ordinary: readonly Person[];
}

/** A running console of the family. */
export interface Stage {
  readonly origin: string;
  readonly control: Control;
  recognize(origin: string, transport: Transport, timeoutMs?: number): Promise<{ readonly branding: Branding }>;
  create(transport: Transport, options?: { readonly timeoutMs?: number; readonly origin?: string }): Console;
  /** Uses a key as an application would; gives the status. */
  useKey(key: string): Promise<number>;
  /** The body of a refusal that quotes this text. */
  refusalQuoting(text: string): unknown;
  close(): Promise<void>;
}

export interface Subject {
  readonly name: string;
  /** As the console's branding says. */
  readonly brandName: string;
  readonly routes: Readonly<Record<Action, Route>>;
  readonly people: People;
  start(): Promise<Stage>;
}

/** A client, as the extension builds it. */
export function transportOver(fetch: typeof globalThis.fetch, now: () => number = Date.now): Transport {
  return createTransport({ fetch, now, isOnline: () => true });
}

/** Somebody in front of a browser of their own. */
export function visit(stage: Stage, fetch: typeof globalThis.fetch = createCookieFetch()) {
  const transport = transportOver(fetch);
  return { fetch, transport, console: stage.create(transport) };
}

/** The same, signed in. */
export async function enter(
  stage: Stage,
  person: Person,
): Promise<ReturnType<typeof visit> & { session: Session; csrfToken: string | null }> {
  const visitor = visit(stage);
  const session = await visitor.console.signIn(person);
  return { ...visitor, session, csrfToken: session.csrfToken };
}

/** The one who is meant, without what nobody but the console may know. */
export function whose({ userName, organization }: Person): Whose {
  return { userName, ...(organization === undefined ? {} : { organization }) };
}

/** The calls of a route that came in since the log was cleared. */
export async function requestsOf(stage: Stage, route: Route): Promise<LoggedRequest[]> {
  const pattern = new RegExp(`^(?:${route.path})$`);
  const requests = await stage.control.requests();
  return requests.filter(({ method, path }) => method === route.method && pattern.test(path));
}

let made = 0;
/** A name that no other key has. */
export function newName(): string {
  made += 1;
  return `contract key ${made}`;
}
