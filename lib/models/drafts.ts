/**
 * What the user is in the middle of. Every change is written at once, in the same task, since the popup may be gone in
 * the next; other windows take it over, so that two of them never work on different drafts.
 */
import type { Item } from "../storage/item.ts";
import { type ConsoleDraft, type Drafts, emptyDraft } from "../storage/items.ts";
import type { State } from "./state.ts";

export interface DraftsModel {
  of(consoleId: string): ConsoleDraft;
  change(consoleId: string, change: Partial<ConsoleDraft>): void;
  /** Opens the form for a new key. */
  openGenerate(consoleId: string, name: string): void;
  setConnect(connect: Drafts["connect"]): void;
  setTab(tab: string): void;
}

/**
 * @param onResult told of every write: why it failed, or null.
 */
export function createDrafts(
  { drafts }: Pick<State, "drafts">,
  item: Item<Drafts>,
  newId: () => string,
  onResult: (fault: unknown) => void,
): DraftsModel {
  // tells this page's own writes from those of other windows
  const writer = newId();
  item.watch((value) => {
    if (value.writer !== writer) drafts.value = value;
  });
  const put = (change: Partial<Drafts>) => {
    drafts.value = { ...drafts.value, ...change, writer };
    item.set(drafts.value).then(() => onResult(null), onResult);
  };
  const of = (consoleId: string) => drafts.value.byConsole[consoleId] ?? emptyDraft;
  const changeOne = (consoleId: string, change: Partial<ConsoleDraft>) =>
    put({ byConsole: { ...drafts.value.byConsole, [consoleId]: { ...of(consoleId), ...change } } });
  return {
    of,
    change: changeOne,
    openGenerate: (consoleId, name) => changeOne(consoleId, { generate: { name, intentId: newId() } }),
    setConnect: (connect) => put({ connect }),
    setTab: (tab) => put({ tab }),
  };
}
