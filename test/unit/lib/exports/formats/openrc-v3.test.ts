// @vitest-environment node
import { describe, expect, it } from "vitest";
import { openrcV3 } from "../../../../../lib/exports/formats/openrc-v3.ts";
import { expectCarried } from "../carried.ts";
import { applicationCredential, fileNameOf, keystoneV3, previewOf, refusalOf, textOf } from "../exported.ts";
import { environmentAfter, passwords, stale } from "../sourced.ts";

const passwordVariables = {
  OS_AUTH_URL: "https://auth.example.com/v3",
  OS_IDENTITY_API_VERSION: "3",
  OS_PROJECT_NAME: "shop",
  OS_PROJECT_DOMAIN_ID: "default",
  OS_USERNAME: "ana",
  OS_USER_DOMAIN_ID: "default",
  OS_PASSWORD: "correct horse",
  OS_REGION_NAME: "east-1",
};

describe("an openrc of v3", () => {
  it("reads like this", () => {
    expect(textOf(openrcV3, { ...keystoneV3, password: "it's $HOME" })).toBe(
      [
        "# OpenStack, for: . ./shop-openrc.sh",
        "export OS_AUTH_URL='https://auth.example.com/v3'",
        "export OS_IDENTITY_API_VERSION='3'",
        "export OS_PROJECT_NAME='shop'",
        "export OS_PROJECT_DOMAIN_ID='default'",
        "export OS_USERNAME='ana'",
        "export OS_USER_DOMAIN_ID='default'",
        "export OS_PASSWORD='it'\\''s $HOME'",
        "export OS_REGION_NAME='east-1'",
        "",
        "# what another cloud may have left",
        "unset OS_CLOUD OS_AUTH_TYPE OS_AUTH_VERSION",
        "unset OS_TOKEN OS_AUTH_TOKEN OS_URL OS_ENDPOINT OS_STORAGE_URL OS_PASSCODE OS_TRUST_ID",
        "unset OS_USER_ID OS_USER_DOMAIN_NAME",
        "unset OS_PROJECT_ID OS_PROJECT_DOMAIN_NAME",
        "unset OS_TENANT_ID OS_TENANT_NAME OS_DOMAIN_ID OS_DOMAIN_NAME OS_SYSTEM_SCOPE",
        "unset OS_DEFAULT_DOMAIN OS_DEFAULT_DOMAIN_ID OS_DEFAULT_DOMAIN_NAME",
        "unset OS_APPLICATION_CREDENTIAL_ID OS_APPLICATION_CREDENTIAL_NAME OS_APPLICATION_CREDENTIAL_SECRET",
        "unset OS_INTERFACE OS_ENDPOINT_TYPE OS_SERVICE_TYPE",
        "unset ST_AUTH ST_AUTH_VERSION ST_USER ST_KEY",
        "",
      ].join("\n"),
    );
  });

  it("leaves in the shell what it says and nothing of another cloud but how to reach it", () => {
    expect(environmentAfter(textOf(openrcV3, keystoneV3), stale)).toEqual({
      ...passwordVariables,
      OS_CACERT: "/etc/ssl/own.pem",
    });
  });

  it("says how an application credential authenticates, and nothing of a user", () => {
    expect(environmentAfter(textOf(openrcV3, applicationCredential), { OS_USERNAME: "other" })).toEqual({
      OS_AUTH_TYPE: "v3applicationcredential",
      OS_AUTH_URL: "https://auth.example.com/v3",
      OS_IDENTITY_API_VERSION: "3",
      OS_APPLICATION_CREDENTIAL_ID: "7f3a",
      OS_APPLICATION_CREDENTIAL_SECRET: "correct horse",
    });
  });

  it("carries every value, the empty one too", () => {
    expect(environmentAfter(textOf(openrcV3, { ...keystoneV3, password: "" })).OS_PASSWORD).toBe("");
    expectCarried(openrcV3, keystoneV3, "password", passwords);
  });

  it("refuses what no environment holds", () => {
    expect(refusalOf(openrcV3, { ...keystoneV3, password: "a\0b" })).toEqual(["export_control", "password"]);
    expect(refusalOf(openrcV3, { ...keystoneV3, password: "\ud800" })).toEqual(["export_control", "password"]);
    expect(refusalOf(openrcV3, { ...keystoneV3, password: "x".repeat(32_767) })).toEqual([
      "export_too_long",
      "password",
    ]);
    expect(refusalOf(openrcV3, { ...keystoneV3, password: "x".repeat(32_766) })).toBeNull();
  });
});

describe.each([
  [openrcV3, keystoneV3, "shop-openrc.sh"],
  [openrcV3, applicationCredential, "shop-openrc.sh"],
])("%o", (format, credentials, name) => {
  it("has a name to be saved by, and a preview without secrets", () => {
    expect(fileNameOf(format, credentials)).toBe(name);
    expect(previewOf(format, credentials)).not.toContain("correct horse");
  });
});
