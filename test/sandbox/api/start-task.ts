/** Answers a call whose work a task does, as the task settings say. */
import { type Answer, data, json, noContent } from "../http/answer.ts";
import { Refusal } from "../http/refusal.ts";
import type { Installation } from "../installation.ts";
import type { ServiceChange } from "../store/service-changes.ts";
import type { ApiCall, Caller } from "./route.ts";

interface Asked {
  readonly change: ServiceChange;
  /** What comes of it; left out when nothing does. */
  readonly data?: unknown;
  /** Where `data` is told unless the settings say where. */
  readonly dataIn: "post" | "result";
  /** What may not be worked on twice at a time. */
  readonly subject?: string;
}

/** Starts the task, or does the work at once. */
export function startTask(call: ApiCall, { store, tasks }: Installation, { user }: Caller, asked: Asked): Answer {
  const { synchronous, polls, outcome, errors, data: dataIn = asked.dataIn } = tasks.settings;
  const { subject, change } = asked;
  if (subject !== undefined && store.tasks.isPending(user.id, subject, call.now)) {
    throw new Refusal(409, "TASK_PENDING", "This is being done already.", { id: subject });
  }
  return store.together(() => {
    if (synchronous) {
      store.makeChange(user.id, change);
      return asked.data === undefined ? noContent() : data(asked.data);
    }
    const result = dataIn === "post" ? undefined : asked.data;
    const task = store.tasks.start({ userId: user.id, subject, polls, outcome, change, result, errors, now: call.now });
    const isToldNow = dataIn !== "result" || (tasks.settings.data === undefined && task.status === "SUCCESS");
    return json(200, {
      ...(isToldNow && task.status !== "FAILED" && asked.data !== undefined ? { data: asked.data } : {}),
      taskId: task.id,
      taskStatus: task.status,
      ...(task.status === "FAILED" ? { result: task.result } : {}),
    });
  });
}
