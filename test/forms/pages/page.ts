/** From facts to a whole page, in each of the ways that pages are made. */
import type { FactPage } from "../facts.ts";
import { escapeHtml, toHtml } from "./html.ts";
import { layOut } from "./layout.ts";

/** Each is a script in `apps/`. */
export const variants = [
  "static",
  "on-change",
  "on-blur",
  "react",
  "preact",
  "vue",
  "svelte",
  "lit",
  "lit-deep",
  "lit-fields",
] as const;
export type Variant = (typeof variants)[number];

/** Those whose page is whole before any script runs. */
const WRITTEN: ReadonlySet<Variant> = new Set(["static", "on-change", "on-blur"]);

const STYLE = `
body { font: 16px/1.5 sans-serif; margin: 2rem; max-width: 60rem; }
div, label, .label { display: block; margin: .25rem 0; }
input, select, textarea { font: inherit; min-width: 12rem; padding: .25rem; }
input[type=checkbox], input[type=radio] { min-width: 0; }
`;

export function pageHtml(facts: FactPage, variant: Variant): string {
  const body = WRITTEN.has(variant) ? toHtml(layOut(facts)) : '<div id="app"></div>';
  return shell({
    title: facts.title,
    lang: facts.lang,
    body: `${body}\n<script type="module" src="/apps/${variant}.js"></script>`,
  });
}

export interface Shell {
  readonly title: string;
  readonly lang?: string | undefined;
  readonly head?: string;
  readonly body: string;
}

export function shell({ title, lang, head = "", body }: Shell): string {
  const language = lang === undefined ? "" : ` lang="${escapeHtml(lang)}"`;
  return `<!doctype html>
<html${language}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
${head}</head>
<body>
${body}
</body>
</html>
`;
}
