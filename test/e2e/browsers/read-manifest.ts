/** Reads what the harness needs to know from a built extension's manifest. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

export interface BuiltManifest {
  name: string;
  action?: { default_popup?: string };
  browser_specific_settings?: { gecko?: { id?: string } };
}

export async function readManifest(extensionDirectory: string): Promise<BuiltManifest> {
  const path = join(extensionDirectory, "manifest.json");
  try {
    return JSON.parse(await readFile(path, "utf8")) as BuiltManifest;
  } catch (cause) {
    throw new Error(`There is no built extension in ${extensionDirectory}: run “npm run build” first.`, { cause });
  }
}
