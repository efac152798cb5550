/** The API of one console: finds the route of a call, checks who is calling, and answers. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { FaultList } from "../faults/fault-list.ts";
import { inject } from "../faults/inject.ts";
import { type Answer, send } from "../http/answer.ts";
import { readCookie } from "../http/cookies.ts";
import { readBody } from "../http/read-body.ts";
import { errorAnswer, notFound, Refusal } from "../http/refusal.ts";
import type { Installation } from "../installation.ts";
import { apiInfoRoutes } from "./api-info-routes.ts";
import { authenticate, refuseKey } from "./authenticate.ts";
import { documentedRoutes } from "./documented-routes.ts";
import { keyRoutes } from "./key-routes.ts";
import type { RequestLog } from "./request-log.ts";
import type { ApiCall } from "./route.ts";
import { s3KeyRoutes } from "./s3-key-routes.ts";
import { serviceRoutes } from "./service-routes.ts";
import { sessionRoutes } from "./session-routes.ts";
import { taskRoutes } from "./task-routes.ts";

const routes = [
  ...documentedRoutes,
  ...sessionRoutes,
  ...keyRoutes,
  ...serviceRoutes,
  ...apiInfoRoutes,
  ...s3KeyRoutes,
  ...taskRoutes,
];

export interface ApiParts {
  readonly installation: Installation;
  readonly faults: FaultList;
  readonly log: RequestLog;
  /** What the page fault answers with. */
  readonly signInPage: string;
}

/** Serves one API request; `path` is what follows the endpoint. */
export async function serveApi(
  { installation, faults, log, signInPage }: ApiParts,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
): Promise<void> {
  const method = request.method ?? "GET";
  const sessionSecret = readCookie(request.headers.cookie, installation.cookies.session);
  const apiKey = header(request, "mc-api-key");
  log.add({ method, path, hasCookie: sessionSecret !== undefined, hasApiKey: apiKey !== undefined }, query);

  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const body = await readBody(request);
  const call = {
    method,
    path,
    parameters: [],
    body,
    contentType: request.headers["content-type"],
    sessionSecret,
    csrfToken: header(request, "x-csrf-token"),
    apiKey,
    ip: (request.socket.remoteAddress ?? "").replace(/^::ffff:/, ""),
  };
  await inject(faults.take(method, path, query), {
    query,
    signInPage,
    released: faults.released,
    gone: gone.signal,
    work: (query, now) => answer({ ...call, query, now }, installation),
    send: (result, sending) => send(response, result, sending),
    reset: () => request.socket.resetAndDestroy(),
  });
}

async function answer(call: ApiCall, installation: Installation): Promise<Answer> {
  try {
    const matching = routes.filter(({ path }) => path.test(call.path));
    const route = matching.find(({ method }) => method === call.method);
    if (matching.length === 0) throw notFound({ path: call.path });
    if (!route) {
      const allow = matching.map(({ method }) => method).join(", ");
      throw new Refusal(405, "METHOD_NOT_ALLOWED", `This takes ${allow}.`, { allow });
    }
    const matched = { ...call, parameters: route.path.exec(call.path)?.slice(1).map(decoded) ?? [] };
    if (route.access === "sign-in" || route.access === "session") refuseKey(matched, installation);
    if (route.access === "sign-in" || route.access === "anyone") return await route.handle(matched, installation);
    return await route.handle(matched, installation, authenticate(matched, installation));
  } catch (error) {
    return errorAnswer(error);
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    if (cause instanceof URIError) throw notFound({ path: part });
    throw cause;
  }
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
