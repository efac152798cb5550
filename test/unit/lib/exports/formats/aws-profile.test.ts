import { expect, it } from "vitest";
import { writeExport } from "../../../../../lib/exports/format.ts";
import { awsProfile } from "../../../../../lib/exports/formats/aws-profile.ts";
import { expectCarried } from "../carried.ts";
import { previewOf, refusalOf, s3, textOf } from "../exported.ts";
import { expectRefusals, linesOf } from "../ini-lines.ts";

it("writes a profile of another S3 service", () => {
  expect(writeExport(awsProfile, s3, { name: "shop" })).toEqual([
    {
      name: "credentials",
      place: "~/.aws/credentials",
      text: `[shop]
aws_access_key_id = AKIA7
aws_secret_access_key = correct horse
`,
    },
    {
      name: "config",
      place: "~/.aws/config",
      text: `[profile shop]
region = east-1
endpoint_url = https://objects.example.com
request_checksum_calculation = when_required
response_checksum_validation = when_required
s3 =
  addressing_style = path
`,
    },
  ]);
});

it("leaves Amazon's own as it is, in the region that it takes by itself", () => {
  const [, config] = writeExport(awsProfile, { ...s3, endpointUrl: null, regionName: null }, { name: "default" });
  expect(config?.text).toBe("[default]\nregion = us-east-1\n");
});

it("carries values as a plain reader of lines sees them", () => {
  expectCarried(awsProfile, s3, "secretAccessKey", (texts) => texts.map((text) => linesOf(text).aws_secret_access_key));
});

it("refuses what one reader or another would change", () => {
  expectRefusals(awsProfile, s3, "secretAccessKey", {
    export_line_break: ["a\nb", "a\rb", "a\vb", "a\fb", "a\x85b", "a\u2028b", "a\u2029b"],
    export_control: ["a\x01b", "a\x1bb", "a\x1cb", "a\x7fb"],
    export_edge_space: [" a", "a ", "\ta", "a\u00a0", "\ufeffa"],
    export_quotes: ['"a"', "'a'", '""'],
    export_characters: ["#a", ";a", "a #b", "a\t;b", "a\u00a0#b", String.raw`a\"b`, String.raw`a\'b`, String.raw`a\nb`],
    export_missing: [""],
  });
});

it.each(["a#b", "a;b", '"a', "a'", "=a", "[a]", "%(a)s", "${a", "a\\", "`a`", "a: b", "é😀", "a\tb"])(
  "does not refuse %j",
  (secretAccessKey) => {
    expect(refusalOf(awsProfile, { ...s3, secretAccessKey })).toBeNull();
    expect(textOf(awsProfile, { ...s3, secretAccessKey })).toContain(` = ${secretAccessKey}\n`);
  },
);

it("has a preview without the secret", () => {
  expect(previewOf(awsProfile, s3)).not.toContain("correct horse");
});
