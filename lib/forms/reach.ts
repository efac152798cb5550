/** Has everything on a page be hit for one look: what lets clicks through, and what is out of reach. */
import {
  all,
  attributeOf,
  documentOf,
  mayHost,
  type RootOf,
  removeAttribute,
  setAttribute,
  shadowOf,
  windowOf,
} from "./dom.ts";
import { paintOf, parts, reachOf } from "./paint.ts";
import { mayHavePassedParts } from "./part-rules.ts";

export type Scope = Document | ShadowRoot;

/** Many of them together still hide what is behind them. */
const THINNEST = 0.05;

/** What was found in the trees of a page that hit tests pass by. */
export interface Passed {
  readonly scopes: Scope[];
  /** What is painted and lets clicks through, or a part of which is. */
  readonly clickThrough: Element[];
  /** What its page has put out of reach; how it looks does not change by that. */
  readonly inert: HTMLElement[];
  /** What paints far around its own box. */
  readonly reaching: Element[];
}

export const nothingPassed = (): Passed => ({ scopes: [], clickThrough: [], inert: [], reaching: [] });

/** Looks through a tree, and through the shadow roots in it that `opened` tells of. */
export function findPassed(scope: Scope, opened: RootOf, passed: Passed): void {
  passed.scopes.push(scope);
  const withParts = mayHavePassedParts(scope);
  const elements = all(scope, "*");
  // By index: the list's iterator takes four times as long.
  for (let index = 0; index < elements.length; index += 1) {
    const element = elements[index];
    if (element === undefined) continue;
    const style = getComputedStyle(element);
    if (style.display !== "none") {
      if (letsClicksThrough(element, style, withParts)) passed.clickThrough.push(element);
      if (reachOf(style) > 0) passed.reaching.push(element);
    }
    const inner = mayHost(element) ? (shadowOf(element) ?? opened(element)) : null;
    if (inner !== null) findPassed(inner, opened, passed);
  }
  passed.inert.push(...(Array.from(all(scope, "[inert]")) as HTMLElement[]));
}

function letsClicksThrough(element: Element, style: CSSStyleDeclaration, withParts: boolean): boolean {
  const isPassed = isPassedBy(style);
  if (isPassed && paintOf(element) >= THINNEST) return true;
  // What clicks go through, so they do its parts.
  if (!isPassed && !withParts) return false;
  return parts.some((part) => isPassedBy(getComputedStyle(element, part)) && paintOf(element, part) >= THINNEST);
}

/** Hit tests go through it. `interactivity` is what `inert` is to styles; not every browser knows it. */
export const isPassedBy = (style: CSSStyleDeclaration): boolean =>
  style.pointerEvents === "none" || style.getPropertyValue("interactivity") === "inert";

/** Until what it returns is called. */
export function letAllBeHit({ scopes, inert }: Passed): () => void {
  const undo = [...inert.map(letBeReached), ...scopes.map(letEverythingBeHit)];
  return () => {
    for (const one of undo.reverse()) one();
  };
}

function letBeReached(element: HTMLElement): () => void {
  const before = attributeOf(element, "inert") ?? "";
  removeAttribute(element, "inert");
  return () => setAttribute(element, "inert", before);
}

/** By a style sheet that is not in the document. A page can insist on its own, and older browsers do not let us. */
function letEverythingBeHit(scope: Scope): () => void {
  try {
    const view = windowOf("host" in scope ? (documentOf(scope) ?? document) : scope);
    if (view === null) return () => {};
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync("*, *::before, *::after { pointer-events: auto !important; interactivity: auto !important; }");
    const before = [...scope.adoptedStyleSheets];
    scope.adoptedStyleSheets = [...before, sheet];
    return () => {
      scope.adoptedStyleSheets = before;
    };
  } catch {
    return () => {};
  }
}
