/** A command that lists the containers, with Keystone v2.0. No `-U tenant:user`, which a colon in a name would break. */
import { defineFormat } from "../format.ts";
import { swiftCommand, swiftCommandName } from "../swift-command.ts";

export const swiftCliV2 = defineFormat({
  id: "swift-cli-v2",
  name: swiftCommandName,
  kinds: ["keystoneV2"],
  source: "https://docs.openstack.org/python-swiftclient/latest/cli/index.html#authentication",
  write: (credentials) => [swiftCommand(credentials)],
});
