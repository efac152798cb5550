/** The translator in force, as a signal: views that use `t` and its like follow when the language changes. */
import { signal } from "@preact/signals";
import type { Problem } from "../errors.ts";
import { createTranslator, type Gaps, type PluralKey, type Translator, type Words } from "../i18n.ts";
import type { MessageKey } from "../locales/en.ts";

export const translator = signal<Translator>(createTranslator("en"));

export const t = (key: MessageKey, gaps?: Gaps): string => translator.value.t(key, gaps);
export const plural = (key: PluralKey, count: number, gaps?: Gaps): string => translator.value.plural(key, count, gaps);
export const say = (problem: Problem) => translator.value.problem(problem);

/** A name that has words of its own in each language, or is a proper name in all of them. */
export const called = (name: string | Words): string =>
  typeof name === "string" ? name : name[translator.value.language];

/** What connecting a console found out. */
export function foundSentence({ name, languages }: { name: string; languages: readonly string[] }): string {
  if (languages.length === 0) return t("connect.foundNoLanguage", { name });
  return t("connect.found", { name, languages: translator.value.languageList(languages) });
}
