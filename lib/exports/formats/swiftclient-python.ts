/** A Python program that lists the containers; by a session of keystoneauth, since swiftclient splits names at colons. */
import type { Role } from "../../credentials/role.ts";
import { defineFormat } from "../format.ts";
import { checkProject, keystoneValues } from "../keystone.ts";
import { pythonCall, pythonStrings } from "../python-call.ts";
import { quoteForPython } from "../quoting/python.ts";

/** https://docs.openstack.org/keystoneauth/latest/plugin-options.html; the versions have a class each. */
const parameters: Partial<Record<Role, string>> = {
  authUrl: "auth_url",
  username: "username",
  userId: "user_id",
  password: "password",
  userDomainId: "user_domain_id",
  userDomainName: "user_domain_name",
  projectId: "project_id",
  projectName: "project_name",
  projectDomainId: "project_domain_id",
  projectDomainName: "project_domain_name",
  applicationCredentialId: "application_credential_id",
  applicationCredentialName: "application_credential_name",
  applicationCredentialSecret: "application_credential_secret",
};
const parametersV2 = { ...parameters, projectId: "tenant_id", projectName: "tenant_name" };

export const swiftclientPython = defineFormat({
  id: "swiftclient-python",
  name: "Python (swiftclient)",
  kinds: ["keystoneV3", "keystoneApplicationCredential", "keystoneV2"],
  source: "https://docs.openstack.org/python-swiftclient/latest/client-api.html#authentication",
  write(credentials, context) {
    checkProject(credentials);
    const isV2 = credentials.kind === "keystoneV2";
    const version = isV2 ? "v2" : "v3";
    const plugin = credentials.kind === "keystoneApplicationCredential" ? "ApplicationCredential" : "Password";
    const named = keystoneValues(credentials).flatMap(([role, value]) => {
      const name = (isV2 ? parametersV2 : parameters)[role];
      return name === undefined ? [] : pythonStrings([name, value]);
    });
    const { regionName } = credentials;
    const region = regionName === null ? [] : [`os_options={"region_name": ${quoteForPython(regionName)}}`];
    const lines = [
      "# pip install python-swiftclient keystoneauth1",
      `from keystoneauth1.identity import ${version}`,
      "from keystoneauth1.session import Session",
      "from swiftclient.client import Connection",
      "",
      `auth = ${pythonCall(`${version}.${plugin}`, named)}`,
      `swift = ${pythonCall("Connection", ["session=Session(auth=auth)", ...region])}`,
      "",
      "headers, containers = swift.get_account()",
      "for container in containers:",
      '    print(container["name"])',
    ];
    return [{ name: `${context.name}-swift.py`, place: null, text: `${lines.join("\n")}\n` }];
  },
});
