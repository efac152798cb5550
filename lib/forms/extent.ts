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

function readExtent(document: Document | null): Extent | null {
  const view = document === null ? null : windowOf(document);
  const root = document === null ? null : rootElementOf(document);
  if (document === null || view === null || root === null) return null;
  const { innerWidth: width, innerHeight: height, scrollX: x, scrollY: y } = view;
  const wide = Math.max(root.scrollWidth, width);
  const isFromRight = getComputedStyle(bodyOf(document) ?? root).direction === "rtl";
  const [from, across] = isFromRight ? [width - wide, width] : [0, wide];
  return { width, height, x, y, from, across, down: Math.max(root.scrollHeight, height) };
}
