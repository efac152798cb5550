/** A CloudMC console over HTTP: what `console-api` documents and assumes, as a `Console`. */
import { AppError } from "../../errors.ts";
import type { Branding, Console } from "../console.ts";
import type { HttpAnswer, HttpRequest, Transport } from "../transport.ts";
import { collectEntries, understand } from "./answers.ts";
import { toBranding } from "./branding.ts";
import { refuseFailure, refuseSignInFailure } from "./failures.ts";
import { assumed, documented, fillRoute, type RouteOverrides } from "./routes.ts";
import { BrandingBody, CreatedBody, KeyEntry, SessionBody } from "./schema.ts";
import { createCloudMcServices } from "./services.ts";

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
  const routes = { ...assumed, ...withoutGaps(options.routes ?? {}) };

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

  const pathOf = (route: string, gaps: Readonly<Record<string, string>>) => {
    const path = fillRoute(route, gaps);
    if (path === null) throw new AppError("not_found", { host });
    return path;
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
      const { entries, ...list } = await collectEntries({
        ask: (query) => ask("GET", `${routes.keys}?${query}&sort_by=name&sort_order=ASC`, null),
        schema: KeyEntry,
        identity: ({ id }) => id,
        host,
      });
      return { keys: entries, ...list };
    },

    async createKey(name, csrfToken) {
      const answer = await ask("POST", routes.keys, csrfToken, { name });
      return understand(CreatedBody, answer, host).data;
    },

    async renameKey(id, name, csrfToken) {
      await ask("PUT", pathOf(routes.key, { id }), csrfToken, { name });
    },

    async revokeKey(id, csrfToken) {
      await ask("DELETE", pathOf(routes.key, { id }), csrfToken);
    },

    services: createCloudMcServices({ send, pathOf, host, regenerateRoute: routes.regenerate }),
  };
}

/** Overrides that are there; an undefined one must not hide the route. */
function withoutGaps(routes: RouteOverrides): Partial<typeof assumed> {
  return Object.fromEntries(Object.entries(routes).filter(([, route]) => route !== undefined));
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
