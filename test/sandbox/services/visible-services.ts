/** The connections and environments that a user sees, with their ids. */
import type { BrandId } from "../brands.ts";
import { stableId } from "../store/stable-id.ts";
import { manyServices } from "./many-services.ts";
import { realisticServices } from "./realistic-services.ts";
import { type EnvironmentSeed, fewServices, type ServiceSeed, type ServiceSet } from "./service-seed.ts";

export interface Connection {
  readonly id: string;
  readonly seed: ServiceSeed;
  readonly environments: readonly Environment[];
}

export interface Environment {
  readonly id: string;
  readonly seed: EnvironmentSeed;
  readonly connection: Connection;
}

/** What tells which services a user sees. */
interface Viewer {
  readonly organization_id: string;
  readonly services: ServiceSet;
}

const SERVICES: Readonly<Record<ServiceSet, readonly ServiceSeed[]>> = {
  few: fewServices,
  realistic: realisticServices,
  many: manyServices,
  none: [],
};

const made = new Map<string, readonly Connection[]>();

/** All connections of a user, unlisted ones included. They never change, so they are made once in a process. */
export function connectionsOf(brand: BrandId, { organization_id, services }: Viewer): readonly Connection[] {
  const name = [brand, organization_id, services].join("/");
  const connections = made.get(name) ?? SERVICES[services].map((seed) => connect(brand, organization_id, seed));
  made.set(name, connections);
  return connections;
}

/** All environments of a user, those of unlisted connections included. */
export function environmentsOf(brand: BrandId, viewer: Viewer): readonly Environment[] {
  return connectionsOf(brand, viewer).flatMap(({ environments }) => environments);
}

/** The environment of that name, of the service of that name or code. */
export function findEnvironment(
  brand: BrandId,
  viewer: Viewer,
  service: string,
  name: string,
): Environment | undefined {
  return connectionsOf(brand, viewer)
    .find(({ seed }) => seed.name === service || seed.serviceCode === service)
    ?.environments.find(({ seed }) => seed.name === name);
}

function connect(brand: BrandId, organizationId: string, seed: ServiceSeed): Connection {
  const environments: Environment[] = [];
  const connection = { id: stableId(brand, "connection", seed.serviceCode), seed, environments };
  for (const each of seed.environments) {
    const id = stableId(brand, "environment", organizationId, seed.serviceCode, each.name);
    environments.push({ id, seed: each, connection });
  }
  return connection;
}
