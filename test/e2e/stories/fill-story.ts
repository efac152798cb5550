/** What stories about filling start with: a signed-in popup with a service chosen, pages to fill, and an eye on storage. */
import type { Page } from "puppeteer-core";
import { type PageServer, startPages } from "../../forms/pages/server.ts";
import { control } from "../../sandbox/control.ts";
import type { ChromiumOptions } from "../browsers/chromium.ts";
import { waitFor } from "../browsers/wait-for.ts";
import { FillPart } from "../pages/fill.ts";
import type { PopupPage } from "../pages/popup.ts";
import { ServicesPart } from "../pages/services.ts";
import { type Story, startStory } from "./story.ts";

/** A service with all that a dashboard asks for. */
export const service = "Objects-r1 / staging";

export interface FillStory extends Story {
  readonly pages: PageServer;
  /** What the console says of the service's credentials, by the field's key. */
  readonly truth: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  /** Shows a page in the story's tab. */
  visit(html: string, origin?: string): Promise<void>;
  /** Clicks the toolbar button in front of it. */
  openFill(): Promise<FillPart>;
  /** What the page's fields hold, by their id. */
  values(): Promise<Record<string, string>>;
  /** Those of the secrets that were in storage at any time since the story began. */
  storedSecrets(): Promise<string[]>;
}

const PATH = "/page.html";

export async function startFillStory(options: Omit<ChromiumOptions, "extensionDirectory"> = {}): Promise<FillStory> {
  const [story, pages] = await Promise.all([startStory(options), startPages({ apps: false })]);
  const { page, chromium } = story;
  const close = async () => {
    await story.close();
    await pages.close();
  };
  try {
    const { fields } = await control(story.sandbox.cloudops.origin).serviceCredentials(
      { userName: "ana" },
      "Objects-r1",
      "staging",
    );
    const secrets = fields.filter(({ sensitive }) => sensitive).map(({ value }) => value);
    const eye = await watchStorage(
      await chromium.browser.newPage({ type: "tab", background: true }),
      chromium.extensionId,
    );
    await chooseService(await story.openSignedIn("ana"));
    await story.closePopup();
    return {
      ...story,
      pages,
      truth: Object.fromEntries(fields.map(({ key, value }) => [key, value])),
      secrets,
      visit: async (html, origin = pages.origin) => {
        pages.put(PATH, html);
        await page.goto(origin + PATH, { waitUntil: "load" });
      },
      openFill: async () => {
        const popup = await story.open();
        return new FillPart(popup);
      },
      values: () => valuesOn(page),
      storedSecrets: async () => {
        const stored = await eye();
        return secrets.filter((secret) => stored.includes(secret));
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

export async function chooseService(popup: PopupPage, name = service): Promise<void> {
  const services = new ServicesPart(popup);
  await services.open();
  await services.show(name);
  // it is written down by the page itself, and read by the next popup
  await waitFor(async () => JSON.stringify(await services.stored()).includes("staging"), {
    what: "the choice to be kept",
  });
}

/** What every field of the page holds, and of the frames in it, by id. */
export async function valuesOn(page: Page): Promise<Record<string, string>> {
  const read = () =>
    [...document.querySelectorAll("input, select, textarea")].map((field) => [
      field.id,
      (field as HTMLInputElement).value,
    ]);
  return Object.fromEntries((await Promise.all(page.frames().map((frame) => frame.evaluate(read)))).flat());
}

/** Notes everything that is ever written to storage. @returns what it has noted, with what is there now, as text. */
async function watchStorage(page: Page, extensionId: string): Promise<() => Promise<string>> {
  // a page of the extension's origin that runs none of its code
  await page.goto(`chrome-extension://${extensionId}/manifest.json`);
  await page.evaluate(() => {
    const noted: string[] = [];
    Object.assign(window, { noted });
    chrome.storage.onChanged.addListener((changes) => void noted.push(JSON.stringify(changes)));
  });
  return async () => {
    const text = await page.evaluate(async () => {
      const { noted } = window as unknown as { noted: string[] };
      const now = [await chrome.storage.local.get(null), await chrome.storage.session.get(null)];
      return noted.length === 0 ? "" : noted.join("\n") + JSON.stringify(now);
    });
    if (text === "") throw new Error("Nothing was ever written to storage: the wrong place was looked at.");
    return text;
  };
}
