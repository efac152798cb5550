/**
 * Whether a style sheet has clicks go through parts that it adds (`::before`, `::after`). Asking every element of a page
 * for its parts takes several times as long as asking for the elements alone; most pages have no such rule.
 */
import type { Scope } from "./reach.ts";

/** Sheets of other origins cannot be read. */
export function mayHavePassedParts({ styleSheets, adoptedStyleSheets = [] }: Scope): boolean {
  try {
    return [...styleSheets, ...adoptedStyleSheets].some(({ cssRules }) => hasPassedParts(cssRules, 0));
  } catch {
    return true;
  }
}

/** Rules in rules, as `@media` and nesting make them; deeper than anybody writes is not told. */
const DEEPEST = 12;

const harmless = new Set(["", "auto", "all", "inherit", "unset"]);

function hasPassedParts(rules: CSSRuleList, depth: number): boolean {
  if (depth > DEEPEST) return true;
  for (let index = 0; index < rules.length; index += 1) {
    const rule = rules[index];
    if (rule === undefined) continue;
    const { style, selectorText, styleSheet, cssRules } = rule as Partial<CSSStyleRule & CSSImportRule>;
    if (style !== undefined && /:(before|after)\b|&/u.test(selectorText ?? "") && isPassing(style)) return true;
    if (styleSheet != null && hasPassedParts(styleSheet.cssRules, depth + 1)) return true;
    if (cssRules !== undefined && cssRules.length > 0 && hasPassedParts(cssRules, depth + 1)) return true;
  }
  return false;
}

const isPassing = (style: CSSStyleDeclaration): boolean =>
  !harmless.has(style.pointerEvents) ||
  style.getPropertyValue("interactivity") !== "" ||
  style.getPropertyValue("all") !== "";
