/** What a test sees and does on screen: by roles and names, as people and screen readers do. */
import { type ComponentChild, render } from "preact";
import { act } from "preact/test-utils";

let mounted: HTMLElement | null = null;

/** Draws into an empty document; `[data-scroll]` around it, as in the popup. */
export async function show(view: ComponentChild): Promise<HTMLElement> {
  clear();
  const place = document.createElement("div");
  place.dataset.scroll = "";
  document.body.append(place);
  mounted = place;
  await act(() => render(view, place));
  return place;
}

export function clear(): void {
  if (mounted !== null) {
    render(null, mounted);
    mounted.remove();
  }
  mounted = null;
}

const roles: Readonly<Record<string, string>> = {
  button: "button, [role=button]",
  textbox: "input[type=text], input[type=url], input[type=password]",
  form: "form",
};

function nameOf(element: Element): string {
  const labelledBy = element.getAttribute("aria-labelledby");
  const label = element.id === "" ? null : document.querySelector(`label[for="${element.id}"]`);
  const named = labelledBy === null ? label : document.getElementById(labelledBy);
  return (element.getAttribute("aria-label") ?? named?.textContent ?? element.textContent ?? "").trim();
}

/** Everything of a role, with a name when that is given. */
export function all(role: string, name?: string | RegExp): HTMLElement[] {
  const selector = [roles[role], `[role=${role}]`].filter(Boolean).join(", ");
  return [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => {
    if (name === undefined) return true;
    return typeof name === "string" ? nameOf(element) === name : name.test(nameOf(element));
  });
}

/** The one element of a role and name; fails when there is none or more than one. */
export function get(role: string, name?: string | RegExp): HTMLElement {
  const [found, another] = all(role, name);
  if (found === undefined) throw new Error(`no ${role} ${name} in: ${document.body.innerHTML}`);
  if (another !== undefined) throw new Error(`more than one ${role} ${name} in: ${document.body.innerHTML}`);
  return found;
}

export const names = (role: string): string[] => all(role).map(nameOf);

export async function click(element: Element): Promise<void> {
  await act(() => void element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })));
}

/** Presses a key where the focus is, or on `element`; true when nobody took it. */
export async function press(key: string, element: Element = document.activeElement ?? document.body): Promise<boolean> {
  let isFree = true;
  await act(() => {
    isFree = element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  });
  return isFree;
}

export async function type(text: string, input: Element): Promise<void> {
  if (!(input instanceof HTMLInputElement)) throw new Error("not a text box");
  input.value = text;
  await act(() => void input.dispatchEvent(new Event("input", { bubbles: true })));
}

export async function submit(form: Element): Promise<void> {
  await act(() => void form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
}

export async function focus(element: HTMLElement): Promise<void> {
  await act(() => element.focus());
}
