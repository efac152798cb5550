/** What the user has put into a field by hand goes there again: above all that is only guessed. Pure. */
import { type Role, secretRoles } from "../credentials/role.ts";
import type { FieldFacts, FormFacts, OptionFacts, PageFacts } from "../forms/facts.ts";
import { type Offer, valueFor } from "../forms/offer.ts";
import type { Ambiguity, Assignment, Plan } from "../forms/plan.ts";
import { fieldsOf } from "./lines.ts";
import { marksOf } from "./mark.ts";

/** Lines of text, in which a secret may stand. */
const forSecrets = ["text", "password"];
/** Of a choice that a person has made. */
const certain = 1;

/** A field of which the user has said what it is for. */
interface Lesson {
  readonly form: FormFacts;
  readonly field: FieldFacts;
  readonly role: Role;
}

/** @param taught roles by the marks of fields. */
export function withTaught(
  facts: PageFacts,
  plan: Plan,
  offers: readonly Offer[],
  taught: Readonly<Record<string, Role>>,
): Plan {
  const lessons = lessonsOf(facts, offers, taught);
  const own = lessons.flatMap((lesson) => byHand(lesson, offers) ?? []);
  const ids = new Set(own.map(({ fieldId }) => fieldId));
  /** Where the user has shown the right field for something, the guess of another one in that form was wrong. */
  const isWrong = ({ formIndex, fieldId, kind }: Pick<Assignment, "formIndex" | "fieldId" | "kind">) =>
    lessons.some(({ form, field, role }) => form.index === formIndex && role === kind && field.id !== fieldId);
  const isAnswered = ({ why, kind, formIndexes }: Ambiguity) =>
    why === "fields" && lessons.some(({ form, role }) => role === kind && formIndexes.includes(form.index));
  const guessed = plan.assignments.filter(({ fieldId }) => !ids.has(fieldId));
  const wrong = guessed.filter(isWrong).map(({ fieldId, kind }) => ({ fieldId, kind, why: "twin" as const }));
  return {
    ...plan,
    assignments: [...guessed.filter((guess) => !isWrong(guess)), ...own],
    leftOut: [...plan.leftOut.filter(({ fieldId }) => !ids.has(fieldId)), ...wrong],
    ambiguous: plan.ambiguous.filter((one) => !isAnswered(one)),
  };
}

/** What was taught of the fields of this page, as far as there is a value for it. */
function lessonsOf(
  facts: PageFacts,
  offers: readonly Offer[],
  taught: Readonly<Record<string, Role>>,
): readonly Lesson[] {
  const marks = marksOf(facts);
  return [...fieldsOf(facts).values()].flatMap(({ form, field }) => {
    const mark = marks.get(field.id) ?? "";
    const role = Object.hasOwn(taught, mark) ? taught[mark] : undefined;
    const hasValue = role !== undefined && offers.some((offer) => valueFor(offer, role) !== undefined);
    return hasValue ? [{ form, field, role }] : [];
  });
}

function byHand({ form, field, role }: Lesson, offers: readonly Offer[]): Assignment | null {
  const isSecret = secretRoles.has(role);
  const isUsable = field.visibility === "visible" && !field.isDisabled && !field.isReadOnly;
  if (!isUsable || (isSecret && !(field.tag === "input" && forSecrets.includes(field.type)))) return null;
  for (const offer of offers) {
    const value = valueFor(offer, role);
    if (value === undefined) continue;
    const option = field.tag === "select" ? optionFor(field, value) : null;
    if (option === undefined) return null;
    const what = { formIndex: form.index, fieldId: field.id, kind: role, offerId: offer.id, isSecret, option };
    return { ...what, score: certain, reason: "by hand", replaces: !field.isEmpty };
  }
  return null;
}

function optionFor({ options }: FieldFacts, value: string): OptionFacts | undefined {
  return options.find((option) => option.value === value || option.text === value);
}
