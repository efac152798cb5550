/**
 * Filling a page with a service's credentials: look at it, ask where nobody has said yes yet, fill, and follow it for a
 * while. What is known of it is in `storage.session`, without values: they are fetched for the moment of writing.
 */
import { ownerOf } from "../console/console.ts";
import type { Role } from "../credentials/role.ts";
import { AppError, toProblem } from "../errors.ts";
import { orderOf } from "../forms/plan.ts";
import type { Fill, FillLine, FillSource } from "../storage/fill-items.ts";
import { fieldsOf, gapsOf, isFilled, lineKey, linesOf, planFor, withOutcomes } from "./lines.ts";
import { createLook, hostOf, type Look, type LookEdge } from "./look.ts";
import { marksOf } from "./mark.ts";

export interface AutofillEdge extends LookEdge {
  readonly now: () => number;
}

/** What filling has come to: the user is asked, or it is done. */
export type FillEnd = "asking" | "done";

/** How long a page is followed, in milliseconds. */
export const followPageFor = 2 * 60_000;

/** How long a page may go on loading after it was to be filled, in milliseconds. */
const stillLoading = 10_000;

type MayFill = (line: Pick<FillLine, "mark" | "kind">) => boolean;

export function createAutofill(edge: AutofillEdge) {
  const { items, page, now, newId } = edge;
  const look = createLook(edge);

  const fillOf = async (tabId: number): Promise<Fill | undefined> => (await items.fills.get())[tabId];
  const put = (fill: Fill) => items.fills.update((fills) => ({ ...fills, [fill.tabId]: fill }));
  const forgetTab = async (tabId: number): Promise<void> => {
    if ((await fillOf(tabId)) !== undefined) await items.fills.update(({ [tabId]: _, ...others }) => others);
  };
  /** Not when the user has ended it, or begun another one, meanwhile. */
  const change = (id: string, part: (fill: Fill) => Partial<Fill>) =>
    items.fills.update((fills) =>
      Object.fromEntries(
        Object.entries(fills).map(([tab, fill]) => [tab, fill.id === id ? { ...fill, ...part(fill) } : fill]),
      ),
    );

  const isTrustedFor = async (origin: string, source: FillSource): Promise<boolean> => {
    const known = await look.knownAt(origin);
    return known?.isTrusted === true && isSameSource(known.source, source);
  };

  const remember = async ({ origin, byHand }: Fill, source: FillSource, isAlways: boolean): Promise<void> => {
    // it may have been removed meanwhile, with all that was kept of it
    if (!(await items.consoles.get()).list.some(({ id }) => id === source.consoleId)) return;
    await items.fillOrigins.update((origins) => {
      const known = origins[origin];
      const taught = { ...known?.taught, ...(byHand === null ? {} : { [byHand.mark]: byHand.role }) };
      const isTrusted = isAlways || (known?.isTrusted === true && isSameSource(known.source, source));
      return { ...origins, [origin]: { isTrusted, source, usedAt: now(), taught } };
    });
  };

  /** Writes what was said yes to, and nothing that came to be there since; then follows the page. */
  const write = async (fill: Fill, { facts, plan, offers, sensitive }: Look, mayFill: MayFill): Promise<void> => {
    const wanted = planFor(facts, plan, mayFill);
    const order = orderOf(facts, wanted, offers);
    // the user may have ended it while the page was looked at
    if ((await fillOf(fill.tabId))?.id !== fill.id) return;
    const outcomes = order.items.length === 0 ? [] : await page.fill(fill.tabId, order);
    const lines = withOutcomes(linesOf(facts, wanted, order, sensitive), outcomes);
    const written = new Set(lines.map(lineKey));
    const done = (all: readonly FillLine[]) => [
      ...all.filter((line) => line.outcome !== null && !written.has(lineKey(line))),
      ...lines,
    ];
    const gaps = gapsOf(facts, plan);
    // an offer's id is its kind
    const kinds = [...new Set([...fill.kinds, ...wanted.assignments.map(({ offerId }) => offerId)])];
    await change(fill.id, ({ lines: all }) => ({ state: "done", token: facts.token, lines: done(all), gaps, kinds }));
    const left = fill.until - now();
    if (left > 0 && fill.byHand === null) await page.watch(fill.tabId, facts.token, left).catch(() => undefined);
  };

  const carryOut = async (fill: Fill, looked: Look, mayFill: MayFill): Promise<void> => {
    const started = { ...fill, state: "filling" as const, until: now() + followPageFor };
    if ((await fillOf(fill.tabId))?.id !== fill.id) return;
    await change(fill.id, () => started);
    try {
      await write(started, looked, mayFill);
    } catch (fault) {
      await change(fill.id, () => ({ state: "failed", problem: toProblem(fault) }));
      throw fault;
    }
  };

  const begin = async (
    tabId: number,
    source: FillSource,
    byHand: Fill["byHand"],
    only: string | null,
  ): Promise<FillEnd> => {
    await forgetTab(tabId);
    const looked = await look.at(tabId, source, { byHand, kinds: only === null ? null : [only], origin: null });
    const fill = { ...(await look.describe(tabId, source, byHand, looked)), only };
    const isEmpty = fill.lines.length === 0 && fill.gaps.length === 0;
    if (isEmpty) throw new AppError("no_fields", { host: hostOf(fill.origin) });
    await put(fill);
    if (fill.lines.length === 0 || !(await isTrustedFor(fill.origin, source))) return "asking";
    await carryOut(fill, looked, () => true);
    if ((await look.knownAt(fill.origin)) !== undefined) await remember(fill, source, false);
    return "done";
  };

  /** Fields that have come since: those of what was said yes to, and nothing twice. */
  const goOn = async (tabId: number, fill: Fill): Promise<void> => {
    if (fill.source === null) return;
    const looked = await look.at(tabId, fill.source, { byHand: null, kinds: fill.kinds, origin: fill.origin });
    const done = new Set(fill.lines.map(lineKey));
    const kinds = new Set(fill.lines.filter(({ isSecret }) => isSecret).map(({ kind }) => kind));
    // a secret that was written already is not written into another field by itself
    await write(fill, looked, (line) => !done.has(lineKey(line)) && !kinds.has(line.kind));
  };

  const isFollowed = (fill: Fill | undefined): fill is Fill =>
    fill !== undefined && fill.state === "done" && fill.byHand === null && fill.until > now();

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
      const fill = await fillOf(tabId);
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
      await remember(fill, fill.source, isAlways && !isLookalike);
      await carryOut(fill, looked, (line) => approved.has(lineKey(line)));
    },

    /** Ends the asking, or takes the news of what was done away; the page is not followed any longer. */
    async dismiss(tabId: number): Promise<void> {
      await forgetTab(tabId);
      await page.stop(tabId);
    },

    /**
     * By the shortcut: with what was used last at that origin.
     * @returns null when nothing was, so that the user has to choose.
     */
    async quick(tabId: number): Promise<FillEnd | null> {
      const { origin } = await page.collect(tabId);
      const known = await look.knownAt(origin);
      return known === undefined ? null : begin(tabId, known.source, null, null);
    },

    /** From the context menu: one value into the field that has the focus, and again into that field from then on. */
    async byHand(tabId: number, role: Role): Promise<FillEnd | null> {
      const facts = await page.collect(tabId);
      const source = (await look.knownAt(facts.origin))?.source ?? (await lastChosen());
      if (source === null) return null;
      const focused = [...fieldsOf(facts).values()].find(({ field }) => field.isFocused);
      if (focused === undefined) throw new AppError("no_fields", { host: hostOf(facts.origin) });
      const mark = marksOf(facts).get(focused.field.id) ?? "";
      return begin(tabId, source, { mark, role }, null);
    },

    /** The page says that fields have appeared. */
    async onFields(tabId: number, token: string): Promise<void> {
      const fill = await fillOf(tabId);
      if (isFollowed(fill) && fill.token === token) await goOn(tabId, fill);
    },

    /** Another document is in the tab: the next step of a sign-in, or something else. */
    async onLoaded(tabId: number): Promise<void> {
      const fill = await fillOf(tabId);
      // frames and pictures load, and addresses change, without another document
      if (fill === undefined || fill.state === "filling" || (await page.isStillThere(tabId))) return;
      // a page that lets nobody in does not tell whether it is still the same; the end of its loading is no other page
      if (fill.state === "failed" && fill.until > now()) return;
      if (fill.state === "asking") {
        return void (await change(fill.id, () => ({ state: "failed", problem: { kind: "page_changed", facts: {} } })));
      }
      // once a secret is written, the sign-in is over
      const isOver = fill.lines.some((line) => line.isSecret && isFilled(line));
      if (!isFollowed(fill) || isOver) return forgetTab(tabId);
      try {
        await goOn(tabId, fill);
      } catch (fault) {
        // where one may not look there is nothing to follow
        if (!(fault instanceof AppError)) throw fault;
        await forgetTab(tabId);
      }
    },

    /** What went wrong where no page of ours is open is kept until one is. @returns whether it was expected. */
    async noteFailure(tabId: number, fault: unknown): Promise<boolean> {
      const before = await fillOf(tabId);
      const nothing = { origin: "", source: null, token: "", warnings: [], lines: [], gaps: [] };
      const blank: Fill = {
        ...{ id: newId(), tabId, ...nothing, byHand: null, only: null, kinds: [], choices: [], until: 0 },
        ...{ state: "failed", problem: null },
      };
      const until = now() + stillLoading;
      await put({ ...(before ?? blank), state: "failed", problem: toProblem(fault), until });
      return fault instanceof AppError;
    },

    /** At a start of the background: what was being written when the last one ended is not known to be written. */
    async recover(): Promise<void> {
      const isCut = ({ state }: Fill) => state === "filling";
      if (!Object.values(await items.fills.get()).some(isCut)) return;
      const problem = { kind: "worker_gone" as const, facts: {} };
      await items.fills.update((fills) =>
        Object.fromEntries(
          Object.entries(fills).map(([tab, fill]) => [tab, isCut(fill) ? { ...fill, state: "failed", problem } : fill]),
        ),
      );
    },

    forgetTab,

    async forgetOrigin(origin: string): Promise<void> {
      await items.fillOrigins.update(({ [origin]: _, ...others }) => others);
    },
  };
}

export type Autofill = ReturnType<typeof createAutofill>;

function isSameSource(one: FillSource, other: FillSource): boolean {
  return (
    one.consoleId === other.consoleId &&
    one.owner === other.owner &&
    one.entry.connectionId === other.entry.connectionId &&
    one.entry.environment?.id === other.entry.environment?.id
  );
}
