/** Before an origin is filled: where, with whose credentials, and field by field what goes where. */

import { labelOfKind } from "../../lib/autofill/kind-label.ts";
import { entryName } from "../../lib/console/service.ts";
import type { MessageKey } from "../../lib/locales/en.ts";
import type { App } from "../../lib/models/app.ts";
import { called, t } from "../../lib/models/language.ts";
import type { Fill, FillLine, OriginWarning } from "../../lib/storage/fill-items.ts";
import { ProblemNotice } from "../ProblemNotice.tsx";
import { exportKinds } from "../services/export-kinds.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Notice } from "../ui/Notice.tsx";
import styles from "./Fill.module.css";
import { Gaps } from "./Gaps.tsx";

export function FillDialog({ app }: { app: App }) {
  const fill = app.filling.fill.value;
  if (fill?.state !== "asking" && fill?.state !== "filling") return null;
  return <Question app={app} fill={fill} />;
}

function Question({ app, fill }: { app: App; fill: Fill }) {
  const { confirming, dismissing } = app.filling;
  const busy = confirming.busy.value || fill.state === "filling";
  const hasLines = fill.lines.length > 0;
  // what looks like another origin is never trusted for good
  const mayTrust = hasLines && fill.byHand === null && !fill.warnings.some(({ kind }) => kind === "lookalike");
  const close = () => void dismissing.run();
  return (
    <Dialog
      title={t("fill.title")}
      onClose={close}
      actions={
        <>
          <Button autofocus onClick={close}>
            {t(hasLines ? "app.cancel" : "export.close")}
          </Button>
          {mayTrust && (
            <Button busy={busy} onClick={() => void confirming.run(true)}>
              {t("fill.always")}
            </Button>
          )}
          {hasLines && (
            <Button kind="primary" busy={busy} onClick={() => void confirming.run(false)}>
              {t("fill.once")}
            </Button>
          )}
        </>
      }
    >
      <dl class={styles.facts}>
        <dt>{t("fill.page")}</dt>
        <dd class={styles.origin} dir="ltr">
          {fill.origin}
        </dd>
        {fill.source !== null && (
          <>
            <dt>{t("services.pick")}</dt>
            <dd dir="auto">{entryName(fill.source.entry)}</dd>
          </>
        )}
      </dl>
      {fill.warnings.map((warning) => (
        <Warning key={warning.kind} warning={warning} />
      ))}
      {fill.choices.length > 0 && <Choices app={app} choices={fill.choices} />}
      {hasLines && <Lines lines={fill.lines} />}
      {!hasLines && fill.choices.length === 0 && <p>{t("fill.nothing")}</p>}
      <Gaps gaps={fill.gaps} />
      <ProblemNotice problem={confirming.problem.value ?? dismissing.problem.value} />
    </Dialog>
  );
}

const warnings: Readonly<Record<OriginWarning["kind"], MessageKey>> = {
  unrelated: "fill.unrelated",
  insecure: "fill.insecure",
  variant: "fill.variant",
  lookalike: "fill.lookalike",
};

function Warning({ warning }: { warning: OriginWarning }) {
  const text = t(warnings[warning.kind], "of" in warning ? { of: warning.of } : {});
  return <Notice kind={warning.kind === "lookalike" ? "bad" : "warn"} title={text} />;
}

/** The page may want one of several kinds of credentials, and only the user knows which. */
function Choices({ app, choices }: { app: App; choices: readonly string[] }) {
  return (
    <div class={styles.choices}>
      <p>{t("fill.which")}</p>
      {choices.map((kind) => {
        const label = exportKinds[kind as keyof typeof exportKinds];
        return (
          <Button key={kind} small onClick={() => void app.filling.beginning.run(kind)}>
            {label === undefined ? kind : t(label)}
          </Button>
        );
      })}
    </div>
  );
}

function Lines({ lines }: { lines: readonly FillLine[] }) {
  return (
    <table class={styles.lines} aria-label={t("fill.lines")}>
      <tbody>
        {lines.map((line) => (
          <tr key={line.fieldId}>
            <th scope="row" dir="auto">
              {line.label === "" ? t("fill.unnamed") : line.label}
            </th>
            <td>
              <small>{called(labelOfKind(line.kind))}</small>
              {line.shown === null ? (
                <span role="img" aria-label={t("fill.secret")}>
                  ••••••••
                </span>
              ) : (
                <span class={styles.value} dir="auto">
                  {line.shown}
                </span>
              )}
              {line.replaces && <small>{t("fill.replaces")}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
