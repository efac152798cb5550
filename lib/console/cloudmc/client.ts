/** A CloudMC console over HTTP: what `console-api` documents and assumes, as a `Console`. */
import { AppError } from "../../errors.ts";
import type { z } from "../../schema.ts";
import type { ApiKey, Branding, Console } from "../console.ts";
import type { HttpAnswer, HttpRequest, Transport } from "../transport.ts";
import { toBranding } from "./branding.ts";
import { refuseFailure, refuseSignInFailure } from "./failures.ts";
import { collectPages } from "./paging.ts";
import { assumed, documented, pageSize, type RouteOverrides } from "./routes.ts";
import { BrandingBody, CreatedBody, KeyEntry, ListBody, SessionBody } from "./schema.ts";

export interface CloudMcOptions {
  readonly origin: string;
  /** `/api/v2`, or `/api/v1` on older installs. */
  readonly endpointPath: string;
  readonly routes?: RouteOverrides | undefined;
  readonly transport: Transport;
  readonly timeoutMs?: number;
}

export function createCloudMcConsole(options: CloudMcOptions): Console {
  const { origin, endpointPath, transport, timeoutMs = 20_000 } = options;
  const endpoint = `${origin}${endpointPath}`;
  const { host } = new URL(origin);
  const routes = {
    session: options.routes?.session ?? assumed.session,
    keys: options.routes?.keys ?? assumed.keys,
    key: options.routes?.key ?? assumed.key,
  };

  const send = (method: HttpRequest["method"], path: string, csrfToken: string | null, body?: unknown) =>
    transport({
      method,
      url: `${endpoint}${path}`,
      headers: csrfToken === null ? {} : { "x-csrf-token": csrfToken },
      ...(body === undefined ? {} : { body }),
      withSession: true,
      timeoutMs,
    });

  const ask = async (...request: Parameters<typeof send>): Promise<HttpAnswer> => {
    const answer = await send(...request);
    refuseFailure(answer, host, [request[2] ?? ""]);
    return answer;
  };

  const keyPath = (id: string) => {
    // in a URL these are the way up, encoded or not
    if (id === "." || id === "..") throw new AppError("not_found", { host });
    return routes.key.replace(":id", encodeURIComponent(id));
  };

  return {
    endpoint,

    async signIn({ userName, password, organization, otp }) {
      const body = { userName, password, ...(organization ? { organization } : {}), ...(otp ? { otp } : {}) };
      const answer = await send("POST", routes.session, null, body);
      refuseSignInFailure(answer, host, [password, otp ?? ""]);
      return understand(SessionBody, answer, host);
    },

    async whoAmI() {
      const answer = await send("GET", routes.session, null);
      if (answer.status === 401) return null;
      refuseFailure(answer, host);
      return understand(SessionBody, answer, host);
    },

    async signOut(csrfToken) {
      await ask("DELETE", routes.session, csrfToken);
    },

    async listKeys() {
      let clockOffset: number | null = null;
      const { items, reported } = await collectPages<{ key: ApiKey | null; place: string }>(
        async (page) => {
          const query = `page_number=${page}&page_size=${pageSize}&sort_by=name&sort_order=ASC`;
          const answer = await ask("GET", `${routes.keys}?${query}`, null);
          const { data, metadata } = understand(ListBody, answer, host);
          clockOffset = answer.clockOffset ?? clockOffset;
          return {
            items: data.map((entry, index) => ({
              key: KeyEntry.safeParse(entry).data ?? null,
              place: `${index} ${fingerprint(entry)}`,
            })),
            reported: metadata?.recordCount ?? null,
            pageSize: metadata?.pageSize ?? null,
          };
        },
        pageSize,
        ({ key, place }) => (key === null ? `unreadable ${place}` : `key ${key.id}`),
      );
      const keys = items.flatMap(({ key }) => key ?? []);
      return { keys, reported, unreadable: items.length - keys.length, clockOffset };
    },

    async createKey(name, csrfToken) {
      const answer = await ask("POST", routes.keys, csrfToken, { name });
      return understand(CreatedBody, answer, host).data;
    },

    async renameKey(id, name, csrfToken) {
      await ask("PUT", keyPath(id), csrfToken, { name });
    },

    async revokeKey(id, csrfToken) {
      await ask("DELETE", keyPath(id), csrfToken);
    },
  };
}

/**
 * Asks an origin whether it is a CloudMC console, without any session.
 * @returns the endpoint's path and the branding.
 * @throws AppError `not_a_console` when something else answers, `html_page` when that is a web page, or what kept the
 * answer from arriving.
 */
export async function recognizeCloudMc(
  origin: string,
  transport: Transport,
  timeoutMs = 10_000,
): Promise<{ endpointPath: string; branding: Branding }> {
  const { host } = new URL(origin);
  let verdict = new AppError("not_a_console", { host });
  for (const endpointPath of documented.endpoints) {
    const url = `${origin}${endpointPath}${documented.brandings}`;
    try {
      const answer = await transport({ method: "GET", url, withSession: false, timeoutMs });
      if (answer.status >= 500 || answer.status === 408 || answer.status === 429) refuseFailure(answer, host);
      const body = BrandingBody.safeParse(answer.json);
      if (body.success) return { endpointPath, branding: toBranding(body.data, host) };
    } catch (fault) {
      if (!(fault instanceof AppError) || !["html_page", "bad_answer"].includes(fault.kind)) throw fault;
      verdict = fault.kind === "html_page" ? fault : verdict;
    }
  }
  throw verdict;
}

/** What tells entries without an id apart; the depth of an answer is the console's choice, so this may fail. */
function fingerprint(entry: unknown): string {
  try {
    return JSON.stringify(entry);
  } catch {
    return "too deep to tell";
  }
}

/** zod's report quotes the answer, and that may hold a key: it is not kept as the cause. */
function understand<T>(schema: z.ZodType<T>, answer: HttpAnswer, host: string): T {
  const parsed = schema.safeParse(answer.json);
  if (!parsed.success) throw new AppError("bad_answer", { host, status: answer.status });
  return parsed.data;
}
