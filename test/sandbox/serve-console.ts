/** One console's requests, handed to its API, its control routes or its pages. */
import { type ApiParts, serveApi } from "./api/serve-api.ts";
import { serveControl } from "./control-routes/serve-control.ts";
import { send } from "./http/answer.ts";
import type { Handler } from "./http/listen.ts";
import { errorAnswer, notFound } from "./http/refusal.ts";
import { ENDPOINT_PATH } from "./installation.ts";
import { servePage } from "./pages/serve-pages.ts";

const CONTROL_PATH = "/__sandbox";

/** The request handler of a console. */
export function createConsoleHandler(parts: ApiParts): Handler {
  return async (request, response) => {
    try {
      const { pathname, searchParams } = new URL(request.url ?? "/", parts.installation.origin);
      const below = (prefix: string) => (pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : undefined);
      const apiPath = below(ENDPOINT_PATH);
      const controlPath = below(CONTROL_PATH);
      if (apiPath !== undefined) await serveApi(parts, request, response, apiPath, searchParams);
      else if (controlPath !== undefined) await serveControl(parts, request, response, controlPath, searchParams);
      // Another version's endpoint, such as /api/v1, answers like an API and not like a web site.
      else if (below("/api") !== undefined) throw notFound({ path: pathname });
      else await servePage(parts.installation, request, response, pathname, searchParams);
    } catch (error) {
      // A client that hung up in the middle of its request is nothing to report.
      if (request.socket.destroyed) return;
      send(response, errorAnswer(error));
    }
  };
}
