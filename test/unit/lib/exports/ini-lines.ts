/** For the tests of formats that have a value on each line and hardly any quoting. */
import { expect } from "vitest";
import type { Credentials } from "../../../../lib/credentials/credentials.ts";
import type { Role } from "../../../../lib/credentials/role.ts";
import type { Format, Refusal } from "../../../../lib/exports/format.ts";
import { refusalOf } from "./exported.ts";

/** Names and values as they stand there; the last wins. Whatever ends a line for any reader ends it here. */
export function linesOf(text: string): Readonly<Record<string, string>> {
  const lines = text.split(/\r\n|[\n\v\f\r\x85\u2028\u2029]/u);
  const pairs = lines.map((line): [string, string] => {
    const at = line.indexOf("=");
    return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  });
  return Object.fromEntries(pairs);
}

export function expectRefusals(
  format: Format,
  credentials: Credentials,
  role: Role,
  expected: Partial<Readonly<Record<Refusal, readonly string[]>>>,
): void {
  for (const [kind, values] of Object.entries(expected)) {
    for (const value of values) {
      expect([value, refusalOf(format, { ...credentials, [role]: value })]).toEqual([value, [kind, role]]);
    }
  }
}
