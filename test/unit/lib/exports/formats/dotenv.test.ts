// @vitest-environment node
import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import type { Credentials } from "../../../../../lib/credentials/credentials.ts";
import { dotenv } from "../../../../../lib/exports/formats/dotenv.ts";
import { expectCarried, readByShell } from "../carried.ts";
import {
  applicationCredential,
  cloudStack,
  consoleApiKey,
  fileNameOf,
  keystoneV2,
  keystoneV3,
  previewOf,
  refusalOf,
  s3,
  textOf,
} from "../exported.ts";

const written = (apiKey: string) => textOf(dotenv, { ...consoleApiKey, apiKey });
const refused = (apiKey: string) => refusalOf(dotenv, { ...consoleApiKey, apiKey });

describe("a .env file", () => {
  it.each<[Credentials, Record<string, string>]>([
    [
      keystoneV3,
      {
        OS_AUTH_URL: "https://auth.example.com/v3",
        OS_IDENTITY_API_VERSION: "3",
        OS_PROJECT_NAME: "shop",
        OS_PROJECT_DOMAIN_ID: "default",
        OS_USERNAME: "ana",
        OS_USER_DOMAIN_ID: "default",
        OS_PASSWORD: "correct horse",
        OS_REGION_NAME: "east-1",
      },
    ],
    [
      applicationCredential,
      {
        OS_AUTH_TYPE: "v3applicationcredential",
        OS_AUTH_URL: "https://auth.example.com/v3",
        OS_IDENTITY_API_VERSION: "3",
        OS_APPLICATION_CREDENTIAL_ID: "7f3a",
        OS_APPLICATION_CREDENTIAL_SECRET: "correct horse",
      },
    ],
    [
      keystoneV2,
      {
        OS_AUTH_URL: "https://auth.example.com/v2.0",
        OS_IDENTITY_API_VERSION: "2.0",
        OS_TENANT_NAME: "shop",
        OS_USERNAME: "ana",
        OS_PASSWORD: "correct horse",
      },
    ],
    [
      s3,
      {
        AWS_ENDPOINT_URL_S3: "https://objects.example.com",
        AWS_ACCESS_KEY_ID: "AKIA7",
        AWS_SECRET_ACCESS_KEY: "correct horse",
        AWS_REGION: "east-1",
        AWS_DEFAULT_REGION: "east-1",
      },
    ],
    [
      cloudStack,
      {
        CLOUDSTACK_API_URL: "https://compute.example.com/client/api",
        CLOUDSTACK_API_KEY: "correct horse",
        CLOUDSTACK_SECRET_KEY: "battery staple",
        CLOUDSTACK_PROJECT: "5b1e",
      },
    ],
    [consoleApiKey, { MC_API_KEY: "correct-horse" }],
  ])("holds the variables of its tools: %j", (credentials, variables) => {
    expect(parseEnv(textOf(dotenv, credentials))).toEqual(variables);
    expect(fileNameOf(dotenv, credentials)).toBe("shop.env");
    expect(previewOf(dotenv, credentials)).not.toMatch(/correct.horse|battery staple/);
  });

  it.each([
    ["plain", "MC_API_KEY='plain'\n"],
    ["", "MC_API_KEY=''\n"],
    [' $HOME `x` "y" # z ', "MC_API_KEY=' $HOME `x` \"y\" # z '\n"],
    ["C:\\new", "MC_API_KEY='C:\\new'\n"],
    ["one\ntwo", "MC_API_KEY='one\ntwo'\n"],
    ["it's", 'MC_API_KEY="it\'s"\n'],
  ])("quotes %j as %j", (value, text) => {
    expect(written(value)).toBe(text);
  });

  it.each([
    ["a\rb", "export_line_break"],
    ['it\'s "this"', "export_quotes"],
    ["it's `this`", "export_quotes"],
    ["it's $5", "export_characters"],
    ["it's a \\", "export_characters"],
    ["two \\\\", "export_characters"],
    ["ends in \\", "export_characters"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a value
    ["${HOME}", "export_characters"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a value
    ["${a:-b}", "export_characters"],
  ])("refuses %j, which its readers read differently", (value, kind) => {
    expect(refused(value)).toEqual([kind, "apiKey"]);
  });

  it("is read by Node as it is meant", () => {
    expectCarried(dotenv, consoleApiKey, "apiKey", (texts) => texts.map((text) => parseEnv(text).MC_API_KEY));
  });

  it("is read by a shell as it is meant", () => {
    const print = (text: string) => `${text}printf '%s\\0' "$MC_API_KEY"`;
    expectCarried(dotenv, consoleApiKey, "apiKey", (texts) => readByShell(texts.map(print)));
  });
});
