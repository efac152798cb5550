/** The services that the consoles connect to, and the environments in them: small, and the same for everybody. */
import type { Brand } from "../brands.ts";
import { stableId } from "../store/stable-id.ts";
import type { Organization } from "../store/users.ts";
import { organizationJson } from "./user-json.ts";

interface ServiceSeed {
  readonly name: string;
  readonly serviceCode: string;
  readonly type: string;
  readonly environments: readonly { readonly name: string; readonly description: string }[];
}

const SERVICES: readonly ServiceSeed[] = [
  {
    name: "Objects-r1",
    serviceCode: "objects-r1",
    type: "swift",
    environments: [
      { name: "production", description: "What customers see" },
      { name: "staging", description: "What customers will see" },
    ],
  },
  {
    name: "Compute-r1",
    serviceCode: "compute-r1",
    type: "cloudstack",
    environments: [{ name: "production", description: "Virtual machines" }],
  },
];

const SINCE = "2021-03-04T15:00:00.000Z";

/** `GET /services/connections` for an organization. */
export function connectionsOf(brand: Brand, organization: Organization) {
  return SERVICES.map((service) => ({
    ...connectionJson(brand, service),
    status: { lastUpdated: SINCE, reachable: true },
    organization: organizationJson(organization),
  }));
}

/** `GET /environments` for an organization. */
export function environmentsOf(brand: Brand, organization: Organization) {
  return SERVICES.flatMap((service) =>
    service.environments.map(({ name, description }) => ({
      id: stableId(brand.id, "environment", organization.id, service.serviceCode, name),
      name,
      description,
      state: "PROVISIONED",
      membership: "ALL_ORG_USERS",
      organization: organizationJson(organization),
      serviceConnection: connectionJson(brand, service),
      metadata: {},
      creationDate: SINCE,
    })),
  );
}

function connectionJson(brand: Brand, { name, serviceCode, type }: ServiceSeed) {
  return { id: stableId(brand.id, "connection", serviceCode), name, serviceCode, type };
}
