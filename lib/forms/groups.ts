/** Which fields belong together where no `<form>` holds them. */
import { closest, type Field, formOf, isShadowRoot, nameOf, parentOf, rootOf } from "./dom.ts";

const HOLDERS = "form, [role=form], dialog, [role=dialog], [role=alertdialog]";
/** From here up everything is the page. */
const outermost = new Set(["body", "html"]);

/** The nearest holder that is one by its markup, out of shadow roots too. */
function holderOf(field: Field): Element | null {
  const form = formOf(field);
  if (form !== null) return form;
  for (let at: Element | null = field; at !== null; ) {
    const found = closest(at, HOLDERS);
    if (found !== null) return found;
    const root = rootOf(at);
    at = isShadowRoot(root) ? root.host : null;
  }
  return null;
}

/**
 * Each field with what holds it. Where nothing does by its markup, it is the smallest element with a button and at
 * least two fields in it, if there is one below the body: a page often has a sign-in and a newsletter, and no forms.
 */
export function groupFields(fields: readonly Field[], buttons: readonly Element[]): ReadonlyMap<Field, Element | null> {
  const groups = new Map<Field, Element | null>();
  const loose: Field[] = [];
  for (const field of fields) {
    const holder = holderOf(field);
    if (holder === null) loose.push(field);
    else groups.set(field, holder);
  }
  if (loose.length === 0) return groups;

  const counts = new Map<Element, number>();
  const withButton = new Set<Element>();
  for (const field of loose)
    for (let at = parentOf(field); at !== null; at = parentOf(at)) counts.set(at, (counts.get(at) ?? 0) + 1);
  for (const button of buttons) {
    for (let at = parentOf(button); at !== null && !withButton.has(at); at = parentOf(at)) withButton.add(at);
  }
  const held = new Map<Field, Element | null>();
  for (const field of loose) {
    let at = parentOf(field);
    while (at !== null && !outermost.has(nameOf(at)) && !((counts.get(at) ?? 0) > 1 && withButton.has(at)))
      at = parentOf(at);
    held.set(field, at === null || outermost.has(nameOf(at)) ? null : at);
  }
  const holders = new Set([...held.values()].filter((holder) => holder !== null));
  for (const [field, holder] of held) {
    let outer = holder;
    for (let at = holder === null ? null : parentOf(holder); at !== null; at = parentOf(at))
      if (holders.has(at)) outer = at;
    groups.set(field, outer);
  }
  return groups;
}
