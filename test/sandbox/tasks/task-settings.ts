/** How tasks go, as a test wants them to: for those that are started from now on, and how all of them are told. */
import { z } from "zod";

/** How a task ends. */
export const TaskOutcome = z.enum([
  "success",
  /** FAILED, and nothing was done. */
  "failed",
  /** FAILED, and the old credentials are dead already while the new ones are not valid. */
  "half-way",
  /** PENDING for good. */
  "never",
  /** The work is done, and the task is forgotten: 404. */
  "expired",
  /** Nothing was done, and the task is forgotten: 404. */
  "lost",
]);
export type TaskOutcome = z.infer<typeof TaskOutcome>;

export const TaskSettings = z.object({
  /** At which GET of the task it has ended; 0: when the POST is answered already. */
  polls: z.number().int().min(0).default(2),
  outcome: TaskOutcome.default("success"),
  /** What the `result` of a task that FAILED has as its `errors`. */
  errors: z.unknown().default([{ code: "SERVICE_FAILED", message: "The service did not do it.", context: {} }]),
  /**
   * Where new credentials are told. When left out: S3 keys in the POST's answer, as documented; regenerated fields in
   * the task's result, and in the POST's answer too if the task has ended by then.
   */
  data: z.enum(["post", "result", "both"]).optional(),
  /** "older": `GET /tasks/:id` answers `{data: {id, status, result}}`. */
  form: z.enum(["documented", "older"]).default("documented"),
  /** No tasks: the POST does the work and answers `{data}`, a DELETE answers 204. */
  synchronous: z.boolean().default(false),
});
export type TaskSettings = z.infer<typeof TaskSettings>;
/** The same before defaults are filled in: what a test writes. */
export type TaskSettingsInput = z.input<typeof TaskSettings>;

export interface TaskControl {
  settings: TaskSettings;
}

/** How tasks go when nobody has said otherwise. */
export function usualTasks(): TaskSettings {
  return TaskSettings.parse({});
}
