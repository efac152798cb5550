/** The routes by which tests and developers steer a console: faults, the request log, sessions, keys, the seed. */
import { z } from "zod";
import type { ApiParts } from "../api/serve-api.ts";
import { FaultRule } from "../faults/fault.ts";
import { type Answer, data, noContent } from "../http/answer.ts";
import { parseJson, parseWith } from "../http/read-body.ts";
import { notFound, Refusal } from "../http/refusal.ts";
import { oneTimeCode, secondsLeft } from "../security/one-time-code.ts";
import type { Store } from "../store/store.ts";
import type { User } from "../store/users.ts";

export interface ControlCall {
  readonly query: URLSearchParams;
  readonly body: string;
  readonly contentType: string | undefined;
}

type Control = (call: ControlCall, parts: ApiParts) => Answer;

/** Which user; `organization` is needed where the name exists twice. */
const Whose = z.object({ userName: z.string(), organization: z.string().optional() });
const NewKeys = Whose.extend({
  name: z.string().trim().min(1).max(240),
  count: z.number().int().min(1).max(20_000).default(1),
});

export const controls: Readonly<Record<string, Control>> = {
  "POST /faults": ({ body, contentType }, { faults }) => {
    faults.add(parseJson(FaultRule, body, contentType));
    return noContent();
  },

  "DELETE /faults": (_call, { faults }) => {
    faults.clear();
    return noContent();
  },

  "GET /requests": (_call, { log }) => data(log.entries),

  "DELETE /requests": (_call, { log }) => {
    log.clear();
    return noContent();
  },

  "POST /expire-sessions": (_call, { installation }) => {
    installation.store.sessions.endAll();
    return noContent();
  },

  "GET /keys": ({ query }, { installation: { store } }) => {
    const user = userOf(store, parseWith(Whose, Object.fromEntries(query)));
    return data(store.apiKeys.all(user.id).map(({ id, name }) => ({ id, name })));
  },

  "POST /keys": ({ body, contentType }, { installation: { store } }) => {
    const { name, count, ...whose } = parseJson(NewKeys, body, contentType);
    const user = userOf(store, whose);
    const creationDate = new Date().toISOString();
    const names = count === 1 ? [name] : Array.from({ length: count }, (_, index) => `${name} ${index + 1}`);
    return data(store.together(() => names.map((each) => store.apiKeys.create(user.id, { name: each, creationDate }))));
  },

  /** Back to the beginning: the seed, no faults, an empty log. */
  "POST /reset": (_call, { faults, log, installation }) => {
    faults.clear();
    log.clear();
    installation.store.reset();
    return noContent();
  },

  "GET /otp": ({ query }, { installation: { store } }) => {
    const { otp_secret, user_name } = userOf(store, parseWith(Whose, Object.fromEntries(query)));
    if (otp_secret === null) throw notFound({ entity: "One-time code", userName: user_name });
    const now = Date.now();
    return data({ code: oneTimeCode(otp_secret, now), secondsLeft: secondsLeft(now) });
  },
};

function userOf(store: Store, { userName, organization }: z.infer<typeof Whose>): User {
  const [user, another] = store.users.named(userName, organization);
  if (!user) throw notFound({ entity: "User", userName });
  if (another) throw new Refusal(400, "ORGANIZATION_REQUIRED", "Several organizations have a user of this name.");
  return user;
}
