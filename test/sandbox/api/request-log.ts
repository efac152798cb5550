/** Which API calls came in: what tests ask about, and never a secret or a body. */

export interface LoggedRequest {
  readonly method: string;
  /** Below the endpoint, without the query. */
  readonly path: string;
  /** Those query parameters that the interface knows: another one might hold anything. */
  readonly query: Readonly<Record<string, string>>;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly hasCookie: boolean;
  readonly hasApiKey: boolean;
}

const KNOWN_PARAMETERS = [
  ...["page_number", "page_size", "sort_by", "sort_order", "org_id", "organizationId"],
  ...["environmentId", "operation"],
];
const KEPT = 10_000;

export type RequestLog = ReturnType<typeof createRequestLog>;

/** An empty log, which forgets the oldest calls when there are very many. */
export function createRequestLog() {
  let entries: LoggedRequest[] = [];
  return {
    add(entry: Omit<LoggedRequest, "at" | "query">, query: URLSearchParams): void {
      const known = Object.fromEntries([...query].filter(([name]) => KNOWN_PARAMETERS.includes(name)));
      entries.push({ ...entry, query: known, at: new Date().toISOString() });
      if (entries.length > 2 * KEPT) entries = entries.slice(-KEPT);
    },
    get entries(): readonly LoggedRequest[] {
      return entries.slice(-KEPT);
    },
    clear(): void {
      entries = [];
    },
  };
}
