/** The faults waiting for calls, in the order in which they were asked for. */
import type { Fault, FaultRule } from "./fault.ts";

interface Waiting {
  readonly rule: FaultRule;
  left: number;
}

export type FaultList = ReturnType<typeof createFaultList>;

/** An empty list of faults. */
export function createFaultList() {
  let waiting: Waiting[] = [];
  let release = new AbortController();

  return {
    add(rule: FaultRule): void {
      waiting.push({ rule, left: rule.times === 0 ? Number.POSITIVE_INFINITY : rule.times });
    },

    /** The faults for a call, each used once by it. */
    take(method: string, path: string, query: URLSearchParams): Fault[] {
      const taken = waiting.filter(({ rule }) => concerns(rule, method, path, query));
      for (const entry of taken) entry.left -= 1;
      waiting = waiting.filter(({ left }) => left > 0);
      return taken.map(({ rule }) => rule.fault);
    },

    /** Forgets all faults and releases the calls that hang or wait because of one. */
    clear(): void {
      waiting = [];
      release.abort();
      release = new AbortController();
    },

    /** Aborted by the next clear. */
    get released(): AbortSignal {
      return release.signal;
    },
  };
}

function concerns(
  { method, path: pattern, fault }: FaultRule,
  ...[called, path, query]: [string, string, URLSearchParams]
) {
  if (method !== undefined && method !== called) return false;
  if (!new RegExp(`^(?:${pattern})$`).test(path)) return false;
  return fault.kind !== "paging" || fault.page === Number(query.get("page_number") ?? 1);
}
