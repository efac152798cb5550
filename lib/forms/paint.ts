/** Whether an element, or a part that a style adds to it, hides what is behind it. */
import { nameOf } from "./dom.ts";

/** What is nearly transparent covers nothing: many libraries lay a frame over their fields that clicks go through. */
const LEAST_PAINT = 0.2;

const pictures = new Set(["img", "iframe", "video", "canvas", "object", "embed", "picture"]);

export function isPainted(element: Element, part?: "::before" | "::after"): boolean {
  if (part === undefined && pictures.has(nameOf(element))) return true;
  const style = getComputedStyle(element, part);
  if (part !== undefined && (style.content === "none" || style.content === "normal" || style.position === "static"))
    return false;
  if (Number(style.opacity) < LEAST_PAINT) return false;
  if (style.backgroundImage !== "none" && style.backgroundImage !== "") return true;
  if (style.backdropFilter !== undefined && style.backdropFilter !== "none" && style.backdropFilter !== "") return true;
  return alphaOf(style.backgroundColor) * Number(style.opacity || 1) >= LEAST_PAINT;
}

function alphaOf(colour: string): number {
  if (colour === "transparent" || colour === "") return 0;
  const [, alpha] = /^rgba\(.*,\s*([\d.]+)\)$/u.exec(colour) ?? /\/\s*([\d.]+)\)$/u.exec(colour) ?? [];
  return alpha === undefined ? 1 : Number(alpha);
}
