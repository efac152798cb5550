/** The facts of real forms, as `forms.json` holds them. */
import { readFileSync } from "node:fs";
import { z } from "../../lib/schema.ts";

/** The roles of `forms.json`; those with a colon or an at sign are made of others. */
export const FactRole = z.enum([
  "username",
  "password",
  "projectName",
  "projectId",
  "domain",
  "projectDomain",
  "authUrl",
  "region",
  "s3AccessKey",
  "s3SecretKey",
  "s3Endpoint",
  "apiKey",
  "secretKey",
  "apiEndpoint",
  "identityApiVersion",
  "username@domain",
  "authUrl:host",
  "authUrl:port",
  "s3Endpoint:host",
  "s3Endpoint:port",
]);
export type FactRole = z.infer<typeof FactRole>;

/** In which way nobody can see a field. */
export const Hiding = z.enum([
  "type",
  "display",
  "parent-display",
  "visibility",
  "opacity",
  "parent-opacity",
  "size",
  "offscreen",
]);
export type Hiding = z.infer<typeof Hiding>;

export const FactField = z.strictObject({
  tag: z.enum(["input", "select", "textarea"]),
  attributes: z.record(z.string(), z.string()),
  label: z.string().optional(),
  labelledBy: z.string().optional(),
  describedBy: z.string().optional(),
  textBefore: z.string().optional(),
  hidden: Hiding.optional(),
  /** Value and text. */
  options: z.array(z.tuple([z.string(), z.string()])).optional(),
  checked: z.boolean().optional(),
  expect: FactRole.optional(),
  optional: FactRole.optional(),
  accept: z.array(FactRole).optional(),
  mustNotFill: z.literal(true).optional(),
});
export type FactField = z.infer<typeof FactField>;

export const FactForm = z.strictObject({
  tag: z.enum(["form", "div", "body"]),
  id: z.string().optional(),
  name: z.string().optional(),
  action: z.string().optional(),
  method: z.string().optional(),
  heading: z.string().optional(),
  buttons: z.array(z.string()),
  fields: z.array(FactField),
});
export type FactForm = z.infer<typeof FactForm>;

export const FormKind = z.enum(["openstack-login", "openstack-form", "s3-form", "generic-login", "negative"]);
export type FormKind = z.infer<typeof FormKind>;

export const FactPage = z.strictObject({
  name: z.string(),
  kind: FormKind,
  source: z.string(),
  title: z.string(),
  lang: z.string().optional(),
  forms: z.array(FactForm),
});
export type FactPage = z.infer<typeof FactPage>;

/** Of the project's own collection, or of a file in the same form. */
export function readFacts(file: string | URL = new URL("forms.json", import.meta.url)): readonly FactPage[] {
  return z.array(FactPage).parse(JSON.parse(readFileSync(file, "utf8")));
}

/** How a page and the bench call a field: the number of its form and its own in there. */
export const fieldName = (form: number, field: number): string => `${form}.${field}`;

/** Every field with its name, in document order. */
export function fieldsOf(page: FactPage): readonly (readonly [string, FactField])[] {
  return page.forms.flatMap(({ fields }, form) =>
    fields.map((field, index) => [fieldName(form, index), field] as const),
  );
}
