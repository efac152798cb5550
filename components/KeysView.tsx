/** The API keys of one console. */
import { KeyRound, Plus, SearchX } from "lucide";
import type { App } from "../lib/models/app.ts";
import { plural, t, translator } from "../lib/models/language.ts";
import { type ConsoleProfile, consoleName } from "../lib/storage/items.ts";
import { EndpointBar } from "./EndpointBar.tsx";
import { GenerateForm } from "./GenerateForm.tsx";
import { KeyList } from "./KeyList.tsx";
import styles from "./KeysView.module.css";
import { ListTools } from "./ListTools.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";
import { RevokeDialog } from "./RevokeDialog.tsx";
import { Button } from "./ui/Button.tsx";
import { EmptyState } from "./ui/EmptyState.tsx";
import { Icon } from "./ui/Icon.tsx";
import { Notice } from "./ui/Notice.tsx";
import { SearchBox } from "./ui/SearchBox.tsx";

export function KeysView({ app, profile }: { app: App; profile: ConsoleProfile }) {
  const { keys } = app;
  const draft = keys.draft.value;
  const total = keys.total.value;
  const revoked = keys.revoked.value;
  return (
    <>
      <h1 class="visually-hidden">{t("keys.tab")}</h1>
      <EndpointBar app={app} profile={profile} />
      {draft.generate === null ? (
        <div class={styles.bar}>
          <SearchBox
            label={t("keys.search")}
            placeholder={total === 0 ? t("keys.search") : plural("keys.searchCount", total)}
            clearLabel={t("keys.clearSearch")}
            value={draft.search}
            onInput={keys.search}
          />
          <Button kind="primary" onClick={() => keys.openGenerate()}>
            <Icon shape={Plus} />
            {t("keys.generate")}
          </Button>
        </div>
      ) : (
        <GenerateForm keys={keys} name={draft.generate.name} />
      )}
      <RefreshProblem app={app} />
      <ProblemNotice problem={keys.renaming.problem.value} />
      <ListNotices app={app} />
      <List app={app} profile={profile} />
      {draft.revoke !== null && revoked !== null && <RevokeDialog app={app} revoked={revoked} />}
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

function List({ app, profile }: { app: App; profile: ConsoleProfile }) {
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
      {!isEmpty && rows.length === 0 ? (
        <EmptyState shape={SearchX} title={t("keys.noMatch", { search })} hint={t("keys.noMatchHint")} />
      ) : (
        <KeyList app={app} rows={rows} />
      )}
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
