/** A browser with Ana signed in, a sign-in page in a tab, and the service whose credentials go into it. */
import type { HttpAnswer } from "../../lib/console/transport.ts";
import type { PageFacts } from "../../lib/forms/facts.ts";
import type { Fill, FillSource } from "../../lib/storage/fill-items.ts";
import { swiftEntry } from "./cloudmc-services.ts";
import { sampleFieldFacts, sampleForm, samplePage, tab } from "./fill-page.ts";
import { createSignedInBrowser, type FakeBrowser, type Worker } from "./worker.ts";

/** As the fake console names the account of whoever is signed in. */
export const ownerNamed = (userName: string) => `\n${userName}`;

/** The secret that the fake console keeps for Ana. */
export const anasPassword = "password-old-of-ana";

export interface FillStage {
  readonly browser: FakeBrowser;
  readonly worker: Worker;
  readonly source: FillSource;
  /** What was stored at any time, on disk and in memory, as text. */
  readonly stored: string[];
  fill(tabId?: number): Promise<Fill | undefined>;
  /** Looks at the tab and says yes. */
  approve(isAlways?: boolean): Promise<void>;
}

export async function createFillStage(): Promise<FillStage> {
  const { browser, worker, consoleId } = await createSignedInBrowser();
  const stored: string[] = [];
  for (const area of [browser.local, browser.session]) {
    area.onChanged.addListener((changes) => void stored.push(JSON.stringify(changes)));
  }
  const source = { consoleId, owner: ownerNamed("ana"), entry: swiftEntry };
  const fill = async (tabId = tab) => (await worker.items.fills.get())[tabId];
  return {
    browser,
    worker,
    source,
    stored,
    fill,
    async approve(isAlways = false) {
      await worker.autofill.begin(tab, source, null);
      await worker.autofill.confirm(tab, (await fill())?.id ?? "", isAlways);
    },
  };
}

export interface ToldField {
  readonly key: string;
  readonly value: string;
  readonly sensitive: boolean;
}

export const told = (key: string, value: string, sensitive = false): ToldField => ({ key, value, sensitive });

export const toldKeystone = (password = anasPassword): ToldField[] => [
  told("authenticationUrl", "https://auth.example.com"),
  told("userName", "ana"),
  told("password", password, true),
];
export const toldS3: ToldField[] = [
  told("s3Endpoint", "https://objects.example.com"),
  told("s3AccessKey", "AK-of-ana"),
  told("s3SecretKey", "s3-secret-of-ana", true),
];

/** From now on the console tells these fields of the service. */
export function tell({ cloud }: FakeBrowser, fields: readonly ToldField[]): void {
  cloud.course = async (request, work): Promise<HttpAnswer> => {
    const answer = work();
    const isAsked = request.url.includes("/c1/apiInfo") && answer.status === 200;
    return isAsked ? { ...answer, json: { data: { canRegenerateCredentials: true, fields } } } : answer;
  };
}

/** A form for keys of object storage, further down the same page or on another one. */
export const s3Form = (index = 0, firstId = 20) =>
  sampleForm(
    [
      sampleFieldFacts(firstId, "access_key", { label: "S3 access key ID" }),
      sampleFieldFacts(firstId + 1, "secret_key", { label: "S3 secret access key", type: "password" }),
      sampleFieldFacts(firstId + 2, "endpoint", { label: "S3 endpoint URL" }),
    ],
    {
      index,
      id: "s3",
      action: "/storage",
      heading: "Amazon S3 compatible object storage",
      buttons: ["Connect"],
    },
  );
export const s3Page = (change: Partial<PageFacts> = {}): PageFacts =>
  samplePage([s3Form()], { title: "Object storage", ...change });
