import { describe, expect, it } from "vitest";
import { terraformAws } from "../../../../../lib/exports/formats/terraform-aws.ts";
import { terraformCloudca } from "../../../../../lib/exports/formats/terraform-cloudca.ts";
import { terraformCloudstack } from "../../../../../lib/exports/formats/terraform-cloudstack.ts";
import { terraformOpenstack } from "../../../../../lib/exports/formats/terraform-openstack.ts";
import { expectCarried } from "../carried.ts";
import { applicationCredential, cloudStack, consoleApiKey, keystoneV3, previewOf, s3, textOf } from "../exported.ts";
import { expectRefusals } from "../ini-lines.ts";

const providers = [
  { format: terraformOpenstack, credentials: keystoneV3, role: "password", key: "password" },
  { format: terraformAws, credentials: s3, role: "secretAccessKey", key: "secret_key" },
  { format: terraformCloudstack, credentials: cloudStack, role: "secretKey", key: "secret_key" },
  { format: terraformCloudca, credentials: consoleApiKey, role: "apiKey", key: "api_key" },
] as const;

/** What Terraform makes of a quoted string: JSON's escapes, and doubled openings of templates. */
function readAsHcl(text: string, key: string): string {
  const quoted = new RegExp(`^  ${key} *= (".*")$`, "mu").exec(text)?.[1] ?? "";
  return JSON.parse(quoted.replaceAll(/\$\$(?=\{)/g, "$").replaceAll(/%%(?=\{)/g, "%"));
}

describe("Terraform", () => {
  it("gets a provider for OpenStack", () => {
    expect(textOf(terraformOpenstack, keystoneV3)).toBe(`terraform {
  required_providers {
    openstack = {
      source = "terraform-provider-openstack/openstack"
    }
  }
}

provider "openstack" {
  auth_url          = "https://auth.example.com/v3"
  region            = "east-1"
  user_name         = "ana"
  user_domain_id    = "default"
  password          = "correct horse"
  tenant_name       = "shop"
  project_domain_id = "default"
}
`);
    expect(textOf(terraformOpenstack, applicationCredential)).toContain(`provider "openstack" {
  auth_url                      = "https://auth.example.com/v3"
  application_credential_id     = "7f3a"
  application_credential_secret = "correct horse"
}
`);
  });

  it("gets a provider for S3, which does not ask Amazon", () => {
    expect(textOf(terraformAws, s3)).toContain(`provider "aws" {
  region                      = "east-1"
  access_key                  = "AKIA7"
  secret_key                  = "correct horse"
  s3_use_path_style           = true
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true

  endpoints {
    s3 = "https://objects.example.com"
  }
}
`);
    expect(textOf(terraformAws, { ...s3, endpointUrl: null, regionName: null })).toContain(`provider "aws" {
  region     = "us-east-1"
  access_key = "AKIA7"
  secret_key = "correct horse"
}
`);
  });

  it("gets providers for CloudStack and for the console", () => {
    expect(textOf(terraformCloudstack, cloudStack)).toContain(`provider "cloudstack" {
  api_url    = "https://compute.example.com/client/api"
  api_key    = "correct horse"
  secret_key = "battery staple"
}
`);
    expect(textOf(terraformCloudca, consoleApiKey)).toContain(`provider "cloudca" {
  api_url = "https://console.example.com/api/v2"
  api_key = "correct-horse"
}
`);
  });

  it.each([
    ["a${b$c", '"a$${b$c"'],
    ["$${a", '"$$${a"'],
    ["%{if}%", '"%%{if}%"'],
    ['"\\\n\r\t', String.raw`"\"\\\n\r\t"`],
    ["\x01\x7f\x85\u2028\ufeff", String.raw`"\u0001\u007f\u0085\u2028\ufeff"`],
    ["é 😀 #", '"é 😀 #"'],
  ])("gets %j as %s", (apiKey, written) => {
    expect(textOf(terraformCloudca, { ...consoleApiKey, apiKey })).toContain(`api_key = ${written}\n`);
  });

  it.each(providers)("$format.id carries values", ({ format, credentials, role, key }) => {
    expectCarried(format, credentials, role, (texts) => texts.map((text) => readAsHcl(text, key)));
  });

  it.each(providers)("$format.id refuses what Terraform would put into form C, and what is empty", (provider) => {
    const { format, credentials, role } = provider;
    expectRefusals(format, credentials, role, { export_characters: ["e\u0301"], export_missing: [""] });
  });

  it.each(providers)("$format.id has a preview without the secret", ({ format, credentials }) => {
    expect(previewOf(format, credentials)).not.toMatch(/correct.horse|battery staple/);
  });
});
