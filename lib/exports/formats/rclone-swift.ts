/** A remote of rclone for OpenStack's object storage. */
import type { KeystoneApplicationCredential, KeystoneV2, KeystoneV3 } from "../../credentials/credentials.ts";
import { fieldsOf } from "../fields.ts";
import { defineFormat } from "../format.ts";
import { checkProject, keystoneValues } from "../keystone.ts";
import { iniLines } from "../quoting/ini.ts";
import { quoteRclone } from "../quoting/rclone.ts";

export const rcloneSwift = defineFormat({
  id: "rclone-swift",
  name: "rclone (Swift)",
  kinds: ["keystoneV3", "keystoneApplicationCredential", "keystoneV2"],
  source: "https://rclone.org/swift/",
  write: (credentials, { name }) => {
    checkProject(credentials);
    const version = credentials.kind === "keystoneV2" ? 2 : 3;
    const text = `[${name}]\ntype = swift\n${settingsOf(credentials)}auth_version = ${version}\n`;
    return [{ name: "rclone.conf", place: "~/.config/rclone/rclone.conf", text }];
  },
});

type KeystoneCredentials = KeystoneV3 | KeystoneApplicationCredential | KeystoneV2;

function settingsOf(credentials: KeystoneCredentials): string {
  const fields = fieldsOf(keystoneValues(withNamedDomains(credentials)), [
    ["auth", "authUrl"],
    ["user", "username"],
    ["user_id", "userId"],
    ["key", "password"],
    ["domain", "userDomainName"],
    ["tenant", "projectName"],
    ["tenant_id", "projectId"],
    ["tenant_domain", "projectDomainName"],
    ["application_credential_id", "applicationCredentialId"],
    ["application_credential_name", "applicationCredentialName"],
    ["application_credential_secret", "applicationCredentialSecret"],
    ["region", "regionName"],
  ]);
  return iniLines(fields, quoteRclone);
}

/** rclone knows domains by their names only. */
function withNamedDomains(credentials: KeystoneCredentials): KeystoneCredentials {
  if (credentials.kind === "keystoneV2") return credentials;
  const userDomainName = nameOf(credentials.userDomainName, credentials.userDomainId);
  const user = { ...credentials, userDomainId: null, userDomainName };
  if (user.kind !== "keystoneV3") return user;
  const projectDomainName = nameOf(user.projectDomainName, user.projectDomainId);
  return { ...user, projectDomainId: null, projectDomainName };
}

/** The domain that every Keystone begins with has this id and this name. */
function nameOf(name: string | null, id: string | null): string | null {
  return name ?? (id === "default" ? "Default" : null);
}
