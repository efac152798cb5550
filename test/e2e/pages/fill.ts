/** Filling as a user sees it in the popup: the button, the question before it, and what came of it. */
import { waitFor } from "../browsers/wait-for.ts";
import type { PopupPage } from "./popup.ts";

/** One line of what goes where. */
export interface ShownLine {
  readonly field: string;
  /** What goes in, as people call it. */
  readonly what: string;
  /** Null for secrets. */
  readonly value: string | null;
}

const question = "Fill this page?";

export class FillPart {
  readonly popup: PopupPage;

  constructor(popup: PopupPage) {
    this.popup = popup;
  }

  async press(): Promise<void> {
    await this.popup.click("button", "Fill this page");
  }

  /** Presses the button, and waits for the question. */
  async ask(): Promise<string> {
    await this.press();
    return this.question();
  }

  /** Presses the button, and waits for news without a question. */
  async fillUnasked(news: string | RegExp): Promise<void> {
    await this.press();
    await this.popup.waitForText(news);
    if (await this.isAsking()) throw new Error(`It asks: ${await this.question()}`);
  }

  /** The text of the question, once it is there. */
  async question(): Promise<string> {
    const dialog = await this.popup.find("dialog", question);
    return dialog.evaluate((element) => (element as HTMLElement).innerText);
  }

  isAsking(): Promise<boolean> {
    return this.popup.has("dialog", question);
  }

  lines(): Promise<ShownLine[]> {
    return this.popup.page.$$eval("dialog tr", (rows) =>
      rows.map((row) => ({
        field: row.querySelector("th")?.textContent ?? "",
        what: row.querySelector("td small")?.textContent ?? "",
        value: row.querySelector("td span:not([role])")?.textContent ?? null,
      })),
    );
  }

  /** Answers by the button of this name, and waits until the question is gone. */
  async answer(button: "Fill once" | "Always fill here" | "Cancel" | "Close"): Promise<void> {
    await this.popup.click("button", button);
    await waitFor(async () => !(await this.isAsking()), { what: "the question to go", timeout: 15_000 });
  }

  /** Answers the question about a page that is another one by now: that is said, and the question is no more. */
  async answerInVain(button: "Fill once" | "Always fill here"): Promise<void> {
    await this.popup.click("button", button);
    await this.popup.waitForText(/The page has changed since you were asked|The page is no longer there/u);
    if (await this.isAsking()) await this.answer("Cancel");
  }

  /** Asks and answers. */
  async fill(button: "Fill once" | "Always fill here" = "Fill once"): Promise<void> {
    await this.ask();
    await this.answer(button);
    await this.popup.waitForText(/Filled \d+ field|Nothing was filled/u);
  }

  /** Takes the news away. */
  async dismiss(): Promise<void> {
    await this.popup.click("button", "Dismiss");
    await waitFor(async () => !(await this.popup.has("button", "Dismiss")), { what: "the news to go" });
  }

  /** Opens what was not filled, and reads it; empty when there is nothing. */
  async gaps(): Promise<string[]> {
    return this.popup.page.$$eval("details li", (items) => items.map((item) => item.textContent ?? ""));
  }
}
