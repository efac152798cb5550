/** What the topics of the exports' tests are about: credentials that the sandbox hands out, and how they are taken. */
import { expect } from "vitest";
import type { CredentialKind } from "../../../lib/credentials/credentials.ts";
import type { Format } from "../../../lib/exports/format.ts";
import type { SwiftClient } from "../swift-client.ts";
import { ToolHome, type ToolOptions, type ToolResult } from "../tool-home.ts";
import type { ExportedFile, Exporter } from "./exporter.ts";

export interface Subject {
  readonly kind: CredentialKind;
  /** Whose token, for which project: in the order in which `openstack` prints them. */
  readonly projectId: string;
  readonly userId: string;
  /** Another client, of the same project. */
  readonly swift: () => SwiftClient;
  readonly exporter: () => Exporter;
  /** Makes names of containers its own. */
  readonly id: string;
}

export const objectName = "an object.txt";
export const objectText = "stored ñ and read back\n";

/** Where the files go: to the place that the dialog names, and otherwise to where one is. */
export function placed(files: readonly ExportedFile[]): Record<string, string> {
  return Object.fromEntries(
    files.flatMap(({ name, place, text }) => {
      if (place !== null && !place.startsWith("~/")) throw new Error(`${place} is not in the home folder.`);
      const path = place?.slice("~/".length) ?? name;
      return path === null ? [] : [[path, text]];
    }),
  );
}

/** Takes an export, and puts it unchanged into a new home, beside an object to store. */
export async function homeWith({ exporter, kind }: Subject, format: Format): Promise<[ToolHome, ...ExportedFile[]]> {
  const files = await exporter().take(kind, format);
  return [await ToolHome.create({ [objectName]: objectText, ...placed(files) }), ...files];
}

/** What a command printed that has to succeed. */
export function printed({ status, stdout, stderr }: ToolResult): string {
  expect(status, `${stdout}\n${stderr}`).toBe(0);
  return stdout;
}

/** What a script in bash printed, which ends at its first failure. */
export async function outputOf(home: ToolHome, script: string, options: ToolOptions = {}): Promise<string> {
  return printed(await home.bash(`set -e\n${script}`, { timeout: 60_000, ...options }));
}
