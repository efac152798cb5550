/** Lets only this machine, and no web page of another site, at the control routes. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ApiParts } from "../api/serve-api.ts";
import { type Answer, send } from "../http/answer.ts";
import { readBody } from "../http/read-body.ts";
import { errorAnswer, notFound, Refusal } from "../http/refusal.ts";
import type { Control, ControlCall } from "./control-route.ts";
import { controls } from "./control-routes.ts";
import { serviceControls } from "./service-controls.ts";

const LOOPBACK_ADDRESS = /^(::ffff:)?127\.|^::1$/;
const LOOPBACK_HOST = /^(localhost|127\.[\d.]+|\[::1\])(:\d+)?$/;

/** Larger than elsewhere: tests hand in values that are too large for a client. */
const BODY_LIMIT_BYTES = 20_000_000;

const all: Readonly<Record<string, Control>> = { ...controls, ...serviceControls };

/** Serves one control request; `path` is what follows `/__sandbox`. */
export async function serveControl(
  parts: ApiParts,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
): Promise<void> {
  const body = await readBody(request, BODY_LIMIT_BYTES);
  send(response, answer(parts, request, path, { query, body, contentType: request.headers["content-type"] }));
}

function answer(parts: ApiParts, request: IncomingMessage, path: string, call: ControlCall): Answer {
  try {
    refuseStrangers(request);
    const control = all[`${request.method} ${path}`];
    if (!control) throw notFound({ path });
    return control(call, parts);
  } catch (error) {
    return errorAnswer(error);
  }
}

/** The host's name is checked too: a name of somebody else's may be made to lead to this machine. */
function refuseStrangers({ socket, headers }: IncomingMessage): void {
  const near = LOOPBACK_ADDRESS.test(socket.remoteAddress ?? "") && LOOPBACK_HOST.test(headers.host ?? "");
  if (near && (headers.origin === undefined || headers.origin === `http://${headers.host}`)) return;
  throw new Refusal(403, "LOOPBACK_ONLY", "Only programs and pages of this machine's sandbox may ask this.");
}
