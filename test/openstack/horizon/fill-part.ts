/** “Fill this page” as a user sees it in the popup: the button, the question with its lines, and the news. */
import type { ElementHandle } from "puppeteer-core";
import { expect } from "vitest";
import { en } from "../../../lib/locales/en.ts";
import { waitFor } from "../../e2e/browsers/wait-for.ts";
import type { PopupPage } from "../../e2e/pages/popup.ts";
import { ServicesPart } from "../../e2e/pages/services.ts";
import { control } from "../../sandbox/control.ts";
import type { SandboxConsole } from "../../sandbox/sandbox.ts";
import type { ServiceField } from "../../sandbox/services/service-field.ts";
import type { Cloud, CloudUser } from "../cloud-schema.ts";
import { userFields } from "../handed-out.ts";

/** What the dialog says before it fills. */
export interface Question {
  readonly text: string;
  /** What goes where, by the field's label on the page: what it is called, and the value, or dots. */
  readonly lines: Readonly<Record<string, readonly [kind: string, shown: string]>>;
}

export const hidden = "••••••••";

const service = { connection: "Objects-r1", environment: "production" };
const entry = `${service.connection} / ${service.environment}`;

/** What the dialog says, with its reason, of a page that is for something else. */
export const noPlace = {
  lines: {},
  text: expect.stringMatching(RegExp(`${en["fill.nothing"]}.*${en["fill.whyForm"]}`)) as unknown,
};

const filled = /^Filled \d+ fields?: (.*)$/;

/** What the lines of a question put in, in the popup's words. */
export function kindsOf(lines: Question["lines"]): string[] {
  return Object.values(lines)
    .map(([kind]) => kind)
    .sort();
}

/** A user's credentials, as the console has them for this region. */
export function fieldsFor(cloud: Cloud, user: CloudUser, region = cloud.region): readonly ServiceField[] {
  return userFields({ ...cloud, region }, user);
}

/** Has the console hand out these fields for ana's object storage. */
export async function handOut({ origin }: SandboxConsole, fields: readonly ServiceField[]): Promise<void> {
  await control(origin).serviceFields({ userName: "ana" }, service.connection, service.environment, fields);
}

export class FillPart {
  readonly popup: PopupPage;
  readonly #services: ServicesPart;

  constructor(popup: PopupPage) {
    this.popup = popup;
    this.#services = new ServicesPart(popup);
  }

  /** Chooses the service, unless the popup remembers it, and waits for its credentials. */
  async choose(): Promise<this> {
    await this.#services.open();
    if ((await this.#services.picked()) === entry) await this.#services.table(entry);
    else await this.#services.show(entry);
    return this;
  }

  /** Presses “Fill this page”, where no question follows. */
  async press(): Promise<void> {
    await this.popup.click("button", en["fill.open"]);
  }

  /** Presses “Fill this page”, and reads the question. */
  async ask(): Promise<Question> {
    await this.press();
    const dialog = await this.#dialog();
    return dialog.evaluate((element) => {
      const rows = [...element.querySelectorAll("tr")];
      const textOf = (row: Element, what: string) => row.querySelector(what)?.textContent ?? "";
      const lines = rows.map((row) => [
        textOf(row, "th"),
        [textOf(row, "td small"), textOf(row, "td span")] as [string, string],
      ]);
      return { text: element.textContent ?? "", lines: Object.fromEntries(lines) };
    });
  }

  /** Says yes, and gives what was filled. */
  async answer(answer: "once" | "always"): Promise<string[]> {
    await this.#services.clickIn(await this.#dialog(), en[`fill.${answer}`]);
    return this.filled();
  }

  /** Waits for the news on screen, which are also announced, and gives what was filled. */
  async filled(): Promise<string[]> {
    const titles = () => this.popup.page.$$eval("main strong", (all) => all.map((one) => one.textContent ?? ""));
    const news = await waitFor(async () => (await titles()).map((title) => filled.exec(title)?.[1]).find(Boolean), {
      what: "the news of what was filled",
    });
    return news.split(", ");
  }

  /** Waits until the extension has done with this origin's pages: it follows one after filling it, for a while. */
  async forgotten(origin: string): Promise<void> {
    const isKnown = async () => (await this.#services.stored()).session.includes(JSON.stringify(origin));
    await waitFor(async () => !(await isKnown()), { what: `${origin} to be followed no longer` });
  }

  /** Where the popup, or what the extension has stored, holds this value. */
  async traces(value: string): Promise<string[]> {
    const { local, session } = await this.#services.stored();
    const quoted = JSON.stringify(value).slice(1, -1);
    const text = await this.popup.page.$eval("body", (body) => body.textContent ?? "");
    return Object.entries({ local, session, text }).flatMap(([place, all]) =>
      all.includes(place === "text" ? value : quoted) ? [place] : [],
    );
  }

  #dialog(): Promise<ElementHandle> {
    return this.popup.find("dialog", en["fill.title"]);
  }
}
