/** Words, plurals, dates and lists in the user's language. Pure: what the language is, is told by whoever makes one. */
import type { ErrorKind, Problem } from "./errors.ts";
import { wordsOfBrand } from "./locales/brands.ts";
import { en, type MessageKey, type Messages } from "./locales/en.ts";
import { es } from "./locales/es.ts";
import { fr } from "./locales/fr.ts";

export const languages = ["en", "es", "fr"] as const;
export type Language = (typeof languages)[number];

/** A name in every language, for what is described in one place: a field, a format. */
export type Words = Readonly<Record<Language, string>>;

export const messages: Readonly<Record<Language, Messages>> = { en, es, fr };

export type Gaps = Readonly<Record<string, string | number>>;
/** The part of a plural's key before `.other`. */
export type PluralKey = MessageKey extends infer K ? (K extends `${infer Base}.other` ? Base : never) : never;

export interface Translator {
  readonly language: Language;
  t(key: MessageKey, gaps?: Gaps): string;
  plural(key: PluralKey, count: number, gaps?: Gaps): string;
  /** "Spanish and English", of BCP 47 codes. */
  languageList(codes: readonly string[]): string;
  /** "2 hours ago"; `time` and `now` in milliseconds since 1970. A future time, from a clock ahead of ours, is now. */
  ago(time: number, now: number): string;
  /** The exact time in the user's own zone. */
  exact(time: number): string;
  /** What happened, what the console says of it, what to do next. */
  problem(problem: Problem): { what: string; reason: string | null; next: string };
}

/** The first of the user's languages that we speak; English when there is none. */
export function chooseLanguage(preferred: readonly string[]): Language {
  for (const code of preferred) {
    const found = languages.find((language) => code.toLowerCase().split("-")[0] === language);
    if (found !== undefined) return found;
  }
  return "en";
}

/** The language of everything on screen: the user's choice, or that of the browser. */
export function languageOf(setting: "auto" | Language, preferred: readonly string[]): Language {
  return setting === "auto" ? chooseLanguage(preferred) : setting;
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 365 * 24 * 3600],
  ["month", 30 * 24 * 3600],
  ["week", 7 * 24 * 3600],
  ["day", 24 * 3600],
  ["hour", 3600],
  ["minute", 60],
];

/**
 * @param locale which region's dates and numbers, such as `es-MX`; by default the language's own.
 * @param brand the console's name: some brands call things differently.
 */
export function createTranslator(language: Language, locale: string = language, brand = ""): Translator {
  const own = wordsOfBrand(brand, language);
  // each takes its time to make, and a first view needs few
  const rules = lazily(() => new Intl.PluralRules(language));
  const numbers = lazily(() => new Intl.NumberFormat(locale));
  const relative = lazily(() => new Intl.RelativeTimeFormat(language, { numeric: "auto" }));
  const dates = lazily(() => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "long" }));

  const t = (key: MessageKey, gaps: Gaps = {}): string => {
    const text = own[key] ?? messages[language][key];
    return text.replaceAll(/\{(\w+)\}/g, (gap, name: string) => {
      const value = gaps[name];
      if (value === undefined) return gap;
      return typeof value === "number" ? numbers().format(value) : value;
    });
  };

  return {
    language,
    t,
    plural(key, count, gaps = {}) {
      const form = rules().select(count) === "one" ? "one" : "other";
      return t(`${key}.${form}`, { count, ...gaps });
    },
    languageList(codes) {
      const names = new Intl.DisplayNames(language, { type: "language" });
      return new Intl.ListFormat(language).format(codes.map((code) => nameOf(names, code)));
    },
    ago(time, now) {
      const seconds = Math.min(0, (time - now) / 1000);
      const step = steps.find(([, length]) => -seconds >= length);
      if (step === undefined) return relative().format(0, "second");
      return relative().format(Math.trunc(seconds / step[1]), step[0]);
    },
    exact: (time) => dates().format(time),
    problem({ kind, facts }) {
      const gaps: Record<string, string | number> = {};
      for (const [name, value] of Object.entries(facts)) if (value !== undefined) gaps[name] = value;
      const itemKey = `item.${facts.item}`;
      if (isMessageKey(itemKey)) gaps.item = t(itemKey);
      const saysReason = messages[language][`error.${kind}`].includes("{reason}");
      if (saysReason && facts.reason === undefined) gaps.reason = `HTTP ${facts.status ?? "?"}`;
      return {
        what: t(`error.${kind}` satisfies `error.${ErrorKind}`, gaps),
        reason: facts.reason === undefined || saysReason ? null : t("error.reason", { reason: facts.reason }),
        next: t(`next.${kind}` satisfies `next.${ErrorKind}`, gaps),
      };
    },
  };
}

function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}

/** A code that is no language tag is shown as it is: `of` throws on those. */
function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
