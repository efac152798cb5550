/** Notes which tool proved which format, as tests pass; at the end of a run that is a table, for the README. */
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CredentialKind } from "../../lib/credentials/credentials.ts";
import type { Format } from "../../lib/exports/format.ts";
import { formats } from "../../lib/exports/formats.ts";
import { isTool, type Tool, versionOf } from "./tools.ts";

/**
 * `used`: it did its work at the real cloud with what the popup exported; `recorded`: at an endpoint that only records;
 * `read`: it read thousands of awkward values as they were written.
 */
export type Way = "used" | "recorded" | "read";

const folder = join(import.meta.dirname, "../../.output/openstack");
const notes = join(folder, "proof.jsonl");
const table = join(folder, "proof.md");

/** To be called where everything about it has been expected. */
export function proven(way: Way, { id }: Format, ...tools: readonly Tool[]): void {
  mkdirSync(folder, { recursive: true });
  for (const tool of tools) appendFileSync(notes, `${JSON.stringify([way, id, tool])}\n`);
}

/** Whether it was used, or recorded, so far in this run. */
export function isProven(id: string): boolean {
  return readNotes().some(([way, format]) => way !== "read" && format === id);
}

export function forgetProof(): void {
  rmSync(notes, { force: true });
}

/** Writes the table of what was proven since it was forgotten, and gives it; nothing for a run without exports. */
export function writeProof(): string | null {
  const proof = readNotes();
  if (proof.length === 0) return null;
  const rows = formats.map((format) => {
    const by = (...ways: readonly Way[]) =>
      toolsOf(proof.filter(([way, id]) => ways.includes(way) && id === format.id));
    const recorded = by("recorded").map((tool) => `${tool}, recorded endpoint`);
    return [nameOf(format), kindsOf(format), [...by("used"), ...recorded].join("; "), by("read").join("; ")];
  });
  const head = ["Format", "For", "Used by", "Read back by"];
  const lines = [head, head.map(() => "---"), ...rows].map(
    (cells) => `| ${cells.map((cell) => cell || "—").join(" | ")} |`,
  );
  const text = `${lines.join("\n")}\n`;
  writeFileSync(table, text);
  return text;
}

type Note = readonly [way: Way, format: string, tool: string];

function readNotes(): readonly Note[] {
  try {
    const lines = readFileSync(notes, "utf8").split("\n").filter(Boolean);
    return lines.map((line) => JSON.parse(line) as Note);
  } catch {
    return [];
  }
}

function toolsOf(proof: readonly Note[]): readonly string[] {
  const names = new Set(proof.map(([, , tool]) => tool));
  return [...names]
    .filter(isTool)
    .sort()
    .map((tool) => [tool, versionOf(tool)].filter(Boolean).join(" "));
}

const kinds: Readonly<Record<CredentialKind, string>> = {
  keystoneV3: "Keystone v3",
  keystoneApplicationCredential: "application credential",
  keystoneV2: "Keystone v2.0",
  s3: "S3",
  cloudStack: "CloudStack",
  consoleApiKey: "API key",
};

function kindsOf(format: Format): string {
  return format.kinds.map((kind) => kinds[kind]).join(", ");
}

function nameOf({ name, kinds: [kind] }: Format): string {
  const plain = typeof name === "string" ? name : name.en;
  // the one name that two formats have
  return kind === "keystoneV2" && !plain.includes("2.0") ? `${plain}, v2.0` : plain;
}
