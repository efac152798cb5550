/** From a plan to what a person reads of it, and from what was done to what became of each field. Pure. */
import { type Credentials, valuesOf } from "../credentials/credentials.ts";
import { type FieldFacts, type FormFacts, limits, type PageFacts } from "../forms/facts.ts";
import type { FillOrder, FillOutcome } from "../forms/order.ts";
import type { Assignment, Plan } from "../forms/plan.ts";
import type { FillGap, FillLine } from "../storage/fill-items.ts";
import { marksOf } from "./mark.ts";
import type { Sensitive } from "./sensitive.ts";

/** In characters. */
const longestLabel = 60;

/** What a page calls a field, as people read it. */
export function labelOf({ label, labelledBy, attributes, textBefore }: FieldFacts): string {
  const said = [label, labelledBy, attributes["aria-label"], attributes.placeholder, attributes.title, textBefore];
  const text = (said.find((one) => one !== undefined && one.trim() !== "") ?? "").trim();
  // the page chooses the words, and they must not push our own out of sight
  return text.length > longestLabel ? `${text.slice(0, longestLabel)}…` : text;
}

const nothingSensitive: Sensitive = { isIn: () => false, isMadeOf: () => false };

/** A page may show a secret beside its field; what is kept of it must not. */
function labelFor(field: FieldFacts, sensitive: Sensitive): string {
  const label = labelOf(field);
  return sensitive.isIn(label) ? "" : label;
}

/** Every field of a page with its form, by its id. */
export function fieldsOf(facts: PageFacts): ReadonlyMap<number, { form: FormFacts; field: FieldFacts }> {
  return new Map(facts.forms.flatMap((form) => form.fields.map((field) => [field.id, { form, field }] as const)));
}

/** What tells one line from another, also when the page is read anew. */
export function lineKey({ mark, kind }: Pick<FillLine, "mark" | "kind">): string {
  return `${mark}\n${kind}`;
}

/**
 * In the order of the page, as people read it.
 * @param order the plan with its values: secrets are left out here.
 * @param sensitive what is left out besides.
 */
export function linesOf(
  facts: PageFacts,
  plan: Plan,
  order: FillOrder,
  sensitive: Sensitive = nothingSensitive,
): FillLine[] {
  const fields = fieldsOf(facts);
  const items = new Map(order.items.map((item) => [item.fieldId, item]));
  const marks = marksOf(facts);
  const place = new Map([...fields.keys()].map((id, index) => [id, index]));
  const placeOf = ({ fieldId }: Assignment) => place.get(fieldId) ?? 0;
  const inOrder = plan.assignments.toSorted((one, other) => placeOf(one) - placeOf(other));
  return inOrder.flatMap(({ fieldId, offerId, kind, isSecret, option, replaces }): FillLine[] => {
    const known = fields.get(fieldId);
    const item = items.get(fieldId);
    if (known === undefined || item === undefined) return [];
    const text = option?.text ?? item.value;
    const isMade = sensitive.isMadeOf(offerId, kind) || sensitive.isIn(item.value);
    const shown = isSecret || item.isSecret || isMade || sensitive.isIn(text) ? null : text;
    const mark = marks.get(fieldId) ?? "";
    const label = labelFor(known.field, sensitive);
    return [
      {
        fieldId,
        mark,
        label,
        kind,
        isSecret,
        shown,
        replaces: replaces && option === null,
        outcome: null,
        reason: null,
      },
    ];
  });
}

/** Keeps of a plan what may be filled. */
export function planFor(
  facts: PageFacts,
  plan: Plan,
  mayFill: (line: Pick<FillLine, "mark" | "kind">) => boolean,
): Plan {
  const marks = marksOf(facts);
  const isAllowed = ({ fieldId, kind }: Assignment) => {
    const mark = marks.get(fieldId);
    return mark !== undefined && mayFill({ mark, kind });
  };
  return { ...plan, assignments: plan.assignments.filter(isAllowed) };
}

/** What is not filled. @param sensitive what is left out of the page's own words. */
export function gapsOf(facts: PageFacts, plan: Plan, sensitive: Sensitive = nothingSensitive): FillGap[] {
  const fields = fieldsOf(facts);
  const left = plan.leftOut.map(({ fieldId, why, kind }): FillGap => {
    const field = fields.get(fieldId)?.field;
    const label = field === undefined ? "" : labelFor(field, sensitive);
    // the choice may be among those that were not read
    const isCut = why === "noSuchOption" && (field?.options.length ?? 0) >= limits.options;
    return { label, kind, why: isCut ? "manyOptions" : why };
  });
  const open = plan.ambiguous.map(({ kind, why }): FillGap => ({ label: "", kind, why }));
  const unread: FillGap[] = facts.isCut ? [{ label: "", kind: null, why: "tooLarge" }] : [];
  return [...left, ...open, ...unread];
}

/** Puts what became of each field into its line; a page that says nothing of one may have taken it all the same. */
export function withOutcomes(lines: readonly FillLine[], outcomes: readonly FillOutcome[]): FillLine[] {
  const byField = new Map(outcomes.map((outcome) => [outcome.fieldId, outcome]));
  return lines.map((line) => {
    const outcome = byField.get(line.fieldId);
    return { ...line, outcome: outcome?.status ?? "gone", reason: outcome?.reason ?? null };
  });
}

/** Whether a field holds now what was meant for it; a secret that the page writes its own way is none any more. */
export function isFilled({ outcome, isSecret }: Pick<FillLine, "outcome" | "isSecret">): boolean {
  return outcome === "filled" || (outcome === "reformatted" && !isSecret);
}

/** Addresses that credentials name: where a page that asks for them may well be. */
export function addressesOf(credentials: readonly Credentials[]): string[] {
  const addresses = new Set(["authUrl", "endpointUrl", "apiUrl"]);
  return credentials.flatMap((one) => valuesOf(one).flatMap(([role, value]) => (addresses.has(role) ? [value] : [])));
}
