/** The routes by which tests steer services: how tasks go, what credentials hold, and what is valid in truth. */
import { z } from "zod";
import { credentialsOf } from "../api/credentials-asked.ts";
import { data, noContent } from "../http/answer.ts";
import { parseJson, parseWith } from "../http/read-body.ts";
import { notFound } from "../http/refusal.ts";
import type { Installation } from "../installation.ts";
import { findEnvironment } from "../services/visible-services.ts";
import { TaskOutcome, TaskSettings } from "../tasks/task-settings.ts";
import { type Control, userOf, Whose } from "./control-route.ts";

/** A user's credentials: the service by its name or code, the environment by its name. */
const Which = Whose.extend({ service: z.string(), environment: z.string() });
const NewFields = Which.extend({ fields: z.unknown() });

export const serviceControls: Readonly<Record<string, Control>> = {
  /** All settings at once: what is left out is as usual. */
  "POST /tasks": ({ body, contentType }, { installation }) => {
    installation.tasks.settings = parseJson(TaskSettings, body, contentType);
    return noContent();
  },

  "POST /tasks/end": ({ body, contentType }, { installation: { store } }) => {
    const { outcome } = parseJson(z.object({ outcome: TaskOutcome.default("success") }), body, contentType);
    return data({ count: store.together(() => store.tasks.endAll(outcome)) });
  },

  "POST /service-fields": ({ body, contentType }, { installation }) => {
    const { fields, ...which } = parseJson(NewFields, body, contentType);
    const { user, environment } = found(installation, which);
    installation.store.serviceCredentials.write(user.id, environment.id, fields ?? null);
    return noContent();
  },

  "GET /service-credentials": ({ query }, { installation }) => {
    const { user, environment } = found(installation, parseWith(Which, Object.fromEntries(query)));
    const { connection } = environment;
    return data({
      connectionId: connection.id,
      serviceCode: connection.seed.serviceCode,
      environmentId: environment.id,
      ...credentialsOf(installation, user, environment),
      apiCredentials: installation.store.s3Keys.all(user.id, environment.id),
    });
  },
};

function found({ brand, store }: Installation, { service, environment: name, ...whose }: z.infer<typeof Which>) {
  const user = userOf(store, whose);
  const environment = findEnvironment(brand.id, user, service, name);
  if (!environment) throw notFound({ entity: "Environment", service, name });
  return { user, environment };
}
