/** What a person reads at a field: from every source that accessibility uses, then from the text that stands before it. */
import {
  all,
  attributeOf,
  byId,
  type Field,
  firstChildOf,
  isDisplayed,
  isElement,
  isShadowRoot,
  isText,
  lastChildOf,
  nameOf,
  nextOf,
  nodeTextOf,
  parentNodeOf,
  previousOf,
  rootOf,
} from "./dom.ts";
import { limits } from "./facts.ts";

/** Not text for people, or not text about the field. */
const silent = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "select",
  "textarea",
  "option",
  "datalist",
  "svg",
  "iframe",
  "object",
]);
const headings = new Set(["h1", "h2", "h3"]);
const fields = new Set(["input", "select", "textarea"]);

/** How many nodes are looked at for one text: a page can be as deep as it likes. */
const MOST_STEPS = 80;

export const tidy = (text: string, most: number = limits.text): string =>
  text
    .slice(0, most * 8)
    .replaceAll(/\s+/gu, " ")
    .trim()
    .slice(0, most);

/**
 * The text in an element, without what is not read there; a little of it suffices. Where the element itself can be seen,
 * parts of it that cannot are not read: an error that waits in a label, a page's own words under a false name.
 */
export function textOf(element: Element): string {
  let text = "";
  let steps = 0;
  const isShown = displayed(element) ? isShownIn : isNotHidden;
  const visit = (node: Node) => {
    for (let child = firstChildOf(node); child !== null; child = nextOf(child)) {
      steps += 1;
      if (steps > MOST_STEPS || text.length > limits.text * 2) return;
      if (isText(child)) text += nodeTextOf(child).slice(0, limits.text * 2);
      else if (
        isElement(child) &&
        !silent.has(nameOf(child)) &&
        attributeOf(child, "aria-hidden") !== "true" &&
        isShown(child)
      ) {
        text += " ";
        visit(child);
        text += " ";
      }
    }
  };
  visit(element);
  return tidy(text);
}

/** Of what stands in something that is displayed; `contents` has no box of its own, which is not to be hidden. */
const isShownIn = (element: Element): boolean => displayed(element) || getComputedStyle(element).display === "contents";

const isNotHidden = (element: Element): boolean => attributeOf(element, "hidden") === null;

const displayed = (element: Element): boolean =>
  isDisplayed(element, { visibilityProperty: true, opacityProperty: true });

export function labelOf(field: Field): string {
  const bound = [...(field.labels ?? [])].filter(displayed).map(textOf);
  return tidy(bound.join(" "));
}

/** Texts that an attribute such as `aria-labelledby` names. They count even where they are not displayed. */
export function textsBy(field: Element, attribute: string): string {
  const ids = attributeOf(field, attribute);
  if (ids === null || ids === "") return "";
  const root = rootOf(field);
  return tidy(
    ids
      .split(/\s+/u)
      .slice(0, 8)
      .map((id) => {
        const element = byId(root, id);
        return element === null || fields.has(nameOf(element)) ? "" : textOf(element);
      })
      .join(" "),
  );
}

/** The nearest text before a field, up to the field before it. */
export function textBefore(field: Element): string {
  let steps = 0;
  let node: Node = field;
  for (;;) {
    let before = previousOf(node);
    while (before !== null) {
      steps += 1;
      if (steps > MOST_STEPS) return "";
      const found = lastTextIn(before);
      if (found === null) return "";
      if (found !== "") return found;
      before = previousOf(before);
    }
    const parent = parentNodeOf(node);
    if (parent === null) return "";
    if (isShadowRoot(parent)) {
      node = parent.host;
      continue;
    }
    if (!isElement(parent) || nameOf(parent) === "form" || nameOf(parent) === "body" || nameOf(parent) === "dialog")
      return "";
    steps += 1;
    if (steps > MOST_STEPS) return "";
    node = parent;
  }
}

/** The last text in a node; null where a field comes first, from behind. */
function lastTextIn(node: Node): string | null {
  if (isText(node)) return tidy(nodeTextOf(node));
  if (!isElement(node)) return "";
  const name = nameOf(node);
  if (fields.has(name)) return attributeOf(node, "type") === "hidden" ? "" : null;
  if (silent.has(name) || name === "button" || !displayed(node)) return "";
  // What follows a heading is a new part of the page.
  if (headings.has(name)) return null;
  // What stands in one line is one text: "Access <b>key</b>:".
  if (!hasField(node)) return textOf(node);
  for (let child = lastChildOf(node); child !== null; child = previousOf(child)) {
    const found = lastTextIn(child);
    if (found !== "") return found;
  }
  return "";
}

const hasField = (element: Element): boolean => all(element, "input:not([type=hidden]), select, textarea").length > 0;
