/** Where a field stands in what is drawn: what is around it, and what lies at its place. */
import { isOutermost } from "./cover.ts";
import { documentOf, type Field, parentOf, rectangleOf, windowOf } from "./dom.ts";

/** Its own, and those of the frames around it. */
export function documentsAround(field: Field): readonly Document[] {
  const documents: Document[] = [];
  for (let document = documentOf(field); document !== null; ) {
    documents.push(document);
    const frame: Element | null = windowOf(document)?.frameElement ?? null;
    document = frame === null || isOutermost(document) ? null : documentOf(frame);
  }
  return documents;
}

/** An element, and what is around it as it is drawn. */
export function* pathOf(element: Element): Generator<Element> {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) yield at;
}

/** Of one document: whether a box contains the middle of a field, once it is as much larger. */
export function isOver(element: Element, field: Field, reach = 0): boolean {
  if (documentOf(element) !== documentOf(field)) return false;
  const [box, own] = [rectangleOf(element), rectangleOf(field)];
  const [x, y] = [own.left + own.width / 2, own.top + own.height / 2];
  return x >= box.left - reach && x < box.right + reach && y >= box.top - reach && y < box.bottom + reach;
}
