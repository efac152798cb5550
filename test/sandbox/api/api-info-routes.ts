/** A user's own service credentials: the documented route that shows them, and the assumed one that regenerates them. */
import { data } from "../http/answer.ts";
import { Refusal } from "../http/refusal.ts";
import type { Installation } from "../installation.ts";
import { renewedValues } from "../services/credentials.ts";
import { withValues } from "../services/service-field.ts";
import { serviceType } from "../services/service-types.ts";
import type { Connection, Environment } from "../services/visible-services.ts";
import type { User } from "../store/users.ts";
import { credentialsOf, environmentById, invalid, isMember } from "./credentials-asked.ts";
import { organizationAsked } from "./organization-asked.ts";
import type { ApiRoute } from "./route.ts";
import { startTask } from "./start-task.ts";

const API_INFO = /^\/services\/connections\/([^/]+)\/apiInfo$/;

export const apiInfoRoutes: readonly ApiRoute[] = [
  {
    method: "GET",
    path: API_INFO,
    access: "session or key",
    handle: (call, installation, caller) => {
      organizationAsked(call, installation, caller, "org_id");
      const environment = environmentById(call, installation, caller);
      return data(apiInfo(environment, credentialsOf(installation, caller.user, environment).fields));
    },
  },
  {
    method: "POST",
    path: API_INFO,
    access: "session or key",
    handle: (call, installation, caller) => {
      organizationAsked(call, installation, caller, "org_id");
      if (call.query.get("operation") !== "regenerate") throw invalid("operation", "operation: regenerate");
      const environment = environmentById(call, installation, caller);
      const { connection } = environment;
      if (!canRegenerate(connection)) {
        throw new Refusal(403, "NOT_ALLOWED", "These credentials cannot be regenerated.", { id: connection.id });
      }
      const change = { kind: "renew fields", values: newValues(installation, caller.user, connection) } as const;
      const fields = credentialsOf(installation, caller.user, environment).fields;
      const given = apiInfo(environment, withValues(fields, change.values[environment.id] ?? {}));
      return startTask(call, installation, caller, { change, data: given, subject: connection.id, dataIn: "result" });
    },
  },
];

/** New values for every environment of the connection of which the user is a member. */
function newValues(installation: Installation, user: User, { environments }: Connection) {
  const members = environments.filter(isMember);
  for (const environment of members) credentialsOf(installation, user, environment);
  return renewedValues(installation.brand.id, members);
}

function apiInfo({ connection }: Environment, fields: unknown) {
  return { canRegenerateCredentials: canRegenerate(connection), fields };
}

function canRegenerate({ seed }: Connection): boolean {
  return !seed.isFixed && (serviceType(seed.type)?.fields ?? []).some(({ isRenewed }) => isRenewed);
}
