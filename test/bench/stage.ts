/**
 * What is measured, in one browser: the floor, and a copy of the built extension for each length of list, which is
 * connected to one console and signed in, as somebody's own would be.
 */
import { join } from "node:path";
import type { Browser, Extension, Page } from "puppeteer-core";
import { launchChromium } from "../e2e/browsers/chromium.ts";
import { approveHost } from "../e2e/browsers/extension-settings.ts";
import { createPopups } from "../e2e/browsers/popups.ts";
import { createTemporaryFolder, deleteTemporaryFolder } from "../e2e/browsers/temporary-folder.ts";
import { waitFor } from "../e2e/browsers/wait-for.ts";
import { createWorkerControl } from "../e2e/browsers/worker-control.ts";
import { PopupPage } from "../e2e/pages/popup.ts";
import { type AccountInfo, accountsOf } from "../sandbox/accounts.ts";
import { type SandboxConsole, startSandbox } from "../sandbox/sandbox.ts";
import { extensionDirectory } from "../setup/start/folders.ts";
import { writeFloorExtension } from "./floor-extension.ts";
import { copyWithStopwatch } from "./stopwatch.ts";

export type SubjectName = "floor" | "10 keys" | "1,000 keys" | "10,000 keys";

export interface Subject {
  readonly name: SubjectName;
  readonly extension: Extension;
  /** Waits until nothing is under way in the popup any more. */
  settle(popup: Page): Promise<void>;
  killWorker(): Promise<void>;
}

export interface Stage {
  readonly browser: Browser;
  /** A page of no importance, to click the toolbar from. */
  readonly page: Page;
  /** The floor first. */
  readonly subjects: readonly Subject[];
  close(): Promise<void>;
}

const HOSTS = ["http://127.0.0.1/*", "http://localhost/*"];
const PATIENCE = 60_000;

export async function setStage(): Promise<Stage> {
  const folder = await createTemporaryFolder();
  const closers: (() => Promise<void>)[] = [() => deleteTemporaryFolder(folder)];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    // Cookies know no ports: only under another name of the host can a third person be signed in at the same time.
    const near = await startSandbox();
    closers.push(near.close);
    const far = await startSandbox({ host: "localhost" });
    closers.push(far.close);

    const floor = join(folder, "floor");
    await writeFloorExtension(join(folder, "plain-floor"));
    await copyWithStopwatch(join(folder, "plain-floor"), floor);
    const chromium = await launchChromium({ extensionDirectory: floor });
    closers.push(chromium.close);
    const { browser } = chromium;
    const page = await chromium.newPage("about:blank");

    const install = async (name: SubjectName, console: SandboxConsole, userName: string): Promise<Subject> => {
      const copy = join(folder, userName);
      await copyWithStopwatch(extensionDirectory, copy);
      const extension = await loadedExtension(browser, await browser.installExtension(copy));
      for (const host of HOSTS) await approveHost(browser, extension.id, host);
      const popups = createPopups(browser, extension, "popup.html");
      await signIn(await popups.open(page), console, account(userName), name);
      await popups.close(page);
      const { killWorker } = createWorkerControl(browser, extension.id);
      return { name, extension, killWorker, settle: (popup) => settled(popup, name) };
    };
    const subjects: Subject[] = [
      {
        name: "floor",
        extension: await loadedExtension(browser, chromium.extensionId),
        killWorker: async () => {},
        settle: async () => {},
      },
      await install("10 keys", near.cloudops, "diego"),
      await install("1,000 keys", near.tigo, "mila"),
      await install("10,000 keys", far.cloudops, "maya"),
    ];
    return { browser, page, subjects, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function loadedExtension(browser: Browser, id: string): Promise<Extension> {
  return waitFor(async () => (await browser.extensions()).get(id), { what: "the extension to be loaded" });
}

function account(userName: string): AccountInfo {
  const found = accountsOf("cloudops").find((one) => one.userName === userName);
  if (found === undefined) throw new Error(`The sandbox knows no ${userName}.`);
  return found;
}

async function signIn(page: Page, console: SandboxConsole, account: AccountInfo, count: string): Promise<void> {
  const popup = await new PopupPage(page).ready();
  await popup.connect(console.origin);
  await popup.signIn({ userName: account.userName, password: account.password });
  await popup.waitForText(count);
  await settled(page, count);
}

/** The list is whole and was brought up to date. */
async function settled(popup: Page, count: string): Promise<void> {
  await popup.waitForFunction(
    (text) =>
      document.querySelector("[data-key]") !== null &&
      document.querySelector("[role=progressbar]") === null &&
      document.body.innerText.includes(text),
    { timeout: PATIENCE },
    count,
  );
}
