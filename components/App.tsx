/** The popup, its window and its panel: one view, chosen by what is stored. */
import { useEffect } from "preact/hooks";
import type { App as AppModel } from "../lib/models/app.ts";
import { t, translator } from "../lib/models/language.ts";
import type { ConsoleProfile } from "../lib/storage/items.ts";
import styles from "./App.module.css";
import { ConnectView } from "./ConnectView.tsx";
import { FreshKeys } from "./FreshKeys.tsx";
import { FillDialog } from "./fill/FillDialog.tsx";
import { FillNews } from "./fill/FillNews.tsx";
import { Header, type HeaderProps, type Surface } from "./Header.tsx";
import { KeysView } from "./KeysView.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";
import { SignInView } from "./SignInView.tsx";
import { StorageTrouble } from "./StorageTrouble.tsx";
import { ExportDialog } from "./services/ExportDialog.tsx";
import { Renewals } from "./services/Renewals.tsx";
import { ServicesView } from "./services/ServicesView.tsx";
import { Button } from "./ui/Button.tsx";
import { Status } from "./ui/Status.tsx";
import { Tabs } from "./ui/Tabs.tsx";

export function App({ app, surface }: { app: AppModel; surface: Surface }) {
  const { state } = app;
  const profile = state.current.value;
  useAppearance(profile);
  if (!state.ready.value) return null;
  return (
    <div class={styles.app}>
      <CurrentView app={app} surface={surface} profile={profile} />
      <Status message={app.status.value} />
    </div>
  );
}

function CurrentView({ app, surface, profile }: HeaderProps) {
  const trouble = app.state.trouble.value;
  if (trouble !== null) return <StorageTrouble problem={trouble} onReset={(item) => void app.state.reset(item)} />;
  if (profile === null || app.connect.isOpen()) {
    return (
      <>
        <Header app={app} surface={surface} profile={profile} />
        <ConnectView app={app}>
          {/* the shortcut can fail, or be answered, whatever is being done here */}
          <FillNews app={app} />
          <FillDialog app={app} />
        </ConnectView>
      </>
    );
  }
  return <ConsoleView app={app} surface={surface} profile={profile} />;
}

const panelId = "view";
const tabs = [
  { id: "keys", label: "keys.tab", View: KeysView },
  { id: "services", label: "services.tab", View: ServicesView },
] as const;

function ConsoleView({ app, surface, profile }: HeaderProps & { profile: ConsoleProfile }) {
  const session = app.state.currentSession.value;
  // the tab that was open the last time, if this version has it
  const { id: selected, View } = tabs.find(({ id }) => id === app.state.drafts.value.tab) ?? tabs[0];
  const isSignedOut = session?.state === "none" || session?.state === "ended";
  return (
    <>
      <Header app={app} surface={surface} profile={profile} />
      <main class={styles.main}>
        <Tabs
          label={t("app.tabs")}
          tabs={tabs.map(({ id, label }) => ({ id, label: t(label) }))}
          selected={selected}
          onSelect={app.drafts.setTab}
          panelId={panelId}
        />
        <div class={styles.panel} id={panelId} role="tabpanel" aria-labelledby={`tab-${selected}`} data-scroll>
          <AccessNotice app={app} profile={profile} />
          <ProblemNotice problem={app.copying.problem.value ?? app.keepingProblem.value} />
          <ProblemNotice problem={app.consoles.signingOut.problem.value} />
          <FreshKeys app={app} />
          <Renewals app={app} />
          <FillNews app={app} />
          {isSignedOut ? (
            <SignInView key={profile.id} app={app} profile={profile} />
          ) : (
            <View key={`${selected} ${profile.id}`} app={app} profile={profile} />
          )}
          <ExportDialog app={app} />
          <FillDialog app={app} />
        </div>
      </main>
    </>
  );
}

function AccessNotice({ app, profile }: { app: AppModel; profile: ConsoleProfile }) {
  const { lacksAccess, allowingAccess } = app.consoles;
  if (!lacksAccess.value) return null;
  const problem = allowingAccess.problem.value ?? {
    kind: "permission_missing" as const,
    facts: { host: new URL(profile.origin).host },
  };
  const allow = (
    <Button small kind="primary" onClick={() => void allowingAccess.run()}>
      {t("permission.allow")}
    </Button>
  );
  return <ProblemNotice problem={problem} actions={allow} />;
}

/** The document's language, and the console's accent where it can be read. */
function useAppearance(profile: ConsoleProfile | null) {
  const { language } = translator.value;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    const { style } = document.documentElement;
    for (const scheme of ["light", "dark"] as const) {
      const shade = profile?.accent?.[scheme] ?? null;
      if (shade === null) {
        style.removeProperty(`--brand-${scheme}`);
        style.removeProperty(`--brand-${scheme}-ink`);
      } else {
        style.setProperty(`--brand-${scheme}`, shade.color);
        style.setProperty(`--brand-${scheme}-ink`, shade.ink);
      }
    }
  }, [profile]);
}
