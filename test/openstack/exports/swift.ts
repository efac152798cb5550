/** `swift`, rclone and python-swiftclient, `.env` and JSON: what all of Keystone's kinds are exported for. */
import { expect, it } from "vitest";
import type { Format } from "../../../lib/exports/format.ts";
import { dotenv } from "../../../lib/exports/formats/dotenv.ts";
import { json } from "../../../lib/exports/formats/json.ts";
import { openrcV3 } from "../../../lib/exports/formats/openrc-v3.ts";
import { rcloneSwift } from "../../../lib/exports/formats/rclone-swift.ts";
import { swiftCli } from "../../../lib/exports/formats/swift-cli.ts";
import { swiftclientPython } from "../../../lib/exports/formats/swiftclient-python.ts";
import { proven } from "../proof.ts";
import { issueToken } from "../swift-client.ts";
import { cloudName } from "./exporter.ts";
import { homeWith, objectName, objectText, outputOf, type Subject } from "./subject.ts";

export interface SwiftOptions {
  /** Formats that refuse these credentials, with what the dialog says of it. */
  readonly refused?: ReadonlyMap<Format, string>;
}

export function testSwift(subject: Subject, { refused = new Map() }: SwiftOptions = {}): void {
  const { id } = subject;
  const isHeld = (format: Format) => !refused.has(format);
  /** What another client has stored is what is listed. */
  const storeElsewhere = async (name: string) => {
    const container = `${name}-${id}`;
    await subject.swift().write(container, objectName, objectText);
    return container;
  };
  const expectStored = async (container: string) =>
    expect(await subject.swift().read(container, objectName)).toBe(objectText);

  it.each([...refused].map(([format, reason]) => ({ id: format.id, format, reason })))(
    "$id refuses it",
    async ({ format, reason }) => {
      expect(await subject.exporter().refusal(subject.kind, format)).toContain(reason);
    },
  );

  it.runIf(isHeld(swiftCli))("swift, by its command line", async () => {
    const container = await storeElsewhere("swift-options");
    const [home, command] = await homeWith(subject, swiftCli);
    await using _ = home;
    expect((await outputOf(home, command?.text ?? "")).split("\n")).toContain(container);
    proven("used", swiftCli, "swift", "bash");
  });

  // `swift` does not know an application credential's name, however it is told
  it.runIf(isHeld(swiftCli))("swift, by the environment", async () => {
    const [home, file] = await homeWith(subject, openrcV3);
    await using _ = home;
    const container = `swift-env-${id}`;
    const script = `
      . './${file?.name}'
      swift upload ${container} '${objectName}' >&2
      swift download ${container} '${objectName}' -o -`;
    expect(await outputOf(home, script)).toBe(objectText);
    await expectStored(container);
    proven("used", openrcV3, "swift");
  });

  it.runIf(isHeld(dotenv))("swift, by .env", async () => {
    const container = await storeElsewhere("dotenv");
    const [home, file] = await homeWith(subject, dotenv);
    await using _ = home;
    const output = await outputOf(home, `set -a; . './${file?.name}'; set +a; swift list`);
    expect(output.split("\n")).toContain(container);
    proven("used", dotenv, "swift", "bash");
  });

  it.runIf(isHeld(rcloneSwift))("rclone", async () => {
    const [home] = await homeWith(subject, rcloneSwift);
    await using _ = home;
    const container = `rclone-${id}`;
    const script = `
      rclone copy '${objectName}' ${cloudName}:${container}
      rclone cat '${cloudName}:${container}/${objectName}'`;
    expect(await outputOf(home, script)).toBe(objectText);
    await expectStored(container);
    proven("used", rcloneSwift, "rclone");
  });

  it("python-swiftclient", async () => {
    const container = await storeElsewhere("swiftclient");
    const [home, file] = await homeWith(subject, swiftclientPython);
    await using _ = home;
    expect((await outputOf(home, `python3 './${file?.name}'`)).split("\n")).toContain(container);
    proven("used", swiftclientPython, "python-swiftclient");
  });

  it("JSON, by a program of one's own", async () => {
    const [file] = await subject.exporter().take(subject.kind, json);
    const { authUrl, ...credentials } = JSON.parse(file?.text ?? "") as Readonly<Record<string, string>>;
    expect(await issueToken(authUrl ?? "", authOf(credentials))).not.toBe("");
    proven("used", json, "fetch");
  });
}

/** What Keystone's API is asked with these roles; what is undefined, JSON leaves out. */
function authOf(of: Readonly<Record<string, string>>): object {
  const domainOf = (id = of.userDomainId, name = of.userDomainName) => ({ id, name });
  const user = { id: of.userId, name: of.username, domain: domainOf() };
  if (of.kind === "keystoneApplicationCredential") {
    const { applicationCredentialId: id, applicationCredentialName: name, applicationCredentialSecret: secret } = of;
    const credential = { id, secret, ...(id === undefined ? { name, user } : {}) };
    return { identity: { methods: ["application_credential"], application_credential: credential } };
  }
  const domain = domainOf(of.projectDomainId, of.projectDomainName);
  return {
    identity: { methods: ["password"], password: { user: { ...user, password: of.password } } },
    scope: { project: { id: of.projectId, name: of.projectName, domain } },
  };
}
