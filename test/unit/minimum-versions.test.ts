// @vitest-environment node
/** Browsers that are too old for what the code uses must not install it: there it would fail in the middle of things. */
import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** First versions that have it, as MDN lists them; null where there is another way if it is missing. */
const features: readonly (readonly [what: RegExp, chromium: number, firefox: number | null])[] = [
  [/\bURL\.parse\(/, 126, 126],
  // elsewhere the icon asks for a click
  [/\.openPopup\(/, 127, null],
  [/\blight-dark\(/, 123, 120],
  [/\bMap\.groupBy\(|\bObject\.groupBy\(/, 117, 119],
  [/\.to(?:Sorted|Reversed|Spliced)\(/, 110, 115],
  [/\.isWellFormed\(|\.toWellFormed\(/, 111, 119],
  [/:popover-open\b|\.showPopover\(/, 114, 125],
  [/\/v[dgimsuy]*[.,;)]/, 112, 116],
  [/\bPromise\.withResolvers\(/, 119, 121],
  [/\bArray\.fromAsync\(/, 121, 115],
  [/\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/, 122, 127],
  [/\.(?:values|keys|entries)\(\)\.(?:map|filter|flatMap|find|some|every|toArray|take|drop|reduce)\(/, 122, 131],
  [/\bPromise\.try\(/, 128, 134],
  [/\bRegExp\.escape\(/, 136, 134],
  [/\.(?:fromBase64|toBase64|fromHex|toHex)\(/, 140, 133],
];

const code = globSync("{lib,components,entrypoints}/**/*.{ts,tsx,css}").map((path) => readFileSync(path, "utf8"));
const used = features.filter(([what]) => code.some((text) => what.test(text)));
const numberIn = (path: string, pattern: RegExp) => Number(pattern.exec(readFileSync(path, "utf8"))?.[1]);

describe("the oldest browser", () => {
  const chromium = numberIn("wxt.config.ts", /minimum_chrome_version: "(\d+)"/);
  const firefox = numberIn("wxt.config.ts", /strict_min_version: "(\d+)\.\d+"/);

  it.each(used)("has what the code uses: %s", (_, neededChromium, neededFirefox) => {
    expect(chromium).toBeGreaterThanOrEqual(neededChromium);
    if (neededFirefox !== null) expect(firefox).toBeGreaterThanOrEqual(neededFirefox);
  });

  it("is the one that the README names", () => {
    expect(used.length).toBeGreaterThan(4);
    expect(numberIn("README.md", /Brave\*\* \((\d+) or newer\)/)).toBe(chromium);
    expect(numberIn("README.md", /\*\*Firefox\*\* \((\d+) or newer\)/)).toBe(firefox);
  });
});
