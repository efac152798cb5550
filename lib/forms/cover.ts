/** Whether something else lies over a field: what is hit where the field should be. */

import { closest, containedIn, documentOf, type Field, rectangleOf, shadowOf, windowOf } from "./dom.ts";
import { isPainted } from "./paint.ts";

const top = (prototype: object, name: string) =>
  Reflect.get(prototype, name) as ((x: number, y: number) => unknown) | undefined;
const documentHit = top(Document.prototype, "elementFromPoint");
const shadowHit = top(ShadowRoot.prototype, "elementFromPoint");

/** As a part of a field's width and height. */
const MOST_COVERED = 0.8;

export type Cover = "clear" | "covered" | "outside";

/** Where fields are looked at, as parts of their width: icons at one end do no harm. Most of the places decide. */
const places = { quick: [0.5], careful: [0.5, 0.2, 0.8] } as const;

/** The one that our script was put into. */
export const isOutermost = (document: Document): boolean => document === window.document;

/** The innermost element at a point, through open shadow roots. */
function hitIn(document: Document, x: number, y: number): Element | null {
  let hit = (documentHit === undefined ? null : Reflect.apply(documentHit, document, [x, y])) as Element | null;
  for (let depth = 0; hit !== null && depth < 20; depth += 1) {
    const root = shadowOf(hit);
    if (root === null || shadowHit === undefined) return hit;
    const inner = Reflect.apply(shadowHit, root, [x, y]) as Element | null;
    if (inner === null || inner === hit) return hit;
    hit = inner;
  }
  return hit;
}

export function isPartOf(hit: Element, field: Field): boolean {
  if (hit === field || containedIn(field, hit)) return true;
  const label = closest(hit, "label");
  return label !== null && (label as HTMLLabelElement).control === field && !isLid(label, field);
}

/** A label that lies over all of its field hides it; one that shows in an empty field is as clear as glass. */
function isLid(label: Element, field: Field): boolean {
  if (containedIn(label, field) || !isPainted(label)) return false;
  const [box, own] = [rectangleOf(label), rectangleOf(field)];
  return box.width >= own.width * MOST_COVERED && box.height >= own.height * MOST_COVERED;
}

/** Through the frames around it, up to the window that our script is in. */
export function coverOf(field: Field, how: keyof typeof places): Cover {
  const document = documentOf(field);
  if (document === null || documentHit === undefined) return "clear";
  const box = rectangleOf(field);
  const counts = { clear: 0, covered: 0 };
  for (const part of places[how]) {
    const found = coverAt(field, document, box.left + box.width * part, box.top + box.height / 2);
    if (found === "outside") return found;
    counts[found] += 1;
    if (counts[found] * 2 > places[how].length) return found;
  }
  return "clear";
}

function coverAt(field: Field, document: Document, x: number, y: number): Cover {
  const view = windowOf(document);
  if (view === null) return "outside";
  if (x < 0 || y < 0 || x >= view.innerWidth || y >= view.innerHeight) return "outside";
  const hit = hitIn(document, x, y);
  if (hit === null) return "outside";
  if (!isPartOf(hit, field)) return "covered";
  return isOutermost(document) ? "clear" : frameCoverAt(view, x, y);
}

function frameCoverAt(view: Window, x: number, y: number): Cover {
  const frame = view.frameElement;
  const document = frame === null ? null : documentOf(frame);
  const outer = document === null ? null : windowOf(document);
  if (frame === null || document === null || outer === null) return "outside";
  const box = rectangleOf(frame);
  const [left, above] = [box.left + frame.clientLeft + x, box.top + frame.clientTop + y];
  if (left < 0 || above < 0 || left >= outer.innerWidth || above >= outer.innerHeight) return "outside";
  if (hitIn(document, left, above) !== frame) return "covered";
  return isOutermost(document) ? "clear" : frameCoverAt(outer, left, above);
}
