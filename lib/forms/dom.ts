/**
 * The document's own methods, whatever the page calls its elements: `<img name="querySelector">` hides the method of
 * that name on the document, `<input name="parentNode">` the property of a form, in the isolated world as well.
 */

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export type { Field };

/** A getter of a prototype, to be called on anything of its kind, of any frame of this origin. */
function getter<T, V>(prototype: T, name: keyof T & string): (of: T) => V {
  for (let at: object | null = prototype as object; at !== null; at = Object.getPrototypeOf(at)) {
    const get = Object.getOwnPropertyDescriptor(at, name)?.get;
    if (get !== undefined) return (of) => Reflect.apply(get, of, []) as V;
  }
  return (of) => of[name] as V;
}

function method<A extends readonly unknown[], V>(prototype: object, name: string): (of: object, ...args: A) => V {
  const found: unknown = Reflect.get(prototype, name);
  return (of, ...args) => {
    // Only test environments lack any of these.
    const own: unknown = typeof found === "function" ? found : Reflect.get(of, name);
    return (typeof own === "function" ? Reflect.apply(own, of, args) : undefined) as V;
  };
}

export const parentNodeOf = getter<Node, Node | null>(Node.prototype, "parentNode");
export const documentOf = getter<Node, Document | null>(Node.prototype, "ownerDocument");
export const isConnected = getter<Node, boolean>(Node.prototype, "isConnected");
export const nodeTypeOf = getter<Node, number>(Node.prototype, "nodeType");
export const nextOf = getter<Node, Node | null>(Node.prototype, "nextSibling");
export const previousOf = getter<Node, Node | null>(Node.prototype, "previousSibling");
export const firstChildOf = getter<Node, Node | null>(Node.prototype, "firstChild");
export const lastChildOf = getter<Node, Node | null>(Node.prototype, "lastChild");
const characters = getter<CharacterData, string>(CharacterData.prototype, "data");
/** Of a text node. */
export const nodeTextOf = (node: Node): string => characters(node as CharacterData) ?? "";
export const nameOf = getter<Element, string>(Element.prototype, "localName");
export const shadowOf = getter<Element, ShadowRoot | null>(Element.prototype, "shadowRoot");
/** How an element's shadow root is told; some browsers tell extensions of closed ones. */
export type RootOf = (element: Element) => ShadowRoot | null;
export const slotOf = getter<Element, HTMLSlotElement | null>(Element.prototype, "assignedSlot");
export const windowOf = getter<Document, (Window & typeof globalThis) | null>(Document.prototype, "defaultView");
export const bodyOf = getter<Document, HTMLElement | null>(Document.prototype, "body");
export const rootElementOf = getter<Document, HTMLElement | null>(Document.prototype, "documentElement");
export const frameDocumentOf = getter<HTMLIFrameElement, Document | null>(
  HTMLIFrameElement.prototype,
  "contentDocument",
);
export const offsetParentOf = getter<HTMLElement, Element | null>(HTMLElement.prototype, "offsetParent");

const active = getter<Document, Element | null>(Document.prototype, "activeElement");
const titleText = getter<Document, string>(Document.prototype, "title");
export const activeIn = (document: Document): Element | null => active(document);
export const titleOf = (document: Document): string => `${titleText(document) ?? ""}`;

export const attributeOf = method<[string], string | null>(Element.prototype, "getAttribute");
export const setAttribute = method<[string, string], void>(Element.prototype, "setAttribute");
export const removeAttribute = method<[string], void>(Element.prototype, "removeAttribute");
export const matches = method<[string], boolean>(Element.prototype, "matches");
export const closest = method<[string], Element | null>(Element.prototype, "closest");
export const rectangleOf = method<[], DOMRect>(Element.prototype, "getBoundingClientRect");
export const rootOf = method<[], Node>(Node.prototype, "getRootNode");
export const containedIn = method<[Node | null], boolean>(Node.prototype, "contains");
export const listen = method<[string, EventListener, AddEventListenerOptions?], void>(
  EventTarget.prototype,
  "addEventListener",
);
export const unlisten = method<[string, EventListener, AddEventListenerOptions?], void>(
  EventTarget.prototype,
  "removeEventListener",
);

const inDocument = method<[string], NodeListOf<Element>>(Document.prototype, "querySelectorAll");
const inFragment = method<[string], NodeListOf<Element>>(DocumentFragment.prototype, "querySelectorAll");
const inElement = method<[string], NodeListOf<Element>>(Element.prototype, "querySelectorAll");
const DOCUMENT = 9;
const FRAGMENT = 11;

export function all(root: Node, selector: string): NodeListOf<Element> {
  const type = nodeTypeOf(root);
  return type === DOCUMENT
    ? inDocument(root, selector)
    : type === FRAGMENT
      ? inFragment(root, selector)
      : inElement(root, selector);
}

const visible = method<[CheckVisibilityOptions?], boolean | undefined>(Element.prototype, "checkVisibility");
/** Test environments without layout show everything. */
export const isDisplayed = (element: Element, options?: CheckVisibilityOptions): boolean =>
  visible(element, options) ?? true;
export const scrolledLeft = getter<Element, number>(Element.prototype, "scrollLeft");
export const scrolledTop = getter<Element, number>(Element.prototype, "scrollTop");

const idInDocument = method<[string], Element | null>(Document.prototype, "getElementById");
const idInFragment = method<[string], Element | null>(DocumentFragment.prototype, "getElementById");
export const byId = (root: Node, id: string): Element | null =>
  nodeTypeOf(root) === DOCUMENT
    ? idInDocument(root, id)
    : nodeTypeOf(root) === FRAGMENT
      ? idInFragment(root, id)
      : null;

export const isElement = (node: Node | null): node is Element => node !== null && nodeTypeOf(node) === 1;
export const isText = (node: Node): boolean => nodeTypeOf(node) === 3;
export const isShadowRoot = (node: Node): node is ShadowRoot => nodeTypeOf(node) === FRAGMENT && "host" in node;

let closedRootOf: RootOf = () => null;

/** From now on elements are seen as they are drawn in closed shadow roots too, where the browser tells of those. */
export function seeRootsBy(opened: RootOf): void {
  closedRootOf = opened;
}

/** In a closed root elements are not told their slots. */
function slotInClosedRoot(element: Element): Element | null {
  const parent = parentNodeOf(element);
  if (parent === null || !isElement(parent) || shadowOf(parent) !== null) return null;
  const root = mayHost(parent) ? closedRootOf(parent) : null;
  if (root === null) return null;
  return [...all(root, "slot")].find((slot) => (slot as HTMLSlotElement).assignedNodes().includes(element)) ?? null;
}

/** The only ones that can have a shadow root, beside those with a dash in their names. */
const hosts = new Set(
  "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "),
);
export const mayHost = (element: Element): boolean => {
  const name = nameOf(element);
  return hosts.has(name) || name.includes("-");
};

/** The parent as it is drawn: through slots, and out of shadow roots. */
export function parentOf(element: Element): Element | null {
  const parent = slotOf(element) ?? slotInClosedRoot(element) ?? parentNodeOf(element);
  if (parent === null) return null;
  if (isShadowRoot(parent)) return parent.host;
  return isElement(parent) ? parent : null;
}

/** The form that a field is sent with. */
export function formOf(field: Field): HTMLFormElement | null {
  const { form } = field;
  return form ?? null;
}
