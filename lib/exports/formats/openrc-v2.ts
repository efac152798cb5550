/** Keystone v2.0 for bash, zsh and every POSIX shell, as Horizon's "OpenStack RC file" of that version. */
import { defineFormat } from "../format.ts";
import { openrcFile } from "../openrc.ts";
import { posixShell } from "../posix-shell.ts";

export const openrcV2 = defineFormat({
  id: "openrc-v2",
  name: "openrc, Identity API v2.0 (bash, zsh, sh)",
  kinds: ["keystoneV2"],
  source: "https://docs.openstack.org/python-openstackclient/latest/cli/man/openstack.html#environment-variables",
  write(credentials, context) {
    const name = `${context.name}-openrc-v2.sh`;
    const remarks = [
      `OpenStack, for: . ./${name}`,
      "Version 2.0 of the Identity API is deprecated; no current release of Keystone has it. Use version 3 if you can.",
    ];
    return [openrcFile(posixShell, credentials, { name, remarks })];
  },
});
