/** A problem in the user's language: what happened, what the console says of it, what to do next. */
import type { ComponentChildren } from "preact";
import type { Problem } from "../lib/errors.ts";
import { say } from "../lib/models/language.ts";
import { Notice } from "./ui/Notice.tsx";

interface ProblemNoticeProps {
  problem: Problem | null;
  /** `warn` for what may still come right by itself. */
  kind?: "bad" | "warn";
  actions?: ComponentChildren;
}

export function ProblemNotice({ problem, kind = "bad", actions }: ProblemNoticeProps) {
  if (problem === null) return null;
  const { what, reason, next } = say(problem);
  return (
    <Notice kind={kind} title={what} actions={actions}>
      {reason !== null && <p>{reason}</p>}
      <p>{next}</p>
    </Notice>
  );
}
