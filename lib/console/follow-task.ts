/** Follows what a console does in the background to its end. */

import { isAppError } from "../errors.ts";
import type { RenewalAnswer } from "./service.ts";

export interface FollowEdge {
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** How long to follow, in milliseconds: no service takes longer to change a password. */
export const followFor = 5 * 60_000;
/** Between two questions, in milliseconds. */
const firstWait = 500;
const longestWait = 4_000;

/** Nothing is wrong with the task for these: ask again. */
const passing = [
  "offline",
  "unreachable",
  "timed_out",
  "cut_off",
  "html_page",
  "bad_answer",
  "server_failed",
  "too_many_requests",
] as const;

/**
 * @param ask how far the task has come.
 * @returns the last answer: still `PENDING` when the time is over.
 * @throws AppError what keeps us from asking, such as a session that ended, or `not_found` for a task forgotten.
 */
export async function followTask(
  start: RenewalAnswer,
  ask: (taskId: string) => Promise<RenewalAnswer>,
  { now, wait }: FollowEdge,
): Promise<RenewalAnswer> {
  const deadline = now() + followFor;
  let last = start;
  for (let pause = firstWait; last.status === "PENDING"; pause = Math.min(pause * 1.5, longestWait)) {
    const { taskId } = last;
    if (taskId === null || now() >= deadline) return last;
    await wait(pause);
    try {
      const answer = await ask(taskId);
      last = { ...answer, taskId, fields: answer.fields ?? last.fields };
    } catch (fault) {
      if (!isAppError(fault, ...passing)) throw fault;
    }
  }
  return last;
}
