/** The services of the CloudMC console in memory: one with a password, one with S3 keys, and the tasks that change them. */
import type { ServiceEntry } from "../../lib/console/service.ts";
import type { HttpRequest } from "../../lib/console/transport.ts";

export interface FakeAnswer {
  readonly status: number;
  readonly json?: unknown;
}

interface Secrets {
  password: string;
  /** By region. */
  s3: Map<string, { accessKeyId: string; secretKey: string }>;
}

interface FakeTask {
  pollsLeft: number;
  status: "PENDING" | "SUCCESS" | "FAILED";
  readonly result: unknown;
  readonly end: () => void;
}

/** How a change goes: what the sandbox's `tasks` settings can say, and no more. */
export interface TaskPlan {
  isSynchronous: boolean;
  /** At which question the task has ended; 0: at once. */
  polls: number;
  outcome: "success" | "failed" | "never" | "expired" | "lost";
  /** Where what is new is told. */
  tellIn: "post" | "result" | "both" | "nowhere";
  /** What a failed task has as its result. */
  failure: unknown;
}

export interface FakeServices {
  readonly plan: TaskPlan;
  /** Of each person. */
  of(userName: string): Secrets;
  /** Ends all that is pending as it was meant to end. */
  endTasks(): void;
  /** Undefined for a path that is none of ours. */
  serve(request: HttpRequest, path: string, userName: string): FakeAnswer | undefined;
}

const place = { isReachable: true, environment: { id: "e1", name: "production", state: "PROVISIONED" } };
export const swiftEntry: ServiceEntry = {
  ...place,
  connectionId: "c1",
  connectionName: "Objects",
  type: "swift",
  serviceCode: "objects",
};
export const s3Entry: ServiceEntry = {
  ...place,
  connectionId: "c2",
  connectionName: "Vault",
  type: "cloudian",
  serviceCode: "vault",
};

const credentialsPath = "/services/connections/c1/apiInfo";
const keysPath = "/services/vault/production/apiCredentials";

export function createFakeServices(): FakeServices {
  let made = 0;
  let started = 0;
  const tasks = new Map<string, FakeTask>();
  const people = new Map<string, Secrets>();
  const plan: TaskPlan = {
    isSynchronous: false,
    polls: 2,
    outcome: "success",
    tellIn: "result",
    failure: { errors: [{ code: "FAILED", message: "It could not be done." }] },
  };
  const ok = (json: unknown): FakeAnswer => ({ status: 200, json });
  const refuse = (status: number, message: string): FakeAnswer => ({
    status,
    json: { errors: [{ code: status, message, context: {} }] },
  });

  const of = (userName: string): Secrets => {
    const known = people.get(userName);
    if (known !== undefined) return known;
    const s3 = new Map([["east", { accessKeyId: `AK-old-of-${userName}`, secretKey: `s3-secret-old-of-${userName}` }]]);
    const secrets: Secrets = { password: `password-old-of-${userName}`, s3 };
    people.set(userName, secrets);
    return secrets;
  };
  const fields = (userName: string, password: string) => [
    { key: "authenticationUrl", value: "https://auth.example.com", sensitive: false },
    { key: "userName", value: userName, sensitive: false },
    { key: "password", value: password, sensitive: true },
  ];

  const endTask = (task: FakeTask, id: string) => {
    if (plan.outcome === "never") return;
    if (plan.outcome === "success" || plan.outcome === "expired") task.end();
    if (plan.outcome === "expired" || plan.outcome === "lost") tasks.delete(id);
    else task.status = plan.outcome === "success" ? "SUCCESS" : "FAILED";
  };

  const change = (told: unknown, end: () => void): FakeAnswer => {
    const isIn = (where: TaskPlan["tellIn"]) => plan.tellIn === where || plan.tellIn === "both";
    if (plan.isSynchronous) {
      end();
      return plan.tellIn === "nowhere" ? { status: 204 } : ok({ data: told });
    }
    const id = `task-${++started}`;
    const task: FakeTask = { pollsLeft: plan.polls, status: "PENDING", result: isIn("result") ? told : undefined, end };
    tasks.set(id, task);
    if (plan.polls === 0) endTask(task, id);
    const { status } = task;
    const ended = status === "PENDING" ? {} : { result: status === "FAILED" ? plan.failure : task.result };
    return ok({ taskId: id, taskStatus: status, ...(isIn("post") ? { data: told } : {}), ...ended });
  };

  const poll = (id: string): FakeAnswer => {
    const task = tasks.get(id);
    if (task === undefined) return refuse(404, "no such task");
    if (task.status === "PENDING" && --task.pollsLeft <= 0) endTask(task, id);
    if (!tasks.has(id)) return refuse(404, "no such task");
    const { status, result } = task;
    const told = status === "PENDING" ? undefined : status === "FAILED" ? plan.failure : result;
    return ok({ taskId: id, taskStatus: status, ...(told === undefined ? {} : { result: told }) });
  };

  const serveCredentials = (method: string, userName: string): FakeAnswer => {
    const mine = of(userName);
    if (method === "GET") {
      return ok({ data: { canRegenerateCredentials: true, fields: fields(userName, mine.password) } });
    }
    const password = `password-new-${++made}`;
    const told = { canRegenerateCredentials: true, fields: fields(userName, password) };
    return change(told, () => {
      mine.password = password;
    });
  };

  const serveKeys = ({ method, body }: HttpRequest, userName: string): FakeAnswer => {
    const { s3 } = of(userName);
    if (method === "GET") return ok({ data: [...s3].map(([region, { accessKeyId }]) => ({ accessKeyId, region })) });
    const { region = "east" } = (body ?? {}) as { region?: string };
    const key = { accessKeyId: `AK-new-${++made}`, secretKey: `s3-secret-new-${made}` };
    return change({ ...key, region }, () => void s3.set(region, key));
  };

  return {
    plan,
    of,
    endTasks() {
      for (const [id, task] of tasks) if (task.status === "PENDING") endTask(task, id);
    },
    serve(request, path, userName) {
      const { method } = request;
      if (path === credentialsPath) return serveCredentials(method, userName);
      if (path === "/services/connections/c2/apiInfo") {
        return ok({ data: { canRegenerateCredentials: false, fields: [] } });
      }
      if (path === keysPath) return serveKeys(request, userName);
      if (path.startsWith("/services/descriptors/")) return ok({ data: { supportsApiCredentials: true } });
      if (path.startsWith("/tasks/")) return poll(path.slice("/tasks/".length));
      if (method === "DELETE" && path.startsWith(`${keysPath}/`)) {
        const region = path.slice(keysPath.length + 1);
        return of(userName).s3.has(region)
          ? change(undefined, () => void of(userName).s3.delete(region))
          : refuse(404, "no such key");
      }
      return path.startsWith("/services/") ? refuse(404, "no such service") : undefined;
    },
  };
}
