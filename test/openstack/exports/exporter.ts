/** Takes exports out of the popup as a user does: by the toolbar, the service, “Export as…”, the format, and a button. */
import type { CredentialKind } from "../../../lib/credentials/credentials.ts";
import type { Format } from "../../../lib/exports/format.ts";
import { formats } from "../../../lib/exports/formats.ts";
import { en } from "../../../lib/locales/en.ts";
import { waitFor } from "../../e2e/browsers/wait-for.ts";
import type { PopupPage } from "../../e2e/pages/popup.ts";
import { ServicesPart } from "../../e2e/pages/services.ts";
import { type Story, startStory } from "../../e2e/stories/story.ts";
import { control } from "../../sandbox/control.ts";
import type { ServiceField } from "../../sandbox/services/service-field.ts";
import { type Downloads, receiveDownloads } from "./downloads.ts";

export interface ExportedFile {
  /** As it is on screen, and as the browser saves it. Null for what is only copied. */
  readonly name: string | null;
  /** Where the dialog says that it goes. */
  readonly place: string | null;
  readonly text: string;
}

/** The other half is copied. */
const saved = new Set(
  ["clouds-yaml", "clouds-yaml-secure", "aws-profile", "rclone-s3", "swiftclient-python", "json"].concat([
    "openrc-v2",
    "terraform-openstack",
    "terraform-aws",
    "kubernetes-secret",
  ]),
);

const groups: Partial<Readonly<Record<CredentialKind, string>>> = {
  keystoneV3: en["export.kindKeystoneV3"],
  keystoneApplicationCredential: en["export.kindApplicationCredential"],
  keystoneV2: en["export.kindKeystoneV2"],
  s3: en["export.kindS3"],
};

const service = { connection: "Objects-r1", environment: "production" };
const table = `${service.connection} / ${service.environment}`;

/** What the exports call the cloud, profile or remote. */
export const cloudName = "objects-r1-production";

export class Exporter {
  readonly #story: Story;
  readonly #downloads: Downloads;
  #services: ServicesPart;
  /** What was taken of what is handed out now: copied again, it would not be told from what the clipboard held before. */
  readonly #taken = new Map<string, readonly ExportedFile[]>();

  private constructor(story: Story, downloads: Downloads, services: ServicesPart) {
    this.#story = story;
    this.#downloads = downloads;
    this.#services = services;
  }

  /** Starts a sandbox and a browser, and signs ana in. */
  static async start(): Promise<Exporter> {
    const story = await startStory();
    const downloads = await receiveDownloads(story.chromium.browser);
    const services = new ServicesPart(await story.openSignedIn("ana"));
    await services.open();
    await services.show(table);
    return new Exporter(story, downloads, services);
  }

  async close(): Promise<void> {
    await this.#story.close();
    await this.#downloads.close();
  }

  /** Has the console hand out these fields, and opens the popup anew, which fetches them. */
  async handOut(fields: readonly ServiceField[]): Promise<void> {
    const { connection, environment } = service;
    const { origin } = this.#story.sandbox.cloudops;
    await control(origin).serviceFields({ userName: "ana" }, connection, environment, fields);
    await this.#story.closePopup();
    this.#services = new ServicesPart(await this.#story.open());
    await this.#services.table(table);
    this.#taken.clear();
  }

  /** The ids of the formats that the dialog offers. */
  async offered(): Promise<string[]> {
    const offered = await this.#inDialog(() => this.#services.formats());
    return offered.map(({ group, name }) => {
      const isThis = (format: Format) => nameOf(format) === name && format.kinds.some((kind) => groups[kind] === group);
      const format = formats.find(isThis);
      if (format === undefined) throw new Error(`Nobody knows ${group}: ${name}.`);
      return format.id;
    });
  }

  /** @param typed what the console does not say and the user types into the dialog, by its label */
  async take(
    kind: CredentialKind,
    format: Format,
    typed: Readonly<Record<string, string>> = {},
  ): Promise<readonly ExportedFile[]> {
    const id = `${kind} ${format.id}`;
    const files = this.#taken.get(id) ?? (await this.#takeAnew(kind, format, typed));
    this.#taken.set(id, files);
    return files;
  }

  #takeAnew(
    kind: CredentialKind,
    format: Format,
    typed: Readonly<Record<string, string>>,
  ): Promise<readonly ExportedFile[]> {
    return this.#inDialog(async (popup) => {
      await this.#choose(kind, format);
      for (const [label, text] of Object.entries(typed)) await popup.fill(label, text);
      await nextFrame(popup);
      const files: ExportedFile[] = [];
      for (const { what, place } of await shownFiles(popup)) {
        const isCopied = !saved.has(format.id);
        const { name, text } = isCopied ? await this.#copy(popup, what) : await this.#save(popup, what);
        files.push({ name: what === nameOf(format) ? null : (name ?? what), place, text });
      }
      if (files.length === 0) throw new Error(`There is nothing to export: ${await popup.text()}`);
      return files;
    });
  }

  /** What the dialog says in place of a format that cannot hold these credentials. */
  async refusal(kind: CredentialKind, format: Format): Promise<string> {
    return this.#inDialog(async (popup) => {
      await this.#choose(kind, format);
      const files = await shownFiles(popup);
      if (files.length > 0) throw new Error(`It is not refused, but has ${files.map(({ what }) => what)}.`);
      return popup.page.$eval("dialog", (dialog) => (dialog as HTMLElement).innerText);
    });
  }

  async #inDialog<T>(work: (popup: PopupPage) => Promise<T>): Promise<T> {
    const { popup } = this.#services;
    await popup.click("button", en["export.open"]);
    await popup.find("dialog", en["export.title"]);
    try {
      return await work(popup);
    } finally {
      await popup.escape("dialog", en["export.title"]);
    }
  }

  async #choose(kind: CredentialKind, format: Format): Promise<void> {
    await this.#services.chooseFormat(groups[kind] ?? "", nameOf(format));
    await nextFrame(this.#services.popup);
  }

  async #copy(popup: PopupPage, what: string): Promise<{ name: string | null; text: string }> {
    const { chromium } = this.#story;
    const before = await chromium.clipboard();
    await popup.click("button", `Copy ${what}`);
    const text = await waitFor(
      async () => {
        const now = await chromium.clipboard();
        return now === before ? null : now;
      },
      { what: `${what} in the clipboard` },
    );
    return { name: null, text };
  }

  #save(popup: PopupPage, what: string): Promise<{ name: string | null; text: string }> {
    return this.#downloads.during(() => popup.click("button", `Save ${what}`));
  }
}

export function nameOf({ name }: Format): string {
  return typeof name === "string" ? name : name.en;
}

/** What was changed is drawn by then. */
async function nextFrame({ page }: PopupPage): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

function shownFiles({ page }: PopupPage): Promise<{ what: string; place: string | null }[]> {
  return page.$$eval("dialog section[aria-label]:has(section)", (sections) =>
    sections.map((section) => ({
      what: section.getAttribute("aria-label") ?? "",
      place: section.querySelector("small")?.textContent?.replace(/^Goes to /, "") ?? null,
    })),
  );
}
