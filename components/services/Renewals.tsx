/** New credentials that wait to be taken, those on their way, and the news of those that did not come. */
import { useEffect, useRef } from "preact/hooks";
import { entryId } from "../../lib/console/service.ts";
import type { App } from "../../lib/models/app.ts";
import { t } from "../../lib/models/language.ts";
import type { RenewalEntry } from "../../lib/models/renewal-news.ts";
import { ProblemNotice } from "../ProblemNotice.tsx";
import { Button, Spinner } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { FreshCredentials } from "./FreshCredentials.tsx";
import styles from "./Renewals.module.css";

export function Renewals({ app }: { app: App }) {
  const { dismissing, lookingAgain, opening } = app.renewals;
  const place = useRef<HTMLDivElement>(null);
  const entries = app.renewals.entries.value;
  const count = useRef(entries.length);
  useEffect(() => {
    // what was asked for far down the view is answered up here
    if (entries.length > count.current) place.current?.scrollIntoView({ block: "nearest" });
    count.current = entries.length;
  }, [entries.length]);
  return (
    <>
      <div class={styles.place} ref={place}>
        {entries.map((entry) => (
          <Renewal key={entry.renewal.id} app={app} entry={entry} />
        ))}
      </div>
      <ProblemNotice problem={dismissing.problem.value ?? lookingAgain.problem.value ?? opening.problem.value} />
    </>
  );
}

function Renewal({ app, entry }: { app: App; entry: RenewalEntry }) {
  const { state } = entry.renewal;
  if (state === "sent" || state === "pending") return <Running name={entry.name} />;
  if (entry.fields !== null) return <FreshCredentials app={app} entry={entry} fields={entry.fields} />;
  return <News app={app} entry={entry} state={state} />;
}

function Running({ name }: { name: string }) {
  return (
    <div class={styles.running} role="status">
      <Spinner />
      <div>
        <strong>{t("renewal.running", { name })}</strong>
        <p>{t("renewal.runningHint")}</p>
      </div>
    </div>
  );
}

const sentences = {
  // taken in, but too large to keep beside the service's own list of it
  received: "renewal.receivedElsewhere",
  failed: "renewal.failed",
  unfinished: "renewal.unfinished",
  lost: "renewal.lost",
  absent: "renewal.absent",
  unknown: "renewal.unknown",
} as const;

function News({ app, entry, state }: { app: App; entry: RenewalEntry; state: keyof typeof sentences }) {
  const { renewal, name } = entry;
  const { dismissing, lookingAgain, opening } = app.renewals;
  const canLook = state === "unfinished";
  const isElsewhere = entry.profile?.id !== app.state.current.value?.id;
  const { chosen } = app.services;
  const isChosen = chosen.value !== null && entryId(chosen.value) === entryId(renewal.entry);
  const isOpen = !isElsewhere && isChosen && app.state.drafts.value.tab === "services";
  return (
    <Notice
      kind={state === "received" ? "good" : "bad"}
      title={t(sentences[state], { name })}
      actions={
        <>
          {canLook && (
            <Button small busy={lookingAgain.busy.value} onClick={() => void lookingAgain.run(renewal.id)}>
              {t("renewal.lookAgain")}
            </Button>
          )}
          {!isOpen && (
            <Button small onClick={() => void opening.run(entry)}>
              {t("renewal.openService", { name })}
            </Button>
          )}
          <Button small onClick={() => void dismissing.run(renewal.id)}>
            {t("fresh.dismiss")}
          </Button>
        </>
      }
    >
      {renewal.reason !== null && <p>{t("error.reason", { reason: renewal.reason })}</p>}
      {state === "failed" && <p>{t("renewal.failedHint")}</p>}
      {isElsewhere && <p>{t("fresh.on", { console: entry.consoleName })}</p>}
    </Notice>
  );
}
