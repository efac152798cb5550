/** Facts as they come out of a page: hostile until parsed. Apart from the types, since the page's script needs no zod. */
import { z } from "../schema.ts";
import { attributeNames, type PageFacts as Facts, hiddenReasons, limits } from "./facts.ts";

const text = z.string().max(limits.text);
const attribute = z.string().max(limits.attribute);

const FieldFacts = z.strictObject({
  id: z.int().nonnegative(),
  tag: z.enum(["input", "select", "textarea"]),
  type: z.string().max(40),
  attributes: z.partialRecord(z.enum(attributeNames), attribute),
  label: text,
  labelledBy: text,
  describedBy: text,
  textBefore: text,
  options: z.array(z.strictObject({ value: attribute, text })).max(limits.options),
  visibility: z.enum(["visible", ...hiddenReasons]),
  isEmpty: z.boolean(),
  isRequired: z.boolean(),
  isReadOnly: z.boolean(),
  isDisabled: z.boolean(),
  isFocused: z.boolean(),
});

const FormFacts = z.strictObject({
  index: z.int().nonnegative(),
  tag: z.string().max(60),
  id: attribute,
  name: attribute,
  action: attribute,
  method: z.string().max(10),
  heading: text,
  buttons: z.array(text).max(limits.buttons),
  fields: z.array(FieldFacts).max(limits.fields),
});

export const PageFacts = z
  .strictObject({
    token: z.string().min(16).max(64),
    origin: z.string().max(300),
    isSecure: z.boolean(),
    title: text,
    forms: z.array(FormFacts).max(limits.forms),
    isCut: z.boolean(),
  })
  .refine(({ forms }) => {
    const ids = forms.flatMap(({ fields }) => fields.map(({ id }) => id));
    return ids.length <= limits.fields && new Set(ids).size === ids.length;
  }, "field ids must be unique, and not too many");

/** Throws on anything else. */
export const parseFacts = (facts: unknown): Facts => PageFacts.parse(facts) as Facts;
