/** Which meanings of a field each kind of form takes for which value, and how surely; data for the plan. */
import type { Meaning } from "./meaning.ts";
import type { Offer, ValueKind } from "./offer.ts";
import type { FormKind } from "./rules-forms.ts";

export interface Want {
  /** Tried in this order: a field that asks for a domain takes its name, a select the id as well. */
  readonly kinds: readonly ValueKind[];
  /** With how much of the meaning's score counts. */
  readonly meanings: Readonly<Partial<Record<Meaning, number>>>;
}

const region: Want = { kinds: ["regionName"], meanings: { regionName: 1 } };
const userDomain: Want = { kinds: ["userDomainName", "userDomainId"], meanings: { userDomain: 1, domain: 0.95 } };
const userDomainId: Want = { kinds: ["userDomainId"], meanings: { userDomainId: 1 } };
const project: Want = { kinds: ["projectName", "projectId"], meanings: { projectName: 1, project: 0.95 } };
const projectId: Want = { kinds: ["projectId"], meanings: { projectId: 1 } };

const keystone: readonly Want[] = [
  { kinds: ["authUrl"], meanings: { authUrl: 1, url: 0.8, endpointUrl: 0.8, apiUrl: 0.7 } },
  { kinds: ["authUrl:host"], meanings: { host: 0.8 } },
  { kinds: ["authUrl:port"], meanings: { port: 0.8 } },
  { kinds: ["identityApiVersion"], meanings: { identityApiVersion: 1 } },
  { kinds: ["username"], meanings: { username: 1, email: 0.6 } },
  { kinds: ["userId"], meanings: { userId: 1 } },
  { kinds: ["password"], meanings: { password: 1 } },
  userDomain,
  userDomainId,
  project,
  projectId,
  { kinds: ["projectDomainName", "projectDomainId"], meanings: { projectDomain: 1 } },
  { kinds: ["projectDomainId"], meanings: { projectDomainId: 1 } },
  { kinds: ["applicationCredentialId"], meanings: { applicationCredentialId: 1 } },
  { kinds: ["applicationCredentialName"], meanings: { applicationCredentialName: 1 } },
  { kinds: ["applicationCredentialSecret"], meanings: { applicationCredentialSecret: 1, secret: 0.9 } },
  region,
];

export const wants: Readonly<Partial<Record<FormKind, readonly Want[]>>> = {
  login: [
    { kinds: ["username"], meanings: { username: 1, email: 0.9, userId: 0.8 } },
    { kinds: ["password"], meanings: { password: 1, currentPassword: 0.9 } },
    userDomain,
    userDomainId,
    project,
    projectId,
    region,
  ],
  openstack: keystone,
  s3: [
    { kinds: ["accessKeyId"], meanings: { accessKeyId: 1, apiKey: 0.85, key: 0.85 } },
    { kinds: ["secretAccessKey"], meanings: { secretAccessKey: 1, secretKey: 1, secret: 0.9 } },
    { kinds: ["endpointUrl"], meanings: { endpointUrl: 1, url: 0.8, apiUrl: 0.6 } },
    { kinds: ["endpointUrl:host"], meanings: { host: 0.9 } },
    { kinds: ["endpointUrl:port"], meanings: { port: 0.8 } },
    region,
  ],
  cloudstack: [
    { kinds: ["apiUrl"], meanings: { apiUrl: 1, url: 0.9, endpointUrl: 0.9 } },
    { kinds: ["apiUrl:host"], meanings: { host: 0.8 } },
    { kinds: ["apiUrl:port"], meanings: { port: 0.8 } },
    { kinds: ["apiKey"], meanings: { apiKey: 1 } },
    { kinds: ["secretKey"], meanings: { secretKey: 1, secretAccessKey: 0.8, secret: 0.9 } },
    projectId,
  ],
  apiKey: [
    { kinds: ["apiUrl"], meanings: { apiUrl: 1, url: 0.9, endpointUrl: 0.9 } },
    { kinds: ["apiKey"], meanings: { apiKey: 1 } },
  ],
};

/** Which credentials a kind of form takes. */
export const takes: Readonly<Partial<Record<FormKind, readonly Offer["kind"][]>>> = {
  login: ["keystoneV3", "keystoneV2", "login"],
  openstack: ["keystoneV3", "keystoneV2", "keystoneApplicationCredential"],
  s3: ["s3"],
  cloudstack: ["cloudStack"],
  apiKey: ["consoleApiKey"],
};

/** Without these a form of the kind gets nothing: half a pair of keys is a mistake. */
export const anchors: Readonly<Partial<Record<Offer["kind"], readonly ValueKind[]>>> = {
  s3: ["accessKeyId", "secretAccessKey"],
  cloudStack: ["apiKey", "secretKey"],
  consoleApiKey: ["apiKey"],
  keystoneApplicationCredential: ["applicationCredentialSecret"],
};

/** The same thing asked for twice: the second is left empty, unless the form insists. */
export const twins: readonly (readonly [ValueKind, ValueKind])[] = [
  ["userDomainName", "userDomainId"],
  ["projectName", "projectId"],
  ["projectDomainName", "projectDomainId"],
  ["username", "userId"],
  ["applicationCredentialId", "applicationCredentialName"],
];
