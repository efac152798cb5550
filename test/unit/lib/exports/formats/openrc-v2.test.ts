// @vitest-environment node
import { describe, expect, it } from "vitest";
import { openrcV2 } from "../../../../../lib/exports/formats/openrc-v2.ts";
import { expectCarried } from "../carried.ts";
import { fileNameOf, keystoneV2, previewOf, textOf } from "../exported.ts";
import { environmentAfter, passwords, stale } from "../sourced.ts";

describe("an openrc of v2.0", () => {
  it("speaks of tenants, and says that it is deprecated", () => {
    const text = textOf(openrcV2, keystoneV2);
    expect(text).toContain("# Version 2.0 of the Identity API is deprecated;");
    expect(environmentAfter(text, stale)).toEqual({
      OS_AUTH_URL: "https://auth.example.com/v2.0",
      OS_IDENTITY_API_VERSION: "2.0",
      OS_TENANT_NAME: "shop",
      OS_USERNAME: "ana",
      OS_PASSWORD: "correct horse",
      OS_CACERT: "/etc/ssl/own.pem",
    });
  });

  it("carries every value", () => {
    expectCarried(openrcV2, keystoneV2, "password", passwords);
  });

  it("has a name to be saved by, and a preview without secrets", () => {
    expect(fileNameOf(openrcV2, keystoneV2)).toBe("shop-openrc-v2.sh");
    expect(previewOf(openrcV2, keystoneV2)).not.toContain("correct horse");
  });
});
