/** Horizon's own pages in a browser's tab: its sign-in, and what it says of who is signed in. */
import type { Page } from "puppeteer-core";

/** What Horizon has at its top; nothing where the variant does not show it. */
export interface SignedIn {
  readonly user: string;
  readonly domain: string;
  readonly project: string;
  readonly region: string;
}

/** By their names, as they would be sent: selects by the option's value. Without Django's own token. */
export type FieldValues = Readonly<Record<string, string>>;

/** They stand before the real ones in every form, for browsers that fill what nobody sees. */
export const decoys = { fake_email: "", fake_password: "" };

export class LoginPage {
  readonly page: Page;
  readonly origin: string;

  constructor(page: Page, origin: string) {
    this.page = page;
    this.origin = origin;
  }

  /** Signs out whoever is signed in, and shows the form. */
  async open(): Promise<this> {
    await this.page.goto(`${this.origin}/auth/logout/`);
    await this.page.waitForSelector("#loginBtn");
    return this;
  }

  /** Of the form that this button belongs to. */
  values(button = "#loginBtn"): Promise<FieldValues> {
    return this.page.$eval(button, (element) => {
      const form = element.closest("form");
      if (form === null) throw new Error("The button is in no form.");
      const named = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
      return Object.fromEntries(named.map(([name, value]) => [name, String(value)]));
    });
  }

  /** Presses Horizon's own button, and gives the path of the page that it leads to. */
  async press(): Promise<string> {
    await this.page.bringToFront();
    await Promise.all([this.page.waitForNavigation({ waitUntil: "load" }), this.page.click("#loginBtn")]);
    return new URL(this.page.url()).pathname;
  }

  signedIn(): Promise<SignedIn> {
    return this.page.$eval("nav.navbar", (bar) => {
      const textOf = (name: string) => bar.querySelector(`.${name}`)?.textContent?.trim() ?? "";
      const [user, domain] = [textOf("user-name"), textOf("context-domain")];
      return { user, domain, project: textOf("context-project"), region: textOf("region-title") };
    });
  }
}

/** The same server under this computer's name, which no permission for its address is good for. */
export function byName(origin: string): string {
  return origin.replace("//127.0.0.1:", "//localhost:");
}

/** Where one who is signed in changes the password. */
export const passwordPage = {
  path: "/settings/password/",
  button: "#change_password_modal [type=submit]",
  untouched: { ...decoys, current_password: "", new_password: "", confirm_password: "" },
};
