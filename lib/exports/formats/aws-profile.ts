/** A profile of the AWS CLI and of Amazon's SDKs, which also go to other S3 services since they know `endpoint_url`. */
import { type S3, valuesOf } from "../../credentials/credentials.ts";
import type { Role } from "../../credentials/role.ts";
import { fieldsOf } from "../fields.ts";
import { defineFormat, refuse } from "../format.ts";
import { hasEdgeSpace, iniLines, refuseUnlessOneLine } from "../quoting/ini.ts";

export const awsProfile = defineFormat({
  id: "aws-profile",
  name: { en: "AWS profile", es: "Perfil de AWS", fr: "Profil AWS" },
  kinds: ["s3"],
  source: "https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html",
  write: (credentials, { name }) => [
    { name: "credentials", place: "~/.aws/credentials", text: `[${name}]\n${keysOf(credentials)}` },
    {
      name: "config",
      place: "~/.aws/config",
      text: `[${name === "default" ? name : `profile ${name}`}]\n${settingsOf(credentials)}`,
    },
  ],
});

function keysOf(credentials: S3): string {
  const fields = fieldsOf(valuesOf(credentials), [
    ["aws_access_key_id", "accessKeyId"],
    ["aws_secret_access_key", "secretAccessKey"],
  ]);
  return iniLines(fields, refuseAmbiguous);
}

function settingsOf(credentials: S3): string {
  const fields = fieldsOf(valuesOf({ ...credentials, regionName: credentials.regionName ?? "us-east-1" }), [
    ["region", "regionName"],
    ["endpoint_url", "endpointUrl"],
  ]);
  return iniLines(fields, refuseAmbiguous) + (credentials.endpointUrl === null ? "" : forOthers);
}

/**
 * Others than Amazon seldom have a name for each bucket, and many refuse the checksums that SDKs send since 2025.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-dataintegrity.html
 */
const forOthers = `request_checksum_calculation = when_required
response_checksum_validation = when_required
s3 =
  addressing_style = path
`;

/**
 * The format has no quoting, and its readers do not agree. SDKs for JavaScript and Go end a value at a space and `#` or
 * `;`, the CLI does not; the one for Go takes off quotes and reads `\"`, `\'` and `\n`.
 * https://github.com/smithy-lang/smithy-typescript/blob/main/packages/shared-ini-file-loader/src/parseIni.ts
 * https://github.com/aws/aws-sdk-go-v2/blob/main/internal/ini/strings.go
 */
function refuseAmbiguous(value: string, role: Role): string {
  refuseUnlessOneLine(value, role);
  if (hasEdgeSpace(value)) refuse("export_edge_space", role);
  if (/^(["']).*\1$/u.test(value)) refuse("export_quotes", role);
  if (/(^|\s)[#;]|\\["'n]/u.test(value)) refuse("export_characters", role);
  return value;
}
