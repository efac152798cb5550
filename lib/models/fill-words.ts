/** Why a field was not filled, or not as it was meant: the words for the engine's own. */
import { labelOfKind } from "../autofill/kind-label.ts";
import type { MessageKey } from "../locales/en.ts";
import type { Fill, FillGap, FillLine } from "../storage/fill-items.ts";
import { called, t } from "./language.ts";

const whys: Readonly<Record<string, MessageKey>> = {
  hidden: "fill.whyHidden",
  insecure: "fill.insecure",
  decoy: "fill.whyHidden",
  disabled: "fill.whyLocked",
  readonly: "fill.whyLocked",
  formKind: "fill.whyForm",
  noValue: "fill.whyNoValue",
  noSuchOption: "fill.whyNoOption",
  manyOptions: "fill.whyManyOptions",
  tooLong: "fill.whyTooLong",
  notText: "fill.whyNotText",
  twin: "fill.whyTwin",
  otherForm: "fill.whyOtherForm",
};

const keyIn = (keys: Readonly<Record<string, MessageKey>>, name: string | null): MessageKey | null =>
  (name !== null && Object.hasOwn(keys, name) ? keys[name] : undefined) ?? null;

/** Of what was left out of the plan. */
export function whyKey(why: string): MessageKey {
  return keyIn(whys, why) ?? "fill.whyUnsure";
}

const unsures: Readonly<Record<string, MessageKey>> = {
  fields: "fill.unsureFields",
  forms: "fill.unsureForms",
  offers: "fill.unsureOffers",
  tooLarge: "fill.tooLarge",
};

/** Whether it is said of a page as a whole, rather than of one field. */
export function isUnsure({ why }: Pick<FillGap, "why">): boolean {
  return keyIn(unsures, why) !== null;
}

/** What could not be decided about a page as a whole, and what to do about it: a sentence each. */
export function unsureSentences({ gaps, choices, byHand }: Pick<Fill, "gaps" | "choices" | "byHand">): string[] {
  const sentences = gaps.flatMap(({ why, kind }) => {
    const key = keyIn(unsures, why);
    // which credentials is asked; and one field that was pointed at was found, however large the page
    const isBeside = (why === "offers" && choices.length > 0) || (why === "tooLarge" && byHand !== null);
    if (key === null || isBeside) return [];
    const name = kind === null ? t("fill.unnamed") : called(labelOfKind(kind));
    return [t(key, { kind: name, menu: t("fill.menu") })];
  });
  return [...new Set(sentences)];
}

const outcomes: Readonly<Record<string, MessageKey>> = {
  reformatted: "fill.outcomeAltered",
  truncated: "fill.outcomeTruncated",
  refused: "fill.outcomeRefused",
  gone: "fill.outcomeGone",
  changed: "fill.outcomeChanged",
};

/** Of what was to be written, and is not there as it should be. */
export function outcomeKey({ outcome, reason }: Pick<FillLine, "outcome" | "reason">): MessageKey {
  if (outcome === "blocked") return keyIn(whys, reason) ?? "fill.whyHidden";
  return keyIn(outcomes, outcome) ?? "fill.outcomeRefused";
}

/** What a browser's own check says of a value that a field holds: see `FillOutcome` of `lib/forms/order.ts`. */
const complaints: readonly (string | null)[] = ["patternMismatch", "typeMismatch", "tooShort"];

/** Whether the page took a value, and says that it does not fit. */
export function isDoubted({ outcome, reason }: Pick<FillLine, "outcome" | "reason">): boolean {
  return outcome === "filled" && complaints.includes(reason);
}
