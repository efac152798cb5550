/** The three languages say the same things: the same keys, the same gaps, nothing left in English. */
import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { errorKinds } from "../../../lib/errors.ts";
import { languages, messages } from "../../../lib/i18n.ts";
import { wordsOfBrand } from "../../../lib/locales/brands.ts";
import { en, type MessageKey } from "../../../lib/locales/en.ts";

const keys = Object.keys(en) as MessageKey[];
const translations = languages.filter((language) => language !== "en");

/** Texts that are right as they are in English: names, and words that the languages share. */
const sameAsEnglish: Readonly<Record<(typeof translations)[number], readonly MessageKey[]>> = {
  es: ["connect.placeholder", "export.kindCloudStack", "export.kindKeystoneV3", "export.kindS3", "fill.gap"],
  fr: [
    "connect.placeholder",
    "export.format",
    "export.kindCloudStack",
    "export.kindKeystoneV3",
    "export.kindS3",
    "fill.page",
    "services.found.one",
    "services.found.other",
    "services.pick",
    "services.tab",
    "settings.consoles",
    "settings.minutes.one",
    "settings.minutes.other",
    "settings.version",
  ],
};

/** Brands with words of their own, by the name that their console gives itself. */
const brands = ["TIGO MCO"] as const;

const gapsOf = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
const gapsByKey = (texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, gapsOf(text)]));
/** The keys whose text matches, so that a failure names them. */
const keysWhere = (texts: Readonly<Record<string, string>>, wrong: (text: string, key: string) => boolean) =>
  Object.entries(texts).flatMap(([key, text]) => (wrong(text, key) ? [key] : []));

describe.each(languages)("messages in %s", (language) => {
  const texts = messages[language];

  it("have the keys of English, in the same order", () => {
    expect(Object.keys(texts)).toEqual(keys);
  });

  it("have the gaps of English", () => {
    expect(gapsByKey(texts)).toEqual(gapsByKey(en));
  });

  it("have no brace outside a gap", () => {
    expect(keysWhere(texts, (text) => /[{}]/.test(text.replaceAll(/\{\w+\}/g, "")))).toEqual([]);
  });

  it("are never empty and have no stray spaces", () => {
    expect(keysWhere(texts, (text) => text.trim() === "" || text !== text.trim() || text.includes("  "))).toEqual([]);
  });

  it("use typographic apostrophes, quotes and ellipses", () => {
    expect(keysWhere(texts, (text) => /['"]|\.\.\./.test(text))).toEqual([]);
  });
});

describe.each(translations)("translation to %s", (language) => {
  it("leaves nothing in English but what is meant to be", () => {
    const same = keys.filter((key) => messages[language][key] === en[key]);
    expect(same.toSorted()).toEqual(sameAsEnglish[language].toSorted());
  });
});

describe("errors", () => {
  it("say what happened and what to do next, for every kind and no other", () => {
    const expected = errorKinds.flatMap((kind) => [`error.${kind}`, `next.${kind}`]);
    const found = keys.filter((key) => /^(error|next)\./.test(key) && key !== "error.reason");
    expect(found.toSorted()).toEqual(expected.toSorted());
  });
});

describe("plurals", () => {
  it("have both forms", () => {
    const bases = (form: string) => keys.flatMap((key) => (key.endsWith(form) ? key.slice(0, -form.length) : []));
    expect(bases(".one").length).toBeGreaterThan(0);
    expect(bases(".one")).toEqual(bases(".other"));
  });
});

describe.each(brands)("words of %s", (brand) => {
  it("exist in at least one language", () => {
    expect(languages.flatMap((language) => Object.keys(wordsOfBrand(brand, language)))).not.toEqual([]);
  });

  it.each(languages)("replace known keys and keep their gaps (%s)", (language) => {
    const words = wordsOfBrand(brand, language);
    const known = Object.keys(words).filter((key): key is MessageKey => key in en);
    expect(known).toEqual(Object.keys(words));
    expect(gapsByKey(words)).toEqual(Object.fromEntries(known.map((key) => [key, gapsOf(en[key])])));
    expect(keysWhere(words, (text) => text.trim() === "")).toEqual([]);
  });

  it.each(languages)("differ from the family's (%s)", (language) => {
    const words = wordsOfBrand(brand, language);
    expect(keys.filter((key) => key in words && words[key] === messages[language][key])).toEqual([]);
  });
});

describe("TIGO MCO in Spanish", () => {
  it("never says the family's words for revoking and for the endpoint", () => {
    const texts = { ...messages.es, ...wordsOfBrand("TIGO MCO", "es") };
    expect(keysWhere(texts, (text) => /revo[cq]|punto final/i.test(text))).toEqual([]);
  });
});

describe("Spanish", () => {
  it("opens what it closes: ¿…? and ¡…!", () => {
    const count = (text: string, mark: string) => text.split(mark).length;
    const unbalanced = (text: string) => count(text, "¿") !== count(text, "?") || count(text, "¡") !== count(text, "!");
    expect(keysWhere(messages.es, unbalanced)).toEqual([]);
  });
});

describe("French", () => {
  it("has a narrow no-break space before ! ? ;", () => {
    expect(keysWhere(messages.fr, (text) => /(?<!\u202f)[!?;]/.test(text))).toEqual([]);
  });

  it("has a no-break space before a colon and inside « »", () => {
    expect(keysWhere(messages.fr, (text) => /(?<!\u00a0):(?!\/\/)|«(?!\u00a0)|(?<!\u00a0)»/.test(text))).toEqual([]);
  });
});

describe("every key", () => {
  const said = globSync("{lib,components,entrypoints}/**/*.{ts,tsx}")
    .filter((path) => !path.startsWith("lib/locales/"))
    .map((path) => readFileSync(path, "utf8"))
    .join("\n");
  /** As code writes it: the base of a plural, and of errors the part that is the same for all kinds. */
  const written = (key: MessageKey) => {
    if (key === "error.reason") return `"${key}"`;
    const [prefix, rest] = key.split(".");
    // of what is stored: the name under which it is
    if (prefix === "item") return `"${rest}"`;
    if (prefix === "error" || prefix === "next") return `\`${prefix}.\${`;
    return `"${key.replace(/\.(one|other)$/, "")}"`;
  };

  it("is said somewhere", () => {
    expect(said.length).toBeGreaterThan(10_000);
    expect(keys.filter((key) => !said.includes(written(key)))).toEqual([]);
  });
});
