/**
 * Filling a page with a service's credentials: look at it, ask where nobody has said yes yet, fill, and follow it for a
 * while. What is known of it is in `storage.session`, without values: they are fetched for the moment of writing.
 */
import { ownerOf } from "../console/console.ts";
import type { Role } from "../credentials/role.ts";
import { AppError, toProblem } from "../errors.ts";
import { orderOf } from "../forms/plan.ts";
import type { Fill, FillSource } from "../storage/fill-items.ts";
import { createFillStore } from "./fill-store.ts";
import { createFollower, type FillEnd, isNothingToFill, stillLoading } from "./following.ts";
import { fieldsOf, lineKey, linesOf } from "./lines.ts";
import { createLook, hostOf, type LookEdge } from "./look.ts";
import { marksOf } from "./mark.ts";
import { createWriter, followPageFor } from "./write.ts";

export interface AutofillEdge extends LookEdge {
  readonly now: () => number;
}

export function createAutofill(edge: AutofillEdge) {
  const { items, page, now, newId } = edge;
  const look = createLook(edge);
  const store = createFillStore(edge);
  const writer = createWriter({ store, page, now });

  const firstTime = () => ({ until: now() + followPageFor, origin: null });

  /** Where there is no form yet, one is waited for until then, on that origin. */
  const begin = async (
    tabId: number,
    source: FillSource,
    byHand: Fill["byHand"],
    only: string | null,
    { until, origin }: Pick<Fill, "until"> & { readonly origin: string | null } = firstTime(),
  ): Promise<FillEnd> => {
    await store.forgetTab(tabId);
    const looked = await look.at(tabId, source, { byHand, kinds: only === null ? null : [only], origin });
    const described = await look.describe(tabId, source, byHand, looked);
    const fill = { ...described, only, isPrivate: await page.isPrivate(tabId) };
    if (isNothingToFill(fill)) {
      const nothing = new AppError("no_fields", { host: hostOf(fill.origin) });
      const failure = fill.gaps.length === 0 ? ({ state: "failed", problem: toProblem(nothing) } as const) : {};
      await store.put({ ...fill, ...failure, until });
      // the form may be yet to come
      if (byHand === null) await page.watch(tabId, fill.token, until - now()).catch(() => undefined);
      if (fill.gaps.length === 0) throw nothing;
      return "asking";
    }
    await store.put(fill);
    if (fill.lines.length === 0 || !(await store.isTrustedFor(fill.origin, source))) return "asking";
    await writer.carryOut(fill, looked, () => true);
    if ((await store.knownAt(fill.origin)) !== undefined) await store.remember(fill, source, false);
    return "done";
  };

  const follower = createFollower({
    ...{ store, page, look, writer, now, fills: items.fills },
    beginAgain: async ({ tabId, source, only, until, origin }) => {
      if (source === null) return null;
      try {
        const end = await begin(tabId, source, null, only, { until, origin });
        const fill = await store.of(tabId);
        return fill !== undefined && isNothingToFill(fill) ? null : end;
      } catch (fault) {
        // it is waited for still, or the tab went elsewhere
        if (fault instanceof AppError && (fault.kind === "no_fields" || fault.kind === "page_changed")) return null;
        throw fault;
      }
    },
  });

  /** The service that is chosen in the popup, for an origin where nothing was filled yet. */
  const lastChosen = async (): Promise<FillSource | null> => {
    const { currentId } = await items.consoles.get();
    const session = (await items.sessions.get())[currentId ?? ""];
    const draft = (await items.drafts.get()).byConsole[currentId ?? ""]?.services;
    if (currentId === null || draft?.chosen == null || session?.state !== "open") return null;
    const owner = ownerOf(session.account);
    return draft.owner === owner ? { consoleId: currentId, owner, entry: draft.chosen } : null;
  };

  return {
    /** Looks at the page of a tab; fills it at once where the user has said "always". */
    begin: (tabId: number, source: FillSource, only: string | null) => begin(tabId, source, null, only),

    /** The user has read what goes where, and says yes. */
    async confirm(tabId: number, fillId: string, isAlways: boolean): Promise<void> {
      const fill = await store.of(tabId);
      if (fill?.id !== fillId || fill.state !== "asking" || fill.source === null) throw new AppError("page_gone");
      const { byHand, only, origin } = fill;
      const looked = await look.at(tabId, fill.source, { byHand, kinds: only === null ? null : [only], origin });
      const approved = new Set(fill.lines.map(lineKey));
      const present = new Set(
        linesOf(looked.facts, looked.plan, orderOf(looked.facts, looked.plan, looked.offers)).map(lineKey),
      );
      // what was read may not be what is there now
      if (![...approved].every((key) => present.has(key))) throw new AppError("page_changed");
      // what looks like another origin is never trusted for good
      const isLookalike = fill.warnings.some(({ kind }) => kind === "lookalike");
      await store.remember(fill, fill.source, isAlways && !isLookalike);
      await writer.carryOut(fill, looked, (line) => approved.has(lineKey(line)));
    },

    /** Ends the asking, or takes the news of what was done away; the page is not followed any longer. */
    async dismiss(tabId: number): Promise<void> {
      await store.forgetTab(tabId);
      await page.stop(tabId);
    },

    /**
     * By the shortcut: with what was used last at that origin.
     * @returns null when nothing was, so that the user has to choose.
     */
    async quick(tabId: number): Promise<FillEnd | null> {
      const { origin } = await page.collect(tabId);
      const known = await store.knownAt(origin);
      return known === undefined ? null : begin(tabId, known.source, null, null);
    },

    /** From the context menu: one value into the field that has the focus, and again into that field from then on. */
    async byHand(tabId: number, role: Role): Promise<FillEnd | null> {
      const facts = await page.collect(tabId);
      const source = (await store.knownAt(facts.origin))?.source ?? (await lastChosen());
      if (source === null) return null;
      const focused = [...fieldsOf(facts).values()].find(({ field }) => field.isFocused);
      if (focused === undefined) throw new AppError("field_unfit");
      const mark = marksOf(facts).get(focused.field.id) ?? "";
      return begin(tabId, source, { mark, role }, null);
    },

    onFields: follower.onFields,
    onLoaded: follower.onLoaded,
    recover: follower.recover,

    /** What went wrong is kept until a page of ours can say so. @returns whether it was expected. */
    async noteFailure(tabId: number, fault: unknown): Promise<boolean> {
      const before = await store.of(tabId);
      const nothing = { origin: "", source: null, token: "", warnings: [], lines: [], gaps: [] };
      const blank: Fill = {
        ...{ id: newId(), tabId, ...nothing, byHand: null, only: null, kinds: [], choices: [], until: 0 },
        ...{ state: "failed", problem: null, isPrivate: false },
      };
      const until = Math.max(before?.until ?? 0, now() + stillLoading);
      await store.put({ ...(before ?? blank), state: "failed", problem: toProblem(fault), until });
      return fault instanceof AppError;
    },

    forgetTab: store.forgetTab,
    forgetOrigin: store.forgetOrigin,
  };
}

export type Autofill = ReturnType<typeof createAutofill>;
