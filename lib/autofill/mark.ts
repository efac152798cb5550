/**
 * What a field is known by when its page is opened again: a choice taught by hand belongs to it. Marks are kept on disk,
 * so they are digests: nothing that a page says can be read from them. Pure.
 */
import type { FieldFacts, FormFacts, PageFacts } from "../forms/facts.ts";

/** Made up anew each time a page is drawn: `input-21`, `:r1:`, `mat-input-3`, long hexadecimal ids. */
const generated = /\d{2,}|:r\w*:|[-_]\d+$|[0-9a-f]{8,}/i;

/** The marks of all fields, by their ids; of several fields that are called the same, each has one of its own. */
export function marksOf(facts: PageFacts): ReadonlyMap<number, string> {
  const count = new Map<string, number>();
  const marks = new Map<number, string>();
  for (const form of facts.forms) {
    for (const field of form.fields) {
      const mark = markOf(form, field);
      const nth = (count.get(mark) ?? 0) + 1;
      count.set(mark, nth);
      marks.set(field.id, nth === 1 ? mark : `${mark}|${nth}`);
    }
  }
  return marks;
}

function markOf(form: FormFacts, field: FieldFacts): string {
  const { name = "", id = "", placeholder = "", autocomplete = "" } = field.attributes;
  const names = [form.id, form.name, form.action, name, id].filter((text) => text !== "" && !generated.test(text));
  const read = [field.label, field.labelledBy, field.attributes["aria-label"] ?? "", placeholder, field.textBefore];
  const parts = [field.tag, field.type, autocomplete, ...names, ...read.map((text) => text.trim().toLowerCase())];
  return digest(parts.join("|"));
}

/**
 * 64 bits: enough to tell the fields of a page apart, and against nobody: a page that makes two of its own fields alike
 * gains nothing. FNV-1a in two lanes. http://www.isthe.com/chongo/tech/comp/fnv/
 */
function digest(text: string): string {
  let [one, other] = [0x811c9dc5, 0xc9dc5118];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b) ^ (other >>> 15);
  }
  return [one, other].map((lane) => (lane >>> 0).toString(36)).join("-");
}
