/** HTML by template: what is put into one is escaped, unless it is HTML already. */

export interface Html {
  readonly html: string;
}

type Part = Html | string | number | readonly Part[] | null | undefined;

/** Tags a template whose holes are escaped; lists are joined, and nothing stands for null. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.reduce((done, text, index) => done + render(parts[index - 1]) + text) };
}

function render(part: Part): string {
  if (part === null || part === undefined) return "";
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  return "html" in part ? part.html : part.map(render).join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
