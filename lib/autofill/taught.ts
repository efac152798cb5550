/** What the user has put into a field by hand goes there again: above all that is only guessed. Pure. */
import { type Role, secretRoles } from "../credentials/role.ts";
import type { FieldFacts, OptionFacts, PageFacts } from "../forms/facts.ts";
import { type Offer, valueFor } from "../forms/offer.ts";
import type { Assignment, Plan } from "../forms/plan.ts";
import { fieldsOf } from "./lines.ts";
import { marksOf } from "./mark.ts";

/** Lines of text, in which a secret may stand. */
const forSecrets = ["text", "password"];
/** Of a choice that a person has made. */
const certain = 1;

/** @param taught roles by the marks of fields. */
export function withTaught(
  facts: PageFacts,
  plan: Plan,
  offers: readonly Offer[],
  taught: Readonly<Record<string, Role>>,
): Plan {
  const marks = marksOf(facts);
  const own = [...fieldsOf(facts).values()].flatMap(({ form, field }) => {
    const mark = marks.get(field.id) ?? "";
    const role = Object.hasOwn(taught, mark) ? taught[mark] : undefined;
    const assignment = role === undefined ? null : byHand(form.index, field, role, offers);
    return assignment === null ? [] : [assignment];
  });
  const ids = new Set(own.map(({ fieldId }) => fieldId));
  return {
    ...plan,
    assignments: [...plan.assignments.filter(({ fieldId }) => !ids.has(fieldId)), ...own],
    leftOut: plan.leftOut.filter(({ fieldId }) => !ids.has(fieldId)),
  };
}

function byHand(formIndex: number, field: FieldFacts, role: Role, offers: readonly Offer[]): Assignment | null {
  const isSecret = secretRoles.has(role);
  const isUsable = field.visibility === "visible" && !field.isDisabled && !field.isReadOnly;
  if (!isUsable || (isSecret && !(field.tag === "input" && forSecrets.includes(field.type)))) return null;
  for (const offer of offers) {
    const value = valueFor(offer, role);
    if (value === undefined) continue;
    const option = field.tag === "select" ? optionFor(field, value) : null;
    if (option === undefined) return null;
    const what = { formIndex, fieldId: field.id, kind: role, offerId: offer.id, isSecret, option };
    return { ...what, score: certain, reason: "by hand", replaces: !field.isEmpty };
  }
  return null;
}

function optionFor({ options }: FieldFacts, value: string): OptionFacts | undefined {
  return options.find((option) => option.value === value || option.text === value);
}
