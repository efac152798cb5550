/**
 * Every request that our own pages may make of the background, with the shape of what goes in and what comes back.
 * State is not passed here: the background writes it to storage, and pages watch it there.
 */
import { ServiceCredentials, ServiceEntry, ServiceList } from "../console/service.ts";
import { Problem } from "../errors.ts";
import { z } from "../schema.ts";
import { FillSource } from "../storage/fill-items.ts";
import { KeySnapshot } from "../storage/items.ts";
import { Renewal } from "../storage/service-items.ts";

export interface Request {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}
export type Protocol = Readonly<Record<string, Request>>;

const Id = z.string().min(1);
const Nothing = z.void();

/** How the creation of a key ended; see `secrets/intents.ts` for what each means. */
export const CreateOutcome = z.enum(["created", "lost", "absent", "unknown"]);
export type CreateOutcome = z.infer<typeof CreateOutcome>;

export const background = {
  "console.connect": { input: z.object({ address: z.string() }), output: z.object({ consoleId: Id }) },
  "console.select": { input: z.object({ consoleId: Id }), output: Nothing },
  "console.rename": { input: z.object({ consoleId: Id, label: z.string() }), output: Nothing },
  "console.remove": { input: z.object({ consoleId: Id }), output: Nothing },
  "session.signIn": {
    input: z.object({
      consoleId: Id,
      userName: z.string(),
      password: z.string(),
      organization: z.string().optional(),
      otp: z.string().optional(),
    }),
    output: Nothing,
  },
  "session.signOut": { input: z.object({ consoleId: Id }), output: Nothing },
  "keys.refresh": { input: z.object({ consoleId: Id }), output: z.object({ unsaved: KeySnapshot.nullable() }) },
  "keys.create": {
    input: z.object({ consoleId: Id, intentId: Id, name: z.string() }),
    output: z.object({ outcome: CreateOutcome }),
  },
  "keys.rename": { input: z.object({ consoleId: Id, keyId: Id, name: z.string() }), output: Nothing },
  "keys.revoke": { input: z.object({ consoleId: Id, keyId: Id }), output: Nothing },
  "fresh.copied": { input: z.object({ intentId: Id }), output: Nothing },
  "fresh.revokeLost": { input: z.object({ intentId: Id }), output: Nothing },
  "fresh.revokeStrays": { input: z.object({ intentId: Id }), output: Nothing },
  "fresh.dismiss": { input: z.object({ intentId: Id }), output: Nothing },
  "services.list": { input: z.object({ consoleId: Id }), output: z.object({ list: ServiceList, owner: z.string() }) },
  // the one answer that carries secrets: they are for the page that asked, and kept nowhere
  "services.credentials": {
    input: z.object({ consoleId: Id, entry: ServiceEntry, owner: z.string() }),
    output: ServiceCredentials,
  },
  "services.renew": {
    input: z.object({
      consoleId: Id,
      owner: z.string(),
      renewalId: Id,
      what: Renewal.shape.what,
      entry: ServiceEntry,
      region: z.string().nullable(),
    }),
    output: Nothing,
  },
  "services.deleteS3Key": {
    input: z.object({ consoleId: Id, entry: ServiceEntry, region: z.string(), owner: z.string() }),
    output: Nothing,
  },
  "renewal.lookAgain": { input: z.object({ renewalId: Id }), output: Nothing },
  "renewal.copied": { input: z.object({ renewalId: Id }), output: Nothing },
  "renewal.dismiss": { input: z.object({ renewalId: Id }), output: Nothing },
  "fill.begin": {
    input: z.object({ tabId: z.number(), source: FillSource, only: z.string().nullable() }),
    output: Nothing,
  },
  "fill.confirm": { input: z.object({ tabId: z.number(), fillId: Id, isAlways: z.boolean() }), output: Nothing },
  "fill.dismiss": { input: z.object({ tabId: z.number() }), output: Nothing },
  "fill.forgetOrigin": { input: z.object({ origin: z.string() }), output: Nothing },
} satisfies Protocol;

export type Background = typeof background;
export type RequestName<P extends Protocol> = keyof P & string;
export type Input<P extends Protocol, N extends RequestName<P>> = z.infer<P[N]["input"]>;
export type Output<P extends Protocol, N extends RequestName<P>> = z.infer<P[N]["output"]>;

/** What travels to the background. */
export const Envelope = z.object({ llavero: z.literal(1), name: z.string(), input: z.unknown().optional() });

/** What travels back: always an answer, never silence. */
export const Reply = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), output: z.unknown().optional() }),
  z.object({ ok: z.literal(false), problem: Problem }),
]);
export type Reply = z.infer<typeof Reply>;
