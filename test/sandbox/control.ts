/** A typed client of the control routes, for tests. */
import { z } from "zod";
import type { LoggedRequest } from "./api/request-log.ts";
import type { FaultRuleInput } from "./faults/fault.ts";

/** Which user; `organization` is needed where the name exists twice. */
export interface Whose {
  readonly userName: string;
  readonly organization?: string;
}

export interface SeededKey {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly creationDate: string;
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
  const get = async <Result>(path: string, query: Whose | Record<string, never> = {}) =>
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
    /** The seed state again, without faults and with an empty log. */
    async reset(): Promise<void> {
      await call("POST", "/reset");
    },
    /** The user's current one-time code. */
    otp: async (whose: Whose) => (await get<{ code: string }>("/otp", whose)).code,
  };
}
