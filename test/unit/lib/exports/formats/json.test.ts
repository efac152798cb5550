// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { Credentials } from "../../../../../lib/credentials/credentials.ts";
import { json } from "../../../../../lib/exports/formats/json.ts";
import { expectCarried } from "../carried.ts";
import {
  applicationCredential,
  cloudStack,
  consoleApiKey,
  fileNameOf,
  keystoneV2,
  keystoneV3,
  previewOf,
  s3,
  textOf,
} from "../exported.ts";

describe("JSON", () => {
  it("has the roles as keys, nothing of what is not known, and other alphabets as they are", () => {
    expect(textOf(json, { ...s3, regionName: null, accessKeyId: "ñ🔑" })).toBe(
      [
        "{",
        '  "kind": "s3",',
        '  "endpointUrl": "https://objects.example.com",',
        '  "accessKeyId": "ñ🔑",',
        '  "secretAccessKey": "correct horse"',
        "}",
        "",
      ].join("\n"),
    );
  });

  it.each<Credentials>([keystoneV3, applicationCredential, keystoneV2, s3, cloudStack, consoleApiKey])(
    "holds credentials of every kind: %j",
    (credentials) => {
      const known = Object.entries(credentials).filter(([, value]) => value !== null);
      expect(JSON.parse(textOf(json, credentials))).toEqual(Object.fromEntries(known));
      expect(fileNameOf(json, credentials)).toBe("shop.json");
      expect(previewOf(json, credentials)).not.toMatch(/correct.horse|battery staple/);
    },
  );

  it("carries every value", () => {
    expectCarried(json, s3, "secretAccessKey", (texts) => texts.map((text) => JSON.parse(text).secretAccessKey));
  });
});
