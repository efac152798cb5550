/** s3cmd's own file, which holds one account. */
import { type S3, valuesOf } from "../../credentials/credentials.ts";
import type { Role } from "../../credentials/role.ts";
import { fieldsOf } from "../fields.ts";
import { defineFormat, refuse } from "../format.ts";
import { hasEdgeSpace, iniLines, refuseUnlessOneLine } from "../quoting/ini.ts";

export const s3cmd = defineFormat({
  id: "s3cmd",
  name: "s3cmd",
  kinds: ["s3"],
  source: "https://s3tools.org/kb/item14.htm",
  write: (credentials) => {
    const fields = fieldsOf(valuesOf(credentials), [
      ["access_key", "accessKeyId"],
      ["secret_key", "secretAccessKey"],
      ["bucket_location", "regionName"],
    ]);
    const text = `[default]\n${iniLines(fields, quote)}${hostOf(credentials)}`;
    return [{ name: "s3cfg", place: "~/.s3cfg", text }];
  },
});

/** s3cmd knows hosts, not addresses. One without `%(bucket)s` for buckets makes it put them into the path. */
function hostOf({ endpointUrl }: S3): string {
  if (endpointUrl === null) return "";
  const url = URL.parse(endpointUrl);
  if (url === null || url.href !== `${url.origin}/`) refuse("export_characters", "endpointUrl");
  const https = url.protocol === "https:" ? "True" : "False";
  return `host_base = ${url.host}\nhost_bucket = ${url.host}\nuse_https = ${https}\n`;
}

/**
 * s3cmd takes off one pair of double quotes, then space, and then takes what begins with `$` for a variable's name.
 * https://github.com/s3tools/s3cmd/blob/master/S3/Config.py
 */
function quote(value: string, role: Role): string {
  refuseUnlessOneLine(value, role);
  if (hasEdgeSpace(value)) refuse("export_edge_space", role);
  if (value.startsWith("$")) refuse("export_characters", role);
  return value.startsWith('"') ? `"${value}"` : value;
}
