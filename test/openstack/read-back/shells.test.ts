/** Shells', programs' and `.env` files: what is written is what their readers read, or it is refused. */
import { parseEnv } from "node:util";
import { parse } from "dotenv";
import { expect, it } from "vitest";
import type { CredentialsOf } from "../../../lib/credentials/credentials.ts";
import { boto3Python } from "../../../lib/exports/formats/boto3-python.ts";
import { curl } from "../../../lib/exports/formats/curl.ts";
import { dotenv } from "../../../lib/exports/formats/dotenv.ts";
import { openrcV2 } from "../../../lib/exports/formats/openrc-v2.ts";
import { openrcV3 } from "../../../lib/exports/formats/openrc-v3.ts";
import { openrcV3Fish } from "../../../lib/exports/formats/openrc-v3-fish.ts";
import { openrcV3Powershell } from "../../../lib/exports/formats/openrc-v3-powershell.ts";
import { swiftCli } from "../../../lib/exports/formats/swift-cli.ts";
import { swiftCliV2 } from "../../../lib/exports/formats/swift-cli-v2.ts";
import { swiftclientPython } from "../../../lib/exports/formats/swiftclient-python.ts";
import { applicationOf, consoleKeyOf, keystoneOf, s3Of, type Values } from "../../fakes/credentials.ts";
import * as readers from "../../readers/shells/readers.ts";
import { proven } from "../proof.ts";
import { type Carried, carriedBy, expectEach } from "./carried.ts";

const tenantOf = ({ secret, name }: Values): CredentialsOf<"keystoneV2"> => ({
  kind: "keystoneV2",
  authUrl: "https://auth.example.com/v2.0",
  username: name,
  password: secret,
  projectName: name,
  projectId: null,
  regionName: null,
});
const credentialIdOf = (values: Values): CredentialsOf<"keystoneApplicationCredential"> => ({
  ...applicationOf(values),
  applicationCredentialId: values.name,
});
const textsOf = (carried: readonly Carried[]) => carried.map(({ files }) => Object.values(files).join(""));

const openrcs = [
  { shell: "bash", format: openrcV3, credentialsOf: keystoneOf, password: "OS_PASSWORD" },
  { shell: "dash", format: openrcV3, credentialsOf: keystoneOf, password: "OS_PASSWORD" },
  { shell: "zsh", format: openrcV3, credentialsOf: keystoneOf, password: "OS_PASSWORD" },
  { shell: "bash", format: openrcV3, credentialsOf: applicationOf, password: "OS_APPLICATION_CREDENTIAL_SECRET" },
  { shell: "bash", format: openrcV2, credentialsOf: tenantOf, password: "OS_PASSWORD" },
  { shell: "fish", format: openrcV3Fish, credentialsOf: keystoneOf, password: "OS_PASSWORD" },
  { shell: "pwsh", format: openrcV3Powershell, credentialsOf: keystoneOf, password: "OS_PASSWORD" },
] as const;

// Debian has no PowerShell
it.each(openrcs.filter(({ shell }) => shell !== "pwsh" || readers.hasProgram("pwsh")))(
  "$format.id: $password, by $shell",
  ({ shell, format, credentialsOf, password }) => {
    const carried = carriedBy({ format, credentialsOf });
    expectEach(carried, readers.readVariable(shell, textsOf(carried), password), ({ secret }) => secret);
    expectEach(carried, readers.readVariable(shell, textsOf(carried), "OS_USERNAME"), ({ name }) => name);
    proven("read", format, shell);
  },
);

it("dotenv: variables, by npm's dotenv, Node, python-dotenv and shells", () => {
  // that many of the passwords that hold all of ASCII, of which there are two in each
  const carried = carriedBy({ format: dotenv, credentialsOf: keystoneOf, refusing: 0.3 });
  const texts = textsOf(carried);
  const expected = ({ secret, name }: Values) => expect.objectContaining({ OS_PASSWORD: secret, OS_USERNAME: name });
  expectEach(
    carried,
    texts.map((text) => parse(text)),
    expected,
  );
  expectEach(
    carried,
    texts.map((text) => parseEnv(text)),
    expected,
  );
  expectEach(carried, readers.readWithPython("dotenv", texts), expected);
  for (const shell of ["bash", "dash", "zsh"] as const) {
    expectEach(carried, readers.readVariable(shell, texts, "OS_PASSWORD"), ({ secret }) => secret);
  }
  proven("read", dotenv, "dotenv", "Node", "python-dotenv", "bash", "dash", "zsh");
});

it.each([
  // names with a colon are what swift would split
  { format: swiftCli, credentialsOf: keystoneOf, refusing: 0.35, secretKey: "key", nameKey: "user" },
  { format: swiftCliV2, credentialsOf: tenantOf, refusing: 0.35, secretKey: "key", nameKey: "user" },
  {
    format: swiftCli,
    credentialsOf: credentialIdOf,
    refusing: 0,
    secretKey: "application_credential_secret",
    nameKey: "application_credential_id",
  },
])("$format.id: options, by shells and by swift's own parser", ({ format, credentialsOf, refusing, ...keys }) => {
  const carried = carriedBy({ format, credentialsOf, refusing });
  const [words = [], ...others] = (["bash", "dash", "zsh"] as const).map((shell) =>
    readers.readArguments(shell, "swift", textsOf(carried)),
  );
  for (const other of others) expect(other).toEqual(words);
  expectEach(carried, readers.readWithPython<object>("swift", words), ({ secret, name }) =>
    expect.objectContaining({ [keys.secretKey]: secret, [keys.nameKey]: name, arguments: "list" }),
  );
  proven("read", format, "bash", "dash", "zsh", "swift");
});

it("curl: a header, by shells", () => {
  const carried = carriedBy({ format: curl, credentialsOf: consoleKeyOf });
  for (const shell of ["bash", "dash", "zsh"] as const) {
    expectEach(carried, readers.readArguments(shell, "curl", textsOf(carried)), ({ secret }) => [
      ...["--header", `MC-Api-Key: ${secret}`],
      "https://console.example.com/api/v2/environments",
    ]);
  }
  proven("read", curl, "bash", "dash", "zsh");
});

it.each([
  { format: swiftclientPython, credentialsOf: keystoneOf, secretKey: "password", nameKey: "username" },
  { format: boto3Python, credentialsOf: s3Of, secretKey: "aws_secret_access_key", nameKey: "aws_access_key_id" },
])("$format.id: a program, by Python", ({ format, credentialsOf, secretKey, nameKey }) => {
  const carried = carriedBy({ format, credentialsOf });
  expectEach(carried, readers.readWithPython<object>("literals", textsOf(carried)), ({ secret, name }) =>
    expect.objectContaining({ [secretKey]: secret, [nameKey]: name }),
  );
  proven("read", format, "Python");
});
