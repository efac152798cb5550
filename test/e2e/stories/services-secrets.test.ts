/** Where the secrets of services are not: in the document while masked, on disk, in memory beyond the page, on screen for good. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { control } from "../../sandbox/control.ts";
import { waitFor } from "../browsers/wait-for.ts";
import { PopupPage } from "../pages/popup.ts";
import { ServicesPart } from "../pages/services.ts";
import { passwordOf, type Story, startStory } from "./story.ts";

let story: Story;
let popup: PopupPage;
let services: ServicesPart;
let secrets: readonly string[];

const table = "Objects-r1 / production";
const use = (opened: PopupPage) => {
  popup = opened;
  services = new ServicesPart(opened);
};
const reopen = async () => {
  await story.closePopup();
  use(await story.open());
};
/** Those of the secrets that are in a text. */
const leaked = (text: string) => secrets.filter((secret) => text.includes(secret));

beforeAll(async () => {
  story = await startStory();
  const { fields } = await control(story.sandbox.cloudops.origin).serviceCredentials(
    { userName: "ana" },
    "Objects-r1",
    "production",
  );
  secrets = fields.filter(({ sensitive }) => sensitive).map(({ value }) => value);
  use(await story.openSignedIn("ana"));
  await services.open();
  await services.show(table);
});
afterAll(() => story.close());

describe("the secrets of a service", () => {
  it("are more than none, so that the rest of this means something", () => {
    expect(secrets).toHaveLength(2);
    expect(Math.min(...secrets.map(({ length }) => length))).toBeGreaterThan(20);
  });

  it("are not in the document while masked", async () => {
    expect(leaked(await services.document())).toEqual([]);
    await popup.click("button", "Export as…");
    await popup.find("dialog", "Export credentials");
    expect(leaked(await services.document())).toEqual([]);
    await popup.escape("dialog", "Export credentials");
  });

  it("are stored nowhere, on disk or in memory, even when revealed, copied and exported", async () => {
    const shown = await services.table(table);
    expect(leaked(await services.reveal(shown, "Password"))).toHaveLength(1);
    await services.clickIn(shown, "Copy Password");
    await popup.waitForText("Copied: Password");
    const { local, session } = await services.stored();
    expect(leaked(local)).toEqual([]);
    expect(leaked(session)).toEqual([]);
    // the right places were looked at
    expect(local).toContain("Objects-r1");
    expect(session).toContain("csrfToken");
  });

  it("are masked again in a popup opened anew, and fetched from the console", async () => {
    await reopen();
    await services.table(table);
    expect(leaked(await services.document())).toEqual([]);
  });

  it("leave the screen with the service", async () => {
    await services.reveal(await services.table(table), "Password");
    await services.show("Compute-r1 / production");
    expect(leaked(await services.document())).toEqual([]);
    await services.show(table);
    expect(leaked(await services.document())).toEqual([]);
  });

  it("leave the screen at sign-out, and do not come back for somebody else", async () => {
    await services.reveal(await services.table(table), "Password");
    await popup.click("button", "Console: CloudOps");
    await popup.click("menuitem", "Sign out");
    await popup.find("heading", "Sign in to CloudOps");
    expect(await popup.has("table", `Credentials of ${table}`)).toBe(false);
    expect(leaked(await services.document())).toEqual([]);
    const { local, session } = await services.stored();
    expect(leaked(local + session)).toEqual([]);
    await popup.signIn({ userName: "diego", password: passwordOf(story.sandbox.cloudops, "diego") });
    await services.show(table);
    const seen = await services.reveal(await services.table(table), "Password");
    expect(seen).not.toBe("");
    expect(leaked(await services.document())).toEqual([]);
  });

  it("leave the screen when the session has ended elsewhere, as soon as that is noticed", async () => {
    const shown = await services.table(table);
    const own = await services.reveal(await revealed(shown), "Password");
    await control(story.sandbox.cloudops.origin).expireSessions();
    await services.choose("Compute-r1 / production");
    await popup.waitForText("Your session with CloudOps has ended.");
    expect(await services.document()).not.toContain(own);
  });
});

/** The same table with its password hidden. */
async function revealed(shown: Awaited<ReturnType<ServicesPart["table"]>>) {
  await services.clickIn(shown, "Hide Password");
  return shown;
}

describe("after the time that is set", () => {
  it("they are taken off the screen, and come back when asked for", async () => {
    await popup.signIn({ userName: "ana", password: passwordOf(story.sandbox.cloudops, "ana") });
    await services.show(table);
    const settings = await new PopupPage(
      await story.chromium.newPage(`chrome-extension://${story.chromium.extensionId}/options.html`),
    ).ready();
    await settings.click("radio", "1 minute");
    const stored = new ServicesPart(settings);
    await waitFor(async () => (await stored.stored()).local.includes('"showMinutes":1'), { what: "the setting" });
    await settings.page.close();
    await reopen();
    const clock = await foreseeableClock(popup.page);
    await services.table(table);
    expect(await services.reveal(await services.table(table), "Password")).toBe(secrets[0]);
    await clock.moveOn(50_000);
    await services.table(table);
    await clock.moveOn(11_000);
    await popup.waitForText("No longer shown");
    await popup.waitForText("Credentials leave the screen after 1 minute.");
    expect(leaked(await services.document())).toEqual([]);
    expect(await popup.has("button", "Export as…")).toBe(false);
    await popup.click("button", "Show credentials");
    await services.table(table);
    expect(leaked(await services.document())).toEqual([]);
  });
});

/** Loads the page anew with a clock that can be moved on: its times, and what it does every so often. */
async function foreseeableClock(page: Page) {
  await page.evaluateOnNewDocument(() => {
    const [now, every] = [Date.now.bind(Date), setInterval];
    const clock = { ahead: 0, ticks: 0 };
    Object.assign(window, { clock });
    Date.now = () => now() + clock.ahead;
    window.setInterval = ((work: () => void) =>
      every(() => {
        work();
        clock.ticks += 1;
      }, 50)) as unknown as typeof setInterval;
  });
  await page.reload();
  await new PopupPage(page).ready();
  const read = () => page.evaluate(() => (window as unknown as { clock: { ahead: number; ticks: number } }).clock);
  return {
    async moveOn(milliseconds: number) {
      const { ticks } = await read();
      await page.evaluate((more) => {
        (window as unknown as { clock: { ahead: number } }).clock.ahead += more;
      }, milliseconds);
      // whatever is done every so often has been done twice
      await waitFor(async () => (await read()).ticks >= ticks + 2, { what: "the page's clock to tick" });
    },
  };
}
