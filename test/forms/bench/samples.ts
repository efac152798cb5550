/** The values that are offered to a form, each of them unlike all others, and what that makes right for each role. */
import type { Credentials } from "../../../lib/credentials/credentials.ts";
import { secretRoles } from "../../../lib/credentials/role.ts";
import { loginOffer, type Offer, offerOf } from "../../../lib/forms/offer.ts";
import type { FactRole, FormKind } from "../facts.ts";

const keystone = {
  kind: "keystoneV3",
  authUrl: "https://identity.sample-cloud.example:5001/v3",
  username: "ana.sample",
  userId: null,
  password: "Kq7!keystone-password",
  userDomainId: null,
  // A domain, a region and a version that selects of the facts have among their options.
  userDomainName: "Labor Süd",
  projectId: "4f2d9c1be07a4c55a1d3b8e6f7091234",
  projectName: "sample-project",
  projectDomainId: null,
  projectDomainName: "Proyecto Norte",
  regionName: "RegionTwo",
} as const satisfies Credentials;

const s3 = {
  kind: "s3",
  // Without a port: the facts have a form with a port of its own that must stay as it is.
  endpointUrl: "https://objects.sample-cloud.example",
  accessKeyId: "AKSAMPLE0ACCESS0KEY1",
  secretAccessKey: "s3/secret+0123456789abcdefghijklmnopqrst",
  regionName: "RegionTwo",
} as const satisfies Credentials;

const cloudStack = {
  kind: "cloudStack",
  apiUrl: "https://api.sample-cloud.example:9443/client/api",
  apiKey: "cs-api-key-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  secretKey: "cs-secret-key-abcdefghijklmnopqrstuvwxyz",
  projectId: null,
} as const satisfies Credentials;

const login = { username: "ana.login", password: "Zx9!login-password" } as const;

const offers = {
  keystone: offerOf("keystone", keystone),
  s3: offerOf("s3", s3),
  cloudStack: offerOf("cloudStack", cloudStack),
  login: loginOffer("login", login.username, login.password),
};

export function offersFor(kind: FormKind): readonly Offer[] {
  switch (kind) {
    case "openstack-login":
    case "openstack-form":
      return [offers.keystone];
    case "s3-form":
      return [offers.s3];
    case "generic-login":
      return [offers.login];
    case "negative":
      return Object.values(offers);
  }
}

/** What counts as each role. An array names all ways of writing it. */
export const rightValues: Readonly<Record<FactRole, readonly string[]>> = {
  username: [keystone.username, login.username],
  password: [keystone.password, login.password],
  projectName: [keystone.projectName],
  projectId: [keystone.projectId],
  domain: [keystone.userDomainName],
  projectDomain: [keystone.projectDomainName],
  authUrl: [keystone.authUrl],
  region: [keystone.regionName],
  s3AccessKey: [s3.accessKeyId],
  s3SecretKey: [s3.secretAccessKey],
  s3Endpoint: [s3.endpointUrl],
  apiKey: [cloudStack.apiKey],
  secretKey: [cloudStack.secretKey],
  apiEndpoint: [cloudStack.apiUrl],
  // The longer ones are texts and values of real selects.
  identityApiVersion: ["3", "v3", "3.0", "string:v3", "v3 (v3)"],
  "username@domain": [`${keystone.username}@${keystone.userDomainName}`],
  "authUrl:host": ["identity.sample-cloud.example"],
  "authUrl:port": ["5001"],
  "s3Endpoint:host": ["objects.sample-cloud.example"],
  "s3Endpoint:port": ["443"],
};

/** Which roles of the facts are secrets; the access key only names a key, as a user name does. */
export const secretFactRoles: readonly FactRole[] = ["password", "s3SecretKey", "apiKey", "secretKey"];

export const secretValues: readonly string[] = secretFactRoles.flatMap((role) => rightValues[role]);

/** So that the list above cannot fall behind the project's own. */
export const offeredSecrets: readonly string[] = Object.values(offers).flatMap(({ values }) =>
  [...secretRoles].flatMap((role) => values[role] ?? []),
);
