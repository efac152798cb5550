// @vitest-environment node
import { describe, expect, it } from "vitest";
import { curl } from "../../../../../lib/exports/formats/curl.ts";
import { header } from "../../../../../lib/exports/formats/header.ts";
import { expectCarried, readByShell } from "../carried.ts";
import { consoleApiKey, fileNameOf, previewOf, refusalOf, textOf } from "../exported.ts";

const keyIn = (text: string) => text.replace(/^MC-Api-Key: /, "");
const withKey = (apiKey: string) => ({ ...consoleApiKey, apiKey });

const curlThatPrints = `curl() { for argument in "$@"; do printf '%s\\0' "$argument"; done; }`;

describe.each([header, curl])("$id", (format) => {
  it.each([
    ["", "export_missing"],
    ["a\nb", "export_line_break"],
    ["a\rb", "export_line_break"],
    ["a\u001bb", "export_control"],
    ["a\u007fb", "export_control"],
    [" a", "export_edge_space"],
    ["a ", "export_edge_space"],
    ["ñandú", "export_characters"],
    ["🔑", "export_characters"],
  ])("refuses the key %j: no header carries it", (key, kind) => {
    expect(refusalOf(format, withKey(key))).toEqual([kind, "apiKey"]);
  });

  it("is no file, and shows no secret in its preview", () => {
    expect(fileNameOf(format, consoleApiKey)).toBeNull();
    expect(previewOf(format, consoleApiKey)).not.toContain("correct-horse");
    expect(previewOf(format, consoleApiKey)).toContain("MC-Api-Key: ********");
  });
});

describe("a header", () => {
  it("is the one of the consoles’ reference", () => {
    expect(textOf(header, consoleApiKey)).toBe("MC-Api-Key: correct-horse");
  });

  it("carries every value that it does not refuse", () => {
    expectCarried(header, consoleApiKey, "apiKey", (texts) => texts.map(keyIn));
  });
});

describe("a curl command", () => {
  it("asks for what any key may see", () => {
    expect(textOf(curl, consoleApiKey)).toBe(
      "curl --header 'MC-Api-Key: correct-horse' 'https://console.example.com/api/v2/environments'",
    );
  });

  it("carries every key that it does not refuse", () => {
    const headers = (commands: readonly string[]) =>
      readByShell(commands, curlThatPrints).filter((argument) => argument.startsWith("MC-Api-Key: "));
    expectCarried(curl, consoleApiKey, "apiKey", (commands) => headers(commands).map(keyIn));
  });

  it.each([
    ["https://console.example.com/it's/$HOME", null],
    ["https://[2001:db8::1]:8443/api/v2", null],
    ["https://console.example.com/a[1-9]", "export_characters"],
    ["https://console.example.com/{a,b}", "export_characters"],
    ["--output=/etc/passwd", "export_characters"],
    ["", "export_characters"],
    ["https://console.example.com/\t", "export_control"],
  ])("takes the address %j, or refuses it: %s", (apiUrl, kind) => {
    expect(refusalOf(curl, { ...consoleApiKey, apiUrl })).toEqual(kind === null ? null : [kind, "apiUrl"]);
    if (kind === null)
      expect(readByShell([textOf(curl, { ...consoleApiKey, apiUrl })], curlThatPrints)[2]).toBe(
        `${apiUrl}/environments`,
      );
  });

  it("refuses what a terminal would act on, also where HTTP would carry it", () => {
    expect(refusalOf(curl, withKey("a\tb"))).toEqual(["export_control", "apiKey"]);
    expect(refusalOf(header, withKey("a\tb"))).toBeNull();
  });
});
