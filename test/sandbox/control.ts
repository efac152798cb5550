/** A typed client of the control routes, for tests. */
import { z } from "zod";
import type { LoggedRequest } from "./api/request-log.ts";
import type { FaultRuleInput } from "./faults/fault.ts";
import type { ServiceField } from "./services/service-field.ts";
import type { S3Key } from "./store/s3-keys.ts";
import type { TaskOutcome, TaskSettingsInput } from "./tasks/task-settings.ts";

/** Which user; `organization` is needed where the name exists twice. */
export interface Whose {
  readonly userName: string;
  readonly organization?: string;
}

type Which = Whose & { readonly service?: string; readonly environment?: string };

export interface SeededKey {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly creationDate: string;
}

/** What a user has in an environment in truth, whatever a client was told. */
export interface ServiceState {
  readonly connectionId: string;
  readonly serviceCode: string;
  readonly environmentId: string;
  /** What `apiInfo` shows; something else only after `serviceFields` was given something else. */
  readonly fields: readonly ServiceField[];
  /** False after a task that went half-way: the fields are shown still, but the service takes them no longer. */
  readonly isValid: boolean;
  /** The S3 keys that work, with their secrets. */
  readonly apiCredentials: readonly S3Key[];
}

export type Control = ReturnType<typeof control>;

/** The controls of the console at this origin. */
export function control(origin: string) {
  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${origin}/__sandbox${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return text === "" ? undefined : z.object({ data: z.unknown() }).parse(JSON.parse(text)).data;
  }
  // Both ends are in this folder and share their types, so what comes back is not parsed once more.
  const get = async <Result>(path: string, query: Which | Record<string, never> = {}) =>
    (await call("GET", `${path}?${new URLSearchParams({ ...query })}`)) as Result;

  return {
    /** Injects a fault: see `faults/fault.ts` for the kinds and for how `path` is matched. */
    async fault(rule: FaultRuleInput): Promise<void> {
      await call("POST", "/faults", rule);
    },
    /** Forgets all faults and releases the calls that hang. */
    async clear(): Promise<void> {
      await call("DELETE", "/faults");
    },
    /** The API calls since the start or the last `clearRequests`. */
    requests: () => get<LoggedRequest[]>("/requests"),
    async clearRequests(): Promise<void> {
      await call("DELETE", "/requests");
    },
    /** Ends everybody's session. */
    async expireSessions(): Promise<void> {
      await call("POST", "/expire-sessions");
    },
    /** Makes keys for a user; several are numbered. Gives them with their secrets. */
    addKeys: async (keys: Whose & { readonly name: string; readonly count?: number }) =>
      (await call("POST", "/keys", keys)) as SeededKey[],
    /** A user's keys, oldest first, straight from the database. */
    keys: (whose: Whose) => get<{ id: string; name: string }[]>("/keys", whose),
    /** How the tasks started from now on go: see `tasks/task-settings.ts`. What is left out is as usual. */
    async tasks(settings: TaskSettingsInput): Promise<void> {
      await call("POST", "/tasks", settings);
    },
    /** Ends everybody's pending tasks now, in whatever way they were to end; gives how many there were. */
    endTasks: async (outcome: TaskOutcome = "success") =>
      ((await call("POST", "/tasks/end", { outcome })) as { count: number }).count,
    /** Makes `apiInfo` show these fields, which may be any JSON: real credentials, or what no client expects. */
    async serviceFields(whose: Whose, service: string, environment: string, fields: unknown): Promise<void> {
      await call("POST", "/service-fields", { ...whose, service, environment, fields });
    },
    /** A user's credentials, straight from the database. The service by its name or code. */
    serviceCredentials: (whose: Whose, service: string, environment: string) =>
      get<ServiceState>("/service-credentials", { ...whose, service, environment }),
    /** The seed state again, without faults, with an empty log and with tasks as usual. */
    async reset(): Promise<void> {
      await call("POST", "/reset");
    },
    /** The user's current one-time code. */
    otp: async (whose: Whose) => (await get<{ code: string }>("/otp", whose)).code,
  };
}
