/** What goes where on a page, or nowhere: from facts and offers, without a value in it. */
import { type LeftOut, refusalOf } from "./candidates.ts";
import { type Ambiguity, type Draft, draft, isWhole } from "./draft.ts";
import type { OptionFacts, PageFacts } from "./facts.ts";
import { type FormReading, readForm } from "./form-kind.ts";
import { isSecretKind, type Offer, type ValueKind, valueFor } from "./offer.ts";
import type { FillItem, FillOrder } from "./order.ts";
import { readFields } from "./read-fields.ts";
import type { FormKind } from "./rules-forms.ts";

export type { Ambiguity } from "./draft.ts";

export interface Assignment {
  readonly formIndex: number;
  readonly fieldId: number;
  readonly kind: ValueKind;
  readonly offerId: string;
  readonly isSecret: boolean;
  readonly score: number;
  /** For people who look into it: which words of the page decided. */
  readonly reason: string;
  readonly option: OptionFacts | null;
  /** The field is not empty. */
  readonly replaces: boolean;
}

export interface Plan {
  readonly assignments: readonly Assignment[];
  readonly leftOut: readonly LeftOut[];
  readonly ambiguous: readonly Ambiguity[];
  readonly forms: readonly { readonly index: number; readonly kind: FormKind; readonly reason: string }[];
}

/** How much more of an offer one form must take than another on the same page. */
const CLEARLY_MORE = 0.9;
/** How much better one offer must fit than another. */
const CLEARLY_BETTER = 0.4;

export function planPage(page: PageFacts, offers: readonly Offer[]): Plan {
  const forms = page.forms.map((form) => readForm(page, form, readFields(form)));
  const leftOut: LeftOut[] = [];
  const ambiguous: Ambiguity[] = [];
  const drafts = forms.flatMap((form) => {
    const best = bestDraft(form, offers.map((offer) => draft(form, offer)).filter(isWhole), ambiguous);
    if (best === null) leftOut.push(...leftAlone(form));
    return best === null ? [] : [best];
  });
  const kept = onePerOffer(drafts, ambiguous, leftOut);
  const assignments = kept.flatMap(({ form, offer, chosen }) =>
    chosen.map(({ field, kind, score, reason, option }) => ({
      formIndex: form.form.index,
      fieldId: field.id,
      kind,
      offerId: offer.id,
      isSecret: isSecretKind(kind),
      score: Math.round(score * 100) / 100,
      reason,
      option,
      replaces: !field.isEmpty,
    })),
  );
  for (const one of kept) {
    leftOut.push(...one.leftOut);
    ambiguous.push(...one.ambiguous);
  }
  const filled = new Set(assignments.map(({ fieldId }) => fieldId));
  return {
    assignments,
    leftOut: uniqueLeftOut(leftOut.filter(({ fieldId }) => !filled.has(fieldId))),
    ambiguous,
    forms: forms.map(({ form, kind, reason }) => ({ index: form.index, kind, reason })),
  };
}

/** Puts the values in, at the last moment; none for a page whose way others can read. */
export function orderOf(page: PageFacts, plan: Plan, offers: readonly Offer[]): FillOrder {
  const items = plan.assignments.flatMap(({ fieldId, kind, offerId, isSecret, option }): FillItem[] => {
    const offer = offers.find(({ id }) => id === offerId);
    const value = offer === undefined ? undefined : valueFor(offer, kind);
    return value === undefined || !page.isSecure ? [] : [{ fieldId, value: option?.value ?? value, option, isSecret }];
  });
  return { token: page.token, items };
}

function bestDraft(form: FormReading, drafts: readonly Draft[], ambiguous: Ambiguity[]): Draft | null {
  const [best, next] = drafts.toSorted((a, b) => b.score - a.score);
  if (best === undefined) return null;
  // A login that names its fields as keys in its code, and offers for both: only people know which is meant.
  const isTorn = form.kind === "login" && new Set(drafts.map(({ offer }) => offer.kind === "s3")).size > 1;
  if (!isTorn && (next === undefined || best.score - next.score >= CLEARLY_BETTER)) return best;
  const offerIds = drafts
    .filter(({ score }) => isTorn || best.score - score < CLEARLY_BETTER)
    .map(({ offer }) => offer.id);
  ambiguous.push({ kind: null, offerIds, formIndexes: [form.form.index], fieldIds: [], why: "offers" });
  return null;
}

/** The same secret goes into one form of a page: the one in use, or the one that takes clearly more of the offer. */
function onePerOffer(drafts: readonly Draft[], ambiguous: Ambiguity[], leftOut: LeftOut[]): readonly Draft[] {
  const kept: Draft[] = [];
  for (const group of Map.groupBy(drafts, ({ offer }) => offer.id).values()) {
    const [best, next] = group.toSorted((a, b) => b.score - a.score);
    if (best === undefined) continue;
    const focused = group.find(({ form }) => form.form.fields.some(({ isFocused }) => isFocused));
    const chosen = focused ?? (next === undefined || best.score - next.score >= CLEARLY_MORE ? best : undefined);
    if (chosen !== undefined) kept.push(chosen);
    else {
      const formIndexes = group.map(({ form }) => form.form.index);
      ambiguous.push({ kind: null, offerIds: [best.offer.id], formIndexes, fieldIds: [], why: "forms" });
    }
    for (const other of group) {
      if (other !== chosen)
        leftOut.push(
          ...other.chosen.map(({ field, kind }): LeftOut => ({ fieldId: field.id, why: "otherForm", kind })),
        );
    }
  }
  return kept;
}

/** Fields that might have been ours, had the form been of another kind. */
function leftAlone(form: FormReading): readonly LeftOut[] {
  return form.fields.flatMap((reading): LeftOut[] => {
    if (reading.top === null) return [];
    return [{ fieldId: reading.field.id, why: refusalOf(reading) ?? "formKind", kind: null }];
  });
}

function uniqueLeftOut(all: readonly LeftOut[]): readonly LeftOut[] {
  const byField = new Map<number, LeftOut>();
  for (const one of all) if (!byField.has(one.fieldId)) byField.set(one.fieldId, one);
  return [...byField.values()];
}
