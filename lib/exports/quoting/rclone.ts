/** The lines of `rclone.conf`, as goconfig reads them, and writes them again when rclone changes any remote. */
import type { Role } from "../../credentials/role.ts";
import { refuse } from "../format.ts";
import { hasEdgeSpace, hasReference, refuseUnlessOneLine } from "./ini.ts";

/**
 * A reference to a name that cannot be there: it is read as nothing. It keeps spaces from being taken off, and its quote
 * makes goconfig write a backtick again as it can read it, which it otherwise does not.
 */
const nothing = '%(")s';

/**
 * goconfig takes off backticks and three double quotes around a value, and replaces references. It writes three quotes
 * around a value that has both kinds in it, but one, which it will not take off, around one with just a backtick.
 * https://github.com/unknwon/goconfig/blob/master/read.go
 */
export function quoteRclone(value: string, role: Role): string {
  refuseUnlessOneLine(value, role);
  const miswritten = value.includes("`") ? !value.includes('"') : value.startsWith('"""');
  const guarded = miswritten || hasEdgeSpace(value);
  // the opening of a reference would be closed by the guard
  if (hasReference(value) || (guarded && value.includes("%("))) refuse("export_characters", role);
  const kept = guarded ? nothing + value + nothing : value;
  return value.includes("`") ? `"""${kept}"""` : kept;
}
