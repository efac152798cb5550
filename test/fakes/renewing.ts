/** Somebody signed in who replaces a service's credentials, and what one wants to look at afterwards. */
import type { ServiceEntry } from "../../lib/console/service.ts";
import type { Renewal } from "../../lib/storage/service-items.ts";
import type { Course } from "./cloudmc.ts";
import { s3Entry, swiftEntry } from "./cloudmc-services.ts";
import { createSignedInBrowser, type Worker } from "./worker.ts";

export type What = Renewal["what"];
export const bothKinds = ["credentials", "s3Key"] as const;

export const entryOf: Readonly<Record<What, ServiceEntry>> = { credentials: swiftEntry, s3Key: s3Entry };

/** See `ownerOf`: the fake console knows no organizations. */
const ana = "\nana";

/** What a page sends when the user has said yes. */
export function wishOf(consoleId: string, what: What, renewalId = "renewal") {
  return { consoleId, owner: ana, renewalId, what, entry: entryOf[what], region: what === "s3Key" ? "east" : null };
}

/** The request that changes something is the only one to take this course. */
export const whenChanging =
  (course: Course): Course =>
  async (request, work) =>
    request.method === "POST" ? course(request, work) : work();

/** Nothing here takes time: whatever is under way has come to its end, or waits for us. */
export const atRest = () => new Promise<void>((resolve) => setImmediate(resolve));

export async function createRenewing() {
  const { browser, worker, consoleId } = await createSignedInBrowser();
  // whose session it is, is known
  await worker.keys.refresh(consoleId);
  browser.cloud.asked.length = 0;
  const { services } = browser.cloud;
  const scene = {
    browser,
    worker,
    consoleId,
    plan: services.plan,
    /** Asks for it, and lets it come to its end. */
    async renew(what: What, renewalId?: string, by: Worker = worker): Promise<void> {
      await by.renewals.renew(wishOf(consoleId, what, renewalId));
      await atRest();
    },
    all: () => worker.items.renewals.get(),
    one: async (id = "renewal") => (await worker.items.renewals.get()).find((renewal) => renewal.id === id),
    fresh: () => worker.items.freshCredentials.get(),
    /** The value of the new secret that waits, if there is one. */
    secret: async (id = "renewal") => {
      const fields = (await worker.items.freshCredentials.get())[id]?.fields ?? null;
      return fields?.find(({ key }) => key === "password" || key === "secretKey")?.value ?? null;
    },
    /** The same, as another worker reads it. */
    async secretIn({ items }: Worker): Promise<string | null> {
      const fields = (await items.freshCredentials.get()).renewal?.fields ?? null;
      return fields?.find(({ key }) => key === "password" || key === "secretKey")?.value ?? null;
    },
    /** The value of the secret that works, as the console knows it. */
    valid: (what: What, userName = "ana") => {
      const { password, s3 } = services.of(userName);
      return what === "credentials" ? password : (s3.get("east")?.secretKey ?? null);
    },
    /** How often the console was asked to change something. */
    posts: () => browser.cloud.asked.filter((asked) => asked.startsWith("POST ")).length,
    /** A secret of any kind, on disk or in what is written there. */
    disk: () => browser.local.dump(),
  };
  return scene;
}

export type Renewing = Awaited<ReturnType<typeof createRenewing>>;
