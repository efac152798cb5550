/** Tasks: work that was asked for and that ends later, after so many questions about it. */
import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { TaskOutcome } from "../tasks/task-settings.ts";
import { ServiceChange } from "./service-changes.ts";

/** Documented: about 30 minutes. */
const LIFETIME_MILLISECONDS = 30 * 60_000;

const Row = z.object({
  id: z.string(),
  user_id: z.string(),
  status: z.enum(["PENDING", "SUCCESS", "FAILED"]),
  polls_left: z.number(),
  outcome: TaskOutcome,
  change: z.string().transform((text) => ServiceChange.parse(JSON.parse(text))),
  result: z.string().nullable(),
  errors: z.string(),
});
type Row = z.infer<typeof Row>;

export interface NewTask {
  readonly userId: string;
  /** What no second task may be at work on, such as a connection. */
  readonly subject?: string | undefined;
  readonly polls: number;
  readonly outcome: TaskOutcome;
  readonly change: ServiceChange;
  /** What it gives in the end; undefined when nothing. */
  readonly result: unknown;
  /** What it gives if it fails. */
  readonly errors: unknown;
  readonly now: Date;
}

export interface Task {
  readonly id: string;
  readonly status: Row["status"];
  readonly result?: unknown;
}

/** What the end of a task does: the whole change, or half of it. */
export interface Work {
  whole(userId: string, change: ServiceChange): void;
  half(userId: string, change: ServiceChange): void;
}

export type Tasks = ReturnType<typeof createTasks>;

/** Starts tasks, tells how they are, and ends them. */
export function createTasks(database: DatabaseSync, work: Work) {
  const insert = database.prepare(
    `INSERT INTO tasks VALUES
       (:id, :userId, :subject, 'PENDING', :polls, :outcome, :change, :result, :errors, :created)`,
  );
  const one = database.prepare("SELECT * FROM tasks WHERE id = ? AND user_id = ? AND created > ?");
  const pending = database.prepare("SELECT * FROM tasks WHERE status = 'PENDING' ORDER BY created, rowid");
  const pendingOn = database.prepare(
    "SELECT 1 FROM tasks WHERE user_id = ? AND subject = ? AND status = 'PENDING' AND created > ?",
  );
  const count = database.prepare("UPDATE tasks SET polls_left = ? WHERE id = ?");
  const setStatus = database.prepare("UPDATE tasks SET status = ? WHERE id = ?");
  const forget = database.prepare("DELETE FROM tasks WHERE id = ?");

  const oldest = (now: Date) => now.getTime() - LIFETIME_MILLISECONDS;
  const find = (userId: string, id: string, now: Date) => Row.optional().parse(one.get(id, userId, oldest(now)));

  function end({ id, user_id, change }: Row, outcome: TaskOutcome): void {
    if (outcome === "never") return;
    if (outcome === "success" || outcome === "expired") work.whole(user_id, change);
    if (outcome === "half-way") work.half(user_id, change);
    if (outcome === "expired" || outcome === "lost") forget.run(id);
    else setStatus.run(outcome === "success" ? "SUCCESS" : "FAILED", id);
  }

  return {
    /** Whether a task of the user is at work on it. */
    isPending: (userId: string, subject: string, now: Date) =>
      pendingOn.get(userId, subject, oldest(now)) !== undefined,

    /** Starts a task, and ends it at once if nobody is to ask for it. */
    start({ userId, subject, polls, outcome, change, result, errors, now }: NewTask): Task {
      const id = randomUUID();
      insert.run({
        id,
        userId,
        subject: subject ?? null,
        polls,
        outcome,
        change: JSON.stringify(change),
        result: result === undefined ? null : JSON.stringify(result),
        errors: JSON.stringify(errors),
        created: now.getTime(),
      });
      const row = find(userId, id, now);
      if (row && polls === 0) end(row, outcome);
      const ended = find(userId, id, now);
      return ended ? taskOf(ended) : { id, status: "PENDING" };
    },

    /** How a task is, which is one step nearer to its end for having been asked. */
    poll(userId: string, id: string, now: Date): Task | undefined {
      const row = find(userId, id, now);
      if (row?.status === "PENDING") {
        count.run(Math.max(0, row.polls_left - 1), id);
        if (row.polls_left <= 1) end(row, row.outcome);
      }
      const after = find(userId, id, now);
      return after && taskOf(after);
    },

    /** Ends everybody's pending tasks; gives how many there were. */
    endAll(outcome: TaskOutcome): number {
      const rows = pending.all().map((row) => Row.parse(row));
      for (const row of rows) end(row, outcome);
      return rows.length;
    },
  };
}

function taskOf({ id, status, result, errors }: Row): Task {
  if (status === "FAILED") return { id, status, result: { errors: JSON.parse(errors) } };
  return status === "PENDING" || result === null ? { id, status } : { id, status, result: JSON.parse(result) };
}
