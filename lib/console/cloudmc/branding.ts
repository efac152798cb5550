/** From a console's `/brandings` to a name, languages, a logo and an accent colour that can be read. */
import type { Accent, Branding, Shade } from "../console.ts";
import type { Artifact, BrandingBody } from "./schema.ts";

/** The grounds of the two schemes; the same as `--ground` in `components/tokens.css`. */
export const grounds = { light: "#ffffff", dark: "#14171c" } as const;

/** WCAG 2.2, 1.4.3: text on its ground. */
const readable = 4.5;
/** In characters of base64. */
const largestLogo = 48 * 1024;
const largestDrawing = 8 * 1024;
const largestStyleSheet = 64 * 1024;
const longestName = 200;
const mostLanguages = 20;

export function toBranding(body: BrandingBody, fallbackName: string): Branding {
  const brand = body.data[0];
  const spoken = [brand?.defaultLanguage ?? "", ...(brand?.activeLanguages ?? "").split(",")];
  const languages = spoken.flatMap((code) => toLanguage(code) ?? []);
  const artifacts = brand?.artifacts ?? [];
  return {
    name: brand?.applicationName?.trim().slice(0, longestName) || fallbackName,
    languages: [...new Set(languages)].slice(0, mostLanguages),
    accent: toAccent(artifacts),
    logo: toLogo(artifacts),
  };
}

/** A BCP 47 tag of what Java calls a locale, `en_US`; null for what is none. */
function toLanguage(code: string): string | null {
  const tag = code.trim().replaceAll("_", "-");
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

function toLogo(artifacts: readonly Artifact[]): string | null {
  for (const type of ["LOGO_SQUARE", "FAVICON"]) {
    const found = artifacts.find((artifact) => artifact.type === type);
    const { mimeType, content } = found ?? {};
    if (!mimeType || !content || content.length > largestLogo) continue;
    if (!/^image\/(svg\+xml|png|jpeg|gif|webp|x-icon|vnd\.microsoft\.icon)$/.test(mimeType)) continue;
    if (mimeType === "image/svg+xml" && !isHarmlessDrawing(content)) continue;
    if (/^[A-Za-z0-9+/=\s]+$/.test(content)) return `data:${mimeType};base64,${content.replaceAll(/\s/g, "")}`;
  }
  return null;
}

/** A few hundred bytes of SVG can keep a browser busy for ever, by elements that repeat others. */
function isHarmlessDrawing(base64: string): boolean {
  if (base64.length > largestDrawing) return false;
  const repeating =
    /<(?:\w+:)?(?:use|image|filter|pattern|mask|marker|symbol|animate\w*|set|style|script|foreignObject)\b|<!|&/i;
  return !repeating.test(decode(base64));
}

/** Reads one colour out of the brand's style sheet; the sheet itself is never loaded. */
export function toAccent(artifacts: readonly Artifact[]): Accent | null {
  for (const type of ["COLORS", "CUSTOM_CSS"]) {
    const content = artifacts.find((artifact) => artifact.type === type)?.content;
    const isReadable = content != null && content.length <= largestStyleSheet;
    const color = isReadable ? primaryColor(decode(content)) : null;
    if (color !== null) return { light: shade(color, grounds.light), dark: shade(color, grounds.dark) };
  }
  return null;
}

function decode(base64: string): string {
  try {
    return atob(base64.replaceAll(/\s/g, ""));
  } catch {
    // some consoles may send the text as it is
    return base64;
  }
}

/** The first hexadecimal colour that a name like "primary", "brand", "accent" or "main" announces. */
function primaryColor(text: string): string | null {
  const found =
    /(?:primary|brand|accent|main)[\w-]{0,40}["']?\s{0,8}[:=]\s{0,8}["']?(#(?:[\da-f]{6}|[\da-f]{3}))\b/i.exec(
      text,
    )?.[1];
  if (found === undefined) return null;
  const hex = found.toLowerCase();
  return hex.length === 7 ? hex : `#${[...hex.slice(1)].map((digit) => digit + digit).join("")}`;
}

function shade(color: string, ground: string): Shade | null {
  if (contrast(color, ground) < readable) return null;
  const ink = ["#ffffff", "#0b0f15"].find((candidate) => contrast(candidate, color) >= readable);
  return ink === undefined ? null : { color, ink };
}

/** WCAG 2.2's contrast ratio of two `#rrggbb` colours: 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
