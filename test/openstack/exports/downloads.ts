/** The browser's folder for downloads, and what arrives in it. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";

export interface Downloads {
  /** Does something that saves a file, and gives that file once it is whole. */
  readonly during: (work: () => Promise<void>) => Promise<{ name: string; text: string }>;
  readonly close: () => Promise<void>;
}

const LONGEST = 10_000;

export async function receiveDownloads(browser: Browser): Promise<Downloads> {
  const folder = await mkdtemp(join(tmpdir(), "llavero-downloads-"));
  const session = await browser.target().createCDPSession();
  // named by their ids, so that a second file of the same name does not become another name's
  const behavior = { behavior: "allowAndName", downloadPath: folder, eventsEnabled: true } as const;
  await session.send("Browser.setDownloadBehavior", behavior);
  const names = new Map<string, string>();
  let arrived = Promise.withResolvers<string>();
  session.on("Browser.downloadWillBegin", ({ guid, suggestedFilename }) => names.set(guid, suggestedFilename));
  session.on("Browser.downloadProgress", ({ guid, state }) => {
    if (state === "completed") arrived.resolve(guid);
    if (state === "canceled") arrived.reject(new Error(`The download of ${names.get(guid)} was cancelled.`));
  });
  return {
    async during(work) {
      arrived = Promise.withResolvers();
      const { promise, reject } = arrived;
      const timer = setTimeout(() => reject(new Error(`Nothing was saved within ${LONGEST} ms.`)), LONGEST);
      try {
        const [guid] = await Promise.all([promise, work()]);
        return { name: names.get(guid) ?? "", text: await readFile(join(folder, guid), "utf8") };
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
