/** A CloudMC console in memory, below HTTP: what a `Transport` would bring from one. Its `course` may go wrong. */
import type { HttpAnswer, HttpRequest, Transport } from "../../lib/console/transport.ts";
import { createFakeServices, type FakeServices } from "./cloudmc-services.ts";
import { origin } from "./samples.ts";

interface StoredKey {
  readonly id: string;
  name: string;
  readonly key: string;
  readonly creationDate: string | null;
  readonly lastIp: null;
  readonly lastActivity: null;
}

export type Course = (request: HttpRequest, work: () => HttpAnswer) => Promise<HttpAnswer>;

export interface FakeCloudMc {
  readonly transport: Transport;
  /** `METHOD /path` of everything asked, without the query. */
  readonly asked: string[];
  readonly requests: HttpRequest[];
  keys: StoredKey[];
  /** Who is signed in, with the browser's cookie. */
  userName: string | null;
  /** What happens to a request; by default its work is done and answered. */
  course: Course;
  /** The console's clock minus ours; null when it does not tell the time. */
  clockOffset: number | null;
  /** How the list is ordered; by default as the keys were made. */
  arrange: (keys: readonly StoredKey[]) => readonly StoredKey[];
  readonly endpoints: Set<string>;
  readonly services: FakeServices;
  addKey(name: string, creationDate?: string | null): StoredKey;
}

export const password = "correct horse battery staple";
export const csrfToken = "csrf-token-of-the-session";

export const asIs: Course = async (_request, work) => work();

/** Only what creates a key, or signs in, takes this course. */
export const whenPosting =
  (course: Course): Course =>
  (request, work) =>
    (request.method === "POST" ? course : asIs)(request, work);

export function createFakeCloudMc(now: () => number): FakeCloudMc {
  let made = 0;
  const answer = (status: number, json?: unknown): HttpAnswer => ({ status, json, clockOffset: fake.clockOffset });
  const refuse = (status: number, code: string | number, message: string) =>
    answer(status, { errors: [{ code, message, context: {} }] });
  const session = () => ({
    data: { user: { userName: fake.userName, firstName: "Ana", lastName: "Ruiz" }, organization: null, csrfToken },
  });

  const serve = ({ method, body, ...request }: HttpRequest, path: string): HttpAnswer => {
    const input = (body ?? {}) as Record<string, string>;
    if (path === "/brandings") return answer(200, { data: [{ applicationName: "Example Cloud" }] });
    if (path === "/session" && method === "POST") {
      if (input.password !== password) return refuse(401, "INVALID_CREDENTIALS", "wrong");
      fake.userName = input.userName ?? "";
      return answer(200, session());
    }
    if (fake.userName === null) return refuse(401, "UNAUTHENTICATED", "sign in");
    if (method !== "GET" && request.headers?.["x-csrf-token"] !== csrfToken) return refuse(403, "CSRF", "no token");
    if (path === "/session" && method === "GET") return answer(200, session());
    if (path === "/session") {
      fake.userName = null;
      return answer(204);
    }
    if (path === "/api_keys" && method === "GET") {
      const data = fake.arrange(fake.keys).map(({ key: _, ...shown }) => shown);
      return answer(200, { data, metadata: { recordCount: data.length, pageSize: 500 } });
    }
    if (path === "/api_keys") {
      const { id, name, key } = fake.addKey(input.name ?? "");
      return answer(200, { data: { id, name, key } });
    }
    const ofService = fake.services.serve({ method, body, ...request }, path, fake.userName);
    if (ofService !== undefined) return answer(ofService.status, ofService.json);
    const found = fake.keys.find(({ id }) => path === `/api_keys/${encodeURIComponent(id)}`);
    if (found === undefined) return refuse(404, 404, "no such key");
    if (method === "PUT") found.name = input.name ?? "";
    if (method === "DELETE") fake.keys = fake.keys.filter((key) => key !== found);
    return answer(method === "PUT" ? 200 : 204);
  };

  const fake: FakeCloudMc = {
    asked: [],
    requests: [],
    keys: [],
    userName: "ana",
    course: asIs,
    clockOffset: 0,
    arrange: (keys) => keys,
    endpoints: new Set([`${origin}/api/v2`]),
    services: createFakeServices(),
    addKey(name, creationDate = new Date(now() + (fake.clockOffset ?? 0)).toISOString()) {
      made++;
      const key: StoredKey = {
        id: `k${made}`,
        name,
        key: `secret-${made}`,
        creationDate,
        lastIp: null,
        lastActivity: null,
      };
      fake.keys.push(key);
      return key;
    },
    async transport(request) {
      const url = request.url.replace(/\?.*/, "");
      const endpoint = [...fake.endpoints].find((one) => url.startsWith(one));
      const path = endpoint === undefined ? new URL(url).pathname : url.slice(endpoint.length);
      fake.requests.push(request);
      fake.asked.push(`${request.method} ${path}`);
      return fake.course(request, () => (endpoint === undefined ? answer(404) : serve(request, path)));
    },
  };
  return fake;
}
