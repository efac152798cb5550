/** Connections and environments, as the API shows them. */
import type { Connection, Environment } from "../services/visible-services.ts";
import type { Organization } from "../store/users.ts";
import { organizationJson } from "./user-json.ts";

const SINCE = "2021-03-04T15:00:00.000Z";

/** A connection, with the documented fields. */
export function connectionJson(connection: Connection, organization: Organization) {
  return {
    ...connectionName(connection),
    status: { lastUpdated: SINCE, reachable: !connection.seed.isUnreachable },
    organization: organizationJson(organization),
  };
}

/** An environment, with the documented fields. */
export function environmentJson({ id, seed, connection }: Environment, organization: Organization) {
  return {
    id,
    name: seed.name,
    description: seed.description,
    state: stateOf({ seed }),
    membership: seed.isFormer ? "MANY_USERS" : "ALL_ORG_USERS",
    organization: organizationJson(organization),
    serviceConnection: connectionName(connection),
    metadata: {},
    creationDate: SINCE,
  };
}

/** The environment's state. */
export function stateOf({ seed }: Pick<Environment, "seed">): string {
  return seed.state ?? "PROVISIONED";
}

function connectionName({ id, seed: { name, serviceCode, type } }: Connection) {
  return { id, name, serviceCode, type };
}
