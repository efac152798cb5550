/** What came of filling: which fields were filled, which were not and why, or what went wrong. */
import { labelOfKind } from "../../lib/autofill/kind-label.ts";
import { isFilled } from "../../lib/autofill/lines.ts";
import type { MessageKey } from "../../lib/locales/en.ts";
import type { App } from "../../lib/models/app.ts";
import { isDoubted, outcomeKey, unsureSentences } from "../../lib/models/fill-words.ts";
import { called, t } from "../../lib/models/language.ts";
import type { FillLine } from "../../lib/storage/fill-items.ts";
import { ProblemNotice } from "../ProblemNotice.tsx";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Gaps } from "./Gaps.tsx";

export function FillNews({ app }: { app: App }) {
  const { fill: current, result, dismissing, beginning } = app.filling;
  const fill = current.value;
  // what goes wrong with a question is said beside it
  if (fill === null) return <ProblemNotice problem={beginning.problem.value} />;
  const dismiss = (
    <Button small onClick={() => void dismissing.run()}>
      {t("fresh.dismiss")}
    </Button>
  );
  if (fill.state === "failed") {
    const kind = fill.problem?.kind === "no_fields" ? "warn" : "bad";
    return <ProblemNotice problem={fill.problem} kind={kind} actions={dismiss} />;
  }
  if (fill.state !== "done") return null;
  const odd = fill.lines.flatMap((line) => {
    const key = oddityOf(line);
    return key === null ? [] : [{ line, key }];
  });
  const kind = odd.length === 0 && result.value !== null ? "good" : "warn";
  return (
    <Notice kind={kind} title={result.value ?? t("fill.nothingFilled")} actions={dismiss}>
      {odd.map(({ line, key }) => {
        const label = line.label === "" ? called(labelOfKind(line.kind)) : line.label;
        return <p key={line.fieldId}>{t("fill.gap", { label, why: t(key) })}</p>;
      })}
      {unsureSentences(fill).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Gaps gaps={fill.gaps} />
    </Notice>
  );
}

/** What has to be said of a field; nothing when it holds its value and the page is content. */
function oddityOf(line: FillLine): MessageKey | null {
  if (!isFilled(line)) return outcomeKey(line);
  return isDoubted(line) ? "fill.outcomeDoubted" : null;
}
