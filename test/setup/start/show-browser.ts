/** Opens a browser that one can see, with the extension and a console in it, until it is closed. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { Browser } from "puppeteer-core";
import { launchChromium } from "../../e2e/browsers/chromium.ts";
import type { Cloud } from "../../openstack/cloud-schema.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { extensionDirectory, outputFolder } from "./folders.ts";
import { stopSignal } from "./stop-signal.ts";
import { cloudSteps, welcomePage, welcomeSteps } from "./welcome.ts";

/** A kept profile, so that what was connected and pinned is still there at the next start. */
const PROFILE = join(outputFolder, "profile");
const WELCOME = join(outputFolder, "welcome.html");

export async function showBrowser({ cloudops, accounts }: Sandbox, cloud: Cloud | null): Promise<void> {
  const ana = accounts.find(({ userName }) => userName === "ana");
  if (ana === undefined) throw new Error("The sandbox knows no ana.");
  const steps = [...welcomeSteps(cloudops.origin, ana), ...(cloud === null ? [] : cloudSteps)];
  await mkdir(outputFolder, { recursive: true });
  await writeFile(WELCOME, welcomePage(steps));

  const chromium = await launchChromium({
    extensionDirectory,
    headless: false,
    userDataDirectory: PROFILE,
  }).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The browser did not start: ${reason}\nIs one from an earlier “npm start” still open?`, { cause });
  });
  const stopped = stopSignal();
  try {
    const [welcome = await chromium.newPage()] = await chromium.browser.pages();
    await welcome.goto(pathToFileURL(WELCOME).href);
    await chromium.newPage(cloudops.origin);
    await welcome.bringToFront();
    console.log(`A browser is open. In it:\n\n${steps.map((step, index) => `  ${index + 1}. ${step}`).join("\n")}\n`);
    console.log("Close it, or press Ctrl+C here, to stop everything; what you changed is kept for the next time.");
    await Promise.race([stopped, closed(chromium.browser)]);
  } finally {
    await chromium.close();
  }
}

/** Resolves when the browser ended, or has no window any more, which on a Mac does not end it. */
async function closed(browser: Browser): Promise<void> {
  while (browser.connected) {
    await sleep(500);
    if (!browser.targets().some((target) => target.type() === "page")) return;
  }
}
