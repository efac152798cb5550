/** Signing in, in all the ways that a console asks for. */
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { control } from "../../sandbox/control.ts";
import type { PopupPage } from "../pages/popup.ts";
import { passwordOf, type Story, startStory } from "./story.ts";

let story: Story;
let popup: PopupPage;

beforeAll(async () => {
  story = await startStory();
  popup = await story.open();
  await popup.connect(story.sandbox.cloudops.origin);
  await popup.find("heading", "Sign in to CloudOps");
});
afterAll(() => story.close());
beforeEach(() => control(story.sandbox.cloudops.origin).clearRequests());
afterEach(() => control(story.sandbox.cloudops.origin).clear());

const passwordFor = (userName: string) => passwordOf(story.sandbox.cloudops, userName);
const attempts = async () =>
  (await control(story.sandbox.cloudops.origin).requests()).filter(
    ({ method, path }) => method === "POST" && path.endsWith("/session"),
  ).length;
const signOut = async () => {
  await popup.click("button", "Console: CloudOps");
  await popup.click("menuitem", "Sign out");
  await popup.find("heading", "Sign in to CloudOps");
};

describe("signing in", () => {
  it("says that the password is wrong, once, and lets it be typed again", async () => {
    await popup.signIn({ userName: "mila", password: "wrong" });
    await popup.waitForText("User name or password is wrong.");
    expect(await popup.valueOf("Password")).toBe("");
    expect(await popup.valueOf("User name")).toBe("mila");
    expect(await attempts()).toBe(1);
  });

  it("asks nobody while a box is empty, and goes there", async () => {
    await popup.click("button", "Sign in");
    const box = await popup.page.evaluate(() => [
      document.activeElement?.getAttribute("type"),
      document.activeElement?.getAttribute("aria-invalid"),
    ]);
    expect(box).toEqual(["password", "true"]);
    expect(await attempts()).toBe(0);
  });

  it("warns from the fifth failure in a row on", async () => {
    for (let failure = 2; failure <= 5; failure++) {
      expect(await popup.text()).not.toContain("in a row");
      await popup.signIn({ userName: "mila", password: `wrong ${failure}` });
      await popup.waitForText("User name or password is wrong.");
    }
    await popup.waitForText("5 failed sign-ins in a row. After 10 the console locks this account.");
    await popup.fill("User name", "diego");
    await popup.waitForNoText("in a row");
  });

  it("says that an account is locked", async () => {
    await popup.signIn({ userName: "luis", password: passwordFor("luis") });
    await popup.waitForText("This account is locked.");
  });

  it("says that an organization only allows single sign-on, and where to go", async () => {
    await popup.signIn({ userName: "sofia", password: passwordFor("sofia") });
    await popup.waitForText("Your organization only allows single sign-on.");
    await popup.find("button", "Sign in on the console’s website instead");
  });

  it("asks for the organization where a name is there twice", async () => {
    await popup.signIn({ userName: "sam", password: passwordFor("sam") });
    await popup.waitForText("More than one organization has a user of this name.");
    await popup.fill("Organization", "Nimbus Labs");
    await popup.click("button", "Sign in");
    await popup.find("button", "Generate API key");
    await popup.waitForText("Nimbus Labs");
    await signOut();
    expect(await popup.valueOf("Organization")).toBe("Nimbus Labs");
    await popup.fill("Organization", "");
  });

  it("asks for a one-time code, refuses a wrong one and takes the right one", async () => {
    await popup.signIn({ userName: "otto", password: passwordFor("otto") });
    await popup.waitForText("Your account asks for a one-time code.");
    await popup.fill("One-time code", "000000");
    await popup.click("button", "Sign in");
    await popup.waitForText("This one-time code is wrong or too old.");
    await popup.fill("One-time code", await control(story.sandbox.cloudops.origin).otp({ userName: "otto" }));
    await popup.click("button", "Sign in");
    await popup.find("button", "Generate API key");
    await signOut();
  });

  it("keeps the user name and never the password", async () => {
    await popup.fill("User name", "ana");
    await popup.fill("Password", "a secret being typed");
    await story.closePopup();
    popup = await story.open();
    expect(await popup.valueOf("User name")).toBe("ana");
    expect(await popup.valueOf("Password")).toBe("");
    const stored = await popup.page.evaluate(async () =>
      JSON.stringify([await chrome.storage.local.get(null), await chrome.storage.session.get(null)]),
    );
    expect(stored).not.toContain("a secret being typed");
  });

  it("says that an account may not use API keys", async () => {
    await popup.signIn({ userName: "nora", password: passwordFor("nora") });
    await popup.waitForText("Your account may not do this");
    await signOut();
  });
});

describe("a session", () => {
  it("that has ended is noticed and said, and afterwards one is where one was", async () => {
    await popup.signIn({ userName: "ana", password: passwordFor("ana") });
    await popup.waitForText("14 keys");
    await popup.fill("Search keys", "backup");
    await popup.click("button", "Generate API key");
    await popup.fill("Name", "half a na");
    await control(story.sandbox.cloudops.origin).expireSessions();
    await popup.click("button", "Generate");
    await popup.waitForText("Your session with CloudOps has ended.");
    await popup.fill("Password", passwordFor("ana"));
    await popup.click("button", "Sign in");
    expect(await popup.valueOf("Name")).toBe("half a na");
    expect(await popup.page.evaluate(() => document.querySelector("[role=alert]") === null)).toBe(true);
    await popup.click("button", "Cancel");
    expect(await popup.valueOf("Search keys")).toBe("backup");
    await popup.waitForText("1 of 14");
    await signOut();
  });

  it("opened on the console’s own page, by single sign-on, is found when the popup opens", async () => {
    const tab = await story.chromium.newPage(`${story.sandbox.cloudops.origin}/login`);
    await signInBySso(tab);
    await tab.close();
    popup = await story.open();
    await popup.find("button", "Generate API key");
    await popup.waitForText("Faro Federado");
  });
});

/** On the sandbox's pages, as a person would. */
async function signInBySso(tab: Page): Promise<void> {
  const [sso] = await tab.$$("::-p-xpath(//a[contains(., 'Sello')] | //button[contains(., 'Sello')])");
  await Promise.all([tab.waitForNavigation(), sso?.click()]);
  const inputs = await tab.$$("input:not([type=hidden])");
  await inputs[0]?.type("sofia");
  await inputs[1]?.type(passwordFor("sofia"));
  await Promise.all([tab.waitForNavigation(), tab.keyboard.press("Enter")]);
  await tab.waitForFunction((origin) => location.origin === origin, {}, story.sandbox.cloudops.origin);
}
