// @vitest-environment node
import { describe, expect, it } from "vitest";
import { openrcV3Powershell } from "../../../../../lib/exports/formats/openrc-v3-powershell.ts";
import { expectCarried } from "../carried.ts";
import { fileNameOf, keystoneV3, previewOf, refusalOf, textOf } from "../exported.ts";

describe("an openrc for PowerShell", () => {
  it("has PowerShell's own words, in ASCII", () => {
    const lines = textOf(openrcV3Powershell, { ...keystoneV3, password: "it’s 'ñ'\n🔑", username: "it's" }).split("\n");
    expect(lines[0]).toBe("# OpenStack, for: . ./shop-openrc.ps1");
    expect(lines).toContain("$env:OS_USERNAME = 'it''s'");
    const joined = "'it', [char]0x2019, 's ''', [char]0x00F1, '''', [char]0x000A, [char]0xD83D, [char]0xDD11";
    expect(lines).toContain(`$env:OS_PASSWORD = -join (${joined})`);
    expect(lines).toContain("Remove-Item -ErrorAction Ignore -Path Env:OS_USER_ID, Env:OS_USER_DOMAIN_NAME");
  });

  it("carries every value, as PowerShell's documentation reads it", () => {
    const value = (_: string, quoted: string | undefined, char: string | undefined) =>
      quoted?.replaceAll("''", "'") ?? String.fromCharCode(Number(char));
    const read = (text: string) => {
      expect(text).toMatch(/^[\n -~]*$/);
      const [, code = "?"] = /^\$env:OS_PASSWORD = (.*)$/m.exec(text) ?? [];
      const parts = code.startsWith("-join (") ? code.slice("-join (".length, -1) : code;
      return parts.replaceAll(/'((?:''|[^'])*)'(?:, )?|\[char\](0x[\dA-F]{4})(?:, )?/g, value);
    };
    expectCarried(openrcV3Powershell, keystoneV3, "password", (texts) => texts.map(read));
  });

  it("refuses what is empty: older ones would remove the variable", () => {
    expect(refusalOf(openrcV3Powershell, { ...keystoneV3, password: "" })).toEqual(["export_missing", "password"]);
  });

  it("has a name to be saved by, and a preview without secrets", () => {
    expect(fileNameOf(openrcV3Powershell, keystoneV3)).toBe("shop-openrc.ps1");
    expect(previewOf(openrcV3Powershell, keystoneV3)).not.toContain("correct horse");
  });
});
