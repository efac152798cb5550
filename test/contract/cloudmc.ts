/** The CloudMC family as a subject of the contract: a brand of it, played by the sandbox. */
import { createCloudMcConsole, recognizeCloudMc } from "../../lib/console/cloudmc/client.ts";
import { seedAccounts } from "../sandbox/accounts.ts";
import { type BrandId, brands } from "../sandbox/brands.ts";
import { control } from "../sandbox/control.ts";
import { ENDPOINT_PATH } from "../sandbox/installation.ts";
import { startSandbox } from "../sandbox/sandbox.ts";
import type { People, Person, Stage, Subject } from "./subject.ts";

/** What somebody types; the organization only where it is needed. */
function person(name: string, organization?: string): Person {
  const account = seedAccounts.find(
    (each) => each.userName === name && (organization === undefined || each.organization === organization),
  );
  if (account === undefined) throw new Error(`There is no account ${name}.`);
  return { userName: name, password: account.password, ...(organization === undefined ? {} : { organization }) };
}

const samAnywhere: Person = { userName: "sam", password: person("sam", "delta").password };

export const people: People = {
  withKeys: [
    [0, person("vera")],
    [10, person("diego")],
    [14, person("ana")],
    [1_000, person("mila")],
    [10_000, person("maya")],
  ],
  reader: person("diego"),
  writer: person("sam", "delta"),
  withoutPermission: person("nora"),
  withCode: person("otto"),
  locked: person("luis"),
  elsewhere: person("sofia"),
  ambiguous: samAnywhere,
  withServices: person("ana"),
  withManyServices: person("paula"),
  ordinary: [
    ...["ana", "maya", "mila", "diego", "nora", "vera"].map((name) => person(name)),
    person("sam", "nimbus"),
    person("sam", "delta"),
    // the organization's full name will do as well, and so will naming it where that is not needed
    { ...person("sam", "nimbus"), organization: "Nimbus Labs" },
    person("ana", "nimbus"),
  ],
};

export interface CloudMcStage extends Stage {
  /** The origin of a server that is no console. */
  readonly identityProvider: string;
}

export interface CloudMcSubject extends Subject {
  start(): Promise<CloudMcStage>;
}

export function cloudMc(brand: BrandId): CloudMcSubject {
  const session = "/session";
  const keys = "/api_keys";
  return {
    name: `CloudMC as ${brands[brand].name}`,
    brandName: brands[brand].name,
    people,
    routes: {
      recognize: { method: "GET", path: "/brandings" },
      signIn: { method: "POST", path: session },
      whoAmI: { method: "GET", path: session },
      signOut: { method: "DELETE", path: session },
      listKeys: { method: "GET", path: keys },
      createKey: { method: "POST", path: keys },
      renameKey: { method: "PUT", path: `${keys}/[^/]+` },
      revokeKey: { method: "DELETE", path: `${keys}/[^/]+` },
    },
    async start() {
      const sandbox = await startSandbox();
      const { origin } = sandbox[brand];
      return {
        origin,
        control: control(origin),
        identityProvider: sandbox.identityProvider.origin,
        recognize: recognizeCloudMc,
        create: (transport, options = {}) =>
          createCloudMcConsole({ origin, endpointPath: ENDPOINT_PATH, transport, ...options }),
        async useKey(key) {
          const response = await fetch(`${origin}${ENDPOINT_PATH}/environments`, { headers: { "MC-Api-Key": key } });
          await response.text();
          return response.status;
        },
        refusalQuoting: (text) => ({ errors: [{ code: "QUOTED", message: text, context: { text } }] }),
        close: () => sandbox.close(),
      };
    },
  };
}
