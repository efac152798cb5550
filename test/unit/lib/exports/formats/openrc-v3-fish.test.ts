// @vitest-environment node
import { describe, expect, it } from "vitest";
import { openrcV3Fish } from "../../../../../lib/exports/formats/openrc-v3-fish.ts";
import { expectCarried } from "../carried.ts";
import { fileNameOf, keystoneV3, previewOf, textOf } from "../exported.ts";

describe("an openrc for fish", () => {
  it("has fish's own words", () => {
    const lines = textOf(openrcV3Fish, { ...keystoneV3, password: "it's a \\" }).split("\n");
    expect(lines[0]).toBe("# OpenStack, for: source shop-openrc.fish");
    expect(lines).toContain("set --global --export OS_PASSWORD 'it\\'s a \\\\'");
    expect(lines).toContain("set --erase --global OS_USER_ID OS_USER_DOMAIN_NAME");
  });

  it("carries every value, as fish's documentation reads it", () => {
    const read = (text: string) => {
      const [, quoted = "?"] = /^set --global --export OS_PASSWORD '((?:\\[\\']|[^\\'])*)'$/m.exec(text) ?? [];
      return quoted.replaceAll(/\\([\\'])/g, "$1");
    };
    expectCarried(openrcV3Fish, keystoneV3, "password", (texts) => texts.map(read));
  });

  it("has a name to be saved by, and a preview without secrets", () => {
    expect(fileNameOf(openrcV3Fish, keystoneV3)).toBe("shop-openrc.fish");
    expect(previewOf(openrcV3Fish, keystoneV3)).not.toContain("correct horse");
  });
});
