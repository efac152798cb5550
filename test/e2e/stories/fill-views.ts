/** Every view of filling, one after the other: part of `visitViews`, in each language. */
import { labelOfKind } from "../../../lib/autofill/kind-label.ts";
import type { Language } from "../../../lib/i18n.ts";
import { startPages } from "../../forms/pages/server.ts";
import { waitFor } from "../browsers/wait-for.ts";
import { horizon, login, pageOf, passwordRow, row } from "../pages/forms-to-fill.ts";
import { PopupPage } from "../pages/popup.ts";
import { ServicesPart } from "../pages/services.ts";
import type { Story } from "./story.ts";
import type { Say, Visit } from "./views.ts";

interface Tour {
  readonly story: Story;
  readonly language: Language;
  readonly t: Say;
  readonly visit: Visit;
}

/** A page with a long name, long labels, and a field that loses what is put into it. */
const awkward = pageOf(
  `<form action="/session" method="post"><h1>Log in</h1>
${row("user", `User name ${"of the account that this department uses ".repeat(3)}`, 'name="username" value="somebody"')}
${passwordRow}
<div><label for="region">Region</label><select id="region" name="region"><option>elsewhere-1</option></select></div>
<button>Log in</button></form><script>pass.oninput = () => { pass.value = ""; };</script>`,
  { title: "Login - OpenStack Dashboard" },
);

/** @returns the popup as it is afterwards, over a page of no importance. */
export async function visitFillViews({ story, language, t, visit }: Tour): Promise<PopupPage> {
  const pages = await startPages({ apps: false });
  const path = "/page.html";
  const named = (host: string) => `http://${host}:${pages.port}`;
  let popup = await openOver(pages.origin, login);

  async function openOver(origin: string, html: string): Promise<PopupPage> {
    pages.put(path, html);
    await story.page.goto(origin + path);
    return story.open();
  }
  const ask = async () => {
    await popup.click("button", t("fill.open"));
    await popup.find("dialog", t("fill.title"));
  };
  const openGaps = () => popup.page.click("details > summary");
  const gone = () => waitFor(async () => !(await popup.has("dialog", t("fill.title"))), { what: "the question to go" });

  try {
    await choose(popup, t, "Objects-r1 / staging");
    await ask();
    await visit("fill", popup.page);
    await popup.click("button", t("fill.always"));
    const names = [labelOfKind("username")[language], labelOfKind("password")[language]].join(", ");
    await popup.waitForText(t("fill.filled.other", { count: "2", names }));
    await visit("fill-done", popup.page);

    popup = await openOver(named("horizon.localhost"), login);
    await ask();
    await popup.click("button", t("fill.always"));
    await gone();
    popup = await openOver(named("horizon.localhost.a-rather-long-name-of-a-host.localhost"), awkward);
    await ask();
    await openGaps();
    await popup.waitForText(t("fill.lookalike", { of: named("horizon.localhost") }));
    await visit("fill-lookalike", popup.page);
    await popup.click("button", t("fill.once"));
    await gone();
    await openGaps();
    await visit("fill-done-gaps", popup.page);

    const other = await startPages({ apps: false });
    other.put(path, horizon(["r1"]));
    await story.page.goto(`http://horizon.localhost:${other.port}${path}`);
    popup = await story.open();
    await ask();
    await visit("fill-variant", popup.page);
    await popup.click("button", t("app.cancel"));
    await gone();
    await other.close();

    const code = pageOf(
      `<form><h1>Verify</h1>${row("code", "One-time code", 'autocomplete="one-time-code"')}${row("user", "User name", "disabled")}<button>Verify</button></form>`,
    );
    popup = await openOver(pages.origin, code);
    await ask();
    await openGaps();
    await visit("fill-nothing", popup.page);
    await popup.click("button", t("export.close"));
    await gone();

    popup = await openOver(pages.origin, pageOf("<h1>News</h1>"));
    await popup.click("button", t("fill.open"));
    await popup.waitForText(t("next.no_fields"));
    await visit("fill-no-form", popup.page);
    await popup.click("button", t("fresh.dismiss"));
    await popup.waitForNoText(t("next.no_fields"));

    popup = await openOver(
      pages.origin,
      pageOf(`<script>addEventListener("focusin", () => document.querySelector("form").remove());</script>${login}`),
    );
    await popup.click("button", t("fill.open"));
    await popup.waitForText(t("fill.nothingFilled"));
    await visit("fill-nothing-filled", popup.page);

    const page = await story.chromium.newPage(`chrome-extension://${story.chromium.extensionId}/options.html`);
    const options = await new PopupPage(page).ready();
    await options.waitForText(t("fill.originAlways", { name: "Objects-r1 / staging" }));
    await (await options.find("heading", t("fill.origins"))).scrollIntoView();
    await visit("options-origins", page);
    await page.close();
    await story.page.goto("about:blank");
    return await story.open();
  } finally {
    await pages.close();
  }
}

async function choose(popup: PopupPage, t: Say, name: string): Promise<void> {
  const services = new ServicesPart(popup);
  await popup.click("tab", t("services.tab"));
  await popup.click("combobox", t("services.pick"));
  await services.selectAll();
  await popup.page.keyboard.type(name);
  await waitFor(async () => (await services.activeOption()) === name, { what: `the option ${name}` });
  await popup.page.keyboard.press("Enter");
  await popup.find("table", t("services.fields", { name }));
}
