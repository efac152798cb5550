import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { previewExport, writeExport } from "../../../../../lib/exports/format.ts";
import { cloudsYaml } from "../../../../../lib/exports/formats/clouds-yaml.ts";
import { cloudsYamlSecure } from "../../../../../lib/exports/formats/clouds-yaml-secure.ts";
import { expectCarried } from "../carried.ts";
import { applicationCredential, keystoneV3, previewOf, refusalOf, textOf } from "../exported.ts";

const versions = ["1.1", "1.2"] as const;

describe("clouds.yaml", () => {
  it("holds a password", () => {
    expect(textOf(cloudsYaml, keystoneV3)).toBe(`clouds:
  "shop":
    auth:
      auth_url: "https://auth.example.com/v3"
      username: "ana"
      user_domain_id: "default"
      project_name: "shop"
      project_domain_id: "default"
      password: "correct horse"
    region_name: "east-1"
    interface: "public"
    identity_api_version: 3
`);
  });

  it("holds an application credential, by its id alone", () => {
    expect(textOf(cloudsYaml, applicationCredential)).toBe(`clouds:
  "shop":
    auth:
      auth_url: "https://auth.example.com/v3"
      application_credential_id: "7f3a"
      application_credential_secret: "correct horse"
    auth_type: "v3applicationcredential"
    interface: "public"
    identity_api_version: 3
`);
  });

  it.each(versions)("carries values as YAML %s reads them", (version) => {
    expectCarried(cloudsYaml, keystoneV3, "password", (texts) =>
      texts.map((text) => parse(text, { version }).clouds.shop.auth.password),
    );
    expectCarried(cloudsYaml, keystoneV3, "projectName", (texts) =>
      texts.map((text) => parse(text, { version }).clouds.shop.auth.project_name),
    );
  });

  it.each(["no", "null", "2026-01-02", "1e3", "007", "-"])("keeps the name %s a name", (name) => {
    const [file] = writeExport(cloudsYaml, keystoneV3, { name });
    expect([
      ...parse(file?.text ?? "", { version: "1.1", mapAsMap: true })
        .get("clouds")
        .keys(),
    ]).toEqual([name]);
  });

  it("has nothing raw that YAML 1.1 takes for a line break or forbids", () => {
    const password = "\x7f\x80\x85\x9f\u2028\u2029\ufeff\ufffe\uffff";
    const text = textOf(cloudsYaml, { ...keystoneV3, password });
    expect(text).toContain(String.raw`password: "\u007f\u0080\u0085\u009f\u2028\u2029\ufeff\ufffe\uffff"`);
  });

  it("refuses braces where openstacksdk fills gaps, and only there", () => {
    expect(refusalOf(cloudsYaml, { ...keystoneV3, regionName: "{east}" })).toEqual(["export_characters", "regionName"]);
    const authUrl = "https://{region}.example.com/v3";
    expect(refusalOf(cloudsYaml, { ...keystoneV3, authUrl })).toEqual(["export_characters", "authUrl"]);
    expect(refusalOf(cloudsYaml, { ...keystoneV3, password: "{east}" })).toBeNull();
  });

  it("refuses what is empty or missing", () => {
    expect(refusalOf(cloudsYaml, { ...keystoneV3, password: "" })).toEqual(["export_missing", "password"]);
    expect(refusalOf(cloudsYaml, { ...keystoneV3, username: null })).toEqual(["export_missing", "username"]);
  });

  it("has a preview without the secret", () => {
    expect(previewOf(cloudsYaml, keystoneV3)).not.toContain("correct horse");
  });
});

describe("clouds.yaml and secure.yaml", () => {
  it("have the secret in the second alone", () => {
    const [open, secure] = writeExport(cloudsYamlSecure, keystoneV3, { name: "shop" });
    expect(open?.name).toBe("clouds.yaml");
    expect(open?.text).toContain(`      username: "ana"\n`);
    expect(open?.text).not.toContain("correct horse");
    expect(secure).toEqual({
      name: "secure.yaml",
      place: "~/.config/openstack/secure.yaml",
      text: `clouds:
  "shop":
    auth:
      password: "correct horse"
`,
    });
  });

  it("are together what the one file is", () => {
    const files = writeExport(cloudsYamlSecure, applicationCredential, { name: "shop" });
    const [open, secure] = files.map(({ text }) => parse(text).clouds.shop);
    const auth = { ...open.auth, ...secure.auth };
    expect({ ...open, auth }).toEqual(parse(textOf(cloudsYaml, applicationCredential)).clouds.shop);
  });

  it("carry values, and mask them in a preview", () => {
    expectCarried(cloudsYamlSecure, keystoneV3, "password", (texts) =>
      texts.map((text) => parse(`clouds:${text.split("clouds:")[2]}`, { version: "1.1" }).clouds.shop.auth.password),
    );
    const [, secure] = previewExport(cloudsYamlSecure, keystoneV3, { name: "shop" });
    expect(secure?.text).toMatch(/password: "(.)\1+"\n/u);
  });
});
