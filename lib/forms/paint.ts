/** How much an element, or a part that a style adds to it, hides of what is behind it. */
import { firstChildOf, isText, nameOf, nextOf, nodeTextOf } from "./dom.ts";

export type Part = "::before" | "::after" | "::backdrop";
export const parts = ["::before", "::after"] as const;

/** What hides less covers nothing: many libraries lay a frame over their fields that clicks go through. */
export const LEAST_PAINT = 0.2;
/** Wider than any border for looks, in pixels. */
const WIDE_BORDER = 16;
/** Larger than any letter that has others beside it, in pixels. */
const LARGE_LETTER = 96;
/** Further than shadows and outlines reach for looks, in pixels. */
const FAR_REACH = 48;

const pictures = new Set("img iframe video canvas object embed picture progress meter".split(" "));
/** Hit only where they are drawn. */
const shapes = new Set("path rect circle ellipse polygon polyline line text image use foreignObject".split(" "));

export const isPainted = (element: Element, part?: Part): boolean => paintOf(element, part) >= LEAST_PAINT;

/** From 0 (nothing is hidden) to 1. */
export function paintOf(element: Element, part?: Part): number {
  if (part === undefined && (pictures.has(nameOf(element)) || shapes.has(nameOf(element)))) return 1;
  if (part === undefined && nameOf(element) === "input" && (element as HTMLInputElement).type === "image") return 1;
  const style = getComputedStyle(element, part);
  if (part !== undefined && part !== "::backdrop" && !isSetApart(style)) return 0;
  const opacity = Number(style.opacity || 1);
  if (opacity < LEAST_PAINT) return 0;
  return isPictured(style) || isLettered(element, part, style)
    ? opacity
    : Math.max(alphaOf(style.backgroundColor), borderAlpha(style)) * opacity;
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== "" && value !== "none";

const isPictured = (style: CSSStyleDeclaration): boolean =>
  isSet(style.backgroundImage) ||
  isSet(style.backdropFilter) ||
  isSet(style.borderImageSource) ||
  isSet(style.listStyleImage) ||
  hasInnerShadow(style) ||
  /url\(|gradient\(|image-set\(/u.test(style.content);

const hasInnerShadow = ({ boxShadow }: CSSStyleDeclaration): boolean =>
  isSet(boxShadow) &&
  shadowsOf(boxShadow).some((shadow) => /\binset\b/u.test(shadow) && lengthsOf(shadow).some((px) => px >= FAR_REACH));

const borderAlpha = ({ borderTopWidth, borderTopColor }: CSSStyleDeclaration): number =>
  parseFloat(borderTopWidth) >= WIDE_BORDER ? alphaOf(borderTopColor) : 0;

function isLettered(element: Element, part: Part | undefined, { fontSize, color }: CSSStyleDeclaration): boolean {
  if (parseFloat(fontSize) < LARGE_LETTER || alphaOf(color) < LEAST_PAINT) return false;
  if (part !== undefined) return part !== "::backdrop";
  for (let child = firstChildOf(element); child !== null; child = nextOf(child))
    if (isText(child) && nodeTextOf(child).trim() !== "") return true;
  return false;
}

/** Drawn somewhere else than in the line of text that it begins or ends. */
function isSetApart(style: CSSStyleDeclaration): boolean {
  if (style.content === "none" || style.content === "normal" || style.content === "") return false;
  if (style.position !== "static" || /url\(/u.test(style.content)) return true;
  const isMoved = isSet(style.transform) || isSet(style.translate);
  return isMoved || [style.marginTop, style.marginBottom, style.marginLeft].some((margin) => parseFloat(margin) < 0);
}

/**
 * How far an element's shadows and outline reach out of its box, in pixels; 0 where that is for looks only. Nothing of
 * it can be hit.
 */
export function reachOf(style: CSSStyleDeclaration): number {
  const { boxShadow, outlineStyle } = style;
  let reach = 0;
  if (isSet(boxShadow)) {
    for (const shadow of shadowsOf(boxShadow)) {
      if (/\binset\b/u.test(shadow)) continue;
      const [x = 0, y = 0, , spread = 0] = lengthsOf(shadow);
      reach = Math.max(reach, spread + Math.max(Math.abs(x), Math.abs(y)));
    }
  }
  if (isSet(outlineStyle) && alphaOf(style.outlineColor) >= LEAST_PAINT) {
    reach = Math.max(reach, parseFloat(style.outlineWidth) + Math.max(0, parseFloat(style.outlineOffset)));
  }
  return reach >= FAR_REACH ? reach : 0;
}

/** Those that can be seen; each begins with its colour. */
const shadowsOf = (shadows: string): readonly string[] =>
  shadows
    .split(/,(?![^(]*\))/u)
    .filter((shadow) => alphaOf(/^\s*(\w+\([^)]*\))/u.exec(shadow)?.[1] ?? "") >= LEAST_PAINT);

const lengthsOf = (shadow: string): readonly number[] =>
  [...shadow.matchAll(/(-?[\d.]+)px/gu)].map(([, length]) => Number(length));

/** Of a computed colour; none is clear. */
export function alphaOf(colour: string): number {
  if (colour === "transparent" || colour === "") return 0;
  const [, alpha] = /^rgba\(.*,\s*([\d.e+-]+)\)$/u.exec(colour) ?? /\/\s*([\d.e+-]+)\)$/u.exec(colour) ?? [];
  return alpha === undefined ? 1 : Number(alpha);
}
