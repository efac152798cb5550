/** The background as a page sees it: answers written by hand, and a record of what was asked. */
import type { Call } from "../../lib/messaging/call.ts";
import type { Background } from "../../lib/messaging/protocol.ts";
import type { Handlers } from "../../lib/messaging/serve.ts";

/** A background in which everything goes well and nothing happens. */
export const silentHandlers: Handlers<Background> = {
  "console.connect": async () => ({ consoleId: "one" }),
  "console.select": async () => undefined,
  "console.rename": async () => undefined,
  "console.remove": async () => undefined,
  "session.signIn": async () => undefined,
  "session.signOut": async () => undefined,
  "keys.refresh": async () => ({ unsaved: null }),
  "keys.create": async () => ({ outcome: "created" }),
  "keys.rename": async () => undefined,
  "keys.revoke": async () => undefined,
  "fresh.copied": async () => undefined,
  "fresh.revokeLost": async () => undefined,
  "fresh.revokeStrays": async () => undefined,
  "fresh.dismiss": async () => undefined,
  "services.list": async () => ({ owner: "Shop\nana", list: { entries: [], unreadable: 0 } }),
  "services.credentials": async () => ({ canRegenerate: false, fields: [], s3Keys: null, s3Problem: null }),
  "services.renew": async () => undefined,
  "services.deleteS3Key": async () => undefined,
  "renewal.lookAgain": async () => undefined,
  "renewal.copied": async () => undefined,
  "renewal.dismiss": async () => undefined,
  "fill.begin": async () => undefined,
  "fill.confirm": async () => undefined,
  "fill.dismiss": async () => undefined,
  "fill.forgetOrigin": async () => undefined,
};

export interface FakeCall {
  readonly call: Call;
  /** Name and input of everything asked, in order. */
  readonly asked: (readonly [name: string, input: unknown])[];
  /** May be replaced at any time. */
  readonly answers: { -readonly [N in keyof Handlers<Background>]: Handlers<Background>[N] };
}

export function createFakeCall(): FakeCall {
  const fake: FakeCall = {
    asked: [],
    answers: { ...silentHandlers },
    async call(name, input) {
      fake.asked.push([name, input]);
      return fake.answers[name](input);
    },
  };
  return fake;
}
