/**
 * Signing in to a real Horizon in Firefox. Its toolbar cannot be clicked from here, and nothing but a click lets an
 * extension into a page that it has no permission for. So the popup's page is opened in a tab, for the tab of a Horizon
 * whose host was granted with the console's; into one elsewhere it cannot get, and says so.
 */
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type FirefoxSession, launchFirefox } from "../e2e/browsers/firefox.ts";
import { PopupPage } from "../e2e/pages/popup.ts";
import { firefoxDirectory, passwordOf } from "../e2e/stories/story.ts";
import { type Sandbox, startSandbox } from "../sandbox/sandbox.ts";
import type { CloudUser } from "./cloud-schema.ts";
import { FillPart, fieldsFor, handOut, hidden, kindsOf, noPlace } from "./horizon/fill-part.ts";
import { byName, decoys, LoginPage, passwordPage } from "./horizon/login-page.ts";

const cloud = inject("cloud");
const { dashed, secondDomain } = cloud.users;
const horizon = cloud.horizon;
if (horizon === null) throw new Error("There is no Horizon: the cloud was started without it.");

interface Variant {
  readonly variant: string;
  readonly origin: string;
  readonly user: CloudUser;
  readonly region?: string;
  /** What stands in the form besides the user name, the password and the decoys, once it is filled. */
  readonly others: Readonly<Record<string, string>>;
}

const variants: readonly Variant[] = [
  { variant: "plain", origin: horizon.plain, user: dashed, others: { region: "default" } },
  {
    variant: "with a field for the domain and a list of regions",
    origin: horizon.region,
    user: secondDomain,
    region: "RegionTwo",
    others: { region: "1", domain: "Labor Süd" },
  },
];

/** What Firefox gives to the extension's own pages; addresses only of tabs whose hosts are granted. */
interface Tabs {
  query(query: object): Promise<{ id: number; url?: string }[]>;
}

// cookies ignore ports, so each variant has a browser of its own
describe.each(variants)("Horizon in Firefox, $variant", ({ origin, user, region = cloud.region, others }) => {
  let sandbox: Sandbox;
  let firefox: FirefoxSession;
  let login: LoginPage;
  let tabId: number;

  const openPopup = async (query: string) =>
    new PopupPage(await firefox.openExtensionPage(`popup.html?${query}`)).ready();
  const openFill = async () => new FillPart(await openPopup(`tab=${tabId}`)).choose();

  beforeAll(async () => {
    [sandbox, firefox] = await Promise.all([startSandbox(), launchFirefox({ extensionDirectory: firefoxDirectory })]);
    const { cloudops } = sandbox;
    await handOut(cloudops, fieldsFor(cloud, user, region));
    login = await new LoginPage(await firefox.newPage(), origin).open();
    const popup = await openPopup("tab");
    await popup.connect(cloudops.origin);
    await popup.signIn({ userName: "ana", password: passwordOf(cloudops, "ana") });
    await popup.find("button", "Generate API key");
    tabId = await popup.page.evaluate(async (address) => {
      const { browser } = globalThis as unknown as { browser: { tabs: Tabs } };
      const tab = (await browser.tabs.query({})).find(({ url }) => url?.startsWith(address));
      return tab?.id ?? -1;
    }, origin);
    await popup.page.close();
  });
  afterAll(async () => {
    await firefox?.close();
    await sandbox?.close();
  });

  it("is entered with what is filled", async () => {
    const fill = await openFill();
    const { lines, text } = await fill.ask();
    expect(text).toContain(origin);
    expect(lines).toMatchObject({ "User Name": ["User name", user.name], Password: ["Password", hidden] });
    expect((await fill.answer("once")).sort()).toEqual(kindsOf(lines));
    expect(await fill.traces(user.password)).toEqual([]);
    expect(await login.values()).toEqual({ ...decoys, username: user.name, password: user.password, ...others });
    expect(await login.press()).toBe("/project/api_access/");
    const signedIn = await login.signedIn();
    expect(signedIn).toMatchObject({ user: user.name, domain: others.domain ?? "" });
    expect(user.projects.map(({ name }) => name)).toContain(signedIn.project);
  });

  it("is left alone where a password is changed", async () => {
    await login.page.goto(origin + passwordPage.path);
    const fill = await openFill();
    await fill.forgotten(origin);
    expect(await fill.ask()).toEqual(noPlace);
    expect(await login.values(passwordPage.button)).toEqual(passwordPage.untouched);
  });

  it("is not looked at on a host that was not granted", async () => {
    const elsewhere = await new LoginPage(login.page, byName(origin)).open();
    const before = await elsewhere.values();
    const fill = await openFill();
    await fill.press();
    await fill.popup.waitForText("Llavero may not look at this page yet.");
    expect(await elsewhere.values()).toEqual(before);
  });
});
