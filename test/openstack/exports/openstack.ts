/** `openstack`, with openrc in shells and with clouds.yaml: a token, a container, an object stored and read back. */
import { expect, it } from "vitest";
import type { Format } from "../../../lib/exports/format.ts";
import { cloudsYaml } from "../../../lib/exports/formats/clouds-yaml.ts";
import { cloudsYamlSecure } from "../../../lib/exports/formats/clouds-yaml-secure.ts";
import { openrcV3 } from "../../../lib/exports/formats/openrc-v3.ts";
import { openrcV3Fish } from "../../../lib/exports/formats/openrc-v3-fish.ts";
import { proven } from "../proof.ts";
import type { ToolHome } from "../tool-home.ts";
import { cloudName } from "./exporter.ts";
import { homeWith, objectName, objectText, outputOf, printed, type Subject } from "./subject.ts";

/** Read by every kind of shell; all of it works in bash and fish alike. */
const token = "openstack token issue -f value -c project_id -c user_id";
const storing = (container: string) => `
openstack container create ${container} >&2
openstack object create ${container} '${objectName}' >&2
openstack object save --file - ${container} '${objectName}'
`;

export interface OpenstackOptions {
  /** With which of the formats an object is stored as well: each command takes two seconds. */
  readonly storing: readonly Format[];
}

export function testOpenstack(subject: Subject, options: OpenstackOptions): void {
  const { projectId, userId, id } = subject;
  const expected = `${projectId}\n${userId}\n`;
  const isStoring = (format: Format) => options.storing.includes(format);
  const commands = (format: Format) => `${token}\n${isStoring(format) ? storing(`${format.id}-${id}`) : ""}`;
  const expectDone = async (format: Format, output: string) => {
    expect(output).toBe(expected + (isStoring(format) ? objectText : ""));
    if (!isStoring(format)) return;
    expect(await subject.swift().read(`${format.id}-${id}`, objectName)).toBe(objectText);
  };

  it("openrc, in bash", async () => {
    const [home, file] = await homeWith(subject, openrcV3);
    await using _ = home;
    await expectDone(openrcV3, await outputOf(home, `. './${file?.name}'\n${commands(openrcV3)}`));
    proven("used", openrcV3, "openstack", "bash");
  });

  it.runIf(isStoring(openrcV3)).each(["dash", "zsh"] as const)("openrc, in %s", async (shell) => {
    const [home, file] = await homeWith(subject, openrcV3);
    await using _ = home;
    expect(printed(await home.run(shell, ["-c", `. './${file?.name}' && ${token}`]))).toBe(expected);
    proven("used", openrcV3, "openstack", shell);
  });

  it("openrc, in fish", async () => {
    const [home, file] = await homeWith(subject, openrcV3Fish);
    await using _ = home;
    const script = `source '${file?.name}'\n${commands(openrcV3Fish)}`;
    const result = await home.run("fish", ["--no-config", "-c", script], { timeout: 60_000 });
    await expectDone(openrcV3Fish, printed(result));
    proven("used", openrcV3Fish, "openstack", "fish");
  });

  it.each([cloudsYaml, cloudsYamlSecure])("$id", async (format) => {
    const [home] = await homeWith(subject, format);
    await using _ = home;
    await expectDone(format, await outputOf(home, commands(format), { env: { OS_CLOUD: cloudName } }));
    if (format === cloudsYamlSecure && isStoring(format)) await expectNobodyWithoutSecret(home);
    proven("used", format, "openstack");
  });
}

/** It is secure.yaml that lets one in. */
async function expectNobodyWithoutSecret(home: ToolHome): Promise<void> {
  await home.write(".config/openstack/secure.yaml", "");
  const { status } = await home.run("openstack", ["--os-cloud", cloudName, "token", "issue"]);
  expect(status).toBe(1);
}
