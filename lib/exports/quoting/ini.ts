/** Files of sections with a value on each line, as many tools have them; each reads the values in its own way. */
import type { Role } from "../../credentials/role.ts";
import type { Field } from "../fields.ts";
import { refuse } from "../format.ts";

/** A value as a tool reads it from its line. @throws AppError for one that cannot stand there. */
export type IniQuoting = (value: string, role: Role) => string;

/** Refuses what ends a line for some reader, and the controls besides the tab: editors and terminals lose them. */
export function refuseUnlessOneLine(value: string, role: Role): void {
  if (/[\n\v\f\r\x85\u2028\u2029]/.test(value)) refuse("export_line_break", role);
  if (/[^\P{Cc}\t]/u.test(value)) refuse("export_control", role);
}

/** Whether readers would take off space. Python, Go and JavaScript differ in what they take for it; this is all of it. */
export function hasEdgeSpace(value: string): boolean {
  return /^\s|\s$/u.test(value);
}

/** Two of the readers replace `%(name)s` by the value of that name: Python's notation, which they took over. */
export function hasReference(value: string): boolean {
  return /%\([^)]+\)s/.test(value);
}

export function iniLines(fields: readonly Field[], quote: IniQuoting): string {
  return fields.map(({ key, role, value }) => `${key} = ${quote(value, role)}\n`).join("");
}
