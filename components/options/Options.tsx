/** The options page: consoles, language, what happens to the user's data, and which version this is. */
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { type Language, languages, messages } from "../../lib/i18n.ts";
import type { App } from "../../lib/models/app.ts";
import { plural, t, translator } from "../../lib/models/language.ts";
import { showMinutes } from "../../lib/storage/items.ts";
import { ProblemNotice } from "../ProblemNotice.tsx";
import { StorageTrouble } from "../StorageTrouble.tsx";
import { Status } from "../ui/Status.tsx";
import { ConsoleCard } from "./ConsoleCard.tsx";
import { FillOrigins } from "./FillOrigins.tsx";
import styles from "./Options.module.css";

export interface About {
  readonly version: string;
  /** Such as `Ctrl+Shift+L`; empty when the user took it away. */
  readonly shortcut: string;
}

export function Options({ app, about }: { app: App; about: About }) {
  const { state } = app;
  const { language } = translator.value;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `Llavero · ${t("settings.title")}`;
  }, [language]);
  const trouble = state.trouble.value;
  if (trouble !== null) return <StorageTrouble problem={trouble} onReset={(item) => void state.reset(item)} />;
  const { list } = state.consoles.value;
  return (
    <main class={styles.page}>
      <header class={styles.header}>
        <img src="/icon/128.png" alt="" width={40} height={40} />
        <h1>{t("settings.title")}</h1>
      </header>
      <Section title={t("settings.consoles")}>
        {list.length === 0 && <p class={styles.soft}>{t("settings.noConsoles")}</p>}
        {list.map((profile) => (
          <ConsoleCard key={profile.id} app={app} profile={profile} />
        ))}
        <ProblemNotice problem={app.consoles.renaming.problem.value ?? app.consoles.removing.problem.value} />
      </Section>
      <Section title={t("settings.language")}>
        <LanguageChoice app={app} />
        <ProblemNotice problem={app.setLanguage.problem.value} />
      </Section>
      <Section title={t("services.tab")}>
        <ShowChoice app={app} />
        <ProblemNotice problem={app.setShowMinutes.problem.value} />
      </Section>
      <Section title={t("fill.origins")}>
        <FillOrigins app={app} />
      </Section>
      <Section title={t("settings.privacy")}>
        <ul class={styles.facts}>
          <li>{t("settings.privacySent")}</li>
          <li>{t("settings.privacyPassword")}</li>
          <li>{t("settings.privacyKeys")}</li>
          <li>{t("settings.privacyServices")}</li>
          <li>{t("settings.privacyList")}</li>
          <li>{t("settings.privacyPages")}</li>
        </ul>
      </Section>
      <Section title={t("settings.about")}>
        <p>{t("settings.version", { version: about.version })}</p>
        {about.shortcut !== "" && <p class={styles.soft}>{t("settings.shortcut", { shortcut: about.shortcut })}</p>}
      </Section>
      <Status message={app.status.value} />
    </main>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class={styles.section} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function ShowChoice({ app }: { app: App }) {
  const chosen = app.state.settings.value.showMinutes;
  return (
    <>
      <p id="show-minutes">{t("settings.show")}</p>
      <div class={styles.choices} role="radiogroup" aria-labelledby="show-minutes">
        {showMinutes.map((minutes) => (
          <label key={minutes} class={styles.choice}>
            <input
              type="radio"
              name="show-minutes"
              checked={chosen === minutes}
              onChange={() => void app.setShowMinutes.run(minutes)}
            />
            <span>{plural("settings.minutes", minutes)}</span>
          </label>
        ))}
      </div>
    </>
  );
}

function LanguageChoice({ app }: { app: App }) {
  const chosen = app.state.settings.value.language;
  const browserLanguage = messages[app.browserLanguage]["language.name"];
  const choices: readonly (readonly ["auto" | Language, string])[] = [
    ["auto", t("settings.languageAuto", { name: browserLanguage })],
    ...languages.map((code) => [code, messages[code]["language.name"]] as const),
  ];
  return (
    <div class={styles.choices} role="radiogroup" aria-label={t("settings.language")}>
      {choices.map(([code, name]) => (
        <label key={code} class={styles.choice}>
          <input
            type="radio"
            name="language"
            checked={chosen === code}
            onChange={() => void app.setLanguage.run(code)}
          />
          <span lang={code === "auto" ? undefined : code}>{name}</span>
        </label>
      ))}
    </div>
  );
}
