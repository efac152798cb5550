/** What a key means in a combo box, by the WAI-ARIA pattern of one that completes from a list. Pure. */

/** How far PageUp and PageDown go, in options: one less than are in sight in a list of full height. */
const pageOptions = 5;

export type ComboKey = Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey" | "isComposing">;

export interface ComboState {
  isOpen: boolean;
  count: number;
  /** Index of the active option, or of the one that opening makes active; -1 for none. */
  active: number;
}

export type ComboStep =
  /** Makes an option the active one, in an open list. */
  | { kind: "move"; to: number }
  | { kind: "open" }
  | { kind: "choose" }
  | { kind: "close" }
  /** Nothing, and nobody else is to do anything either. */
  | { kind: "stay" }
  /** The caret moves in the text, as it would anywhere: no option is active any more. */
  | { kind: "caret" };

/** Null for keys that are none of ours. */
export function stepFor(key: ComboKey, { isOpen, count, active }: ComboState): ComboStep | null {
  // a word that is still being composed has these keys for itself
  if (key.isComposing) return null;
  if (/^(Home|End|ArrowLeft|ArrowRight)$/.test(key.key)) return isOpen ? { kind: "caret" } : null;
  if (key.ctrlKey || key.metaKey || key.shiftKey) return null;
  if (key.altKey) {
    if (key.key === "ArrowDown") return { kind: isOpen ? "stay" : "open" };
    return key.key === "ArrowUp" && isOpen ? { kind: "close" } : null;
  }
  const last = count - 1;
  if (!isOpen) {
    if (key.key === "ArrowDown") return { kind: "move", to: active === -1 ? 0 : active };
    return key.key === "ArrowUp" ? { kind: "move", to: active === -1 ? last : active } : null;
  }
  switch (key.key) {
    case "ArrowDown":
      return { kind: "move", to: active >= last ? 0 : active + 1 };
    case "ArrowUp":
      return { kind: "move", to: active <= 0 ? last : active - 1 };
    case "PageDown":
      return { kind: "move", to: Math.min(Math.max(active, 0) + pageOptions, last) };
    case "PageUp":
      return { kind: "move", to: Math.max(active - pageOptions, 0) };
    case "Enter":
      // half a word is nothing to send a form with
      return { kind: active === -1 ? "stay" : "choose" };
    case "Escape":
      return { kind: "close" };
    default:
      return null;
  }
}

/**
 * Index of the active option, -1 for none.
 * @param wanted where the keyboard went: an option's id, null for back to the text, undefined for nowhere yet.
 */
export function activeIndex(
  options: readonly { id: string }[],
  wanted: string | null | undefined,
  isSearching: boolean,
  chosenId: string | undefined,
): number {
  if (wanted === null) return -1;
  const indexOf = (wantedId: string | undefined) =>
    wantedId === undefined ? -1 : options.findIndex(({ id }) => id === wantedId);
  const found = indexOf(wanted);
  if (found !== -1) return found;
  // what was searched for is the first that is found
  return isSearching ? Math.min(0, options.length - 1) : indexOf(chosenId);
}

/**
 * Where to scroll a list to so that a row is in sight: as little as it takes, or to the middle when it was far away.
 * All lengths in CSS pixels; `padding` is above the first row and below the last.
 */
export function scrollToRow(
  viewport: { top: number; height: number },
  index: number,
  rowHeight: number,
  padding: number,
): number {
  const { top, height } = viewport;
  const highest = index * rowHeight;
  const lowest = highest + rowHeight + 2 * padding - height;
  if (top >= lowest && top <= highest) return top;
  if (top < lowest - height || top > highest + height) return Math.max(0, (lowest + highest) / 2);
  return Math.max(0, top > highest ? highest : lowest);
}
