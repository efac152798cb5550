/** Why a field was not filled, or not as it was meant: the words for the engine's own. */
import type { MessageKey } from "../locales/en.ts";
import type { FillLine } from "../storage/fill-items.ts";

const whys: Readonly<Record<string, MessageKey>> = {
  hidden: "fill.whyHidden",
  insecure: "fill.insecure",
  decoy: "fill.whyHidden",
  disabled: "fill.whyLocked",
  readonly: "fill.whyLocked",
  formKind: "fill.whyForm",
  noValue: "fill.whyNoValue",
  noSuchOption: "fill.whyNoOption",
  tooLong: "fill.whyTooLong",
  notText: "fill.whyNotText",
  twin: "fill.whyTwin",
  otherForm: "fill.whyOtherForm",
  fields: "fill.whyFields",
  offers: "fill.whyOffers",
  forms: "fill.whyForms",
};

/** Of what was left out of the plan. */
export function whyKey(why: string): MessageKey {
  return (Object.hasOwn(whys, why) ? whys[why] : undefined) ?? "fill.whyUnsure";
}

const outcomes: Readonly<Record<string, MessageKey>> = {
  truncated: "fill.outcomeTruncated",
  refused: "fill.outcomeRefused",
  gone: "fill.outcomeGone",
  changed: "fill.outcomeChanged",
};

/** Of what was written, or was to be. */
export function outcomeKey({ outcome, reason }: Pick<FillLine, "outcome" | "reason">): MessageKey {
  if (outcome === "blocked") return reason === null || !Object.hasOwn(whys, reason) ? "fill.whyHidden" : whyKey(reason);
  return (Object.hasOwn(outcomes, outcome ?? "") ? outcomes[outcome ?? ""] : undefined) ?? "fill.outcomeRefused";
}
