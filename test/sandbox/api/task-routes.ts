/** How a task is: the documented route, in the documented form or in that of older consoles. */
import { data, json } from "../http/answer.ts";
import { notFound } from "../http/refusal.ts";
import type { ApiRoute } from "./route.ts";

export const taskRoutes: readonly ApiRoute[] = [
  {
    method: "GET",
    path: /^\/tasks\/([^/]+)$/,
    access: "session or key",
    handle: ({ now, parameters: [id = ""] }, { store, tasks }, { user }) => {
      const task = store.together(() => store.tasks.poll(user.id, id, now));
      if (!task) throw notFound({ entity: "Task", id });
      const { status, result } = task;
      const told = result === undefined ? {} : { result };
      if (tasks.settings.form === "older") return data({ id, status, ...told });
      return json(200, { taskId: id, taskStatus: status, ...told });
    },
  },
];
