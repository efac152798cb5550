/** Which environment's credentials a call is about, and whether the caller may have them. */
import { notFound, Refusal } from "../http/refusal.ts";
import type { Installation } from "../installation.ts";
import { startingFields } from "../services/credentials.ts";
import { type ServiceType, serviceType } from "../services/service-types.ts";
import { type Connection, connectionsOf, type Environment } from "../services/visible-services.ts";
import type { ServiceCredentials } from "../store/service-credentials.ts";
import type { User } from "../store/users.ts";
import type { ApiCall, Caller } from "./route.ts";
import { stateOf } from "./service-json.ts";

/** The environment that `apiInfo` names, by the connection's id in the path and its own in the query. */
export function environmentById(call: ApiCall, { brand }: Installation, { user }: Caller): Environment {
  const [id = ""] = call.parameters;
  const environmentId = call.query.get("environmentId");
  const connection = connectionsOf(brand.id, user).find((each) => each.id === id && !each.seed.isUnlisted);
  if (!connection) throw notFound({ entity: "ServiceConnection", id });
  if (!environmentId) throw invalid("environmentId", "environmentId: required");
  if (!typeOf(connection).supportsApiCredentials) {
    throw new Refusal(400, "API_CREDENTIALS_NOT_SUPPORTED", "This service has no API credentials.", { id });
  }
  const environment = connection.environments.find((each) => each.id === environmentId);
  if (!environment) throw notFound({ entity: "Environment", id: environmentId });
  return available(environment);
}

/** The environment that `apiCredentials` names, by the service's code and its own name; only S3 services have some. */
export function environmentByName(call: ApiCall, { brand }: Installation, { user }: Caller): Environment {
  const [serviceCode = "", name = ""] = call.parameters;
  const connection = connectionsOf(brand.id, user).find((each) => each.seed.serviceCode === serviceCode);
  const environment = connection?.environments.find(({ seed }) => seed.name === name);
  if (!connection || !environment) throw notFound({ entity: "Environment", serviceCode, name });
  if (!typeOf(connection).hasKeys) throw notFound({ entity: "ApiCredentials", serviceCode });
  return available(environment);
}

/** What a user has in an environment: what they start with, made and kept at the first question. */
export function credentialsOf(
  { brand, store }: Installation,
  user: User,
  environment: Environment,
): ServiceCredentials {
  const kept = store.serviceCredentials.read(user.id, environment.id);
  if (kept) return kept;
  const fields = startingFields(brand.id, user.id, environment);
  store.serviceCredentials.write(user.id, environment.id, fields);
  return { fields, isValid: true };
}

/** Whether the user has credentials there at all. */
export function isMember({ seed }: Environment): boolean {
  return !seed.isFormer && stateOf({ seed }) === "PROVISIONED";
}

/** A parameter that cannot be. */
export function invalid(field: string, message: string): Refusal {
  return new Refusal(400, "INVALID_PARAMETER", message, { field });
}

function available(environment: Environment): Environment {
  const { id, seed } = environment;
  if (seed.isFormer) throw new Refusal(403, "NOT_ALLOWED", "You are not a member of this environment.", { id });
  if (isMember(environment)) return environment;
  throw new Refusal(400, "ENVIRONMENT_NOT_PROVISIONED", "The environment is not there.", { state: stateOf({ seed }) });
}

function typeOf({ seed }: Connection): ServiceType {
  const type = serviceType(seed.type);
  if (!type) throw new Error(`The seed has no type ${seed.type}.`);
  return type;
}
