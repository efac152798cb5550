/**
 * What becomes of a page after the user has asked to fill it: fields that come later, the next step of a sign-in, a form
 * that was not there yet, another document.
 */
import { AppError, type ErrorKind } from "../errors.ts";
import { hiddenReasons } from "../forms/facts.ts";
import type { Fill, FillLine } from "../storage/fill-items.ts";
import type { Items } from "../storage/items.ts";
import type { FillStore } from "./fill-store.ts";
import { isFilled, lineKey } from "./lines.ts";
import type { createLook } from "./look.ts";
import type { PageAccess } from "./page-access.ts";
import type { Writer } from "./write.ts";

/** What filling has come to: the user is asked, or it is done. */
export type FillEnd = "asking" | "done";

export interface FollowerEdge {
  readonly store: FillStore;
  readonly fills: Items["fills"];
  readonly page: PageAccess;
  readonly look: ReturnType<typeof createLook>;
  readonly writer: Writer;
  readonly now: () => number;
  /** Looks at the page as for the first time, for what was asked of it when it had no form yet. */
  readonly beginAgain: (fill: Fill) => Promise<FillEnd | null>;
}

/** How long a page may go on loading after it was to be filled, in milliseconds. */
export const stillLoading = 10_000;

/** After these a page does not tell whether it is still the same; that it goes on loading makes it no other page. */
const cannotTell: ReadonlySet<string> = new Set<ErrorKind | "">([
  "page_forbidden",
  "page_not_granted",
  "page_silent",
  "page_gone",
  "page_changed",
]);

const outOfSight: ReadonlySet<string> = new Set(hiddenReasons);

/** Nothing was written there since people could not see it: under a loading screen, say. */
const isOutOfSight = ({ outcome, reason }: Pick<FillLine, "outcome" | "reason">): boolean =>
  outcome === "blocked" && outOfSight.has(reason ?? "");

/** Neither a field to fill nor a choice that could lead to one. */
export const isNothingToFill = ({ lines, choices }: Fill): boolean => lines.length === 0 && choices.length === 0;

export function createFollower({ store, fills, page, look, writer, now, beginAgain }: FollowerEdge) {
  /** One after the other for each tab: a page tells of its fields and of its loading at once. */
  const queues = new Map<number, Promise<unknown>>();
  const inTurn = <T>(tabId: number, work: () => Promise<T>): Promise<T> => {
    const turn = (queues.get(tabId) ?? Promise.resolve()).then(work, work);
    queues.set(tabId, turn);
    const end = () => {
      if (queues.get(tabId) === turn) queues.delete(tabId);
    };
    turn.then(end, end);
    return turn;
  };

  const isFollowed = (fill: Fill): boolean => fill.state === "done" && fill.byHand === null && fill.until > now();

  /** It had no form for it when the user asked, and may have one yet. */
  const isAwaited = (fill: Fill): boolean => {
    const isWithout =
      fill.state === "failed" ? fill.problem?.kind === "no_fields" : fill.state === "asking" && isNothingToFill(fill);
    return isWithout && fill.source !== null && fill.byHand === null && fill.until > now();
  };

  /** Fields that have come since: those of what was said yes to, and nothing twice. */
  const goOn = async (fill: Fill): Promise<void> => {
    if (fill.source === null) return;
    const looked = await look.at(fill.tabId, fill.source, { byHand: null, kinds: fill.kinds, origin: fill.origin });
    const tried = fill.lines.filter((line) => !isOutOfSight(line));
    const done = new Set(tried.map(lineKey));
    const kinds = new Set(tried.filter(({ isSecret }) => isSecret).map(({ kind }) => kind));
    // a secret that was written already is not written into another field by itself
    await writer.write(fill, looked, (line) => !done.has(lineKey(line)) && !kinds.has(line.kind));
  };

  return {
    /**
     * The page says that fields have appeared.
     * @returns what has come of a form that was waited for; null where nothing has to be said.
     */
    onFields: (tabId: number, token: string): Promise<FillEnd | null> =>
      inTurn(tabId, async () => {
        const fill = await store.of(tabId);
        if (fill === undefined || fill.token !== token) return null;
        if (isAwaited(fill)) return beginAgain(fill);
        if (isFollowed(fill)) await goOn(fill);
        return null;
      }),

    /**
     * Another document is in the tab, whole or not: the next step of a sign-in, or something else.
     * @returns as `onFields`.
     */
    onLoaded: (tabId: number): Promise<FillEnd | null> =>
      inTurn(tabId, async () => {
        const fill = await store.of(tabId);
        // frames and pictures load, and addresses change, without another document
        if (fill === undefined || fill.state === "filling" || (await page.isStillThere(tabId))) return null;
        if (isAwaited(fill)) return beginAgain(fill);
        if (fill.state === "failed" && fill.until > now() && cannotTell.has(fill.problem?.kind ?? "")) return null;
        if (fill.state === "asking") {
          const problem = { kind: "page_changed", facts: {} } as const;
          await store.change(fill.id, () => ({ state: "failed", problem, until: now() + stillLoading }));
          return null;
        }
        // once a secret is written, the sign-in is over
        const isOver = fill.lines.some((line) => line.isSecret && isFilled(line));
        if (!isFollowed(fill) || isOver) {
          await store.forgetTab(tabId);
          return null;
        }
        try {
          await goOn(fill);
        } catch (fault) {
          // where one may not look there is nothing to follow
          if (!(fault instanceof AppError)) throw fault;
          await store.forgetTab(tabId);
        }
        return null;
      }),

    /** At a start of the background: what was being written when the last one ended is not known to be written. */
    async recover(): Promise<void> {
      const isCut = ({ state }: Fill) => state === "filling";
      if (!Object.values(await fills.get()).some(isCut)) return;
      const problem = { kind: "fill_interrupted" as const, facts: {} };
      await fills.update((all) =>
        Object.fromEntries(
          Object.entries(all).map(([tab, fill]) => [tab, isCut(fill) ? { ...fill, state: "failed", problem } : fill]),
        ),
      );
    },
  };
}
