/**
 * Finds the browsers that this machine already has.
 *
 * Plain JavaScript with nothing but Node's own modules: it also runs before the dependencies are installed.
 */
import { accessSync, closeSync, constants, openSync, readdirSync, readSync, realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** Chromium comes first: Chrome with its own brand refuses more and more ways of loading an extension from a folder. */
const NAMES = {
  chromium: [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "brave-browser",
  ],
  firefox: ["firefox", "firefox-esr"],
};

const MAC_APPLICATIONS = {
  chromium: [
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "Brave Browser.app/Contents/MacOS/Brave Browser",
  ],
  firefox: ["Firefox.app/Contents/MacOS/firefox", "Firefox Developer Edition.app/Contents/MacOS/firefox"],
};

const WINDOWS_PROGRAMS = {
  chromium: [
    "Chromium\\Application\\chrome.exe",
    "Google\\Chrome\\Application\\chrome.exe",
    "Microsoft\\Edge\\Application\\msedge.exe",
    "BraveSoftware\\Brave-Browser\\Application\\brave.exe",
  ],
  firefox: ["Mozilla Firefox\\firefox.exe", "Firefox Developer Edition\\firefox.exe"],
};

/** What the executables are called in the folders that `@puppeteer/browsers` fills. */
const DOWNLOADED = {
  chromium: ["chrome", "chrome.exe", "Google Chrome for Testing"],
  firefox: ["firefox", "firefox.exe"],
};

/** `chrome/linux-150.0/chrome-linux64/chrome`, and five levels more inside a macOS application. */
const DOWNLOAD_DEPTH = 7;

/** @returns {string | undefined} the executable of Chromium, or of a browser made from it */
export function findChromium() {
  return fromEnvironment("CHROME_PATH") ?? findInstalled("chromium");
}

/** @returns {string | undefined} the executable of Firefox */
export function findFirefox() {
  return fromEnvironment("FIREFOX_PATH") ?? findInstalled("firefox");
}

/**
 * What to tell somebody who has no such browser.
 * @param {"chromium" | "firefox"} kind
 */
export function howToInstall(kind) {
  return kind === "chromium"
    ? "No Chromium was found. Install Chromium (on Debian: apt-get install chromium) or Chrome, or set CHROME_PATH to the executable of one."
    : "No Firefox was found. Install it (on Debian: apt-get install firefox-esr), or set FIREFOX_PATH to its executable.";
}

/** Where browsers are downloaded to: outside of the project, so that a clean checkout need not fetch them again. */
export function downloadFolder() {
  return join(cacheFolder(), "llavero", "browsers");
}

function cacheFolder() {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches");
  if (process.platform === "win32" && process.env.LOCALAPPDATA) return process.env.LOCALAPPDATA;
  return join(homedir(), ".cache");
}

function fromEnvironment(variable) {
  const path = process.env[variable];
  if (!path) return undefined;
  // Falling back to another browser would hide the mistake.
  if (!isExecutable(path)) throw new Error(`${variable} is set to ${path}, which is not an executable file.`);
  return path;
}

function findInstalled(kind) {
  return [...usualPlaces(kind), ...searchPath(kind)].find(isUsable) ?? findDownloaded(kind);
}

function usualPlaces(kind) {
  if (process.platform === "darwin") {
    const folders = ["/Applications", join(homedir(), "Applications")];
    return MAC_APPLICATIONS[kind].flatMap((path) => folders.map((folder) => join(folder, path)));
  }
  if (process.platform === "win32") {
    const { PROGRAMFILES, "PROGRAMFILES(X86)": x86, LOCALAPPDATA } = process.env;
    const folders = [PROGRAMFILES, x86, LOCALAPPDATA].filter(Boolean);
    return WINDOWS_PROGRAMS[kind].flatMap((path) => folders.map((folder) => join(folder, path)));
  }
  return [];
}

function searchPath(kind) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const suffix = process.platform === "win32" ? ".exe" : "";
  return NAMES[kind].flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
}

function findDownloaded(kind) {
  const folder = join(downloadFolder(), kind === "chromium" ? "chrome" : "firefox");
  return findFile(folder, DOWNLOADED[kind], DOWNLOAD_DEPTH);
}

function findFile(folder, names, depth) {
  const entries = list(folder);
  const file = entries.find((entry) => entry.isFile() && names.includes(entry.name));
  if (file && isExecutable(join(folder, file.name))) return join(folder, file.name);
  if (depth === 0) return undefined;
  for (const entry of entries.filter((entry) => entry.isDirectory())) {
    const found = findFile(join(folder, entry.name), names, depth - 1);
    if (found) return found;
  }
  return undefined;
}

function list(folder) {
  try {
    // Backwards, so that the newest of two downloaded versions comes first.
    return readdirSync(folder, { withFileTypes: true }).reverse();
  } catch {
    return []; // Nothing was ever downloaded.
  }
}

function isUsable(path) {
  return isExecutable(path) && !isSnap(path);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** A snap sees neither our temporary profiles nor hidden folders such as the build's, and its launcher may be a stub. */
function isSnap(path) {
  const target = realpathSync(path);
  if (target.startsWith("/snap/") || target === "/usr/bin/snap") return true;
  const start = readStart(target);
  return start.startsWith("#!") && /\/snap\/bin\//.test(start);
}

function readStart(path) {
  const buffer = Buffer.alloc(4096);
  let file;
  try {
    file = openSync(path, "r");
    return buffer.toString("latin1", 0, readSync(file, buffer));
  } catch {
    return ""; // Some programs may be run but not read.
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
