/** What is painted over a field and cannot be hit, so that no hit test tells of it. */
import { isUnderPopover, isViewChanging, reachesOver } from "./above.ts";
import { isOutermost, isPartOf } from "./cover.ts";
import { closest, documentOf, type Field, type RootOf, rectangleOf, rootOf, shadowOf, windowOf } from "./dom.ts";
import { isPainted, LEAST_PAINT, paintOf, parts } from "./paint.ts";
import { documentsAround, isOver, pathOf } from "./place.ts";
import { findPassed, isPassedBy, letAllBeHit, nothingPassed, type Passed, type Scope } from "./reach.ts";

type Hits = ((x: number, y: number) => Element[]) | undefined;
const documentHits = Reflect.get(Document.prototype, "elementsFromPoint") as Hits;
const shadowHits = Reflect.get(ShadowRoot.prototype, "elementsFromPoint") as Hits;

/** Looks of one filling; the page is searched again only after it has changed. */
export interface PaintCheck {
  /** Whether something that clicks go through, or that is out of reach, is painted over a field in view. */
  isPaintedOver(field: Field): boolean;
  end(): void;
}

/** `opened` also tells of closed shadow roots, where the browser lets it. */
export function createPaintCheck(opened: RootOf = shadowOf): PaintCheck {
  let passed: Passed | null = null;
  const known = new Set<Document>();
  const observer = new MutationObserver(() => {
    passed = null;
  });

  const search = (field: Field): Passed => {
    const size = known.size;
    for (const document of documentsAround(field)) known.add(document);
    if (observer.takeRecords().length > 0 || known.size > size) passed = null;
    if (passed !== null) return passed;
    passed = nothingPassed();
    for (const document of known) findPassed(document, opened, passed);
    const changes = { childList: true, attributes: true, subtree: true };
    for (const scope of passed.scopes) observer.observe(scope, changes);
    return passed;
  };

  return {
    isPaintedOver: (field) => {
      const found = search(field);
      if (isViewChanging(field)) return true;
      if (isUnderPopover(field, found.scopes) || found.reaching.some((one) => reachesOver(one, field))) return true;
      // It costs two times the style of the whole page, so it is done only where hit tests pass something by.
      if (found.clickThrough.length === 0 && found.inert.length === 0 && !hasPartsAround(field)) return false;
      const undo = letAllBeHit(found);
      let isCovered = true;
      let isAnswered = true;
      try {
        isCovered = isStubbornOver(field, found) || isHitOver(field, found);
      } finally {
        // a page that answers to our look shows us something else than it shows to people
        isAnswered = observer.takeRecords().some((record) => !isOurs(record, found));
        undo();
        observer.takeRecords();
      }
      return isCovered || isAnswered;
    },
    end: () => observer.disconnect(),
  };
}

const isOurs = ({ attributeName, target }: MutationRecord, { inert }: Passed): boolean =>
  attributeName === "inert" && inert.some((element) => element === target);

/** Painted pseudo-elements of what is around a field; they are hit as what they belong to. */
const hasPartsAround = (field: Field): boolean =>
  [...pathOf(field)].some((around) => parts.some((part) => isPainted(around, part)));

/** A page may insist that clicks go through; what cannot be hit then cannot be told to lie below either. */
function isStubbornOver(field: Field, { clickThrough }: Passed): boolean {
  const path = new Set(pathOf(field));
  const { width, height } = rectangleOf(field);
  return clickThrough.some((element) => {
    if (path.has(element)) return false;
    if (isPassedBy(getComputedStyle(element)) && isPainted(element) && isOver(element, field)) return true;
    return parts.some((part) => {
      const style = getComputedStyle(element, part);
      const isLarge = parseFloat(style.width) >= width && parseFloat(style.height) >= height;
      return isPassedBy(style) && isLarge && isPainted(element, part);
    });
  });
}

function isHitOver(field: Field, { scopes }: Passed): boolean {
  const roots = new Map<Element, ShadowRoot>();
  for (const scope of scopes) if ("host" in scope) roots.set(scope.host, scope);
  let element: Element = field;
  const box = rectangleOf(field);
  let [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  for (;;) {
    const document = documentOf(element);
    const view = document === null ? null : windowOf(document);
    if (document === null || view === null || documentHits === undefined) return false;
    if (lookDown(document, { element, path: new Set(pathOf(element)), roots, x, y }) === "painted") return true;
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

/** What many thin layers must leave together. */
const LEAST_LEFT = 0.5;

/** From the top of what is painted at a place down to the element. */
function lookDown(scope: Scope, aim: Aim): "painted" | "reached" | "nothing" {
  const { element, path, roots, x, y } = aim;
  let left = 1;
  const hits = Reflect.apply(("host" in scope ? shadowHits : documentHits) ?? (() => []), scope, [x, y]) as Element[];
  for (const hit of hits) {
    if (hit === element) return "reached";
    // Shadow roots tell of what is around them too.
    if (rootOf(hit) !== scope) continue;
    const root = roots.get(hit);
    const inner = root === undefined ? "nothing" : lookDown(root, aim);
    if (inner !== "nothing") return inner;
    if (closest(hit, "label") !== null && isPartOf(hit, element as Field)) continue;
    const paints = [path.has(hit) ? 0 : paintOf(hit), ...parts.map((part) => paintOf(hit, part))];
    for (const paint of paints) left *= 1 - paint;
    if (left < LEAST_LEFT || paints.some((paint) => paint >= LEAST_PAINT)) return "painted";
  }
  return "nothing";
}
