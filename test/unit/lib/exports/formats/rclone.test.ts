import { describe, expect, it } from "vitest";
import { rcloneS3 } from "../../../../../lib/exports/formats/rclone-s3.ts";
import { rcloneSwift } from "../../../../../lib/exports/formats/rclone-swift.ts";
import { expectCarried } from "../carried.ts";
import { applicationCredential, keystoneV2, keystoneV3, previewOf, refusalOf, s3, textOf } from "../exported.ts";
import { expectRefusals, linesOf } from "../ini-lines.ts";

/** What goconfig makes of a value: https://github.com/unknwon/goconfig/blob/master/read.go */
function readAsGoconfig(written = ""): string {
  const unquoted = /^"""(.*)"""$/u.exec(written)?.[1] ?? written;
  return unquoted.replaceAll('%(")s', "");
}

describe("rclone (Swift)", () => {
  it("writes a remote for a password", () => {
    expect(textOf(rcloneSwift, keystoneV3)).toBe(`[shop]
type = swift
auth = https://auth.example.com/v3
user = ana
key = correct horse
domain = Default
tenant = shop
tenant_domain = Default
region = east-1
auth_version = 3
`);
  });

  it("writes a remote for an application credential, and for v2.0", () => {
    expect(textOf(rcloneSwift, applicationCredential)).toBe(`[shop]
type = swift
auth = https://auth.example.com/v3
application_credential_id = 7f3a
application_credential_secret = correct horse
auth_version = 3
`);
    expect(textOf(rcloneSwift, keystoneV2)).toContain("key = correct horse\ntenant = shop\nauth_version = 2\n");
  });

  it("needs a domain's name, since rclone has no other way to tell it, or a user's id", () => {
    const elsewhere = { ...keystoneV3, userDomainId: "4c1d" };
    expect(refusalOf(rcloneSwift, elsewhere)?.[0]).toBe("export_missing");
    expect(textOf(rcloneSwift, { ...elsewhere, userId: "9e" })).toContain("user_id = 9e\n");
    expect(textOf(rcloneSwift, { ...elsewhere, userDomainName: "Labor Süd" })).toContain("domain = Labor Süd\n");
  });

  it("needs a project", () => {
    expect(refusalOf(rcloneSwift, { ...keystoneV3, projectName: null })).toEqual(["export_missing", "projectName"]);
  });

  it("carries values", () => {
    expectCarried(rcloneSwift, keystoneV3, "password", (texts) =>
      texts.map((text) => readAsGoconfig(linesOf(text).key)),
    );
  });
});

describe("rclone (S3)", () => {
  it("writes a remote for another service, and for Amazon's", () => {
    expect(textOf(rcloneS3, s3)).toBe(`[shop]
type = s3
provider = Other
access_key_id = AKIA7
secret_access_key = correct horse
endpoint = https://objects.example.com
region = east-1
`);
    expect(textOf(rcloneS3, { ...s3, endpointUrl: null })).toContain("provider = AWS\n");
  });

  it.each([
    ["a`b", '"""%(")sa`b%(")s"""'],
    ['a`b"c', '"""a`b"c"""'],
    [" a ", '%(")s a %(")s'],
    ['"""a', '%(")s"""a%(")s'],
    ['"a"', '"a"'],
    ["#a;b", "#a;b"],
    ["a%b%(c", "a%b%(c"],
  ])("writes %s as %s", (secretAccessKey, written) => {
    expect(textOf(rcloneS3, { ...s3, secretAccessKey })).toContain(`\nsecret_access_key = ${written}\n`);
  });

  it("refuses what stands on no line, and references", () => {
    expectRefusals(rcloneS3, s3, "secretAccessKey", {
      export_line_break: ["a\nb", "a\rb", "a\x85b", "a\u2028b"],
      export_control: ["a\x01b", "a\x7fb"],
      export_characters: ["a%(b)sc", "a`%(b", " %(b"],
      export_missing: [""],
    });
  });

  it("has a preview without the secret", () => {
    expect(previewOf(rcloneS3, s3)).not.toContain("correct horse");
    expect(previewOf(rcloneSwift, keystoneV3)).not.toContain("correct horse");
  });
});
