/** The credentials of the chosen service while they are on screen, and what can be done with them. */
import { EyeOff, RefreshCw, Share, TextCursorInput } from "lucide";
import { entryName } from "../../lib/console/service.ts";
import type { App } from "../../lib/models/app.ts";
import { plural, say, t } from "../../lib/models/language.ts";
import type { Shown } from "../../lib/models/services.ts";
import { ProblemNotice } from "../ProblemNotice.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import styles from "./CredentialsPanel.module.css";
import { FieldTable } from "./FieldTable.tsx";
import { S3Keys } from "./S3Keys.tsx";

export function CredentialsPanel({ app }: { app: App }) {
  const { services } = app;
  const shown = services.shown.value;
  if (shown !== null) return <Credentials app={app} shown={shown} />;
  if (services.isForgotten.value) {
    const { showMinutes } = app.state.settings.value;
    return (
      <>
        <EmptyState
          shape={EyeOff}
          title={t("services.forgotten")}
          hint={plural("services.forgottenHint", showMinutes)}
        />
        <Button onClick={() => void services.fetching.run()}>{t("services.show")}</Button>
      </>
    );
  }
  const problem = services.fetching.problem.value;
  if (problem === null) return services.fetching.busy.value ? <Skeleton /> : null;
  if (["permission_missing", "signed_out", "session_expired"].includes(problem.kind)) return null;
  if (problem.kind === "no_credentials") {
    // nothing has gone wrong
    const { what, next } = say(problem);
    return (
      <Notice kind="warn" title={what}>
        <p>{next}</p>
      </Notice>
    );
  }
  const again = (
    <Button small onClick={() => void services.fetching.run()}>
      {t("app.tryAgain")}
    </Button>
  );
  return <ProblemNotice problem={problem} actions={again} />;
}

function Credentials({ app, shown: { entry, credentials } }: { app: App; shown: Shown }) {
  const { canRegenerate, fields, s3Keys, s3Problem } = credentials;
  const isRunning = app.renewals.isRunning.value;
  return (
    <>
      {/* what was asked for anew and failed: what is below is older */}
      <ProblemNotice problem={app.services.fetching.problem.value} />
      {fields.length === 0 && s3Keys === null && <p class={styles.none}>{t("services.noFields")}</p>}
      {fields.length > 0 && (
        <>
          <div class={styles.actions}>
            {app.exporting.isOffered.value && (
              <>
                <Button
                  small
                  kind="primary"
                  busy={app.filling.beginning.busy.value}
                  onClick={() => void app.filling.beginning.run(null)}
                >
                  <Icon shape={TextCursorInput} size={14} />
                  {t("fill.open")}
                </Button>
                <Button small onClick={() => app.exporting.open(null)}>
                  <Icon shape={Share} size={14} />
                  {t("export.open")}
                </Button>
              </>
            )}
            {canRegenerate && (
              <Button small busy={isRunning} onClick={() => app.renewals.ask("regenerate")}>
                {!isRunning && <Icon shape={RefreshCw} size={14} />}
                {t("services.regenerate")}
              </Button>
            )}
          </div>
          <FieldTable
            label={t("services.fields", { name: entryName(entry) })}
            fields={fields}
            onCopy={(value, what) => void app.copying.run(value, what)}
          />
        </>
      )}
      <ProblemNotice problem={s3Problem} />
      {s3Keys !== null && <S3Keys app={app} keys={s3Keys} />}
    </>
  );
}

/** Where the fields will be. */
function Skeleton() {
  return (
    <div class={styles.skeleton} role="progressbar" aria-label={t("app.loading")}>
      {[70, 52, 61, 44, 66].map((width) => (
        <span key={width} style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
