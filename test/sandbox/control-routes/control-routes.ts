/** The routes by which tests and developers steer a console: faults, the request log, sessions, keys, the seed. */
import { z } from "zod";
import { FaultRule } from "../faults/fault.ts";
import { data, noContent } from "../http/answer.ts";
import { parseJson, parseWith } from "../http/read-body.ts";
import { notFound } from "../http/refusal.ts";
import { oneTimeCode, secondsLeft } from "../security/one-time-code.ts";
import { usualTasks } from "../tasks/task-settings.ts";
import { type Control, userOf, Whose } from "./control-route.ts";

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

  /** Back to the beginning: the seed, no faults, an empty log, tasks as usual. */
  "POST /reset": (_call, { faults, log, installation }) => {
    faults.clear();
    log.clear();
    installation.store.reset();
    installation.tasks.settings = usualTasks();
    return noContent();
  },

  "GET /otp": ({ query }, { installation: { store } }) => {
    const { otp_secret, user_name } = userOf(store, parseWith(Whose, Object.fromEntries(query)));
    if (otp_secret === null) throw notFound({ entity: "One-time code", userName: user_name });
    const now = Date.now();
    return data({ code: oneTimeCode(otp_secret, now), secondsLeft: secondsLeft(now) });
  },
};
