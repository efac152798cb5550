/** Says where the real cloud is, whose credentials the sandbox hands out, and how one sees that they work. */
import type { Cloud } from "../../openstack/cloud-schema.ts";
import { cloudSteps } from "./welcome.ts";

export function describeCloud({ authUrl, swift, horizon, users: { main } }: Cloud): void {
  console.log(`A real cloud: Keystone at ${authUrl}, Swift and S3 at ${swift}`);
  if (horizon !== null) console.log(`Horizon: ${horizon.plain}, as ${main.name} with the password ${main.password}`);
  console.log("\nCredentials of it are what ana’s Objects-r1 / production hands out. Signed in as ana in Llavero:\n");
  console.log(`${cloudSteps.map((step) => `  * ${step}`).join("\n")}\n`);
}
