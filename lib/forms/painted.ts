/** What is painted over a field and lets clicks through, so that no hit test tells of it. */

import { isOutermost, isPartOf } from "./cover.ts";
import {
  all,
  closest,
  documentOf,
  type Field,
  isDisplayed,
  matches,
  parentOf,
  type RootOf,
  rectangleOf,
  rootOf,
  shadowOf,
  windowOf,
} from "./dom.ts";
import { isPainted } from "./paint.ts";
import { findPassed, letAllBeHit, type Passed, type Scope } from "./reach.ts";

type Hits = ((x: number, y: number) => Element[]) | undefined;
const documentHits = Reflect.get(Document.prototype, "elementsFromPoint") as Hits;
const shadowHits = Reflect.get(ShadowRoot.prototype, "elementsFromPoint") as Hits;

/**
 * For one look everything is made to take clicks, and then what is painted over a field counts. `opened` also tells of
 * closed shadow roots, where the browser lets it.
 */
export function paintedOver(fields: readonly Field[], opened: RootOf = shadowOf): ReadonlySet<Field> {
  const found = new Set<Field>();
  const documents = new Set<Document>();
  for (const field of fields) {
    for (let document = documentOf(field); document !== null; ) {
      documents.add(document);
      const frame: Element | null = windowOf(document)?.frameElement ?? null;
      document = frame === null || isOutermost(document) ? null : documentOf(frame);
    }
  }
  const passed: Passed = { scopes: [], clickThrough: new Map(), inert: [] };
  for (const document of documents) findPassed(document, opened, passed);
  // It costs two times the style of the whole page, so it is done only where there is something that hit tests pass by.
  const isNeeded = passed.clickThrough.size > 0 || passed.inert.length > 0 || hasPartsAround(fields);
  if (isNeeded) {
    const roots = new Map<Element, ShadowRoot>();
    for (const scope of passed.scopes) if ("host" in scope) roots.set(scope.host, scope);
    const undo = letAllBeHit(passed);
    try {
      for (const field of fields) if (isPaintedOver(field, roots)) found.add(field);
    } finally {
      undo();
    }
  }
  for (const field of fields) if (isUnderPopover(field, passed.scopes)) found.add(field);
  return found;
}

/** Painted pseudo-elements of what is around fields; they are hit as what they belong to. */
function hasPartsAround(fields: readonly Field[]): boolean {
  const known = new Set<Element>();
  for (const field of fields) {
    for (const at of pathOf(field)) {
      if (known.has(at)) break;
      known.add(at);
      if (isPainted(at, "::before") || isPainted(at, "::after")) return true;
    }
  }
  return false;
}

/**
 * A modal dialog puts everything else out of reach, what was shown above it since as well. Which of the two lies above
 * cannot be told; a message at the edge of the page does not lie where a field is.
 */
function isUnderPopover(field: Field, scopes: readonly Scope[]): boolean {
  const path = [...pathOf(field)];
  if (!path.some(isModal)) return false;
  const { left, top, width, height } = rectangleOf(field);
  const [x, y] = [left + width / 2, top + height / 2];
  return scopes.flatMap(popoversIn).some((popover) => {
    const box = rectangleOf(popover);
    const isOver = x >= box.left && x < box.right && y >= box.top && y < box.bottom;
    return isOver && isDisplayed(popover) && !path.includes(popover) && ![...pathOf(popover)].some(isModal);
  });
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

/** An element, and what is around it as it is drawn. */
function* pathOf(element: Element): Generator<Element> {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) yield at;
}

function isPaintedOver(field: Field, roots: ReadonlyMap<Element, ShadowRoot>): boolean {
  let element: Element = field;
  const box = rectangleOf(field);
  let [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  for (;;) {
    const document = documentOf(element);
    const view = document === null ? null : windowOf(document);
    if (document === null || view === null || documentHits === undefined) return false;
    const path = new Set(pathOf(element));
    if (lookDown(document, { element, path, roots, x, y }) === "painted") return true;
    const frame = isOutermost(document) ? null : view.frameElement;
    if (frame === null) return false;
    const outer = rectangleOf(frame);
    [x, y] = [outer.left + frame.clientLeft + x, outer.top + frame.clientTop + y];
    element = frame;
  }
}

interface Aim {
  readonly element: Element;
  /** What is around it. */
  readonly path: ReadonlySet<Element>;
  readonly roots: ReadonlyMap<Element, ShadowRoot>;
  readonly x: number;
  readonly y: number;
}

/** From the top of what is painted at a place down to the element. */
function lookDown(scope: Scope, aim: Aim): "painted" | "reached" | "nothing" {
  const { element, path, roots, x, y } = aim;
  const hits = Reflect.apply(("host" in scope ? shadowHits : documentHits) ?? (() => []), scope, [x, y]) as Element[];
  for (const hit of hits) {
    if (hit === element) return "reached";
    // Shadow roots tell of what is around them too.
    if (rootOf(hit) !== scope) continue;
    const root = roots.get(hit);
    const inner = root === undefined ? "nothing" : lookDown(root, aim);
    if (inner !== "nothing") return inner;
    if (closest(hit, "label") !== null && isPartOf(hit, element as Field)) continue;
    if (path.has(hit) ? isPainted(hit, "::before") || isPainted(hit, "::after") : isPainted(hit)) return "painted";
  }
  return "nothing";
}
