/** Writes into one field as a person would: the events that typing fires, and the value by the browser's own setter. */
import { type Field, listen, unlisten } from "./dom.ts";

/**
 * Frameworks replace `value` on the element to notice what code writes; then they ignore the event that follows. So
 * the value is set as the browser does it, past them, by the prototype of the field's own frame.
 */
export function setNative(field: Field, property: "value" | "selectedIndex", value: string | number): void {
  for (let at: object | null = Object.getPrototypeOf(field); at !== null; at = Object.getPrototypeOf(at)) {
    const set = Object.getOwnPropertyDescriptor(at, property)?.set;
    if (set !== undefined) {
      Reflect.apply(set, field, [value]);
      return;
    }
  }
  Reflect.set(field, property, value);
}

const bubbling = { bubbles: true, composed: true } as const;

/** As browsers' own filling does: keys without a name, so that forms that wait for one do hear it. */
const keyEvent = (type: "keydown" | "keyup") =>
  new KeyboardEvent(type, { ...bubbling, cancelable: true, key: "Unidentified" });

/** Focuses for real; a page that is not in front, since our popup is, gets the events all the same. */
export function enter(field: Field): void {
  const heard = hearing(field, "focus");
  field.focus?.({ preventScroll: true });
  if (!heard()) {
    field.dispatchEvent(new FocusEvent("focus", { composed: true }));
    field.dispatchEvent(new FocusEvent("focusin", bubbling));
  }
}

export function leave(field: Field): void {
  const heard = hearing(field, "blur");
  field.blur?.();
  if (!heard()) {
    field.dispatchEvent(new FocusEvent("blur", { composed: true }));
    field.dispatchEvent(new FocusEvent("focusout", bubbling));
  }
}

function hearing(field: Field, type: string): () => boolean {
  let isHeard = false;
  const onHeard = () => {
    isHeard = true;
  };
  listen(field, type, onHeard, { capture: true });
  return () => {
    unlisten(field, type, onHeard, { capture: true });
    return isHeard;
  };
}

export const announce = (field: Field): void => void (isSelect(field) || field.dispatchEvent(keyEvent("keydown")));

/** The value, and what tells of it. `data` is left out: whoever wants it reads the field. */
export function write(field: Field, value: string | number): void {
  if (isSelect(field)) setNative(field, "selectedIndex", value);
  else setNative(field, "value", value);
  const told = isSelect(field)
    ? new Event("input", bubbling)
    : new InputEvent("input", { ...bubbling, inputType: "insertReplacementText" });
  field.dispatchEvent(told);
  if (!isSelect(field)) field.dispatchEvent(keyEvent("keyup"));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

const isSelect = (field: Field): field is HTMLSelectElement => "selectedIndex" in field;

/** Promises that wait for promises: as deep as any framework's own drawing. */
const DEEPEST = 12;

/** Frameworks draw anew by promises; the next field must find what they drew. No frame is painted in between. */
export async function settle(): Promise<void> {
  for (let depth = 0; depth < DEEPEST; depth += 1) await null;
}

/** What pages put off until their handlers are done. Not by a timer, which waits long in a tab that is not in front. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
