import { expect, it } from "vitest";
import { cloudmonkey } from "../../../../../lib/exports/formats/cloudmonkey.ts";
import { expectCarried } from "../carried.ts";
import { cloudStack, previewOf, textOf } from "../exported.ts";
import { expectRefusals, linesOf } from "../ini-lines.ts";

it("writes the whole file, or certificates would not be checked", () => {
  expect(textOf(cloudmonkey, cloudStack)).toBe(`prompt = 🐱
asyncblock = true
timeout = 1800
output = json
verifycert = true
profile = shop
autocomplete = true

[shop]
url = https://compute.example.com/client/api
apikey = correct horse
secretkey = battery staple
`);
});

it.each([
  ["a`b", '"""a`b"""'],
  [" a ", '" a "'],
  ['"a', '"a'],
  ['"a"b"', '"a"b"'],
  ["#a;b", "#a;b"],
  ["a\\b", "a\\b"],
])("writes %s as %s", (secretKey, written) => {
  expect(textOf(cloudmonkey, { ...cloudStack, secretKey })).toContain(`\nsecretkey = ${written}\n`);
});

it("carries values", () => {
  expectCarried(cloudmonkey, cloudStack, "secretKey", (texts) =>
    texts.map((text) => {
      const written = linesOf(text).secretkey ?? "";
      return /^"""(.*)"""$/u.exec(written)?.[1] ?? /^"([^"]*)"$/u.exec(written)?.[1] ?? written;
    }),
  );
});

it("refuses what go-ini would change, at once or when it writes the file", () => {
  expectRefusals(cloudmonkey, cloudStack, "secretKey", {
    export_line_break: ["a\nb", "a\rb", "a\x85b"],
    export_control: ["a\x01b"],
    export_edge_space: [' "a'],
    export_quotes: ['"a"', "'a'", "''", '"""a'],
    // go-ini leaves a byte order mark as it is, and with it the backslash at the end
    export_characters: ["a%(b)s", "a\\", "\ufeff\\"],
    export_missing: [""],
  });
});

it("has a preview without the secrets", () => {
  expect(previewOf(cloudmonkey, cloudStack)).not.toMatch(/correct horse|battery staple/);
});
