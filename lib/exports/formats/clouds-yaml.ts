/** `clouds.yaml`, which all of OpenStack's own clients read. */
import type { KeystoneApplicationCredential, KeystoneV3 } from "../../credentials/credentials.ts";
import type { Role } from "../../credentials/role.ts";
import { fieldsOf, type Keys } from "../fields.ts";
import { defineFormat, type ExportContext, refuse } from "../format.ts";
import { keystoneValues } from "../keystone.ts";
import { entry, writeYaml } from "../quoting/yaml.ts";

export type CloudCredentials = KeystoneV3 | KeystoneApplicationCredential;

export const cloudsYaml = defineFormat({
  id: "clouds-yaml",
  name: "clouds.yaml",
  kinds: ["keystoneV3", "keystoneApplicationCredential"],
  source: "https://docs.openstack.org/openstacksdk/latest/user/config/configuration.html",
  write: (credentials, context) => [
    {
      name: "clouds.yaml",
      place: "~/.config/openstack/clouds.yaml",
      text: writeCloud(context, { auth: valuesIn(credentials, [...open, ...secret]), ...settingsOf(credentials) }),
    },
  ],
});

const open: Keys = [
  ["auth_url", "authUrl"],
  ["application_credential_id", "applicationCredentialId"],
  ["application_credential_name", "applicationCredentialName"],
  ["username", "username"],
  ["user_id", "userId"],
  ["user_domain_id", "userDomainId"],
  ["user_domain_name", "userDomainName"],
  ["project_id", "projectId"],
  ["project_name", "projectName"],
  ["project_domain_id", "projectDomainId"],
  ["project_domain_name", "projectDomainName"],
];
const secret: Keys = [
  ["password", "password"],
  ["application_credential_secret", "applicationCredentialSecret"],
];

export const openAuthOf = (credentials: CloudCredentials) => valuesIn(credentials, open);
export const secretAuthOf = (credentials: CloudCredentials) => valuesIn(credentials, secret);

/** Everything about a cloud that is not about the person. */
export function settingsOf(credentials: CloudCredentials): object {
  return {
    ...(credentials.kind === "keystoneApplicationCredential" ? { auth_type: "v3applicationcredential" } : {}),
    ...valuesIn(credentials, [["region_name", "regionName"]]),
    interface: "public",
    identity_api_version: 3,
  };
}

export function writeCloud({ name }: ExportContext, cloud: object): string {
  return writeYaml({ clouds: entry(name, cloud) });
}

/**
 * openstacksdk fills `{gaps}` in these two with other settings; gophercloud, which reads the file too, does not. So
 * neither doubled braces nor single ones are read alike.
 * https://opendev.org/openstack/openstacksdk/src/branch/master/openstack/config/loader.py
 */
const withGaps: readonly Role[] = ["authUrl", "regionName"];

function valuesIn(credentials: CloudCredentials, keys: Keys): object {
  return Object.fromEntries(
    fieldsOf(keystoneValues(credentials), keys).map(({ key, role, value }) => {
      if (withGaps.includes(role) && /[{}]/.test(value)) refuse("export_characters", role);
      return [key, value];
    }),
  );
}
