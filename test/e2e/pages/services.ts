/** The services of a console as a user sees them in the popup: the combo box, tables of fields, dialogs, formats. */
import type { ElementHandle, Page } from "puppeteer-core";
import { waitFor } from "../browsers/wait-for.ts";
import { by, type PopupPage } from "./popup.ts";

/** One line of a table of credentials, as it is on screen. */
export interface ShownField {
  readonly label: string;
  /** In the face of what is shown as the console calls it. */
  readonly isRaw: boolean;
  readonly isEnvironmentOnly: boolean;
  /** Empty while masked. */
  readonly value: string;
  readonly isMasked: boolean;
}

export class ServicesPart {
  readonly popup: PopupPage;
  readonly page: Page;

  constructor(popup: PopupPage) {
    this.popup = popup;
    this.page = popup.page;
  }

  /** Goes to the services by their tab. */
  async open(): Promise<this> {
    await this.popup.click("tab", "Services");
    await this.popup.find("tabpanel", "Services");
    return this;
  }

  /** What the combo box says: the chosen one, or what is being typed. */
  picked(): Promise<string> {
    return this.popup.valueOf("Service");
  }

  /** Opens the list, once it is there, by a click into the text box. */
  async openList(): Promise<void> {
    await this.popup.click("combobox", "Service");
    await waitFor(async () => (await this.options()).length > 0, { what: "the options", timeout: 15_000 });
  }

  /** Names of the options that are in the document. */
  options(): Promise<string[]> {
    return this.page.$$eval("[role=option]", (options) =>
      options.map((option) => option.querySelector("[dir=auto]")?.textContent ?? ""),
    );
  }

  async clickOption(name: string): Promise<void> {
    const option = await this.page.waitForSelector(`::-p-xpath(//*[@role="option"][.//*[text()="${name}"]])`);
    await option?.click();
    await option?.dispose();
  }

  /** The option that the keyboard is on; empty for none. */
  activeOption(): Promise<string> {
    return this.page.evaluate(() => {
      const id = document.querySelector("[role=combobox]")?.getAttribute("aria-activedescendant");
      const option = id == null ? null : document.getElementById(id);
      return option?.querySelector("[dir=auto]")?.textContent ?? "";
    });
  }

  /** Chooses by typing the whole name, and waits until the combo box shows it. */
  async choose(name: string): Promise<void> {
    await this.openList();
    await this.selectAll();
    await this.page.keyboard.type(name);
    await waitFor(async () => (await this.activeOption()) === name, { what: `the option ${name}` });
    await this.page.keyboard.press("Enter");
    await waitFor(async () => (await this.options()).length === 0, { what: "the list to close" });
  }

  /** By keyboard, in the box that has the focus. */
  async selectAll(): Promise<void> {
    await this.page.keyboard.down("Control");
    await this.page.keyboard.press("a");
    await this.page.keyboard.up("Control");
  }

  /** Chooses, and waits for the table of its credentials. */
  async show(name: string): Promise<void> {
    await this.choose(name);
    await this.table(name);
  }

  table(name: string): Promise<ElementHandle> {
    return this.popup.find("table", `Credentials of ${name}`);
  }

  /** Every line of the table of this name. */
  async fields(table: string): Promise<ShownField[]> {
    const found = await this.popup.find("table", table);
    return found.$$eval("tr", (rows) =>
      rows.map((row) => ({
        label: row.querySelector("th span")?.textContent ?? "",
        isRaw: (row.querySelector("th span")?.className ?? "") !== "",
        isEnvironmentOnly: row.querySelector("th small") !== null,
        value: row.querySelector("output, [dir=ltr], td > span:only-child")?.textContent ?? "",
        isMasked: row.querySelector("td [role=img]") !== null,
      })),
    );
  }

  /** Clicks on a button that is found only inside of this element. */
  async clickIn(scope: ElementHandle, name: string): Promise<void> {
    const button = await scope.waitForSelector(by("button", name), { timeout: 15_000 });
    await button?.click();
    await button?.dispose();
  }

  /** Reveals a secret within a table or card, and reads it. */
  async reveal(scope: ElementHandle, label: string): Promise<string> {
    await this.clickIn(scope, `Reveal ${label}`);
    return waitFor(
      () =>
        scope.$$eval(
          "output",
          (outputs, wanted) =>
            outputs.find((output) => output.getAttribute("aria-label") === wanted)?.textContent ?? "",
          label,
        ),
      { what: `the revealed ${label}` },
    );
  }

  /** Chooses a format in the open export dialog, by its name and that of its group, as a person does in a select. */
  async chooseFormat(group: string, name: string): Promise<void> {
    const value = (await this.formats()).find((one) => one.group === group && one.name === name)?.value;
    if (value === undefined) throw new Error(`There is no format ${name} for ${group}.`);
    await this.page.select("dialog select", value);
    await waitFor(
      async () => (await this.page.$eval("dialog select", (select) => (select as HTMLSelectElement).value)) === value,
      { what: `the format ${name}` },
    );
  }

  /** Every format on offer, in its group. */
  formats(): Promise<{ group: string; name: string; value: string }[]> {
    return this.page.$$eval("dialog option", (options) =>
      options.map((option) => ({
        group: option.closest("optgroup")?.label ?? "",
        name: option.textContent ?? "",
        value: (option as HTMLOptionElement).value,
      })),
    );
  }

  /** The texts of the preview, by the file's name as it is on screen. */
  async previews(): Promise<Record<string, string>> {
    const all = await this.page.$$eval("dialog section[aria-label]:has(pre)", (sections) =>
      sections.map((section) => [section.getAttribute("aria-label") ?? "", section.querySelector("pre")?.innerText]),
    );
    return Object.fromEntries(all.filter(([name]) => !name?.endsWith(", secrets hidden")));
  }

  /** Everything that the extension has stored, on disk and in memory, as text. */
  stored(): Promise<{ local: string; session: string }> {
    return this.page.evaluate(async () => ({
      local: JSON.stringify(await chrome.storage.local.get(null)),
      session: JSON.stringify(await chrome.storage.session.get(null)),
    }));
  }

  /** The whole document, with what is typed into it. */
  async document(): Promise<string> {
    const typed = await this.page.$$eval("input", (inputs) => inputs.map(({ value }) => value).join("\n"));
    return `${await this.page.content()}\n${typed}`;
  }

  badge(): Promise<string> {
    return this.page.evaluate(() => chrome.action.getBadgeText({}));
  }
}
