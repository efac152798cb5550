/** The services of one console: choose one, see its credentials, carry them elsewhere, replace them. */
import { Boxes, MousePointerClick } from "lucide";
import type { App } from "../../lib/models/app.ts";
import { plural, t } from "../../lib/models/language.ts";
import { hasCredentials } from "../../lib/service-search.ts";
import { type ConsoleProfile, consoleName } from "../../lib/storage/items.ts";
import { ProblemNotice } from "../ProblemNotice.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Notice } from "../ui/Notice.tsx";
import { CredentialsPanel } from "./CredentialsPanel.tsx";
import { EntryNotice } from "./EntryNotice.tsx";
import { RenewalDialogs } from "./RenewalDialogs.tsx";
import { ServicePicker } from "./ServicePicker.tsx";

export function ServicesView({ app, profile }: { app: App; profile: ConsoleProfile }) {
  const { services } = app;
  const list = services.list.value;
  const chosen = services.chosen.value;
  const isEmpty = list !== null && list.entries.length === 0 && list.unreadable === 0;
  return (
    <>
      <h1 class="visually-hidden">{t("services.tab")}</h1>
      {isEmpty ? (
        <EmptyState
          shape={Boxes}
          title={t("services.empty")}
          hint={t("services.emptyHint", { name: consoleName(profile) })}
        />
      ) : (
        <ServicePicker app={app} />
      )}
      <ListProblem app={app} />
      {list !== null && list.unreadable > 0 && (
        <Notice kind="warn" title={plural("services.unreadable", list.unreadable)} />
      )}
      {chosen === null && !isEmpty && (
        <EmptyState shape={MousePointerClick} title={t("services.choose")} hint={t("services.chooseHint")} />
      )}
      {chosen !== null && !isEmpty && (
        <>
          <EntryNotice entry={chosen} />
          {hasCredentials(chosen) && <CredentialsPanel app={app} />}
          <RenewalDialogs app={app} entry={chosen} />
        </>
      )}
    </>
  );
}

function ListProblem({ app: { services } }: { app: App }) {
  const problem = services.listing.problem.value;
  // that nobody is signed in is a view of its own
  if (problem === null || ["permission_missing", "signed_out", "session_expired"].includes(problem.kind)) return null;
  const again = (
    <Button small onClick={() => void services.listing.run()}>
      {t("app.tryAgain")}
    </Button>
  );
  return <ProblemNotice problem={problem} actions={again} />;
}
