/** What lies above a page whatever its own order is, or around a box, and can be judged only by where it lies. */
import { all, type Field, isDisplayed, matches } from "./dom.ts";
import { isPainted, reachOf } from "./paint.ts";
import { documentsAround, isOver, pathOf } from "./place.ts";
import type { Scope } from "./reach.ts";

/** What it draws lies above everything, and hit tests do not tell of it. */
export const isViewChanging = (field: Field): boolean =>
  documentsAround(field).some((document) =>
    document
      .getAnimations?.()
      .some(({ effect }) => (effect as KeyframeEffect | null)?.pseudoElement?.startsWith("::view-transition")),
  );

/** A shadow is not drawn under its own box: tours of a page leave a hole in theirs, and the field may be in it. */
export function reachesOver(element: Element, field: Field): boolean {
  if (!isDisplayed(element, { visibilityProperty: true, opacityProperty: true }) || isOver(element, field))
    return false;
  return isOver(element, field, reachOf(getComputedStyle(element)));
}

/**
 * A modal dialog puts everything else out of reach, what was shown above it since as well. Which of the two lies above
 * cannot be told; a message at the edge of the page does not lie where a field is.
 */
export function isUnderPopover(field: Field, scopes: readonly Scope[]): boolean {
  const path = [...pathOf(field)];
  const popovers = scopes.flatMap(popoversIn).filter((popover) => isDisplayed(popover) && !path.includes(popover));
  if (popovers.some((popover) => isPainted(popover, "::backdrop"))) return true;
  if (!path.some(isModal)) return false;
  const isAround = (element: Element) => isOver(element, field) && isDisplayed(element);
  return popovers
    .filter((popover) => ![...pathOf(popover)].some(isModal))
    .some((popover) => isAround(popover) || [...all(popover, "*")].some((one) => isAround(one) && isPainted(one)));
}

/** Older browsers do not know these selectors. */
const isModal = (element: Element): boolean => {
  try {
    return matches(element, ":modal");
  } catch {
    return false;
  }
};

function popoversIn(scope: Scope): readonly Element[] {
  try {
    return [...all(scope, ":popover-open")];
  } catch {
    return [];
  }
}
