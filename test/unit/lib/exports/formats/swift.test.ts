// @vitest-environment node
import { describe, expect, it } from "vitest";
import { swiftCli } from "../../../../../lib/exports/formats/swift-cli.ts";
import { swiftCliV2 } from "../../../../../lib/exports/formats/swift-cli-v2.ts";
import { expectCarried, readByShell } from "../carried.ts";
import {
  applicationCredential,
  fileNameOf,
  keystoneV2,
  keystoneV3,
  previewOf,
  refusalOf,
  textOf,
} from "../exported.ts";

/** The passwords that a real shell calls swift with. */
function passwordsIn(commands: readonly string[]): readonly string[] {
  const swift = `swift() { for argument in "$@"; do printf '%s\\0' "$argument"; done; }`;
  const given = readByShell(commands, swift).filter((argument) => argument.startsWith("--os-password="));
  return given.map((argument) => argument.slice("--os-password=".length));
}

describe("a swift command", () => {
  it("says everything with v3, and lets no project of the environment win over a name", () => {
    expect(textOf(swiftCli, keystoneV3)).toBe(
      "swift --os-auth-url='https://auth.example.com/v3' --auth-version=3 --os-project-name=shop " +
        "--os-project-domain-id=default --os-username=ana --os-user-domain-id=default " +
        "--os-password='correct horse' --os-region-name=east-1 --os-project-id= --os-tenant-id= list",
    );
  });

  it("asks by the project's id where that is known", () => {
    const text = textOf(swiftCli, { ...keystoneV3, projectId: "9c2d" });
    expect(text).toContain("--os-project-id=9c2d");
    expect(text).not.toContain("--os-tenant-id");
  });

  it("knows application credentials", () => {
    expect(textOf(swiftCli, applicationCredential)).toBe(
      "swift --os-auth-url='https://auth.example.com/v3' --auth-version=3 --os-application-credential-id=7f3a " +
        "--os-application-credential-secret='correct horse' --os-auth-type=v3applicationcredential list",
    );
  });

  it("says everything with v2.0", () => {
    expect(textOf(swiftCliV2, keystoneV2)).toBe(
      "swift --os-auth-url='https://auth.example.com/v2.0' --auth-version=2.0 --os-tenant-name=shop " +
        "--os-username=ana --os-password='correct horse' --os-project-id= --os-tenant-id= list",
    );
  });

  it.each([
    [swiftCli, keystoneV3],
    [swiftCliV2, keystoneV2],
  ] as const)("carries every password that it does not refuse: %o", (format, credentials) => {
    expect(passwordsIn([textOf(format, { ...credentials, password: "--help" })])).toEqual(["--help"]);
    expectCarried(format, credentials, "password", passwordsIn);
  });

  it.each([
    [{ username: "shop:ana" }, "export_characters", "username"],
    [{ password: "" }, "export_missing", "password"],
    [{ password: "a\rb" }, "export_line_break", "password"],
    [{ password: "a\tb" }, "export_control", "password"],
    [{ password: "\u001b[201~" }, "export_control", "password"],
    [{ projectName: null }, "export_missing", "projectName"],
    [{ projectDomainId: null }, "export_missing", "projectDomainId"],
    [{ userDomainId: null }, "export_missing", "userDomainId"],
  ])("refuses %j", (change, kind, role) => {
    expect(refusalOf(swiftCli, { ...keystoneV3, ...change })).toEqual([kind, role]);
  });

  it("refuses an application credential that is known by its name only: there is no option for it", () => {
    const named = { ...applicationCredential, applicationCredentialId: null, userId: "u1" };
    expect(refusalOf(swiftCli, named)).toEqual(["export_missing", "applicationCredentialId"]);
  });

  it("is no file, and shows no secret in its preview", () => {
    for (const credentials of [keystoneV3, applicationCredential]) {
      expect(fileNameOf(swiftCli, credentials)).toBeNull();
      expect(previewOf(swiftCli, credentials)).not.toContain("correct horse");
    }
    expect(previewOf(swiftCliV2, keystoneV2)).not.toContain("correct horse");
  });
});
