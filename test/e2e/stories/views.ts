/** Every view, one after the other, for whoever wants to look at all of them. Works in each language. */
import type { ElementHandle, Page } from "puppeteer-core";
import { type Language, messages } from "../../../lib/i18n.ts";
import { wordsOfBrand } from "../../../lib/locales/brands.ts";
import type { MessageKey } from "../../../lib/locales/en.ts";
import { control } from "../../sandbox/control.ts";
import type { SandboxConsole } from "../../sandbox/sandbox.ts";
import { waitFor } from "../browsers/wait-for.ts";
import { PopupPage } from "../pages/popup.ts";
import { visitFillViews } from "./fill-views.ts";
import { visitServiceViews } from "./service-views.ts";
import { passwordOf, type Story } from "./story.ts";

export type Visit = (view: string, page: Page) => Promise<void>;
/** Says something in the language and brand of the views. */
export type Say = (key: MessageKey, gaps?: Record<string, string>) => string;

export async function visitViews(
  story: Story,
  console: SandboxConsole,
  language: Language,
  visit: Visit,
): Promise<void> {
  const own = wordsOfBrand(console.name, language);
  const t: Say = (key, gaps = {}) =>
    (own[key] ?? messages[language][key]).replaceAll(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap);
  const server = control(console.origin);

  let popup = await story.open();
  await popup.find("button", t("connect.submit"));
  await visit("connect", popup.page);
  await popup.fill(t("connect.address"), "http://console.example.com");
  await popup.click("button", t("connect.submit"));
  await popup.waitForText(t("next.address_insecure"));
  await visit("connect-refused", popup.page);

  await popup.fill(t("connect.address"), console.origin);
  await popup.click("button", t("connect.submit"));
  await popup.find("heading", t("signIn.title", { name: console.name }));
  await visit("sign-in", popup.page);

  const signIn = async (userName: string, password: string) => {
    await popup.fill(t("signIn.userName"), userName);
    await popup.fill(t("signIn.password"), password);
    await popup.click("button", t("signIn.submit"));
  };
  await signIn("otto", passwordOf(console, "otto"));
  await popup.find("textbox", t("signIn.code"));
  await visit("sign-in-code", popup.page);

  await popup.fill(t("signIn.code"), "1");
  await signIn("vera", passwordOf(console, "vera"));
  await popup.waitForText(t("keys.empty"));
  await visit("keys-empty", popup.page);
  await popup.click("tab", t("services.tab"));
  await popup.waitForText(t("services.empty"));
  await visit("services-empty", popup.page);
  await popup.click("tab", t("keys.tab"));
  const menu = t("header.console", { name: console.name });
  await popup.click("button", menu);
  await popup.find("menuitem", t("header.signOut"));
  await visit("menu", popup.page);
  await popup.click("menuitem", t("header.signOut"));

  await popup.find("heading", t("signIn.title", { name: console.name }));
  await signIn("ana", passwordOf(console, "ana"));
  await popup.waitForText("monitoring");
  await visit("keys", popup.page);

  await visitServiceViews({ popup, server, language, t, visit });
  popup = await visitFillViews({ story, language, t, visit });
  await popup.click("tab", t("keys.tab"));

  await popup.click("button", t("keys.generate"));
  await popup.fill(t("keys.name"), "ci-runner");
  await visit("generate", popup.page);
  await popup.click("button", t("keys.generateSubmit"));
  await popup.find("region", t("fresh.title", { name: "ci-runner" }));
  await visit("fresh-key", popup.page);
  await popup.click("button", t("fresh.reveal"));
  await popup.click("button", t("fresh.copyAs"));
  await popup.find("menuitem", "curl");
  await visit("fresh-key-revealed", popup.page);
  await popup.escape("menuitem", "curl");
  await popup.click("button", t("fresh.dismiss"));
  await popup.find("dialog", t("fresh.dismissTitle"));
  await visit("dismiss", popup.page);
  await popup.escape("dialog", t("fresh.dismissTitle"));

  await server.fault({ path: "/api_keys", method: "POST", fault: { kind: "truncate" } });
  await popup.click("button", t("keys.generate"));
  await popup.fill(t("keys.name"), "lost-one");
  await popup.click("button", t("keys.generateSubmit"));
  await popup.waitForText(t("fresh.lost", { name: "lost-one" }));
  await visit("lost-key", popup.page);
  // the list that comes in meanwhile may push the button away from under the pointer
  await waitFor(
    async () => {
      const dismiss = await popup.page.evaluateHandle((name) => {
        const title = [...document.querySelectorAll("strong")].find((one) => one.textContent?.includes("lost-one was"));
        const buttons = [...(title?.parentElement?.querySelectorAll("button") ?? [])];
        return buttons.find((button) => button.textContent?.trim() === name) ?? null;
      }, t("fresh.dismiss"));
      await (dismiss.asElement() as ElementHandle<HTMLButtonElement> | null)?.click();
      return !(await popup.text()).includes("lost-one was");
    },
    { what: "the news to be gone" },
  );

  await popup.click("button", t("keys.rename", { name: "backup-nightly" }));
  await visit("rename", popup.page);
  await popup.escape("textbox", t("keys.newName"));
  await popup.click("button", t("keys.revoke", { name: "backup-nightly" }));
  await popup.find("dialog", t("keys.revokeTitle"));
  await visit("revoke", popup.page);
  await popup.escape("dialog", t("keys.revokeTitle"));

  await popup.fill(t("keys.search"), "no such key");
  await popup.waitForText(t("keys.noMatch", { search: "no such key" }));
  await visit("no-match", popup.page);
  await popup.fill(t("keys.search"), "");

  await server.fault({ path: "/api_keys", method: "GET", times: 0, fault: { kind: "status", status: 500 } });
  await story.closePopup();
  popup = await story.open();
  await popup.find("button", t("app.tryAgain"));
  await visit("keys-failed", popup.page);
  await server.clear();

  await server.expireSessions();
  await popup.click("button", t("app.tryAgain"));
  await popup.waitForText(t("signIn.ended", { name: console.name }));
  await visit("session-ended", popup.page);

  await popup.page.evaluate(() => chrome.storage.local.set({ settings: { version: 99, data: {} } }));
  await story.closePopup();
  popup = await story.open();
  await popup.find("heading", t("storage.title"));
  await visit("storage-trouble", popup.page);
  await popup.page.evaluate(() => chrome.storage.local.remove("settings"));

  const page = await story.chromium.newPage(`chrome-extension://${story.chromium.extensionId}/options.html`);
  const options = await new PopupPage(page).ready();
  await options.find("heading", t("settings.title"));
  await visit("options", page);
  await options.click("button", t("settings.remove", { name: console.name }));
  await options.find("dialog", t("settings.removeTitle"));
  await visit("options-remove", page);
  await page.close();
}
