/** The API keys of one console. */
import { KeyRound, SearchX } from "lucide";
import { useRef } from "preact/hooks";
import type { App } from "../lib/models/app.ts";
import { plural, t, translator } from "../lib/models/language.ts";
import { type ConsoleProfile, consoleName } from "../lib/storage/items.ts";
import { EndpointBar } from "./EndpointBar.tsx";
import { KeyBar } from "./KeyBar.tsx";
import { KeyList } from "./KeyList.tsx";
import styles from "./KeysView.module.css";
import { ListTools } from "./ListTools.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";
import { RevokeDialog } from "./RevokeDialog.tsx";
import { Button } from "./ui/Button.tsx";
import { EmptyState } from "./ui/EmptyState.tsx";
import { Notice } from "./ui/Notice.tsx";

export function KeysView({ app, profile }: { app: App; profile: ConsoleProfile }) {
  const { keys } = app;
  const revoked = keys.revoked.value;
  const searchBox = useRef<HTMLInputElement>(null);
  return (
    <>
      <h1 class="visually-hidden">{t("keys.tab")}</h1>
      <EndpointBar app={app} profile={profile} />
      <KeyBar keys={keys} searchBox={searchBox} />
      <RefreshProblem app={app} />
      <ProblemNotice problem={keys.renaming.problem.value} />
      <ListNotices app={app} />
      <List app={app} profile={profile} onEmptied={() => searchBox.current?.focus()} />
      {revoked !== null && <RevokeDialog app={app} revoked={revoked} />}
    </>
  );
}

function RefreshProblem({ app: { keys } }: { app: App }) {
  const problem = keys.refreshing.problem.value;
  if (problem === null || problem.kind === "permission_missing") return null;
  const again = (
    <Button small onClick={() => void keys.refreshing.run()}>
      {t("app.tryAgain")}
    </Button>
  );
  return <ProblemNotice problem={problem} actions={again} />;
}

/** What the user should know about the list: gaps, and entries that nobody could read. */
function ListNotices({ app: { keys } }: { app: App }) {
  const snapshot = keys.snapshot.value;
  if (snapshot === null) return null;
  const count = snapshot.keys.length + snapshot.unreadable;
  const { reported, unreadable } = snapshot;
  return (
    <>
      {reported !== null && count < reported && (
        <Notice kind="warn" title={t("keys.incomplete", { reported, count })} />
      )}
      {unreadable > 0 && <Notice kind="warn" title={plural("keys.unreadable", unreadable)} />}
    </>
  );
}

function List({ app, profile, onEmptied }: { app: App; profile: ConsoleProfile; onEmptied: () => void }) {
  const { keys } = app;
  const rows = keys.rows.value;
  const search = keys.draft.value.search.trim();
  if (rows === null) {
    return keys.refreshing.problem.value === null && !app.consoles.lacksAccess.value ? <Skeleton /> : null;
  }
  const isEmpty = keys.total.value === 0;
  // entries that nobody could read are keys too
  const isReallyEmpty = isEmpty && (keys.snapshot.value?.unreadable ?? 0) === 0;
  return (
    <section class={styles.list} aria-label={t("keys.list")} lang={translator.value.language}>
      <ListTools app={app} />
      {isReallyEmpty && (
        <EmptyState
          shape={KeyRound}
          title={t("keys.empty")}
          hint={t("keys.emptyHint", { name: consoleName(profile) })}
        />
      )}
      {!isEmpty && rows.length === 0 && (
        <EmptyState shape={SearchX} title={t("keys.noMatch", { search })} hint={t("keys.noMatchHint")} />
      )}
      <KeyList app={app} rows={rows} onEmptied={onEmptied} />
    </section>
  );
}

/** Where the first rows will be, before anything is known. */
function Skeleton() {
  return (
    <div class={styles.skeleton} role="progressbar" aria-label={t("app.loading")}>
      {[62, 48, 70, 40].map((width) => (
        <div key={width}>
          <span style={{ width: `${width}%` }} />
          <span style={{ width: `${width / 2}%` }} />
        </div>
      ))}
    </div>
  );
}
