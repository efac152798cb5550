/** The popup as a user sees it: found by role and name, never by class or id. */
import type { ElementHandle, Page } from "puppeteer-core";
import { waitFor } from "../browsers/wait-for.ts";

export interface SignInInput {
  userName: string;
  password: string;
  organization?: string;
  code?: string;
}

/** The selector of a role and name. */
export const by = (role: string, name: string) => `::-p-aria([name="${name}"][role="${role}"])`;

export class PopupPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Waits for the first view. */
  async ready(): Promise<this> {
    await this.page.waitForSelector("#app > *");
    return this;
  }

  /** The one element of a role and name, once it is there. */
  async find(role: string, name: string): Promise<ElementHandle> {
    const found = await this.page.waitForSelector(by(role, name), { timeout: 15_000 }).catch(() => null);
    if (found === null) throw new Error(`There is no ${role} "${name}". On screen: ${await this.text()}`);
    return found;
  }

  async has(role: string, name: string): Promise<boolean> {
    return (await this.page.$(by(role, name))) !== null;
  }

  /** Presses Esc, and waits until what that closes is gone. */
  async escape(role: string, name: string): Promise<void> {
    await this.page.keyboard.press("Escape");
    await waitFor(async () => !(await this.has(role, name)), { what: `the ${role} "${name}" to close` });
  }

  async click(role: string, name: string): Promise<void> {
    const element = await this.find(role, name);
    await element.click();
    await element.dispose();
  }

  /** The input that a label of this text, or an accessible name, belongs to; Firefox's driver has no role for passwords. */
  private async field(name: string): Promise<ElementHandle<HTMLInputElement>> {
    return waitFor(
      async () => {
        const handle = await this.page.evaluateHandle((wanted) => {
          const label = [...document.querySelectorAll("label")].find((one) => one.textContent?.trim() === wanted);
          const input = label?.control ?? document.querySelector(`input[aria-label=${JSON.stringify(wanted)}]`);
          return input instanceof HTMLInputElement ? input : null;
        }, name);
        return handle.asElement() as ElementHandle<HTMLInputElement> | null;
      },
      { what: `a field "${name}"`, timeout: 15_000 },
    ).catch(async (error: unknown) => {
      throw new Error(`${String(error)} On screen: ${await this.text()}`);
    });
  }

  async fill(name: string, text: string): Promise<void> {
    const box = await this.field(name);
    await box.focus();
    await box.evaluate((input) => input.select());
    if (text === "") await this.page.keyboard.press("Backspace");
    // key by key where that is possible and quick
    else if (text.length < 100 && /^[ -~]*$/.test(text)) await this.page.keyboard.type(text);
    else await this.page.keyboard.sendCharacter(text);
    await box.dispose();
  }

  async valueOf(name: string): Promise<string> {
    return (await this.field(name)).evaluate((input) => input.value);
  }

  /** All text on screen. */
  text(): Promise<string> {
    return this.page.evaluate(() => document.body.innerText);
  }

  async waitForText(text: string | RegExp): Promise<void> {
    const pattern = typeof text === "string" ? { source: quoted(text), flags: "u" } : text;
    await waitFor(async () => new RegExp(pattern.source, pattern.flags).test(await this.text()), {
      what: `"${pattern.source}" on screen`,
      timeout: 15_000,
    }).catch(async (error: unknown) => {
      throw new Error(`${String(error)}. On screen: ${await this.text().catch(() => "(gone)")}`);
    });
  }

  async waitForNoText(text: string): Promise<void> {
    await waitFor(async () => !(await this.text()).includes(text), { what: `no "${text}" on screen`, timeout: 15_000 });
  }

  async connect(address: string): Promise<void> {
    await this.fill("Address", address);
    await this.click("button", "Connect");
  }

  async signIn({ userName, password, organization, code }: SignInInput): Promise<void> {
    await this.fill("User name", userName);
    await this.fill("Password", password);
    if (organization !== undefined) await this.fill("Organization", organization);
    if (code !== undefined) await this.fill("One-time code", code);
    await this.click("button", "Sign in");
  }

  async generate(name: string): Promise<void> {
    await this.click("button", "Generate API key");
    await this.fill("Name", name);
    await this.click("button", "Generate");
  }

  /** Reveals the key of the region "New API key <name>" and reads it. */
  async revealedKey(name: string): Promise<string> {
    const region = await this.find("region", `New API key ${name}`);
    const reveal = await region.waitForSelector(by("button", "Reveal key"));
    await reveal?.click();
    const output = await region.waitForSelector("output");
    return (await output?.evaluate((element) => element.textContent)) ?? "";
  }

  /** Names of the keys in the list, as far as they are drawn. */
  keyNames(): Promise<string[]> {
    return this.page.$$eval("ul [data-key] [dir=auto]", (names) => names.map((name) => name.textContent ?? ""));
  }
}

function quoted(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
