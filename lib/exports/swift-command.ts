/** The `swift` command of python-swiftclient with everything it needs; each value is joined to its option by `=`. */
import type { CredentialsOf } from "../credentials/credentials.ts";
import type { Role } from "../credentials/role.ts";
import type { Words } from "../i18n.ts";
import { type ExportFile, refuse } from "./format.ts";
import { checkProject, keystoneValues } from "./keystone.ts";
import { checkPasted } from "./limits.ts";
import { quoteForPosix } from "./quoting/posix.ts";

export const swiftCommandName: Words = {
  en: "Swift command line",
  es: "Línea de comandos de Swift",
  fr: "Ligne de commande Swift",
};

/** https://docs.openstack.org/python-swiftclient/latest/cli/index.html; a credential's name has no option there. */
const options: Partial<Record<Role, string>> = {
  authUrl: "--os-auth-url",
  identityApiVersion: "--auth-version",
  username: "--os-username",
  userId: "--os-user-id",
  password: "--os-password",
  userDomainId: "--os-user-domain-id",
  userDomainName: "--os-user-domain-name",
  projectId: "--os-project-id",
  projectName: "--os-project-name",
  projectDomainId: "--os-project-domain-id",
  projectDomainName: "--os-project-domain-name",
  applicationCredentialId: "--os-application-credential-id",
  applicationCredentialSecret: "--os-application-credential-secret",
  regionName: "--os-region-name",
};
const optionsV2 = { ...options, projectId: "--os-tenant-id", projectName: "--os-tenant-name" };

export function swiftCommand(
  credentials: CredentialsOf<"keystoneV3" | "keystoneApplicationCredential" | "keystoneV2">,
): ExportFile {
  checkProject(credentials);
  const words = keystoneValues(credentials).map(([role, value]) => {
    checkPasted(role, value);
    // swiftclient takes it for `tenant:user`, whatever else it is told: get_auth in swiftclient/client.py
    if (role === "username" && value.includes(":")) refuse("export_characters", role);
    // it would go on to look for them in the environment
    if (value === "") refuse("export_missing", role);
    const option = (credentials.kind === "keystoneV2" ? optionsV2 : options)[role];
    return option === undefined ? refuse("export_missing", "applicationCredentialId") : `${option}=${quote(value)}`;
  });
  const text = ["swift", ...words, ...overrides(credentials), "list"].join(" ");
  return { name: null, place: null, text };
}

/**
 * The environment's values stand in for options that are not given: its id of another project would win over a name, and
 * the same user would be shown the containers of that project.
 */
function overrides(credentials: Parameters<typeof swiftCommand>[0]): readonly string[] {
  if (credentials.kind === "keystoneApplicationCredential") return ["--os-auth-type=v3applicationcredential"];
  return credentials.projectId === null ? ["--os-project-id=", "--os-tenant-id="] : [];
}

/** What is a word to every shell stays without quotes, to be read more easily. */
function quote(value: string): string {
  return /^[\w.-]+$/.test(value) ? value : quoteForPosix(value);
}
