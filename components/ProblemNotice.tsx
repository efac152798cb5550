/** A problem in the user's language: what happened, what the console says of it, what to do next. */
import type { ComponentChildren } from "preact";
import type { Problem } from "../lib/errors.ts";
import { say } from "../lib/models/language.ts";
import { Notice } from "./ui/Notice.tsx";

export function ProblemNotice({ problem, actions }: { problem: Problem | null; actions?: ComponentChildren }) {
  if (problem === null) return null;
  const { what, reason, next } = say(problem);
  return (
    <Notice kind="bad" title={what} actions={actions}>
      {reason !== null && <p>{reason}</p>}
      <p>{next}</p>
    </Notice>
  );
}
