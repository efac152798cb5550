/** Something that takes a while and may fail: whether it runs, and what went wrong the last time. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { AppError, type Problem, toProblem } from "../errors.ts";

export interface Task<A extends unknown[]> {
  readonly busy: ReadonlySignal<boolean>;
  readonly problem: ReadonlySignal<Problem | null>;
  /** Runs it, unless it is running already; true when it went well. */
  run(...input: A): Promise<boolean>;
  forgive(): void;
}

export function createTask<A extends unknown[]>(work: (...input: A) => Promise<void>): Task<A> {
  const busy = signal(false);
  const problem = signal<Problem | null>(null);
  return {
    busy,
    problem,
    async run(...input) {
      if (busy.value) return false;
      busy.value = true;
      problem.value = null;
      try {
        await work(...input);
        return true;
      } catch (fault) {
        if (!(fault instanceof AppError)) console.error("Llavero: a fault nobody expected", fault);
        problem.value = toProblem(fault);
        return false;
      } finally {
        busy.value = false;
      }
    },
    forgive() {
      problem.value = null;
    },
  };
}
