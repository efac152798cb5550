/** The services of a brand's sandbox, as a signed-in console's client sees them. */
import { servicesOf } from "../../lib/console/connections.ts";
import type { ConsoleServices } from "../../lib/console/console.ts";
import { entryName, type ServiceEntry } from "../../lib/console/service.ts";
import type { Person, Route, Stage } from "./subject.ts";
import { enter, whose } from "./subject.ts";

/** Everything that is asked about services. */
export const serviceActions = [
  "listConnections",
  "listEnvironments",
  "describe",
  "showCredentials",
  "showS3Keys",
  "regenerate",
  "generateS3Key",
  "deleteS3Key",
  "followTask",
] as const;
export type ServiceAction = (typeof serviceActions)[number];

const keys = "/services/vault-r1/production/apiCredentials";
export const serviceRoutes: Readonly<Record<ServiceAction, Route>> = {
  listConnections: { method: "GET", path: "/services/connections" },
  listEnvironments: { method: "GET", path: "/environments" },
  describe: { method: "GET", path: "/services/descriptors/[^/]+" },
  showCredentials: { method: "GET", path: "/services/connections/[^/]+/apiInfo" },
  showS3Keys: { method: "GET", path: keys },
  regenerate: { method: "POST", path: "/services/connections/[^/]+/apiInfo" },
  generateS3Key: { method: "POST", path: keys },
  deleteS3Key: { method: "DELETE", path: `${keys}/[^/]+` },
  followTask: { method: "GET", path: "/tasks/[^/]+" },
};

export const swift = "Objects-r1 / production";
export const vault = "Vault-r1 / production";

export interface Insider {
  readonly services: ConsoleServices;
  readonly csrfToken: string | null;
  readonly transport: Awaited<ReturnType<typeof enter>>["transport"];
  entry(name: string): ServiceEntry;
}

/** Somebody signed in, who knows the list already. */
export async function enterServices(stage: Stage, person: Person): Promise<Insider> {
  const { console, csrfToken, transport } = await enter(stage, person);
  const services = servicesOf(console);
  const { entries } = await services.list();
  return { services, csrfToken, transport, entry: (name) => entryNamed(entries, name) };
}

export function entryNamed(entries: readonly ServiceEntry[], name: string): ServiceEntry {
  const entry = entries.find((one) => entryName(one) === name);
  if (entry === undefined) throw new Error(`There is no ${name}.`);
  return entry;
}

/** What somebody has in an environment in truth. */
export async function truthOf(stage: Stage, person: Person, name: string) {
  const [service = "", environment = ""] = name.split(" / ");
  const { fields, isValid, apiCredentials } = await stage.control.serviceCredentials(
    whose(person),
    service,
    environment,
  );
  const valueUnder = (key: string) => fields.find((field) => field.key === key)?.value ?? null;
  const secrets = [
    ...fields.filter(({ sensitive }) => sensitive).map(({ value }) => value),
    ...apiCredentials.map(({ secretKey }) => secretKey),
  ];
  return { fields, isValid, apiCredentials, secrets, valueUnder };
}
