/** Right before a value is written: is this still the field that was planned, and can people still see it? */
import { isSafe } from "./collect.ts";
import { coverOf } from "./cover.ts";
import {
  all,
  attributeOf,
  documentOf,
  type Field,
  formOf,
  isConnected,
  matches,
  offsetParentOf,
  parentOf,
  rectangleOf,
  rootElementOf,
  scrolledLeft,
  scrolledTop,
  windowOf,
} from "./dom.ts";
import type { FieldFacts } from "./facts.ts";
import { labelOf, textBefore, textsBy } from "./label.ts";
import type { FillItem, FillStatus } from "./order.ts";
import { isFrameHidden } from "./survey.ts";
import { createLook } from "./visibility.ts";

export interface Refusal {
  readonly status: FillStatus;
  readonly reason: string;
}

/** What a plan was made on, beside the facts: it must be the same when the field is filled. */
export interface Snapshot {
  readonly field: Field;
  readonly document: Document | null;
  readonly form: HTMLFormElement | null;
  readonly type: string;
  readonly names: string;
  readonly texts: string;
  readonly target: string;
  readonly place: Place | null;
}

interface Place {
  readonly around: Element | null;
  readonly x: number;
  readonly y: number;
}

const naming = ["name", "id", "autocomplete", "placeholder", "aria-label", "role", "form"];
/** Where a form sends what is in it, and whether into its address. */
const sending = ["action", "method", "target", "enctype"];
const resending = ["formaction", "formmethod", "formtarget", "form"];

/** A message that appears above a field may push it; more than that and it stands somewhere else. */
const FARTHEST = { across: 24, down: 80 };

/** Forms with many fields are read once; the texts are those of the facts. */
export function createSnapshots(): (field: Field, facts: FieldFacts) => Snapshot {
  const targets = new Map<HTMLFormElement | null, string>();
  return (field, facts) => {
    const form = formOf(field);
    const target = targets.get(form) ?? targetOf(form);
    targets.set(form, target);
    return {
      field,
      document: documentOf(field),
      form,
      type: field.type,
      names: attributesOf(field, naming),
      texts: JSON.stringify([facts.label, facts.labelledBy, facts.textBefore]),
      target,
      place: placeOf(field),
    };
  };
}

const attributesOf = (element: Element, names: readonly string[]) =>
  JSON.stringify(names.map((name) => attributeOf(element, name)));

function textsOf(field: Field): string {
  const [label, labelledBy] = [labelOf(field), textsBy(field, "aria-labelledby")];
  const isBound = label !== "" || labelledBy !== "" || (attributeOf(field, "aria-label") ?? "") !== "";
  return JSON.stringify([label, labelledBy, isBound ? "" : textBefore(field)]);
}

function targetOf(form: HTMLFormElement | null): string {
  if (form === null) return "";
  const buttons = [...all(form, "[formaction], [formmethod], [formtarget]")].map((button) =>
    attributesOf(button, resending),
  );
  return [attributesOf(form, sending), ...buttons].join();
}

/** From the corner of what it stands in, so that neither a scrolled page nor a dialog that slides in counts as a move. */
function placeOf(field: Field): Place | null {
  const document = documentOf(field);
  const around = offsetParentOf(field);
  const corner = around ?? (document === null ? null : rootElementOf(document));
  if (corner === null) return null;
  const [own, outer] = [rectangleOf(field), rectangleOf(corner)];
  let [x, y] = [own.x - outer.x, own.y - outer.y];
  // The outermost scrolls its corner as well.
  for (let at = parentOf(field); at !== null && parentOf(at) !== null; at = parentOf(at)) {
    x += scrolledLeft(at);
    y += scrolledTop(at);
    if (at === around) break;
  }
  return { around, x, y };
}

/** What costs no layout: looked at again after everything that a page may answer to. */
export function identityRefusal(shot: Snapshot, item: FillItem): Refusal | null {
  const { field } = shot;
  const changed = (reason: string): Refusal => ({ status: "changed", reason });
  const blocked = (reason: string): Refusal => ({ status: "blocked", reason });
  const document = documentOf(field);
  if (!isConnected(field) || document === null || windowOf(document) === null)
    return { status: "gone", reason: "field" };
  if (document !== shot.document) return changed("document");
  if (formOf(field) !== shot.form) return changed("form");
  if (field.type !== shot.type) return changed("type");
  if (attributesOf(field, naming) !== shot.names) return changed("name");
  if (targetOf(shot.form) !== shot.target) return changed("target");
  if (matches(field, ":disabled")) return blocked("disabled");
  if ("readOnly" in field && field.readOnly) return blocked("readonly");
  if (item.isSecret && field.type !== "password" && field.type !== "text") return blocked("notText");
  if ("maxLength" in field && field.maxLength >= 0 && item.value.length > field.maxLength) return blocked("tooLong");
  return null;
}

/** Once for all fields, before the first is written: what is said of a value may come to stand in a label. */
export function planRefusal(shot: Snapshot): Refusal | null {
  if (!isSafe()) return { status: "blocked", reason: "insecure" };
  if (textsOf(shot.field) !== shot.texts) return { status: "changed", reason: "label" };
  return placeRefusal(shot);
}

export function placeRefusal(shot: Snapshot): Refusal | null {
  const place = placeOf(shot.field);
  if (place === null || shot.place === null) return null;
  const moved = Math.abs(place.x - shot.place.x) > FARTHEST.across || Math.abs(place.y - shot.place.y) > FARTHEST.down;
  return moved || place.around !== shot.place.around ? { status: "changed", reason: "place" } : null;
}

/** Whether people can see it, brought into view first where it must be scrolled to. */
export function sightRefusal(field: Field): Refusal | null {
  const blocked = (reason: string): Refusal => ({ status: "blocked", reason });
  const look = createLook();
  const hidden = look.hiddenReason(field);
  if (hidden !== null) return blocked(hidden);
  for (let view = windowOfField(field); view !== null && view.document !== window.document; ) {
    const frame: Element | null = view.frameElement;
    if (frame === null || isFrameHidden(frame, look)) return blocked("frame");
    view = windowOfField(frame);
  }
  let cover = coverOf(field, "careful");
  // What lies over it may be the edge of a box that it can be scrolled in, or a bar that stays where it is.
  if (cover !== "clear") {
    field.scrollIntoView?.({ block: "center", inline: "nearest", behavior: "instant" });
    cover = coverOf(field, "careful");
  }
  if (cover === "outside") return blocked("offscreen");
  return cover === "covered" ? blocked("covered") : null;
}

function windowOfField(element: Element): (Window & typeof globalThis) | null {
  const document = documentOf(element);
  return document === null ? null : windowOf(document);
}
