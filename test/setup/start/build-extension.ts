/** Builds the extension for Chromium, and says nothing unless it fails. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { extensionDirectory, projectFolder } from "./folders.ts";

const WXT = join(projectFolder, "node_modules/wxt/bin/wxt.mjs");

export function buildExtension(): void {
  const build = spawnSync(process.execPath, [WXT, "build"], {
    cwd: projectFolder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  const isBuilt = build.status === 0 && existsSync(join(extensionDirectory, "manifest.json"));
  if (isBuilt) return;
  const output = `${build.stdout ?? ""}${build.stderr ?? ""}${build.error?.message ?? ""}`.trim();
  throw new Error(`${output}\n\nThe extension could not be built: the message of “wxt build” is above.`);
}
