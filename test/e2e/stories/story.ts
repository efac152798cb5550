/** What every story starts with: the sandbox consoles, a browser with the built extension, and a page to click from. */
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { accountsOf } from "../../sandbox/accounts.ts";
import { control } from "../../sandbox/control.ts";
import { type Sandbox, type SandboxConsole, startSandbox } from "../../sandbox/sandbox.ts";
import { type ChromiumOptions, type ChromiumSession, launchChromium } from "../browsers/chromium.ts";
import { PopupPage } from "../pages/popup.ts";

export const extensionDirectory = fileURLToPath(new URL("../../../.output/chrome-mv3", import.meta.url));
export const firefoxDirectory = fileURLToPath(new URL("../../../.output/firefox-mv3", import.meta.url));
export const sandboxHosts = "http://127.0.0.1/*";

export interface Story {
  readonly sandbox: Sandbox;
  readonly chromium: ChromiumSession;
  /** A page of no importance, to click the toolbar from. */
  readonly page: Page;
  /** Clicks the toolbar button, and waits for the first view. */
  open(): Promise<PopupPage>;
  /** Opens the popup, connects a console and signs in. */
  openSignedIn(userName: string, console?: SandboxConsole): Promise<PopupPage>;
  /** Closes the popup as a user does. */
  closePopup(): Promise<void>;
  close(): Promise<void>;
}

export async function startStory(options: Omit<ChromiumOptions, "extensionDirectory"> = {}): Promise<Story> {
  const [sandbox, chromium] = await Promise.all([startSandbox(), launchChromium({ extensionDirectory, ...options })]);
  const page = await chromium.newPage("about:blank");
  await chromium.approveHost(sandboxHosts);
  const open = async () => new PopupPage(await chromium.openPopup(page)).ready();
  return {
    sandbox,
    chromium,
    page,
    open,
    async openSignedIn(userName, console = sandbox.cloudops) {
      const popup = await open();
      await popup.connect(console.origin);
      await popup.signIn({ userName, password: passwordOf(console, userName) });
      return popup;
    },
    closePopup: () => chromium.closePopup(page),
    async close() {
      await chromium.close();
      await sandbox.close();
    },
  };
}

/** The password of a sandbox account. */
export function passwordOf({ brand }: SandboxConsole, userName: string): string {
  const account = accountsOf(brand).find((one) => one.userName === userName);
  if (account === undefined) throw new Error(`The sandbox knows no ${userName}.`);
  return account.password;
}

/** The keys that the console really has, by name. */
export async function namesOnConsole(console: SandboxConsole, userName: string): Promise<string[]> {
  return (await control(console.origin).keys({ userName })).map(({ name }) => name);
}
