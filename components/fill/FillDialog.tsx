/** Before an origin is filled: where, with whose credentials, and field by field what goes where. */
import { entryName } from "../../lib/console/service.ts";
import type { App } from "../../lib/models/app.ts";
import { unsureSentences } from "../../lib/models/fill-words.ts";
import { t } from "../../lib/models/language.ts";
import type { Fill } from "../../lib/storage/fill-items.ts";
import { ProblemNotice } from "../ProblemNotice.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Notice } from "../ui/Notice.tsx";
import styles from "./Fill.module.css";
import { FillChoices } from "./FillChoices.tsx";
import { FillLines } from "./FillLines.tsx";
import { Gaps } from "./Gaps.tsx";
import { OriginWarnings } from "./OriginWarnings.tsx";

export function FillDialog({ app }: { app: App }) {
  const fill = app.filling.fill.value;
  if (fill?.state !== "asking" && fill?.state !== "filling") return null;
  return <Question app={app} fill={fill} />;
}

function Question({ app, fill }: { app: App; fill: Fill }) {
  const { beginning, confirming, dismissing } = app.filling;
  return (
    <Dialog title={t("fill.title")} onClose={() => void dismissing.run()} actions={<Answers app={app} fill={fill} />}>
      <Place fill={fill} />
      <OriginWarnings warnings={fill.warnings} />
      {fill.choices.length > 0 && <FillChoices app={app} choices={fill.choices} />}
      {fill.lines.length > 0 && <FillLines lines={fill.lines} />}
      <Unsure fill={fill} />
      <Gaps gaps={fill.gaps} />
      {fill.isPrivate && <p>{t("fill.private")}</p>}
      <ProblemNotice problem={confirming.problem.value ?? dismissing.problem.value ?? beginning.problem.value} />
    </Dialog>
  );
}

/** From the one that changes nothing to the one that fills. */
function Answers({ app, fill }: { app: App; fill: Fill }) {
  const { confirming, dismissing } = app.filling;
  const busy = confirming.busy.value || fill.state === "filling";
  const hasLines = fill.lines.length > 0;
  // what looks like another origin is never trusted for good, and nothing of a private window is kept
  const isOdd = fill.isPrivate || fill.warnings.some(({ kind }) => kind === "lookalike");
  return (
    <>
      <Button autofocus onClick={() => void dismissing.run()}>
        {t(hasLines ? "app.cancel" : "export.close")}
      </Button>
      {hasLines && fill.byHand === null && !isOdd && (
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
  );
}

function Place({ fill: { origin, source } }: { fill: Fill }) {
  return (
    <dl class={styles.facts}>
      <dt>{t("fill.page")}</dt>
      <dd class={styles.origin} dir="ltr">
        {origin}
      </dd>
      {source !== null && (
        <>
          <dt>{t("services.pick")}</dt>
          <dd dir="auto">{entryName(source.entry)}</dd>
        </>
      )}
    </dl>
  );
}

/** What is not asked about, since only a person can tell, or since nothing asks for it. */
function Unsure({ fill }: { fill: Fill }) {
  const isOpen = fill.choices.length > 0 || fill.gaps.some(({ why }) => why === "fields" || why === "forms");
  return (
    <>
      {fill.lines.length === 0 && !isOpen && <p>{t("fill.nothing")}</p>}
      {unsureSentences(fill).map((sentence) => (
        <Notice key={sentence} kind="warn" title={sentence} />
      ))}
    </>
  );
}
