/**
 * Filling in Firefox. Its toolbar cannot be clicked from here, so that the popup's page is opened for the tab by its
 * number, and access to the page comes from the permission for the console's host, which is the page's host too.
 */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PageServer, startPages } from "../../forms/pages/server.ts";
import { control } from "../../sandbox/control.ts";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";
import { type FirefoxSession, launchFirefox } from "../browsers/firefox.ts";
import { waitFor } from "../browsers/wait-for.ts";
import { FillPart } from "../pages/fill.ts";
import { horizon, login } from "../pages/forms-to-fill.ts";
import { PopupPage } from "../pages/popup.ts";
import { chooseService, service, valuesOn } from "./fill-story.ts";
import { firefoxDirectory, passwordOf } from "./story.ts";

let sandbox: Sandbox;
let pages: PageServer;
let firefox: FirefoxSession;
let page: Page;
let truth: Record<string, string>;
let fill: FillPart;
let tabId: number | undefined;

const path = "/page.html";
const open = async (query = "") => new PopupPage(await firefox.openExtensionPage(`popup.html${query}`)).ready();
/** Its title may be read, since its host is the console's. */
const tabOfPage = async () => {
  const asking = await open();
  const found = await waitFor(
    () =>
      asking.page.evaluate(async () => {
        const tabs = await chrome.tabs.query({});
        return tabs.find(({ title }) => title === "Sign in" || title === "Login - OpenStack Dashboard")?.id;
      }),
    { what: "the tab" },
  );
  await asking.page.close();
  return found;
};
/** Shows it in a tab, and opens the popup's page for that tab. */
const visit = async (html: string, origin = pages.origin) => {
  pages.put(path, html);
  await page.goto(origin + path);
  tabId ??= await tabOfPage();
  fill = new FillPart(await open(`?tab=${tabId}`));
};

beforeAll(async () => {
  [sandbox, pages, firefox] = await Promise.all([
    startSandbox(),
    startPages({ apps: false }),
    launchFirefox({ extensionDirectory: firefoxDirectory }),
  ]);
  const { fields } = await control(sandbox.tigo.origin).serviceCredentials(
    { userName: "ana" },
    "Objects-r1",
    "staging",
  );
  truth = Object.fromEntries(fields.map(({ key, value }) => [key, value]));
  const popup = await open();
  await popup.connect(sandbox.tigo.origin);
  await popup.signIn({ userName: "ana", password: passwordOf(sandbox.tigo, "ana") });
  await chooseService(popup);
  await popup.page.close();
  page = await firefox.newPage();
});
afterAll(async () => {
  await firefox?.close();
  await sandbox?.close();
  await pages?.close();
});

describe("filling a page in Firefox", () => {
  it("asks, and puts in what the console handed out; nothing into decoys", async () => {
    await visit(horizon(["elsewhere-1", truth.region ?? ""]));
    expect(await fill.ask()).toContain(service);
    await fill.answer("Always fill here");
    await fill.popup.waitForText("Filled 4 fields");
    expect(await valuesOn(page)).toMatchObject({
      fake_email: "",
      fake_password: "",
      id_domain: "Default",
      id_username: truth.userName,
      id_password: truth.password,
      id_region: "1",
    });
    await fill.popup.page.close();
  });

  it("does not ask where the user has said always", async () => {
    await visit(login);
    await fill.fillUnasked("Filled 2 fields");
    expect(await valuesOn(page)).toEqual({ user: truth.userName, pass: truth.password });
    await fill.popup.page.close();
  });

  it("says so where it may not look at a page", async () => {
    await visit(login, pages.otherOrigin);
    await fill.press();
    await fill.popup.waitForText(/may not look at this page yet|lets no extension into this page/u);
    expect(await valuesOn(page)).toEqual({ user: "", pass: "" });
  });
});
