/**
 * Makes a fresh checkout ready to run: dependencies, the Node that the scripts use, and a browser.
 *
 * npm calls it before `start` and `test`. When there is nothing to do, it does nothing, and quickly.
 * With `--firefox`, Firefox is looked for as well.
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const OLDEST_NODE = 20;
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

try {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    throw new Error(`Llavero needs Node ${OLDEST_NODE} or newer, and this is Node ${process.versions.node}.`);
  }
  // Imported only now, since an older Node might not even be able to read them.
  const { ensureDependencies } = await import("./dependencies.mjs");
  const { ensureBrowsers } = await import("./install-browser.mjs");
  ensureDependencies(root);
  ensureBrowsers(process.argv.includes("--firefox") ? ["chromium", "firefox"] : ["chromium"]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
