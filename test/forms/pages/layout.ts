/** From facts to the tree of a page: headings, groups, labels, fields and buttons, as such a page would have them. */
import { type FactField, type FactForm, type FactPage, fieldName } from "../facts.ts";
import { hideControl, hideGroup } from "./hiding.ts";
import { labelled } from "./labels.ts";
import { type Branch, branch, type Control, NAME_ATTRIBUTE, type Tree } from "./tree.ts";

/** The children of the page's body. */
export function layOut(page: FactPage): readonly Tree[] {
  return [
    branch("header", {}, branch("a", { href: "#main" }, page.title || "Home")),
    branch("main", { id: "main" }, ...page.forms.flatMap((form, index) => formTrees(form, index))),
    branch("footer", {}, branch("p", {}, "© Example Ltd.")),
  ];
}

function formTrees(form: FactForm, index: number): readonly Tree[] {
  const { tag, id, name, action, method } = form;
  const content: readonly Tree[] = [
    ...(form.heading === undefined ? [] : [branch("h1", {}, form.heading)]),
    ...form.fields.map((field, place) => group(field, fieldName(index, place), form)),
    ...(form.buttons.length === 0 ? [] : [buttons(form.buttons)]),
  ];
  if (tag === "body") return content;
  return [branch(tag, tag === "form" ? { id, name, action, method } : { id }, ...content)];
}

function group(field: FactField, name: string, form: FactForm): Tree {
  const control = controlOf(field, name);
  if (field.hidden === "type") return control;
  // Facts repeat a heading as the text before the first field; on the page it stands there once.
  const textBefore = field.textBefore === form.heading ? undefined : field.textBefore;
  return branch("div", hideGroup(field.hidden), ...labelled({ ...field, textBefore }, control));
}

function controlOf(field: FactField, name: string): Control {
  const { value = "", ...attributes } = field.attributes;
  const options = field.options ?? [];
  const toggle = attributes.type === "checkbox" || attributes.type === "radio";
  return {
    control: name,
    tag: field.tag,
    attributes: {
      ...attributes,
      // A toggle's value is what it sends, not what it holds.
      ...(toggle && value !== "" ? { value } : {}),
      ...hideControl(field.hidden),
      [NAME_ATTRIBUTE]: name,
    },
    options,
    initial: toggle ? field.checked === true : field.tag === "select" ? (options[0]?.[0] ?? "") : value,
  };
}

/** The last one sends the form, as nearly everywhere. */
function buttons(texts: readonly string[]): Branch {
  const last = texts.length - 1;
  return branch(
    "div",
    {},
    ...texts.map((text, index) => branch("button", { type: index === last ? "submit" : "button" }, text)),
  );
}
