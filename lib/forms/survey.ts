/** Finds what there is in a document: fields, buttons and headings in their order, through shadow roots and own frames. */
import {
  all,
  attributeOf,
  type Field,
  frameDocumentOf,
  matches,
  nameOf,
  rectangleOf,
  shadowOf,
  windowOf,
} from "./dom.ts";
import { createLook, type Look } from "./visibility.ts";

export interface FoundField {
  readonly field: Field;
  /** The heading that stands before it. */
  readonly heading: Element | null;
  readonly isFrameHidden: boolean;
}

export interface Survey {
  readonly fields: readonly FoundField[];
  readonly buttons: readonly Element[];
  readonly roots: readonly Node[];
  readonly isCut: boolean;
}

const SELECTOR =
  "input, select, textarea, button, [role=button], h1, h2, h3, h4, h5, h6, legend, [role=heading], iframe, frame";
const skipped = new Set([
  "hidden",
  "checkbox",
  "radio",
  "file",
  "color",
  "range",
  "submit",
  "button",
  "reset",
  "image",
]);
const pressed = new Set(["submit", "button", "image"]);

/** More than any page has that people use. */
const MOST_FRAMES = 20;
const MOST_FIELDS = 2_000;
const MOST_ROOTS = 500;
/** A frame smaller than this shows no form. */
const LEAST_FRAME = { width: 120, height: 60 };

export function survey(document: Document): Survey {
  const fields: FoundField[] = [];
  const buttons: Element[] = [];
  const roots: Node[] = [];
  let frames = 0;
  let isCut = false;
  const look = createLook();

  const visit = (root: Node, isFrameHidden: boolean, before: Element | null): void => {
    if (roots.length >= MOST_ROOTS) {
      isCut = true;
      return;
    }
    roots.push(root);
    const hosts: Element[] = [];
    const elements = all(root, "*");
    // By index: the list's iterator takes four times as long.
    for (let index = 0; index < elements.length; index += 1) {
      const element = elements[index];
      if (element !== undefined && shadowOf(element) !== null) hosts.push(element);
    }
    let heading = before;
    const found: (Element | ShadowRoot)[] = [...all(root, SELECTOR)];
    // What is in a shadow root stands where its host does.
    for (const element of hosts.length === 0 ? found : inOrder([...found, ...hosts])) {
      const shadow = shadowOf(element as Element);
      if (shadow !== null) visit(shadow, isFrameHidden, heading);
      const one = element as Element;
      const name = nameOf(one);
      if (name === "input" || name === "select" || name === "textarea") {
        const field = one as Field;
        if (name === "input" && skipped.has(field.type)) {
          if (pressed.has(field.type)) buttons.push(field);
        } else if (fields.length >= MOST_FIELDS) isCut = true;
        else fields.push({ field, heading, isFrameHidden });
      } else if (isFrame(one)) {
        if (frames >= MOST_FRAMES) isCut = true;
        else {
          frames += 1;
          visitFrame(one, isFrameHidden, look, visit);
        }
      } else if (name === "button" || attributeOf(one, "role") === "button") buttons.push(one);
      else if (matches(one, "h1, h2, h3, h4, h5, h6, legend, [role=heading]")) heading = one;
    }
  };
  visit(document, false, null);
  return { fields, buttons, roots, isCut };
}

function visitFrame(
  frame: HTMLIFrameElement,
  isHidden: boolean,
  look: Look,
  visit: (root: Node, isFrameHidden: boolean, before: Element | null) => void,
): void {
  const inner = ownDocumentOf(frame);
  if (inner === null) return;
  visit(inner, isHidden || isFrameHidden(frame, look), null);
}

/** Small, or hidden in the ways in which a field is. */
export const isFrameHidden = (frame: Element, look: Look): boolean => {
  const { width, height } = rectangleOf(frame);
  return width < LEAST_FRAME.width || height < LEAST_FRAME.height || look.hiddenReason(frame as Field) !== null;
};

export const isFrame = (element: Element): element is HTMLIFrameElement =>
  nameOf(element) === "iframe" || nameOf(element) === "frame";

/** Of this very origin; pages may have loosened theirs by `document.domain`. */
export function ownDocumentOf(frame: HTMLIFrameElement): Document | null {
  try {
    const inner = frameDocumentOf(frame);
    const view = inner === null ? null : windowOf(inner);
    return inner !== null && view !== null && view.origin === window.origin ? inner : null;
  } catch {
    return null;
  }
}

const inOrder = (elements: readonly (Element | ShadowRoot)[]): readonly (Element | ShadowRoot)[] =>
  [...new Set(elements)].toSorted((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
