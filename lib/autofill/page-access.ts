/** The way into a page: our script, put there when the user acts, and what it answers. Knows no values but those it carries. */
import { AppError } from "../errors.ts";
import type { PageFacts } from "../forms/facts.ts";
import { parseFacts } from "../forms/facts-schema.ts";
import { type Filler, type FillOrder, type FillOutcome, fillStatuses } from "../forms/order.ts";
import { z } from "../schema.ts";

/** What comes back out of a page is as doubtful as what is in it. */
const Report = z.object({
  outcomes: z
    .array(z.object({ fieldId: z.number(), status: z.enum(fillStatuses), reason: z.string().max(40).nullish() }))
    .max(1000),
});

/** The part of `browser.scripting` that is used. */
export interface ScriptingApi {
  executeScript(injection: {
    target: { tabId: number; frameIds: number[] };
    injectImmediately: boolean;
    files?: string[];
    func?: (...args: never[]) => unknown;
    args?: unknown[];
  }): Promise<{ result?: unknown }[]>;
}

/** The document of a tab; what it embeds from its own origin, the script looks into by itself. */
const topFrame = [0];

/** What our script leaves in its own world in the page. */
interface World {
  llaveroFiller?: Filler;
  /** Chromium's; Firefox has `browser` besides. */
  chrome?: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
}

/** The part of `browser.tabs` that is used: addresses are told of tabs that the user lets us into, and of our own. */
export interface TabsApi {
  get(tabId: number): Promise<{ url?: string | undefined; incognito?: boolean | undefined }>;
}

/** How long a page may take to be read, in milliseconds: one that shows a question of its own answers nothing. */
const patience = 10_000;

export interface PageAccessEdge {
  readonly scripting: ScriptingApi;
  readonly tabs: TabsApi;
  /** The address of our script, in the extension. */
  readonly script: string;
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

export function createPageAccess({ scripting, tabs, script, wait }: PageAccessEdge) {
  const run = async (
    tabId: number,
    injection: { files: string[] } | { func: (...args: never[]) => unknown; args: unknown[] },
  ): Promise<unknown> => {
    let results: { result?: unknown; error?: unknown }[];
    try {
      const target = { tabId, frameIds: topFrame };
      // else a page that never ends loading would be waited for
      results = await scripting.executeScript({ target, injectImmediately: true, ...injection });
    } catch (fault) {
      const { url } = await tabs.get(tabId).catch(() => ({ url: undefined }));
      throw new AppError(refusalOf(fault, url));
    }
    const [answer] = results;
    // Firefox tells what the script throws; what that says may quote the page
    if (answer === undefined || answer.error !== undefined) throw new AppError("page_gone");
    return answer.result;
  };

  return {
    /** @throws AppError `page_forbidden`, `page_not_granted`, `page_gone`, `page_silent`. */
    async collect(tabId: number): Promise<PageFacts> {
      const read = async () => {
        await run(tabId, { files: [script] });
        return run(tabId, { func: () => (globalThis as World).llaveroFiller?.collect(), args: [] });
      };
      const late = wait(patience).then(() => {
        throw new AppError("page_silent");
      });
      const facts = await Promise.race([read(), late]);
      try {
        return parseFacts(facts);
      } catch {
        // what the parser says quotes the page
        throw new AppError("page_gone");
      }
    },

    async fill(tabId: number, order: FillOrder): Promise<readonly FillOutcome[]> {
      const func = (items: FillOrder) => (globalThis as World).llaveroFiller?.fill(items);
      const report = Report.safeParse(await run(tabId, { func, args: [order] }));
      if (!report.success) throw new AppError("page_gone");
      return report.data.outcomes.map(({ reason, ...outcome }) => ({ ...outcome, reason: reason ?? null }));
    },

    /** Has the page tell, by a message, when fields appear within so many milliseconds. */
    async watch(tabId: number, token: string, milliseconds: number): Promise<void> {
      const func = (of: string, time: number) => {
        const { llaveroFiller, chrome } = globalThis as World;
        void llaveroFiller?.watch(of, time).then(async (end) => {
          if (end === "fields") await chrome?.runtime.sendMessage({ llavero: "fields", token: of });
        });
      };
      await run(tabId, { func, args: [token, milliseconds] });
    },

    /** Whether the document that was looked at is still there, and not another one in its place. */
    async isStillThere(tabId: number): Promise<boolean> {
      const func = () => (globalThis as World).llaveroFiller !== undefined;
      return run(tabId, { func, args: [] }).then(
        (answer) => answer === true,
        () => false,
      );
    },

    /** Of a tab that does not tell, it is the safe answer. */
    async isPrivate(tabId: number): Promise<boolean> {
      return tabs.get(tabId).then(
        ({ incognito }) => incognito === true,
        () => true,
      );
    },

    async stop(tabId: number): Promise<void> {
      await run(tabId, { func: () => (globalThis as World).llaveroFiller?.stop(), args: [] }).catch(() => undefined);
    },
  };
}

export type PageAccess = ReturnType<typeof createPageAccess>;

/** Browsers tell in words only why they let nobody in; some say of their own pages what they say of any. */
function refusalOf(fault: unknown, url: string | undefined): "page_forbidden" | "page_not_granted" | "page_gone" {
  if (url !== undefined && !/^https?:/.test(url)) return "page_forbidden";
  const text = fault instanceof Error ? fault.message : "";
  if (/no tab with id|frame.*(removed|not found)|no frame|invalid (tab|frame)/i.test(text)) return "page_gone";
  // Chromium: "Cannot access contents of the page. Extension manifest must request permission …"
  if (/must request permission|missing host permission/i.test(text)) return "page_not_granted";
  return "page_forbidden";
}
