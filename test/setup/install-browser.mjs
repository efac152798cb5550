/**
 * Gets a browser where the machine has none: from Debian's packages, else as a download of its makers.
 *
 * Plain JavaScript with nothing but Node's own modules, like the rest of what runs before the dependencies are there.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, realpathSync } from "node:fs";
import { downloadFolder, findChromium, findFirefox, howToInstall } from "./find-browser.mjs";

const FIND = { chromium: findChromium, firefox: findFirefox };
const DOWNLOAD = { chromium: "chrome@stable", firefox: "firefox@stable" };

/** Debian's Chromium speaks only English without its other package. */
const PACKAGES = { chromium: ["chromium", "chromium-l10n"], firefox: ["firefox-esr"] };
const DEBIAN_CHROMIUM = "/usr/bin/chromium";
const SPANISH = "/usr/lib/chromium/locales/es.pak";

/** Without these, screenshots show empty boxes in place of letters and symbols. */
const FONTS = ["fonts-dejavu-core", "fonts-noto-color-emoji"];

/**
 * Makes sure that these browsers can be started, or throws an error that says what to install.
 * @param {("chromium" | "firefox")[]} kinds
 */
export function ensureBrowsers(kinds) {
  const packages = missingPackages(kinds);
  if (packages.length > 0 && isRoot() && isDebian()) installPackages(packages);
  for (const kind of without(kinds)) download(kind);
  const missing = without(kinds);
  if (missing.length > 0) throw new Error(missing.map(howToInstall).join("\n"));
}

function without(kinds) {
  return kinds.filter((kind) => !FIND[kind]());
}

function missingPackages(kinds) {
  const packages = without(kinds).flatMap((kind) => PACKAGES[kind]);
  if (packages.length > 0) return [...packages, ...FONTS];
  return lacksLanguages(findChromium()) ? ["chromium-l10n"] : [];
}

function lacksLanguages(chromium) {
  return chromium !== undefined && realpathSync(chromium) === DEBIAN_CHROMIUM && !existsSync(SPANISH);
}

function installPackages(packages) {
  console.log(`Installing ${packages.join(", ")} (apt-get) …`);
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages]);
}

function download(kind) {
  const folder = downloadFolder();
  console.log(`Downloading ${DOWNLOAD[kind]} into ${folder} …`);
  mkdirSync(folder, { recursive: true });
  const system = kind === "chromium" && process.platform === "linux" && isRoot() ? ["--install-deps"] : [];
  run("npx", ["--yes", "@puppeteer/browsers", "install", DOWNLOAD[kind], "--path", folder, ...system]);
}

/** Failures are not reported here: the next way is tried, and what counts in the end is whether a browser was found. */
function run(command, args) {
  spawnSync(command, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    shell: process.platform === "win32",
  });
}

function isRoot() {
  return process.getuid?.() === 0;
}

/** Ubuntu is left out: its packages of these names only install snaps, which the tests cannot drive. */
function isDebian() {
  try {
    const release = readFileSync("/etc/os-release", "utf8");
    return /^ID(_LIKE)?=.*debian/m.test(release) && !/^ID(_LIKE)?=.*ubuntu/m.test(release);
  } catch {
    return false; // Not Linux.
  }
}
