/**
 * Forms in short: `kind name; title; lang`, then a line for each field: what is read before it, its attributes, and
 * what is right. A label is bound with `label`, stands before the field with `<text`, and is missing with `-`.
 * `=role` must be filled, `?role` may be, `!` must not, and nothing is neutral.
 */
import type { Note, NotedForm, NotedPage } from "./facts-of.ts";

export interface Outline {
  readonly kind: "openstack-login" | "openstack-form" | "s3-form" | "cloudstack-form" | "generic-login" | "negative";
  readonly name: string;
  readonly title?: string;
  readonly lang?: string;
  readonly heading?: string;
  readonly buttons?: readonly string[];
  readonly form?: { readonly id?: string; readonly name?: string; readonly action?: string; readonly tag?: string };
  readonly fields: readonly string[];
}

/** For lists of one line each. */
export const outlineOf =
  (kind: Outline["kind"]) =>
  (
    name: string,
    title: string,
    heading: string,
    buttons: readonly string[],
    fields: readonly string[],
    form: Outline["form"] = {},
  ): Outline => ({ kind, name, title, heading, buttons, fields, form });

export const login = outlineOf("generic-login");
export const negative = outlineOf("negative");
export const cloud = outlineOf("openstack-form");
export const cloudLogin = outlineOf("openstack-login");
export const storage = outlineOf("s3-form");
export const cloudStack = outlineOf("cloudstack-form");

function noteOf(line: string): Note {
  const [said = "", marks = "", verdict = ""] = line.split("|").map((part) => part.trim());
  const attributes: Record<string, string> = {};
  let tag: Note["tag"] = "input";
  let options: [string, string][] | undefined;
  let hidden: string | undefined;
  for (const mark of marks.split(";").map((part) => part.trim())) {
    if (mark === "") continue;
    const [name = "", ...rest] = mark.split("=");
    const value = rest.join("=");
    if (name === "select" || name === "textarea") tag = name;
    else if (name === "hidden") hidden = value;
    else if (name === "options")
      options = value.split(",").map((one) => [one.split(":")[0] ?? "", one.split(":")[1] ?? one]);
    else attributes[name === "ph" ? "placeholder" : name === "ac" ? "autocomplete" : name] = value;
  }
  if (attributes.pw !== undefined) {
    attributes.type = "password";
    delete attributes.pw;
  }
  const roles = verdict.slice(1).split(",");
  return {
    tag,
    attributes,
    ...(said === "-" || said === "" ? {} : said.startsWith("<") ? { textBefore: said.slice(1) } : { label: said }),
    ...(options === undefined ? {} : { options }),
    ...(hidden === undefined ? {} : { hidden }),
    ...(verdict.startsWith("=") ? { accept: roles } : {}),
    ...(verdict.startsWith("?") ? { optional: roles[0] } : {}),
    ...(verdict === "!" ? { mustNotFill: true as const } : {}),
  };
}

export function pageOf({ kind, name, title, lang, heading, buttons = [], form, fields }: Outline): NotedPage {
  const noted: NotedForm = {
    tag: form?.tag ?? "form",
    id: form?.id,
    name: form?.name,
    action: form?.action,
    heading,
    buttons,
    fields: fields.map(noteOf),
  };
  return { kind, name, title, lang, forms: [noted] };
}
