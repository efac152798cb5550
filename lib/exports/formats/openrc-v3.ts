/** Keystone v3 for bash, zsh and every POSIX shell, as Horizon's "OpenStack RC file", with the password in it. */
import { defineFormat } from "../format.ts";
import { openrcFile } from "../openrc.ts";
import { posixShell } from "../posix-shell.ts";

export const openrcV3 = defineFormat({
  id: "openrc-v3",
  name: "openrc (bash, zsh, sh)",
  kinds: ["keystoneV3", "keystoneApplicationCredential"],
  source: "https://docs.openstack.org/python-openstackclient/latest/cli/man/openstack.html#environment-variables",
  write(credentials, context) {
    const name = `${context.name}-openrc.sh`;
    return [openrcFile(posixShell, credentials, { name, remarks: [`OpenStack, for: . ./${name}`] })];
  },
});
