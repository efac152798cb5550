/** Many awkward values through a format and a reader: for the tests of formats. */
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect } from "vitest";
import type { Credentials } from "../../../../lib/credentials/credentials.ts";
import type { Role } from "../../../../lib/credentials/role.ts";
import type { Format } from "../../../../lib/exports/format.ts";
import { awkwardValue, longValue } from "../../../fakes/awkward-values.ts";
import { refusalOf, textOf } from "./exported.ts";

/** Puts 1,000 values in the place of one of a role, and looks at what is read of those that are not refused. */
export function expectCarried(
  format: Format,
  credentials: Credentials,
  role: Role,
  readAll: (texts: readonly string[]) => readonly unknown[],
): void {
  const values = fc.sample(fc.oneof({ weight: 30, arbitrary: awkwardValue }, longValue), 1000);
  const carried = values.filter((value) => refusalOf(format, { ...credentials, [role]: value }) === null);
  // a format that refuses everything would be right too
  expect(carried.length).toBeGreaterThan(200);
  const read = readAll(carried.map((value) => textOf(format, { ...credentials, [role]: value })));
  expect(read).toHaveLength(carried.length);
  carried.forEach((value, index) => {
    expect(read[index]).toBe(value);
  });
}

/** What `sh` prints for many scripts, with a NUL after each answer; it is started once. */
export function readByShell(scripts: readonly string[], prelude = ""): readonly string[] {
  const input = [prelude, ...scripts].join("\n");
  const out = execFileSync("sh", { input, encoding: "utf8", maxBuffer: 1 << 28 });
  return out.split("\0").slice(0, -1);
}

/** Strings of Python that were written from JSON's escapes; Python itself reads them in test/openstack. */
export function pythonStrings(texts: readonly string[], name: string): readonly unknown[] {
  const literal = new RegExp(`^ {4}${name}=("(?:[^"\\\\]|\\\\.)*"),$`, "m");
  return texts.map((text) => JSON.parse(literal.exec(text)?.[1] ?? "null"));
}
