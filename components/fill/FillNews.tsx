/** What came of filling: which fields were filled, which were not and why, or what went wrong. */
import { labelOfKind } from "../../lib/autofill/kind-label.ts";
import { isFilled } from "../../lib/autofill/lines.ts";
import type { App } from "../../lib/models/app.ts";
import { outcomeKey } from "../../lib/models/fill-words.ts";
import { called, t } from "../../lib/models/language.ts";
import { ProblemNotice } from "../ProblemNotice.tsx";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Gaps } from "./Gaps.tsx";

export function FillNews({ app }: { app: App }) {
  const { fill: current, result, dismissing, beginning } = app.filling;
  const fill = current.value;
  const dismiss = (
    <Button small onClick={() => void dismissing.run()}>
      {t("fresh.dismiss")}
    </Button>
  );
  if (fill?.state === "failed") return <ProblemNotice problem={fill.problem} actions={dismiss} />;
  if (fill?.state !== "done") return <ProblemNotice problem={beginning.problem.value} />;
  const failed = fill.lines.filter((line) => !isFilled(line));
  const kind = failed.length === 0 && result.value !== null ? "good" : "warn";
  return (
    <Notice kind={kind} title={result.value ?? t("fill.nothingFilled")} actions={dismiss}>
      {failed.map((line) => {
        const label = line.label === "" ? called(labelOfKind(line.kind)) : line.label;
        return <p key={line.fieldId}>{t("fill.gap", { label, why: t(outcomeKey(line)) })}</p>;
      })}
      <Gaps gaps={fill.gaps} />
    </Notice>
  );
}
