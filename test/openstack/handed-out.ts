/** What a console hands out of the cloud, in the fields and keys that the sandbox has for object storage. */
import type { ServiceField } from "../sandbox/services/service-field.ts";
import type { ApplicationCredential, Cloud, CloudUser } from "./cloud-schema.ts";

const open = (key: string, value: string): ServiceField => ({ key, value, sensitive: false });
const own = (key: string, value: string): ServiceField => ({ key, value, sensitive: false, environmentSpecific: true });
const secret = (key: string, value: string): ServiceField => ({ ...own(key, value), sensitive: true });

/** Consoles show Keystone without a version. */
const rootOf = ({ authUrl }: Cloud) => authUrl.replace(/\/v3$/, "");

/** A user's password, and the user's S3 key beside it. */
export function userFields(cloud: Cloud, user: CloudUser): readonly ServiceField[] {
  return [...passwordFields(cloud, user), open("region", cloud.region), ...s3Fields(cloud, user)];
}

/** What CloudOps' own screen has: neither a region nor where S3 is. */
export function documentedFields(cloud: Cloud, user: CloudUser): readonly ServiceField[] {
  return [...passwordFields(cloud, user), ...s3Fields(cloud, user).filter(({ key }) => key.endsWith("Key"))];
}

/** @param known how it is told: by its id, or by its name with its user */
export function applicationFields(
  cloud: Cloud,
  credential: ApplicationCredential,
  known: "id" | "name",
): readonly ServiceField[] {
  const { name, domain } = cloud.users.main;
  return [
    open("authenticationUrl", rootOf(cloud)),
    ...(known === "id"
      ? [own("applicationCredentialId", credential.id)]
      : [own("applicationCredentialName", credential.name), own("userName", name), open("domainId", domain.id)]),
    secret("applicationCredentialSecret", credential.secret),
    open("region", cloud.region),
  ];
}

/** With the deprecated endpoint alone. */
export function version2Fields(authUrl: string, user: CloudUser, tenant: string, region: string) {
  return [
    open("authenticationEndpointV2", authUrl),
    own("projectName", tenant),
    own("userName", user.name),
    secret("password", user.password),
    open("region", region),
  ];
}

function passwordFields(cloud: Cloud, { name, password, domain, projects: [project] }: CloudUser) {
  return [
    own("projectName", project.name),
    own("userName", name),
    secret("password", password),
    open("authenticationUrl", rootOf(cloud)),
    open("identityApiVersion", "3"),
    // by its id where everybody has it, by its name otherwise
    domain.id === "default" ? open("domainId", domain.id) : open("domainName", domain.name),
  ];
}

function s3Fields(cloud: Cloud, { s3 }: CloudUser) {
  return [
    own("s3AccessKey", s3.accessKey),
    secret("s3SecretKey", s3.secretKey),
    open("s3Endpoint", cloud.s3.endpoint),
    // not Keystone's: it is part of every signature
    open("s3Region", cloud.s3.region),
  ];
}
