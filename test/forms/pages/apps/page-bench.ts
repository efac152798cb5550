/** What every page of the bench shows of itself on `window`, for the bench alone. It runs in the page. */
import { NAME_ATTRIBUTE, type Tree, type Value } from "../tree.ts";

/** What a field holds; of a select also the text of what is chosen. */
export interface Reading {
  readonly value: Value;
  readonly text?: string;
}

export interface PageBench {
  /** What the fields on the page hold. */
  values(): Record<string, Reading>;
  /** What the framework would send; null where there is none and the fields themselves are sent. */
  state(): Record<string, Value> | null;
  /** Has the framework draw everything anew from its state, as any later change on a real page would. */
  settle(): Promise<void>;
  /** Where one of these texts stands on the page, other than in what a field holds. */
  find(texts: readonly string[]): string[];
  element(name: string): Element | null;
}

type ControlElement = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** How an app tells of itself; without it the page is plain HTML. */
export interface App {
  state(): Record<string, Value>;
  settle(): Promise<void> | void;
}

export function exposeBench(app?: App): void {
  const bench: PageBench = {
    values: () => Object.fromEntries(allControls().map(([name, element]) => [name, read(element)])),
    state: () => (app === undefined ? null : { ...app.state() }),
    settle: async () => {
      await app?.settle();
      // Two frames: one in which frameworks draw, one in which that is done.
      for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    },
    find: (texts) => allElements(document).flatMap((element) => placesIn(element, texts)),
    element: (name) => allControls().find(([one]) => one === name)?.[1] ?? null,
  };
  Object.assign(window, { bench });
}

/** What the page is made of, as its server tells. */
export async function loadLayout(): Promise<readonly Tree[]> {
  const answer = await fetch(location.pathname.replace(/[^/]+$/, "layout.json"));
  return answer.json();
}

/** The element that an app draws into. */
export function mountPoint(): HTMLElement {
  const element = document.querySelector<HTMLElement>("#app");
  if (element === null) throw new Error("The page has no #app.");
  return element;
}

/** With what is in open shadow roots. */
export function allElements(root: Document | ShadowRoot): Element[] {
  return [...root.querySelectorAll("*")].flatMap((element) =>
    element.shadowRoot === null ? [element] : [element, ...allElements(element.shadowRoot)],
  );
}

export function allControls(): (readonly [string, ControlElement])[] {
  return allElements(document).flatMap((element) => {
    const name = element.getAttribute(NAME_ATTRIBUTE);
    return name === null || !isControlElement(element) ? [] : [[name, element] as const];
  });
}

function isControlElement(element: Element): element is ControlElement {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  );
}

export function read(element: ControlElement): Reading {
  if (element instanceof HTMLInputElement && (element.type === "checkbox" || element.type === "radio"))
    return { value: element.checked };
  if (element instanceof HTMLSelectElement)
    return { value: element.value, text: element.selectedOptions[0]?.textContent ?? "" };
  return { value: element.value };
}

/** React keeps a field's `value` attribute like its value, so that one attribute of fields is the page's own doing. */
function placesIn(element: Element, texts: readonly string[]): string[] {
  const holds = (text: string | null) => texts.some((one) => text?.includes(one));
  const attributes = [...element.attributes]
    .filter(({ name, value }) => holds(value) && !(name === "value" && isControlElement(element)))
    .map(({ name }) => `${element.localName}[${name}]`);
  const isText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && holds(node.nodeValue));
  return isText ? [...attributes, `the text of ${element.localName}`] : attributes;
}
