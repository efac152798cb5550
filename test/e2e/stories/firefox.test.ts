/** The main job in Firefox. Its toolbar cannot be clicked from here: the popup's page opens in a tab. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { control } from "../../sandbox/control.ts";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";
import { type FirefoxSession, launchFirefox } from "../browsers/firefox.ts";
import { waitFor } from "../browsers/wait-for.ts";
import { PopupPage } from "../pages/popup.ts";
import { firefoxDirectory, namesOnConsole } from "./story.ts";

let sandbox: Sandbox;
let firefox: FirefoxSession;
let popup: PopupPage;

const open = async () => new PopupPage(await firefox.openExtensionPage("popup.html")).ready();

beforeAll(async () => {
  [sandbox, firefox] = await Promise.all([startSandbox(), launchFirefox({ extensionDirectory: firefoxDirectory })]);
  popup = await open();
});
afterAll(async () => {
  await firefox?.close();
  await sandbox?.close();
});

describe("the main job in Firefox", () => {
  it("connects, asking for the one origin", async () => {
    await popup.connect(sandbox.tigo.origin);
    await popup.waitForText("A CloudMC console called TIGO MCO, in Spanish and English.");
  });

  it("signs in, with the code from the authenticator", async () => {
    await popup.signIn({ userName: "otto", password: "Tranvia.Verde.62" });
    await popup.waitForText("Your account asks for a one-time code.");
    await popup.fill("One-time code", await control(sandbox.tigo.origin).otp({ userName: "otto" }));
    await popup.click("button", "Sign in");
    await popup.find("button", "Generate API key");
    await popup.click("button", "Console: TIGO MCO");
    await popup.click("menuitem", "Sign out");
    await popup.signIn({ userName: "maya", password: "Diezmil-Llaves-10" });
    await popup.waitForText("10,000 keys");
  });

  it("generates a key that works, and keeps it when the page closes", async () => {
    await popup.generate("from-firefox");
    const key = await popup.revealedKey("from-firefox");
    const answer = await fetch(`${sandbox.tigo.origin}/api/v2/users`, { headers: { "MC-Api-Key": key } });
    expect(answer.status).toBe(200);
    await popup.page.close();
    popup = await open();
    expect(await popup.revealedKey("from-firefox")).toBe(key);
  });

  it("copies it, and dismisses it then without a question", async () => {
    await popup.click("button", "Copy key");
    await popup.waitForText("Copied: the key from-firefox");
    await popup.click("button", "Dismiss");
    await popup.waitForText("Dismissed from-firefox");
  });

  it("searches, renames and revokes", async () => {
    await popup.fill("Search keys", "from-firefox");
    await popup.waitForText("1 of 10,001");
    await popup.click("button", "Rename from-firefox");
    await popup.fill("New name", "renamed in firefox");
    await popup.click("button", "Save");
    await popup.waitForText("Renamed to renamed in firefox");
    await popup.fill("Search keys", "renamed in");
    await popup.click("button", "Revoke renamed in firefox");
    await popup.click("button", "Revoke");
    await popup.waitForText("Revoked renamed in firefox");
    expect(await namesOnConsole(sandbox.tigo, "maya")).toHaveLength(10_000);
  });

  it("tells the truth about an answer that was lost", async () => {
    await control(sandbox.tigo.origin).fault({ path: "/api_keys", method: "POST", fault: { kind: "truncate" } });
    await popup.generate("lost in firefox");
    await popup.waitForText("lost in firefox was created, but its value never arrived");
    await popup.click("button", "Revoke lost in firefox");
    await popup.waitForText("Revoked lost in firefox");
    await popup.click("button", "Cancel");
  });

  it("notices that the session has ended, and goes on after signing in again", async () => {
    await control(sandbox.tigo.origin).expireSessions();
    const refresh = await popup.page.waitForSelector("button[title^=Refresh]");
    await refresh?.click();
    await popup.waitForText("Your session with TIGO MCO has ended.");
    await popup.fill("Password", "Diezmil-Llaves-10");
    await popup.click("button", "Sign in");
    await popup.find("button", "Generate API key");
    expect(await popup.valueOf("Search keys")).toBe("renamed in");
  });

  it("opens the options, and removes the console with its access", async () => {
    const options = await new PopupPage(await firefox.openExtensionPage("options.html")).ready();
    await options.waitForText("Open Llavero with Ctrl+Shift+L.");
    await options.click("button", "Remove TIGO MCO");
    await options.click("button", "Remove");
    await options.waitForText("No console is connected yet.");
    await waitFor(async () => (await popup.text()).includes("Connect a console"), { what: "the popup to start anew" });
  });
});
