/** What is painted over a field and lets clicks through, so that no hit test tells of it. */
import { isOutermost, isPartOf } from "./cover.ts";
import {
  all,
  closest,
  documentOf,
  type Field,
  nameOf,
  parentOf,
  type RootOf,
  rectangleOf,
  rootOf,
  shadowOf,
  windowOf,
} from "./dom.ts";

type Scope = Document | ShadowRoot;
type Hits = ((x: number, y: number) => Element[]) | undefined;
const documentHits = Reflect.get(Document.prototype, "elementsFromPoint") as Hits;
const shadowHits = Reflect.get(ShadowRoot.prototype, "elementsFromPoint") as Hits;

/** What is nearly transparent covers nothing: many libraries lay a frame over their fields that clicks go through. */
const LEAST_PAINT = 0.2;

/** The only ones that can have a shadow root, beside those with a dash in their names. */
const hosts = new Set(
  "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "),
);

/**
 * For one look everything is made to take clicks, by a style sheet that is not in the document, and then what is
 * painted over a field counts. `opened` also tells of closed shadow roots, where the browser lets it.
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
  // It costs two times the style of the whole page, so it is done only where there is something that clicks go through.
  const scopes: Scope[] = [];
  let isNeeded = hasPartsAround(fields);
  for (const document of documents) if (findClickThrough(document, opened, scopes)) isNeeded = true;
  if (!isNeeded) return found;
  const roots = new Map<Element, ShadowRoot>();
  for (const scope of scopes) if ("host" in scope) roots.set(scope.host, scope);
  const undo = scopes.map(letEverythingBeHit);
  try {
    for (const field of fields) if (isPaintedOver(field, roots)) found.add(field);
  } finally {
    for (const one of undo) one();
  }
  return found;
}

/** Painted pseudo-elements of what is around fields; they are hit as what they belong to. */
function hasPartsAround(fields: readonly Field[]): boolean {
  const known = new Set<Element>();
  for (const field of fields) {
    for (let at: Element | null = field; at !== null && !known.has(at); at = parentOf(at)) {
      known.add(at);
      if (isPainted(at, "::before") || isPainted(at, "::after")) return true;
    }
  }
  return false;
}

/** Whether anything painted lets clicks through; `scopes` gets every tree that was looked into. */
function findClickThrough(scope: Scope, opened: RootOf, scopes: Scope[]): boolean {
  scopes.push(scope);
  let isFound = false;
  const elements = all(scope, "*");
  // By index: the list's iterator takes four times as long.
  for (let index = 0; index < elements.length; index += 1) {
    const element = elements[index];
    if (element === undefined) continue;
    if (!isFound) {
      const style = getComputedStyle(element);
      if (style.pointerEvents === "none" && style.display !== "none") isFound = isPainted(element);
    }
    const name = nameOf(element);
    const inner = hosts.has(name) || name.includes("-") ? (shadowOf(element) ?? opened(element)) : null;
    if (inner !== null && findClickThrough(inner, opened, scopes)) isFound = true;
  }
  return isFound;
}

function letEverythingBeHit(scope: Scope): () => void {
  try {
    const view = windowOf("host" in scope ? (documentOf(scope) ?? document) : scope);
    if (view === null) return () => {};
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync("*, *::before, *::after { pointer-events: auto !important; }");
    const before = [...scope.adoptedStyleSheets];
    scope.adoptedStyleSheets = [...before, sheet];
    return () => {
      scope.adoptedStyleSheets = before;
    };
  } catch {
    // Firefox does not let content scripts adopt style sheets; what is hit without them was looked at already.
    return () => {};
  }
}

function isPaintedOver(field: Field, roots: ReadonlyMap<Element, ShadowRoot>): boolean {
  let element: Element = field;
  const box = rectangleOf(field);
  let [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  for (;;) {
    const document = documentOf(element);
    const view = document === null ? null : windowOf(document);
    if (document === null || view === null || documentHits === undefined) return false;
    const path = new Set<Element>();
    for (let at: Element | null = element; at !== null; at = parentOf(at)) path.add(at);
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

const pictures = new Set(["img", "iframe", "video", "canvas", "object", "embed", "picture"]);

function isPainted(element: Element, part?: "::before" | "::after"): boolean {
  if (part === undefined && pictures.has(nameOf(element))) return true;
  const style = getComputedStyle(element, part);
  if (part !== undefined && (style.content === "none" || style.content === "normal" || style.position === "static"))
    return false;
  if (Number(style.opacity) < LEAST_PAINT) return false;
  if (style.backgroundImage !== "none" && style.backgroundImage !== "") return true;
  if (style.backdropFilter !== undefined && style.backdropFilter !== "none" && style.backdropFilter !== "") return true;
  return alphaOf(style.backgroundColor) * Number(style.opacity || 1) >= LEAST_PAINT;
}

function alphaOf(colour: string): number {
  if (colour === "transparent" || colour === "") return 0;
  const [, alpha] = /^rgba\(.*,\s*([\d.]+)\)$/u.exec(colour) ?? /\/\s*([\d.]+)\)$/u.exec(colour) ?? [];
  return alpha === undefined ? 1 : Number(alpha);
}
