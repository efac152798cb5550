/**
 * What is known of a page's forms: how fields are called and how they stand, and never what they hold. The page side
 * writes it, the background reads it; types alone, so that the script in the page carries no parser.
 */

/** Attributes that say what a field is for. Others, `value` above all, are not looked at. */
export const attributeNames = [
  "name",
  "id",
  "autocomplete",
  "placeholder",
  "title",
  "inputmode",
  "maxlength",
  "pattern",
  "aria-label",
  "aria-hidden",
  "role",
  "tabindex",
  "data-testid",
  "data-test",
  "data-cy",
  "formcontrolname",
  "ng-model",
  "v-model",
  "ng-reflect-name",
  "data-bind",
] as const;
export type AttributeName = (typeof attributeNames)[number];

/** Why nobody can see, or type into, a field. */
export const hiddenReasons = [
  "type",
  "display",
  "visibility",
  "opacity",
  "size",
  "offscreen",
  "clipped",
  "covered",
  "inert",
  "tinyText",
  "transparentText",
  "frame",
] as const;
export type HiddenReason = (typeof hiddenReasons)[number];

export interface OptionFacts {
  readonly value: string;
  readonly text: string;
}

export interface FieldFacts {
  /** A number that the script in the page maps to its element; unique in a page. */
  readonly id: number;
  readonly tag: "input" | "select" | "textarea";
  /** As the browser understands it: `text` where the attribute is missing or unknown. */
  readonly type: string;
  readonly attributes: Readonly<Partial<Record<AttributeName, string>>>;
  /** Of `<label>`. */
  readonly label: string;
  /** Of `aria-labelledby`. */
  readonly labelledBy: string;
  readonly describedBy: string;
  /** The text that stands before the field, where nothing is bound to it. */
  readonly textBefore: string;
  readonly options: readonly OptionFacts[];
  readonly visibility: "visible" | HiddenReason;
  readonly isEmpty: boolean;
  readonly isRequired: boolean;
  readonly isReadOnly: boolean;
  readonly isDisabled: boolean;
  readonly isFocused: boolean;
}

/** Fields that belong together: those of a `<form>`, or what stands together where there is none. */
export interface FormFacts {
  readonly index: number;
  /** What holds the fields: `form`, `dialog`, `div`, `body` … */
  readonly tag: string;
  readonly id: string;
  readonly name: string;
  /** The path alone: a query may hold values. */
  readonly action: string;
  readonly method: string;
  readonly heading: string;
  readonly buttons: readonly string[];
  readonly fields: readonly FieldFacts[];
}

export interface PageFacts {
  /** Names the document as it was read; filling asks for it again. */
  readonly token: string;
  readonly origin: string;
  /** A secure context, or loopback. */
  readonly isSecure: boolean;
  readonly title: string;
  readonly forms: readonly FormFacts[];
  /** Whether there was more than is told here. */
  readonly isCut: boolean;
}

/** What is told of a page at most: a page can be as large as it likes. */
export const limits = {
  forms: 60,
  fields: 400,
  options: 1000,
  buttons: 12,
  text: 160,
  attribute: 200,
} as const;
