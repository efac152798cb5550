/** How large a document and its window are, read once for all of its fields. */
import { bodyOf, documentOf, type Field, rootElementOf, windowOf } from "./dom.ts";

/** A document's window, and how far its document reaches. */
export interface Extent {
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
  /** From where to where one can scroll; pages that are read from the right go on to the left. */
  readonly from: number;
  readonly across: number;
  readonly down: number;
}

export function createExtents(): (field: Field) => Extent | null {
  const known = new Map<Document | null, Extent | null>();
  return (field) => {
    const document = documentOf(field);
    let extent = known.get(document);
    if (extent === undefined) {
      extent = readExtent(document);
      known.set(document, extent);
    }
    return extent;
  };
}

/** Nobody can scroll there by hand. */
const isFast = (overflow: string): boolean => overflow === "hidden" || overflow === "clip";

function readExtent(document: Document | null): Extent | null {
  const view = document === null ? null : windowOf(document);
  const root = document === null ? null : rootElementOf(document);
  if (document === null || view === null || root === null) return null;
  const { innerWidth: width, innerHeight: height, scrollX: x, scrollY: y } = view;
  const [own, inner] = [getComputedStyle(root), getComputedStyle(bodyOf(document) ?? root)];
  // The window scrolls as the root says, or the body where the root says nothing.
  const { overflowX, overflowY } = own.overflowX === "visible" && own.overflowY === "visible" ? inner : own;
  const wide = Math.max(root.scrollWidth, width);
  const [start, end] = inner.direction === "rtl" ? [width - wide, width] : [0, wide];
  const [from, across] = isFast(overflowX) ? [x, x + width] : [start, end];
  const down = isFast(overflowY) ? y + height : Math.max(root.scrollHeight, height);
  return { width, height, x, y, from, across, down };
}
