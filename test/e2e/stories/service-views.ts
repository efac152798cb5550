/** Every view of a console's services, one after the other: part of `visitViews`, in each language. */
import { knownFieldOf } from "../../../lib/credentials/known-fields.ts";
import type { Language } from "../../../lib/i18n.ts";
import type { Control } from "../../sandbox/control.ts";
import { waitFor } from "../browsers/wait-for.ts";
import type { PopupPage } from "../pages/popup.ts";
import { ServicesPart } from "../pages/services.ts";
import type { Say, Visit } from "./views.ts";

interface Tour {
  readonly popup: PopupPage;
  readonly server: Control;
  readonly language: Language;
  readonly t: Say;
  readonly visit: Visit;
}

export async function visitServiceViews({ popup, server, language, t, visit }: Tour): Promise<void> {
  const services = new ServicesPart(popup);
  const { page } = popup;
  const ana = { userName: "ana" } as const;
  const objects = "Objects-r1 / production";
  const labelOf = (key: string) => knownFieldOf(key)?.label[language] ?? key;
  const choose = async (name: string) => {
    await popup.click("combobox", t("services.pick"));
    await services.selectAll();
    await page.keyboard.type(name);
    await waitFor(async () => (await services.activeOption()) === name, { what: `the option ${name}` });
    await page.keyboard.press("Enter");
    await waitFor(async () => (await services.options()).length === 0, { what: "the list to close" });
  };
  const table = (name: string) => popup.find("table", t("services.fields", { name }));
  const isSelected = (format: string) => page.waitForSelector(`dialog option[value="${format}"]:checked`);

  await popup.click("tab", t("services.tab"));
  await popup.waitForText(t("services.choose"));
  await visit("services-choose", page);
  await popup.click("combobox", t("services.pick"));
  await waitFor(async () => (await services.options()).length > 0, { what: "the options", timeout: 15_000 });
  await page.keyboard.press("ArrowDown");
  await visit("services-list", page);
  await page.keyboard.type("nowhere");
  await popup.waitForText(t("services.noMatch", { search: "nowhere" }));
  await visit("services-no-match", page);
  await page.keyboard.press("Escape");

  await choose(objects);
  const fields = await table(objects);
  await services.clickIn(fields, t("services.reveal", { label: labelOf("password") }));
  await visit("services-fields", page);

  await server.serviceFields(ana, "Stack-r1", "production", [
    { key: "anUnknownAndRatherLongFieldOfThisConsole", value: "https://a.rather.long.address.example.com/v3/and/more" },
    { key: "numberOfThings", value: 12, sensitive: false, environmentSpecific: true },
    { key: "region", value: null },
    { key: "notes", value: "lorem ipsum ".repeat(400), sensitive: false },
    { key: "password", value: "x".repeat(3000), sensitive: true },
  ]);
  await choose("Stack-r1 / production");
  await services.clickIn(await table("Stack-r1 / production"), t("services.reveal", { label: labelOf("password") }));
  await visit("services-odd-fields", page);

  for (const [view, name, sentence] of [
    ["unreachable", "Compute-r2 / production", t("services.explainUnreachable")],
    ["preparing", "Stack-r1 / asked-for", t("services.explainPreparing", { state: "PENDING" })],
    ["broken", "Stack-r1 / failed", t("services.explainBroken", { state: "ERROR_PROVISIONING" })],
    ["gone", "Stack-r1 / deleted", t("services.explainGone", { state: "PURGED" })],
    ["no-environment", "Backup-r1", t("services.explainNoEnvironment")],
    ["forbidden", "Objects-r2 / former-team", t("error.environment_forbidden")],
    ["no-credentials", "Analytics / production", t("error.no_credentials")],
  ] as const) {
    await choose(name);
    await popup.waitForText(sentence);
    if (view === "unreachable") await table(name);
    await visit(`services-${view}`, page);
  }

  await choose(objects);
  await table(objects);
  await popup.click("button", t("export.open"));
  await popup.find("dialog", t("export.title"));
  await visit("export-openstack", page);
  await page.select("dialog select", "keystoneV2 openrc-v2");
  await popup.waitForText(t("export.deprecated"));
  await visit("export-deprecated", page);
  await page.select("dialog select", "s3 aws-profile");
  await isSelected("s3 aws-profile");
  await popup.fill(t("export.endpoint"), "https://s3.example.com/with a space");
  await visit("export-s3", page);
  await page.select("dialog select", "s3 s3cmd");
  await isSelected("s3 s3cmd");
  await visit("export-refused", page);
  await popup.fill(t("export.endpoint"), "");
  await popup.escape("dialog", t("export.title"));

  await popup.click("button", t("services.regenerate"));
  const dialog = await popup.find("dialog", t("services.regenerateTitle"));
  await visit("regenerate", page);
  await server.tasks({ polls: 1_000 });
  await services.clickIn(dialog, t("services.regenerate"));
  await popup.waitForText(t("renewal.running", { name: objects }));
  await popup.waitForNoText(t("services.regenerateEffect"));
  await visit("renewal-running", page);
  await server.endTasks();
  const card = await popup.find("region", t("renewal.title", { name: objects }));
  await visit("renewal-received", page);
  await services.clickIn(card, t("fresh.dismiss"));
  await popup.waitForText(t("renewal.dismissed", { name: objects }));

  await server.tasks({ outcome: "failed" });
  await popup.click("button", t("services.regenerate"));
  await services.clickIn(await popup.find("dialog", t("services.regenerateTitle")), t("services.regenerate"));
  await popup.waitForText(t("renewal.failed", { name: objects }));
  await visit("renewal-failed", page);
  await server.tasks({});
  await popup.click("button", t("fresh.dismiss"));
  await popup.waitForNoText(t("renewal.failed", { name: objects }));

  const vault = "Vault-r1 / production";
  await choose(vault);
  await popup.find("region", t("s3.title"));
  await visit("s3-keys", page);
  await popup.click("button", t("s3.generate"));
  const generate = await popup.find("dialog", t("s3.generate"));
  await visit("s3-generate", page);
  await popup.fill(t("s3.region"), "ca-west-1");
  await services.clickIn(generate, t("s3.generateSubmit"));
  const title = t("renewal.s3Title", { name: `${vault} (ca-west-1)` });
  const key = await popup.find("region", title);
  await visit("s3-received", page);
  await services.clickIn(key, t("fresh.dismiss"));
  const dismissing = await popup.find("dialog", t("renewal.dismissTitle"));
  await visit("s3-dismiss", page);
  await services.clickIn(dismissing, t("fresh.dismiss"));
  await waitFor(async () => !(await popup.has("region", title)), { what: "the card to go" });
  await popup.click("button", t("s3.replace", { region: "ca-east-1" }));
  await popup.find("dialog", t("s3.generate"));
  await visit("s3-replace", page);
  await popup.escape("dialog", t("s3.generate"));
  await popup.click("button", t("s3.delete", { region: "ca-east-1" }));
  await popup.find("dialog", t("s3.deleteTitle"));
  await visit("s3-delete", page);
  await popup.escape("dialog", t("s3.deleteTitle"));
}
