/** A command that lists the containers, with Keystone v3. */
import { defineFormat } from "../format.ts";
import { swiftCommand, swiftCommandName } from "../swift-command.ts";

export const swiftCli = defineFormat({
  id: "swift-cli",
  name: swiftCommandName,
  kinds: ["keystoneV3", "keystoneApplicationCredential"],
  source: "https://docs.openstack.org/python-swiftclient/latest/cli/index.html#authentication",
  write: (credentials) => [swiftCommand(credentials)],
});
