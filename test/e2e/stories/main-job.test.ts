/** A day with API keys, from the toolbar: connect, sign in, list, copy, create, rename, revoke. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "../browsers/wait-for.ts";
import type { PopupPage } from "../pages/popup.ts";
import { namesOnConsole, type Story, startStory } from "./story.ts";

let story: Story;
let popup: PopupPage;

beforeAll(async () => {
  story = await startStory();
});
afterAll(() => story.close());

describe("the main job in Chromium", () => {
  it("connects a console by what a person types, and says what was found", async () => {
    popup = await story.open();
    await popup.connect(` ${story.sandbox.cloudops.origin}/login?next=/keys `);
    await popup.waitForText("A CloudMC console called CloudOps, in English and French.");
  });

  it("signs in and lists every key", async () => {
    await popup.signIn({ userName: "ana", password: "Quetzal-Rojo-47" });
    await popup.waitForText("14 keys");
    expect(await popup.has("button", "Console: CloudOps")).toBe(true);
    expect((await popup.keyNames()).length).toBeGreaterThan(5);
    await popup.waitForText("Never used");
  });

  it("copies the endpoint in one click", async () => {
    await popup.click("button", "Copy endpoint");
    await popup.waitForText("Copied: Endpoint");
    expect(await story.chromium.clipboard()).toBe(`${story.sandbox.cloudops.origin}/api/v2`);
  });

  it("generates a key, masked until it is revealed, that works at once", async () => {
    await popup.generate("invoice-export");
    const region = await popup.find("region", "New API key invoice-export");
    expect(await region.evaluate((element) => element.textContent)).toContain("•••");
    const masked = await popup.page.content();
    const key = await popup.revealedKey("invoice-export");
    expect(key.length).toBeGreaterThanOrEqual(40);
    expect(masked).not.toContain(key);
    const answer = await fetch(`${story.sandbox.cloudops.origin}/api/v2/environments`, {
      headers: { "MC-Api-Key": key },
    });
    expect(answer.status).toBe(200);
    await popup.click("button", "Copy key");
    await popup.waitForText("Copied: the key invoice-export");
    expect(await story.chromium.clipboard()).toBe(key);
  });

  it("copies the key as a header, a curl call, a line of .env and JSON", async () => {
    const key = await popup.page.$eval("output", (output) => output.textContent ?? "");
    const forms = {
      "HTTP header": `MC-Api-Key: ${key}`,
      curl: `curl --header 'MC-Api-Key: ${key}' '${story.sandbox.cloudops.origin}/api/v2/environments'`,
      ".env": `MC_API_KEY='${key}'`,
      JSON: JSON.stringify(
        { kind: "consoleApiKey", apiUrl: `${story.sandbox.cloudops.origin}/api/v2`, apiKey: key },
        null,
        2,
      ),
    };
    for (const [form, text] of Object.entries(forms)) {
      await popup.click("button", "Copy as…");
      await popup.click("menuitem", form);
      await popup.waitForText(`Copied: ${form}`);
      expect(await story.chromium.clipboard()).toBe(text);
    }
  });

  it("shows where and when the key was last used, once it was", async () => {
    await popup.click("button", "Dismiss");
    await popup.waitForNoText("Keep it now");
    const refresh = await popup.page.waitForSelector(
      "::-p-aria([role=button]) >>> [title^=Refresh], button[title^=Refresh]",
    );
    await refresh?.click();
    await popup.fill("Search keys", "invoice");
    await popup.waitForText("127.0.0.1");
    await popup.waitForText("1 of 15");
  });

  it("renames a key", async () => {
    await popup.click("button", "Rename invoice-export");
    await popup.fill("New name", "invoice-export-2");
    await popup.page.keyboard.press("Enter");
    await popup.waitForText("Renamed to invoice-export-2");
    await popup.find("button", "Revoke invoice-export-2");
    expect(await namesOnConsole(story.sandbox.cloudops, "ana")).toContain("invoice-export-2");
  });

  it("revokes a key after asking", async () => {
    await popup.click("button", "Revoke invoice-export-2");
    await popup.find("dialog", "Revoke API key");
    await popup.click("button", "Cancel");
    expect(await namesOnConsole(story.sandbox.cloudops, "ana")).toContain("invoice-export-2");
    await popup.click("button", "Revoke invoice-export-2");
    await popup.click("button", "Revoke");
    await popup.waitForText("Revoked invoice-export-2");
    await popup.waitForText("No key matches “invoice”");
    expect(await namesOnConsole(story.sandbox.cloudops, "ana")).not.toContain("invoice-export-2");
  });

  it("searches without minding case and accents, and sorts by name and by last activity", async () => {
    await popup.fill("Search keys", "BACKUP");
    await popup.waitForText("1 of 14");
    await popup.click("button", "Clear search");
    const byName = await popup.keyNames();
    await popup.click("button", "Sort by name, ascending");
    await popup.find("button", "Sort by name, descending");
    expect((await popup.keyNames())[0]).not.toBe(byName[0]);
    await popup.click("button", "Sort by last activity");
    await popup.find("button", "Sort by last activity, descending");
    expect((await popup.keyNames())[0]).toBe("monitoring (zabbix)");
  });

  it("connects a second console and switches between the two", async () => {
    await popup.click("button", "Console: CloudOps");
    await popup.click("menuitem", "Connect another console");
    await popup.connect(story.sandbox.tigo.origin);
    await popup.waitForText("A CloudMC console called TIGO MCO");
    await popup.signIn({ userName: "diego", password: "Diez-Llaves-Sol-33" });
    await popup.waitForText("10 keys");
    await popup.click("button", "Console: TIGO MCO");
    await popup.click("menuitemradio", "CloudOps");
    await popup.waitForText("14 keys");
  });

  it("signs out, and keeps nothing of the list", async () => {
    await popup.click("button", "Console: CloudOps");
    await popup.click("menuitem", "Sign out");
    await popup.find("heading", "Sign in to CloudOps");
    const readStored = () => popup.page.evaluate(async () => JSON.stringify(await chrome.storage.local.get(null)));
    // what is kept of the list is taken away right after the session is over
    await waitFor(async () => !(await readStored()).includes("monitoring (zabbix)"), { what: "the list to be gone" });
    expect(await readStored()).toContain("diego");
  });
});
