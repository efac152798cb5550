/** The focus, when what had it is no longer drawn. */
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/** Whether nothing in particular has the focus. */
export function isFocusNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** Calls `restore` when the focus was inside `place` and went with what had it: removed, or moved, which is the same. */
export function useLostFocus(place: RefObject<HTMLElement | null>, restore: () => void): void {
  // asked before anything is drawn: afterwards nobody knows who had it
  const hadFocus = place.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (hadFocus && isFocusNowhere()) restore();
  });
}
