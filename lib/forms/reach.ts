/** Has everything on a page be hit for one look: what lets clicks through, and what is out of reach. */
import {
  all,
  attributeOf,
  documentOf,
  nameOf,
  type RootOf,
  removeAttribute,
  setAttribute,
  shadowOf,
  windowOf,
} from "./dom.ts";
import { isPainted } from "./paint.ts";

export type Scope = Document | ShadowRoot;

const PROPERTY = "pointer-events";

/** The only ones that can have a shadow root, beside those with a dash in their names. */
const hosts = new Set(
  "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "),
);

/** What was found in the trees of a page that hit tests pass by. */
export interface Passed {
  readonly scopes: Scope[];
  /** What is painted and lets clicks through; a tree that has enough of it is not searched any further. */
  readonly clickThrough: Map<Scope, HTMLElement[]>;
  /** What its page has put out of reach; how it looks does not change by that. */
  readonly inert: HTMLElement[];
}

/** Setting one of them costs little, but a page can have any number. */
const MOST_CLICK_THROUGH = 300;

/** Looks through a tree, and through the shadow roots in it that `opened` tells of. */
export function findPassed(scope: Scope, opened: RootOf, passed: Passed): void {
  passed.scopes.push(scope);
  const through: HTMLElement[] = [];
  const elements = all(scope, "*");
  // By index: the list's iterator takes four times as long.
  for (let index = 0; index < elements.length; index += 1) {
    const element = elements[index];
    if (element === undefined) continue;
    if (through.length < MOST_CLICK_THROUGH) {
      const style = getComputedStyle(element);
      if (style.pointerEvents === "none" && style.display !== "none" && isPainted(element))
        through.push(element as HTMLElement);
    }
    const name = nameOf(element);
    const inner = hosts.has(name) || name.includes("-") ? (shadowOf(element) ?? opened(element)) : null;
    if (inner !== null) findPassed(inner, opened, passed);
  }
  if (through.length > 0) passed.clickThrough.set(scope, through);
  passed.inert.push(...(Array.from(all(scope, "[inert]")) as HTMLElement[]));
}

/** Until what it returns is called. */
export function letAllBeHit({ scopes, clickThrough, inert }: Passed): () => void {
  const undo = [
    ...inert.map(letBeReached),
    ...scopes.map((scope) => letEverythingBeHit(scope, clickThrough.get(scope) ?? [])),
  ];
  return () => {
    for (const one of undo.reverse()) one();
  };
}

function letBeReached(element: HTMLElement): () => void {
  const before = attributeOf(element, "inert") ?? "";
  removeAttribute(element, "inert");
  return () => setAttribute(element, "inert", before);
}

/** By a style sheet that is not in the document; Firefox lets no extension do so, hence one by one there. */
function letEverythingBeHit(scope: Scope, clickThrough: readonly HTMLElement[]): () => void {
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
    const undo = clickThrough.map(letBeHit);
    return () => {
      for (const one of undo) one();
    };
  }
}

function letBeHit({ style }: HTMLElement): () => void {
  const [value, priority] = [style.getPropertyValue(PROPERTY), style.getPropertyPriority(PROPERTY)];
  style.setProperty(PROPERTY, "auto", "important");
  return () => {
    if (value === "") style.removeProperty(PROPERTY);
    else style.setProperty(PROPERTY, value, priority);
  };
}
