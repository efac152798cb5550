/** The executable of Chromium, or of a browser made from it. Throws where CHROME_PATH names no executable. */
export function findChromium(): string | undefined;

/** The executable of Firefox. Throws where FIREFOX_PATH names no executable. */
export function findFirefox(): string | undefined;

/** What to tell somebody who has no such browser. */
export function howToInstall(kind: "chromium" | "firefox"): string;

/** Where browsers are downloaded to, outside of the project. */
export function downloadFolder(): string;
