/** Writes trees as HTML: the variant without any script. */
import { type Control, isControl, isToggle, type Tree } from "./tree.ts";

const VOID_TAGS = new Set(["input", "br", "hr", "img"]);

export const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

export function toHtml(trees: readonly Tree[]): string {
  return trees
    .map((tree) => {
      if (typeof tree === "string") return escapeHtml(tree);
      if (isControl(tree)) return controlHtml(tree);
      const inner = toHtml(tree.children);
      return VOID_TAGS.has(tree.tag)
        ? open(tree.tag, tree.attributes)
        : `${open(tree.tag, tree.attributes)}${inner}</${tree.tag}>`;
    })
    .join("\n");
}

function controlHtml(control: Control): string {
  const { tag, attributes, options, initial } = control;
  if (tag === "select") {
    const inner = options.map(([value, text]) => `<option value="${escapeHtml(value)}">${escapeHtml(text)}</option>`);
    return `${open(tag, attributes)}${inner.join("")}</select>`;
  }
  if (tag === "textarea") return `${open(tag, attributes)}${escapeHtml(`${initial}`)}</textarea>`;
  if (isToggle(control)) return open(tag, { ...attributes, ...(initial ? { checked: "" } : {}) });
  return open(tag, { ...attributes, ...(initial === "" ? {} : { value: `${initial}` }) });
}

function open(tag: string, attributes: Readonly<Record<string, string>>): string {
  const list = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  return `<${tag}${list.join("")}>`;
}
