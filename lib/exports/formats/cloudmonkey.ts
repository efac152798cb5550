/** The file of CloudStack's CLI, CloudMonkey 6 (`cmk`). */
import { valuesOf } from "../../credentials/credentials.ts";
import type { Role } from "../../credentials/role.ts";
import { fieldsOf } from "../fields.ts";
import { defineFormat, refuse } from "../format.ts";
import { hasEdgeSpace, hasReference, iniLines, refuseUnlessOneLine } from "../quoting/ini.ts";

/**
 * The whole file and not the profile alone: what is missing of these, `cmk` takes for zero, no, or empty, and would not
 * check certificates. They are its defaults. https://github.com/apache/cloudstack-cloudmonkey/blob/main/config/config.go
 */
const core = (profile: string) => `prompt = 🐱
asyncblock = true
timeout = 1800
output = json
verifycert = true
profile = ${profile}
autocomplete = true
`;

export const cloudmonkey = defineFormat({
  id: "cloudmonkey",
  name: "CloudMonkey",
  kinds: ["cloudStack"],
  source: "https://github.com/apache/cloudstack-cloudmonkey/wiki/Getting-Started",
  write: (credentials, { name }) => {
    const fields = fieldsOf(valuesOf(credentials), [
      ["url", "apiUrl"],
      ["apikey", "apiKey"],
      ["secretkey", "secretKey"],
    ]);
    const text = `${core(name)}\n[${name}]\n${iniLines(fields, quote)}`;
    return [{ name: "config", place: "~/.cmk/config", text }];
  },
});

/**
 * `cmk` writes its file again each time it runs, so a value has to be one that go-ini reads as it writes it. It writes
 * three quotes around backticks, one around outer spaces, and else nothing; it takes off what looks like quotes, goes on
 * in the next line after a backslash, and replaces references. https://github.com/go-ini/ini/blob/main/file.go
 */
function quote(value: string, role: Role): string {
  refuseUnlessOneLine(value, role);
  if (hasReference(value)) refuse("export_characters", role);
  if (value.includes("`")) return `"""${value}"""`;
  if (value.endsWith("\\")) refuse("export_characters", role);
  if (hasEdgeSpace(value)) return value.includes('"') ? refuse("export_edge_space", role) : `"${value}"`;
  if (/^("""|"[^"]*"$|'[^']*'$)/.test(value)) refuse("export_quotes", role);
  return value;
}
