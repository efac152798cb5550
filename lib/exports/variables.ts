/** Credentials as the environment variables that tools read. */
import { type CredentialKind, type Credentials, valuesOf } from "../credentials/credentials.ts";
import type { Role } from "../credentials/role.ts";
import { keystoneValues, type RoleValue } from "./keystone.ts";
import { checkLength } from "./limits.ts";

export interface Variable {
  readonly name: string;
  readonly value: string;
  /** Null for what is the same for everybody. */
  readonly role: Role | null;
}

type Names = readonly (readonly [role: Role, name: string])[];

const keystoneUser: Names = [
  ["authUrl", "OS_AUTH_URL"],
  ["identityApiVersion", "OS_IDENTITY_API_VERSION"],
  ["username", "OS_USERNAME"],
  ["userId", "OS_USER_ID"],
  ["userDomainId", "OS_USER_DOMAIN_ID"],
  ["userDomainName", "OS_USER_DOMAIN_NAME"],
  ["password", "OS_PASSWORD"],
  ["regionName", "OS_REGION_NAME"],
];

const names: Readonly<Record<CredentialKind, Names>> = {
  // https://docs.openstack.org/python-openstackclient/latest/cli/man/openstack.html#environment-variables
  // OS_AUTH_TYPE is left to its default, "password", as in Horizon's openrc
  keystoneV3: [
    ...keystoneUser,
    ["projectId", "OS_PROJECT_ID"],
    ["projectName", "OS_PROJECT_NAME"],
    ["projectDomainId", "OS_PROJECT_DOMAIN_ID"],
    ["projectDomainName", "OS_PROJECT_DOMAIN_NAME"],
  ],
  // https://docs.openstack.org/keystone/latest/user/application_credentials.html#using-application-credentials
  keystoneApplicationCredential: [
    ...keystoneUser,
    ["applicationCredentialId", "OS_APPLICATION_CREDENTIAL_ID"],
    ["applicationCredentialName", "OS_APPLICATION_CREDENTIAL_NAME"],
    ["applicationCredentialSecret", "OS_APPLICATION_CREDENTIAL_SECRET"],
  ],
  keystoneV2: [...keystoneUser, ["projectId", "OS_TENANT_ID"], ["projectName", "OS_TENANT_NAME"]],
  // https://docs.aws.amazon.com/sdkref/latest/guide/environment-variables.html
  s3: [
    ["accessKeyId", "AWS_ACCESS_KEY_ID"],
    ["secretAccessKey", "AWS_SECRET_ACCESS_KEY"],
    // the SDKs read the first of the two; boto3 and version 1 of the command line the second
    ["regionName", "AWS_REGION"],
    ["regionName", "AWS_DEFAULT_REGION"],
    // that of S3 alone: Amazon's other services are not to be looked for there
    ["endpointUrl", "AWS_ENDPOINT_URL_S3"],
  ],
  // https://registry.terraform.io/providers/cloudstack/cloudstack/latest/docs, which has no project; that is Ansible's:
  // https://docs.ansible.com/ansible/latest/collections/ngine_io/cloudstack/docsite/guide_cloudstack.html
  cloudStack: [
    ["apiUrl", "CLOUDSTACK_API_URL"],
    ["apiKey", "CLOUDSTACK_API_KEY"],
    ["secretKey", "CLOUDSTACK_SECRET_KEY"],
    ["projectId", "CLOUDSTACK_PROJECT"],
  ],
  // after the header, since no tool has a name for it
  consoleApiKey: [["apiKey", "MC_API_KEY"]],
};

/** @throws AppError of an `export_…` kind for what no environment holds, and for what is missing. */
export function variablesOf(credentials: Credentials): readonly Variable[] {
  const variables = roleValuesOf(credentials).flatMap(([role, value]) => {
    checkLength(role, value);
    const named = names[credentials.kind].filter(([of]) => of === role);
    return named.map(([, name]) => ({ name, value, role }));
  });
  if (credentials.kind !== "keystoneApplicationCredential") return variables;
  return [{ name: "OS_AUTH_TYPE", value: "v3applicationcredential", role: null }, ...variables];
}

function roleValuesOf(credentials: Credentials): readonly RoleValue[] {
  switch (credentials.kind) {
    case "keystoneV3":
    case "keystoneApplicationCredential":
    case "keystoneV2":
      return keystoneValues(credentials);
    default:
      return valuesOf(credentials);
  }
}
