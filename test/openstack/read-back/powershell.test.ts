/** The openrc for PowerShell is what a reading of it by PowerShell's rules gives. */
import { expect, it } from "vitest";
import { openrcV3Powershell } from "../../../lib/exports/formats/openrc-v3-powershell.ts";
import { applicationOf, keystoneOf } from "../../fakes/credentials.ts";
import { readVariables } from "../../readers/powershell/read-variables.ts";
import { proven } from "../proof.ts";
import { carriedBy, expectEach } from "./carried.ts";

it.each([
  { credentialsOf: keystoneOf, password: "OS_PASSWORD" },
  { credentialsOf: applicationOf, password: "OS_APPLICATION_CREDENTIAL_SECRET" },
])("$password and a name, by the rules for quotes", ({ credentialsOf, password }) => {
  const carried = carriedBy({ format: openrcV3Powershell, credentialsOf });
  const read = carried.map(({ files }) => readVariables(Object.values(files).join("")));
  expectEach<object>(carried, read, ({ secret, name }) =>
    expect.objectContaining({ [password]: secret, OS_USERNAME: name }),
  );
  proven("read", openrcV3Powershell, "PowerShell’s rules (a substitute reader)");
});
