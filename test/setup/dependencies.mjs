/**
 * Keeps node_modules in step with the lock file, and makes sure of the Node in it.
 *
 * Plain JavaScript with nothing but Node's own modules: it runs before the dependencies are installed.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Node 24 runs TypeScript files as they are, which the scripts of package.json rely on. */
const NODE_FOR_SCRIPTS = 24;

/** Without the warnings of packages that want the newer Node: the scripts have it, and only npm itself runs without. */
const QUIET = ["--loglevel=error"];

/**
 * Installs the dependencies where they are missing or older than the lock file.
 * @param {string} root the project's folder
 */
export function ensureDependencies(root) {
  const hash = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const stamp = join(root, "node_modules", ".llavero-lock-hash");
  if (read(stamp) === hash) return;
  if (!matchesLock(root)) {
    console.log("Installing the dependencies (npm ci) …");
    npm(root, installCommand(root), "npm could not install the dependencies: its own message is above.");
  }
  ensureNode(root);
  writeFileSync(stamp, hash);
}

/** Whether somebody has already installed just what the lock file says; npm keeps its own copy of what it put there. */
function matchesLock(root) {
  const installed = read(join(root, "node_modules", ".package-lock.json"));
  if (!installed) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(installed).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || optional || present[path]?.version === version,
  );
}

/** Windows cannot delete the program that is running, and `npm ci` begins by deleting node_modules. */
function installCommand(root) {
  const runsFromModules = process.execPath.startsWith(join(root, "node_modules"));
  return process.platform === "win32" && runsFromModules ? ["install", "--no-save", ...QUIET] : ["ci", ...QUIET];
}

function ensureNode(root) {
  if (nodeForScripts(root) >= NODE_FOR_SCRIPTS) return;
  console.log("The Node for the scripts is missing: its install script was not run. Running it …");
  npm(
    root,
    ["rebuild", "node", "--ignore-scripts=false"],
    "npm could not repair the package “node”: its own message is above.",
  );
  if (nodeForScripts(root) >= NODE_FOR_SCRIPTS) return;
  throw new Error(
    `The scripts need Node ${NODE_FOR_SCRIPTS}, which the package “node” installs with a script that npm did not run. ` +
      "Allow it with “npm approve-scripts node”, then run “npm rebuild node”; " +
      `or install Node ${NODE_FOR_SCRIPTS} or newer yourself.`,
  );
}

/** The major version of the Node that npm's scripts get, which is the one in node_modules wherever that exists. */
function nodeForScripts(root) {
  const PATH = join(root, "node_modules", ".bin") + delimiter + (process.env.PATH ?? "");
  const { stdout } = spawnSync("node --version", { env: { ...process.env, PATH }, encoding: "utf8", shell: true });
  return Number(/^v(\d+)/.exec(stdout ?? "")?.[1] ?? 0);
}

/** Runs the npm that runs us, under its own Node: the one in node_modules may be about to be replaced. */
function npm(root, args, failure) {
  const { npm_node_execpath: node, npm_execpath: cli } = process.env;
  const options = { cwd: root, stdio: "inherit" };
  const { status } =
    node && cli && !node.startsWith(join(root, "node_modules"))
      ? spawnSync(node, [cli, ...args], options)
      : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (status !== 0) throw new Error(failure);
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined; // Not there yet.
  }
}
