/** Writes what the user has said yes to, notes what became of it, and has the page tell of fields that come later. */
import { toProblem } from "../errors.ts";
import { orderOf } from "../forms/plan.ts";
import type { Fill, FillLine } from "../storage/fill-items.ts";
import type { FillStore } from "./fill-store.ts";
import { gapsOf, lineKey, linesOf, planFor, withOutcomes } from "./lines.ts";
import type { Look } from "./look.ts";
import type { PageAccess } from "./page-access.ts";

export interface WriterEdge {
  readonly store: FillStore;
  readonly page: PageAccess;
  readonly now: () => number;
}

/** How long a page is followed, in milliseconds. */
export const followPageFor = 2 * 60_000;

type MayFill = (line: Pick<FillLine, "mark" | "kind">) => boolean;

export function createWriter({ store, page, now }: WriterEdge) {
  /** Writes what was said yes to, and nothing that came to be there since; then follows the page. */
  const write = async (fill: Fill, { facts, plan, offers, sensitive }: Look, mayFill: MayFill): Promise<void> => {
    const wanted = planFor(facts, plan, mayFill);
    const order = orderOf(facts, wanted, offers);
    // the user may have ended it while the page was looked at
    if ((await store.of(fill.tabId))?.id !== fill.id) return;
    const outcomes = order.items.length === 0 ? [] : await page.fill(fill.tabId, order);
    const lines = withOutcomes(linesOf(facts, wanted, order, sensitive), outcomes);
    const written = new Set(lines.map(lineKey));
    const done = (all: readonly FillLine[]) => [
      ...all.filter((line) => line.outcome !== null && !written.has(lineKey(line))),
      ...lines,
    ];
    const gaps = gapsOf(facts, plan, sensitive);
    // an offer's id is its kind
    const kinds = [...new Set([...fill.kinds, ...wanted.assignments.map(({ offerId }) => offerId)])];
    await store.change(fill.id, ({ lines: all }) => ({
      ...{ state: "done", token: facts.token, lines: done(all), gaps, kinds },
    }));
    const left = fill.until - now();
    if (left > 0 && fill.byHand === null) await page.watch(fill.tabId, facts.token, left).catch(() => undefined);
  };

  return {
    write,

    /** For the first time: from now on the page is followed. */
    async carryOut(fill: Fill, looked: Look, mayFill: MayFill): Promise<void> {
      const started = { ...fill, state: "filling" as const, until: now() + followPageFor };
      if ((await store.of(fill.tabId))?.id !== fill.id) return;
      await store.change(fill.id, () => started);
      try {
        await write(started, looked, mayFill);
      } catch (fault) {
        await store.change(fill.id, () => ({ state: "failed", problem: toProblem(fault) }));
        throw fault;
      }
    },
  };
}

export type Writer = ReturnType<typeof createWriter>;
