import { expect, it } from "vitest";
import { s3cmd } from "../../../../../lib/exports/formats/s3cmd.ts";
import { expectCarried } from "../carried.ts";
import { previewOf, s3, textOf } from "../exported.ts";
import { expectRefusals, linesOf } from "../ini-lines.ts";

it("writes the file for another service, with buckets in the path", () => {
  expect(textOf(s3cmd, { ...s3, endpointUrl: "http://objects.example.com:8080/" })).toBe(`[default]
access_key = AKIA7
secret_key = correct horse
bucket_location = east-1
host_base = objects.example.com:8080
host_bucket = objects.example.com:8080
use_https = False
`);
});

it("leaves Amazon's hosts to s3cmd", () => {
  expect(textOf(s3cmd, { ...s3, endpointUrl: null, regionName: null })).toBe(`[default]
access_key = AKIA7
secret_key = correct horse
`);
});

it("writes quotes around what begins with one, since s3cmd takes a pair off", () => {
  expect(textOf(s3cmd, { ...s3, secretAccessKey: '"a"' })).toContain('secret_key = ""a""\n');
  expect(textOf(s3cmd, { ...s3, secretAccessKey: 'a"' })).toContain('secret_key = a"\n');
});

it("carries values", () => {
  expectCarried(s3cmd, s3, "secretAccessKey", (texts) =>
    texts.map((text) => linesOf(text).secret_key?.replace(/^"(.*)"$/u, "$1")),
  );
});

it("refuses what s3cmd would change", () => {
  expectRefusals(s3cmd, s3, "secretAccessKey", {
    export_line_break: ["a\nb", "a\rb", "a\u2028b"],
    export_control: ["a\x01b"],
    export_edge_space: [" a", "a\t"],
    export_characters: ["$a", "${a"],
    export_missing: [""],
  });
  expectRefusals(s3cmd, s3, "endpointUrl", {
    export_characters: ["https://example.com/s3", "https://a@example.com", "nothing"],
  });
});

it("has a preview without the secret", () => {
  expect(previewOf(s3cmd, s3)).not.toContain("correct horse");
});
