/** A browser with the extension in it, on its way through the sandbox. */
import { type ChromiumSession, launchChromium } from "../e2e/browsers/chromium.ts";
import { PopupPage } from "../e2e/pages/popup.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { extensionDirectory } from "../setup/start/folders.ts";
import type { Part } from "./step.ts";

export interface Visit {
  readonly sandbox: Sandbox;
  readonly chromium: ChromiumSession;
  /** As it was opened last. */
  readonly popup: PopupPage;
  /** The key that was made on the way; empty before. */
  key: string;
  /** Closes the popup as a user does, and leaves `between` to happen while it is closed. */
  reopen(between?: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Opens the browser on CloudOps' own page, and the popup over it. */
export async function startVisit(sandbox: Sandbox, options: Part["browser"]): Promise<Visit> {
  const chromium = await launchChromium({ extensionDirectory, ...options });
  try {
    const page = await chromium.newPage(sandbox.cloudops.origin);
    // The answer to the question whether the extension may reach the consoles, which nobody could click here.
    await chromium.approveHost("http://127.0.0.1/*");
    const open = async () => new PopupPage(await chromium.openPopup(page)).ready();
    let popup = await open();
    return {
      sandbox,
      chromium,
      get popup() {
        return popup;
      },
      key: "",
      async reopen(between = async () => {}) {
        await chromium.closePopup(page);
        await between();
        popup = await open();
      },
      close: chromium.close,
    };
  } catch (error) {
    await chromium.close();
    throw error;
  }
}

export function passwordOf({ accounts }: Sandbox, userName: string): string {
  const account = accounts.find((one) => one.userName === userName);
  if (account === undefined) throw new Error(`The sandbox knows no ${userName}.`);
  return account.password;
}
