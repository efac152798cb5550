/** What a client of Keystone is told, by role: names are unique within their domain only, ids everywhere. */
import type { CredentialsOf, KeystoneV3 } from "../credentials/credentials.ts";
import type { Role } from "../credentials/role.ts";
import { refuse } from "./format.ts";

export type RoleValue = readonly [role: Role, value: string];
type User = Pick<KeystoneV3, "username" | "userId" | "userDomainId" | "userDomainName">;
type Project = Pick<KeystoneV3, "projectId" | "projectName" | "projectDomainId" | "projectDomainName">;
type Keystone = CredentialsOf<"keystoneV3" | "keystoneApplicationCredential" | "keystoneV2">;

/**
 * Everything that a client needs, in the order in which people expect it.
 * @throws AppError `export_missing` for what is needed and not known.
 */
export function keystoneValues(credentials: Keystone): readonly RoleValue[] {
  const { authUrl, regionName } = credentials;
  switch (credentials.kind) {
    case "keystoneV3":
      return [
        ...known(["authUrl", authUrl], ["identityApiVersion", "3"]),
        ...projectOf(credentials),
        ...userOf(credentials),
        ...known(["password", credentials.password], ["regionName", regionName]),
      ];
    case "keystoneApplicationCredential":
      return [
        ...known(["authUrl", authUrl], ["identityApiVersion", "3"]),
        ...applicationCredentialOf(credentials),
        ...known(["applicationCredentialSecret", credentials.applicationCredentialSecret], ["regionName", regionName]),
      ];
    case "keystoneV2":
      return known(
        ["authUrl", authUrl],
        ["identityApiVersion", "2.0"],
        ["projectId", credentials.projectId],
        ["projectName", credentials.projectName],
        ["username", credentials.username],
        ["password", credentials.password],
        ["regionName", regionName],
      );
  }
}

/**
 * The name with its domain, as in Horizon's openrc; the id where that is not known. Never both: gophercloud, which
 * Terraform uses, takes one and only one of them, and of a domain too.
 * https://github.com/gophercloud/gophercloud/blob/main/openstack/identity/v3/tokens/requests.go
 */
function userOf({ username, userId, userDomainId, userDomainName }: User): readonly RoleValue[] {
  const domain = first(["userDomainId", userDomainId], ["userDomainName", userDomainName]);
  if (username !== null && domain.length > 0) return [["username", username], ...domain];
  if (userId !== null) return [["userId", userId]];
  return refuse("export_missing", username === null ? "username" : "userDomainId");
}

/**
 * The id and the name, as in Horizon's openrc: clients ask by the id where they know it, and some read names alone.
 * A name without its domain is left out where the id is known, since others would then ask for the domain.
 * Nothing without a project. https://docs.openstack.org/keystoneauth/latest/authentication-plugins.html
 */
function projectOf(project: Project): readonly RoleValue[] {
  const id = known(["projectId", project.projectId]);
  const name = known(["projectName", project.projectName]);
  const domain = first(["projectDomainId", project.projectDomainId], ["projectDomainName", project.projectDomainName]);
  if (name.length > 0 && domain.length > 0) return [...id, ...name, ...domain];
  return name.length > 0 && id.length === 0 ? refuse("export_missing", "projectDomainId") : id;
}

/** Its id needs nothing else; its name needs its user. */
function applicationCredentialOf(credentials: CredentialsOf<"keystoneApplicationCredential">): readonly RoleValue[] {
  const { applicationCredentialId: id, applicationCredentialName: name } = credentials;
  if (id !== null) return [["applicationCredentialId", id]];
  if (name !== null) return [["applicationCredentialName", name], ...userOf(credentials)];
  return refuse("export_missing", "applicationCredentialId");
}

/** Object storage belongs to a project, so without one there is nothing to list. */
export function checkProject(credentials: Keystone): void {
  if (credentials.kind === "keystoneApplicationCredential") return;
  if (credentials.projectId === null && credentials.projectName === null) refuse("export_missing", "projectName");
}

type Candidate = readonly [role: Role, value: string | null];

function known(...candidates: readonly Candidate[]): readonly RoleValue[] {
  return candidates.flatMap(([role, value]) => (value === null ? [] : [[role, value] as const]));
}

function first(...candidates: readonly Candidate[]): readonly RoleValue[] {
  return known(...candidates).slice(0, 1);
}
