/** Reads a page's forms as facts: names, labels and places; of what a field holds only whether it is empty. */
import { coverOf } from "./cover.ts";
import { activeIn, attributeOf, type Field, matches, nameOf, parentOf, shadowOf, titleOf } from "./dom.ts";
import {
  type AttributeName,
  attributeNames,
  type FieldFacts,
  type FormFacts,
  limits,
  type PageFacts,
} from "./facts.ts";
import { groupFields } from "./groups.ts";
import { labelOf, textBefore, textOf, textsBy, tidy } from "./label.ts";
import { type FoundField, isFrame, ownDocumentOf, type Survey, survey } from "./survey.ts";
import { createLook, type Look } from "./visibility.ts";

export interface Collected {
  readonly facts: PageFacts;
  readonly survey: Survey;
  /** Which element each number of the facts means. */
  readonly fields: ReadonlyMap<number, Field>;
  /** What held each of them, by number; null for the page itself. */
  readonly holders: ReadonlyMap<number, Element | null>;
}

/** Hit tests are slow, and fields are looked at again before filling. */
export const MOST_HIT_TESTS = 60;

export function collect(token: string): Collected {
  const found = survey(document);
  const look = createLook();
  const groups = groupFields(
    found.fields.map(({ field }) => field),
    found.buttons,
  );
  const buttons = Map.groupBy(found.buttons, (button) => holderOfButton(button, new Set(groups.values())));
  const byHolder = Map.groupBy(found.fields, ({ field }) => groups.get(field) ?? null);
  const fields = new Map<number, Field>();
  const holders = new Map<number, Element | null>();
  const focused = deepFocus();
  let isCut = found.isCut || byHolder.size > limits.forms;
  const forms: FormFacts[] = [];
  for (const [holder, members] of [...byHolder].slice(0, limits.forms)) {
    const kept = members.slice(0, Math.max(0, limits.fields - fields.size));
    if (kept.length < members.length) isCut = true;
    const read = kept.map((one) => {
      const id = fields.size;
      fields.set(id, one.field);
      holders.set(id, holder);
      return readField(one, id, look, one.field === focused);
    });
    if (kept.some(({ field }) => "options" in field && field.options.length > limits.options)) isCut = true;
    if (read.length > 0) forms.push(readForm(holder, forms.length, kept, buttons.get(holder) ?? [], read));
  }
  const passwords = forms.flatMap((form) => form.fields).filter(isPasswordToSee);
  const shown = passwords.length > 1 ? forms.map((form) => withoutCovered(form, fields)) : forms;
  const facts: PageFacts = {
    token,
    origin: window.origin,
    isSecure: isSafe(),
    title: tidy(titleOf(document)),
    forms: shown,
    isCut,
  };
  return { facts, survey: found, fields, holders };
}

/** A secure context, loopback included, and an origin at all: sandboxed frames and files have none. */
export const isSafe = (): boolean =>
  window.isSecureContext && window.origin !== "null" && /^https?:/u.test(window.origin);

/** Through shadow roots, and through frames of this origin. */
function deepFocus(): Element | null {
  let element = activeIn(document);
  for (let inner = element; inner !== null; ) {
    element = inner;
    const frame = isFrame(inner) ? ownDocumentOf(inner) : null;
    inner = frame === null ? (shadowOf(inner)?.activeElement ?? null) : activeIn(frame);
  }
  return element;
}

function holderOfButton(button: Element, holders: ReadonlySet<Element | null>): Element | null {
  const form = (button as HTMLButtonElement).form;
  if (form !== undefined && form !== null && holders.has(form)) return form;
  for (let at = parentOf(button); at !== null; at = parentOf(at)) if (holders.has(at)) return at;
  return null;
}

function readField({ field, isFrameHidden }: FoundField, id: number, look: Look, isFocused: boolean): FieldFacts {
  const hidden = look.hiddenReason(field);
  const label = labelOf(field);
  const labelledBy = textsBy(field, "aria-labelledby");
  const attributes: Partial<Record<AttributeName, string>> = {};
  for (const name of attributeNames) {
    const value = attributeOf(field, name);
    if (value !== null) attributes[name] = value.slice(0, limits.attribute);
  }
  const isBound = label !== "" || labelledBy !== "" || (attributes["aria-label"] ?? "") !== "";
  const tag = nameOf(field) as FieldFacts["tag"];
  return {
    id,
    tag,
    type: tag === "input" ? field.type : tag,
    attributes,
    label,
    labelledBy,
    describedBy: textsBy(field, "aria-describedby"),
    textBefore: isBound || hidden !== null ? "" : textBefore(field),
    options: tag === "select" ? optionsOf(field as HTMLSelectElement) : [],
    visibility: isFrameHidden ? "frame" : (hidden ?? "visible"),
    isEmpty: field.value === "",
    isRequired: field.required || attributeOf(field, "aria-required") === "true",
    isReadOnly: "readOnly" in field && field.readOnly,
    isDisabled: matches(field, ":disabled") || attributeOf(field, "aria-disabled") === "true",
    isFocused,
  };
}

const isPasswordToSee = ({ type, visibility }: FieldFacts): boolean => type === "password" && visibility === "visible";

/** A dialog to sign in often lies over a page that has the same form, and decoys lie beside the true fields. */
function withoutCovered(form: FormFacts, elements: ReadonlyMap<number, Field>): FormFacts {
  if (!form.fields.some(isPasswordToSee)) return form;
  const fields = form.fields.map((facts): FieldFacts => {
    const field = facts.visibility === "visible" && facts.id < MOST_HIT_TESTS ? elements.get(facts.id) : undefined;
    return field !== undefined && coverOf(field, "quick") === "covered" ? { ...facts, visibility: "covered" } : facts;
  });
  return { ...form, fields };
}

const optionsOf = (select: HTMLSelectElement) =>
  Array.from({ length: Math.min(select.options.length, limits.options) }, (_, index) => {
    const option = select.options[index];
    return { value: (option?.value ?? "").slice(0, limits.attribute), text: tidy(option?.text ?? "") };
  });

function readForm(
  holder: Element | null,
  index: number,
  members: readonly FoundField[],
  buttons: readonly Element[],
  fields: readonly FieldFacts[],
): FormFacts {
  const attribute = (name: string) => (holder && attributeOf(holder, name))?.slice(0, limits.attribute) ?? "";
  const heading = members.find(({ heading }) => heading !== null)?.heading ?? null;
  const labelled = holder === null ? "" : textsBy(holder, "aria-labelledby") || attribute("aria-label");
  return {
    index,
    tag: holder === null ? "body" : nameOf(holder).slice(0, 60),
    id: attribute("id"),
    name: attribute("name"),
    action: pathOf(attribute("action")),
    method: attribute("method").toLowerCase().slice(0, 10),
    heading: labelled !== "" ? tidy(labelled) : heading === null ? "" : textOf(heading),
    buttons: [...new Set(buttons.map(buttonText))].filter((text) => text !== "").slice(0, limits.buttons),
    fields,
  };
}

/** Of an input the value is what is written on it, and nothing that anybody typed. */
const buttonText = (button: Element): string =>
  tidy(
    attributeOf(button, "aria-label") ||
      (nameOf(button) === "input" ? (attributeOf(button, "value") ?? "") : "") ||
      textOf(button),
  );

/** Without what a query or a fragment might hold. */
function pathOf(action: string): string {
  const [path = ""] = action.split(/[?#]/u);
  return path.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/iu, "");
}
