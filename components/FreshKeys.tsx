/** The just-generated keys that wait to be taken, and the news of those whose value never came. */
import { Fragment } from "preact";
import type { App } from "../lib/models/app.ts";
import { FreshKeyCard } from "./FreshKeyCard.tsx";
import { LostKey } from "./LostKey.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";
import { StrayKeys } from "./StrayKeys.tsx";

export function FreshKeys({ app }: { app: App }) {
  const entries = app.fresh.entries.value;
  return (
    <>
      {entries.map((entry) => (
        <Fragment key={entry.intent.id}>
          {entry.key === null ? (
            <LostKey app={app} entry={entry} />
          ) : (
            <FreshKeyCard app={app} entry={entry} value={entry.key} />
          )}
          {entry.intent.strays.length > 0 && <StrayKeys app={app} entry={entry} />}
        </Fragment>
      ))}
      <ProblemNotice
        problem={
          app.fresh.dismissing.problem.value ??
          app.fresh.revokingLost.problem.value ??
          app.fresh.revokingStrays.problem.value
        }
      />
    </>
  );
}
