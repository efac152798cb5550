/** Keystone v2.0, which exists in no current release: what exports make tools send, beside what `swift -V 2` sends. */
import { expect, it } from "vitest";
import { dotenv } from "../../../lib/exports/formats/dotenv.ts";
import { openrcV2 } from "../../../lib/exports/formats/openrc-v2.ts";
import { rcloneSwift } from "../../../lib/exports/formats/rclone-swift.ts";
import { swiftCliV2 } from "../../../lib/exports/formats/swift-cli-v2.ts";
import { swiftclientPython } from "../../../lib/exports/formats/swiftclient-python.ts";
import type { CloudUser } from "../cloud-schema.ts";
import { version2Fields } from "../handed-out.ts";
import { proven } from "../proof.ts";
import { isPassword, type RecordedKeystone, startRecordedKeystone } from "../recorded-keystone.ts";
import { ToolHome } from "../tool-home.ts";
import { cloudName, type Exporter } from "./exporter.ts";
import { outputOf, placed } from "./subject.ts";

const tenant = "a tenant";
const region = "RegionOne";

/** Each of the formats, with what makes a tool ask for the containers. */
const uses = [
  { format: openrcV2, tool: "swift", script: (file: string) => `. './${file}'; swift list` },
  { format: swiftCliV2, tool: "swift", script: (_: string, text: string) => text },
  { format: dotenv, tool: "swift", script: (file: string) => `set -a; . './${file}'; set +a; swift list` },
  { format: rcloneSwift, tool: "rclone", script: () => `rclone lsd ${cloudName}:` },
  { format: swiftclientPython, tool: "python-swiftclient", script: (file: string) => `python3 './${file}'` },
] as const;

export function testVersion2(exporter: () => Exporter, users: { usual: CloudUser; awkward: CloudUser }): void {
  it.each(uses)("$format.id: $tool sends the same", async ({ format, tool, script }) => {
    // `.env` refuses a password as awkward as that
    const user = format === dotenv ? users.usual : users.awkward;
    await using keystone = await startRecordedKeystone(region);
    const expected = await requestsByHand(keystone, user);
    await exporter().handOut(version2Fields(keystone.authUrl, user, tenant, region));
    const files = await exporter().take("keystoneV2", format);
    const [{ name, text } = { name: null, text: "" }] = files;
    await using home = await ToolHome.create(placed(files));
    await outputOf(home, script(name ?? "", text));
    // rclone takes 32 characters and more for a key of Rackspace's, until that is refused
    const taken = keystone.requests.slice(expected.length).filter(({ body }) => body === null || isPassword(body));
    expect(taken.map(essence)).toEqual(expected);
    proven("recorded", format, tool);
  });
}

async function requestsByHand(keystone: RecordedKeystone, user: CloudUser) {
  await using home = await ToolHome.create();
  const options = {
    "os-auth-url": keystone.authUrl,
    "os-username": user.name,
    "os-password": user.password,
    "os-tenant-name": tenant,
    "os-region-name": region,
  };
  const args = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  const { status, stderr } = await home.run("swift", ["-V", "2", ...args, "list"]);
  expect(status, stderr).toBe(0);
  return keystone.requests.map(essence);
}

/** Without the query, by which programs ask for as many as they like at once. */
function essence({ path, ...request }: RecordedKeystone["requests"][number]) {
  return { ...request, path: path.replace(/\?.*/, "") };
}
