/**
 * Gives a field its label and its other texts. Facts say that a label is bound, not by which of the ways there are, so
 * that all ways take turns: `for`, `aria-labelledby`, and wrapping.
 */
import type { FactField } from "../facts.ts";
import { branch, type Control, isToggle, type Tree } from "./tree.ts";

type Texts = Pick<FactField, "label" | "labelledBy" | "describedBy"> & { readonly textBefore: string | undefined };

/** The content of the group that holds the field. */
export function labelled(texts: Texts, control: Control): readonly Tree[] {
  const { describedBy, textBefore } = texts;
  const described = describedBy === undefined ? control : point(control, "aria-describedby", idFor(control, "tip"));
  const labelled = withLabel(texts, described);
  return [
    ...(textBefore === undefined ? [] : [branch("span", {}, textBefore)]),
    ...labelled,
    ...(describedBy === undefined ? [] : [branch("small", { id: idFor(control, "tip") }, describedBy)]),
  ];
}

function withLabel({ label, labelledBy }: Texts, control: Control): readonly Tree[] {
  const bound = labelledBy ?? label;
  if (bound === undefined) return [control];
  switch (labelledBy === undefined ? wayFor(control) : "labelledby") {
    case "labelledby": {
      const id = idFor(control, "label");
      return ordered(branch("span", { id, class: "label" }, bound), point(control, "aria-labelledby", id));
    }
    case "wrap":
      return [branch("label", {}, ...ordered(branch("span", {}, bound), control))];
    case "for":
      return ordered(branch("label", { for: control.attributes.id }, bound), control);
  }
}

/** Always the same way for the same field, so that runs can be compared. */
function wayFor({ attributes, control }: Control): "for" | "labelledby" | "wrap" {
  if (attributes.id === undefined) return "wrap";
  const sum = [...`${attributes.id}${control}`].reduce((total, character) => total + character.charCodeAt(0), 0);
  return sum % 5 === 0 ? "labelledby" : sum % 5 === 1 ? "wrap" : "for";
}

/** The text of a box to tick stands after it. */
const ordered = (text: Tree, control: Control): readonly Tree[] =>
  isToggle(control) ? [control, text] : [text, control];

const idFor = ({ control }: Control, what: string): string => `${what}-${control.replace(".", "-")}`;

const point = (control: Control, attribute: string, id: string): Control => ({
  ...control,
  attributes: { ...control.attributes, [attribute]: id },
});
