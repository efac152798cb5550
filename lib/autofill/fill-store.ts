/** What is kept of filling: by tab while it goes on, and by origin for the next time. */
import type { Fill, FillOrigin, FillSource } from "../storage/fill-items.ts";
import type { Items } from "../storage/items.ts";

export interface FillStoreEdge {
  readonly items: Items;
  readonly now: () => number;
}

export function createFillStore({ items, now }: FillStoreEdge) {
  const of = async (tabId: number): Promise<Fill | undefined> => (await items.fills.get())[tabId];
  const knownAt = async (origin: string): Promise<FillOrigin | undefined> => (await items.fillOrigins.get())[origin];

  return {
    of,

    put: (fill: Fill) => items.fills.update((fills) => ({ ...fills, [fill.tabId]: fill })),

    /** Not when the user has ended it, or begun another one, meanwhile. */
    change: (id: string, part: (fill: Fill) => Partial<Fill>) =>
      items.fills.update((fills) =>
        Object.fromEntries(
          Object.entries(fills).map(([tab, fill]) => [tab, fill.id === id ? { ...fill, ...part(fill) } : fill]),
        ),
      ),

    async forgetTab(tabId: number): Promise<void> {
      if ((await of(tabId)) !== undefined) await items.fills.update(({ [tabId]: _, ...others }) => others);
    },

    knownAt,

    async isTrustedFor(origin: string, source: FillSource): Promise<boolean> {
      const known = await knownAt(origin);
      return known?.isTrusted === true && isSameSource(known.source, source);
    },

    /** Nothing of a private window is kept. */
    async remember({ origin, byHand, isPrivate }: Fill, source: FillSource, isAlways: boolean): Promise<void> {
      if (isPrivate) return;
      // it may have been removed meanwhile, with all that was kept of it
      if (!(await items.consoles.get()).list.some(({ id }) => id === source.consoleId)) return;
      await items.fillOrigins.update((origins) => {
        const known = origins[origin];
        const taught = { ...known?.taught, ...(byHand === null ? {} : { [byHand.mark]: byHand.role }) };
        const isTrusted = isAlways || (known?.isTrusted === true && isSameSource(known.source, source));
        return { ...origins, [origin]: { isTrusted, source, usedAt: now(), taught } };
      });
    },

    async forgetOrigin(origin: string): Promise<void> {
      await items.fillOrigins.update(({ [origin]: _, ...others }) => others);
    },
  };
}

export type FillStore = ReturnType<typeof createFillStore>;

function isSameSource(one: FillSource, other: FillSource): boolean {
  return (
    one.consoleId === other.consoleId &&
    one.owner === other.owner &&
    one.entry.connectionId === other.entry.connectionId &&
    one.entry.environment?.id === other.entry.environment?.id
  );
}
