/** The options page: consoles, language, privacy, version. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "../browsers/wait-for.ts";
import { PopupPage } from "../pages/popup.ts";
import { type Story, startStory } from "./story.ts";

let story: Story;
let options: PopupPage;

beforeAll(async () => {
  story = await startStory();
  const popup = await story.openSignedIn("ana");
  await popup.waitForText("14 keys");
  await popup.generate("waiting");
  await popup.find("region", "New API key waiting");
  const target = story.chromium.browser.waitForTarget((one) => one.url().includes("options"));
  await popup.click("button", "Settings");
  await target;
  const page = await story.chromium.newPage(`chrome-extension://${story.chromium.extensionId}/options.html`);
  options = await new PopupPage(page).ready();
});
afterAll(() => story.close());

const hasAccess = () => options.page.evaluate(() => chrome.permissions.contains({ origins: ["http://127.0.0.1/*"] }));
const nameField = () => `Name shown for ${story.sandbox.cloudops.origin}`;

describe("the options page", () => {
  it("renames a console, and gives it its own name back when emptied", async () => {
    await options.fill(nameField(), "Production");
    await options.click("button", "Save name");
    await options.waitForText("Saved: Production");
    await options.find("button", "Remove Production");
    await options.fill(nameField(), "");
    await options.click("button", "Save name");
    await options.find("button", "Remove CloudOps");
  });

  it("says what happens to data, and which version it is", async () => {
    await options.waitForText("Nothing is sent anywhere but to the consoles that you connect.");
    await options.waitForText(/Version \d+\.\d+\.\d+/u);
  });

  it("changes the language at once, everywhere", async () => {
    await options.click("radio", "Español");
    await options.find("heading", "Configuración");
    expect(await options.page.$eval("html", (html) => html.lang)).toBe("es");
    const popup = await story.open();
    await popup.find("button", "Generar clave de API");
    await options.page.bringToFront();
    await options.click("radio", "Français");
    expect(await (await story.open()).has("button", "Générer une clé API")).toBe(true);
    await options.page.bringToFront();
    await options.click("radio", "English");
    await options.find("heading", "Settings");
  });

  it("removes a console with all that is known of it, and gives its access back", async () => {
    expect(await hasAccess()).toBe(true);
    await options.click("button", "Remove CloudOps");
    await options.waitForText("1 new key that you have not dismissed goes with it.");
    await options.click("button", "Remove");
    await options.waitForText("No console is connected yet.");
    await waitFor(async () => !(await hasAccess()), { what: "the access to be given back" });
    const stored = await options.page.evaluate(async () =>
      JSON.stringify([await chrome.storage.local.get(null), await chrome.storage.session.get(null)]),
    );
    expect(stored).not.toContain("CloudOps");
    expect(stored).not.toContain("waiting");
  });
});
