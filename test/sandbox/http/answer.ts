/** What a handler answers with, and how it goes over the wire. */
import type { ServerResponse } from "node:http";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string;
}

type Headers = Answer["headers"];

/** Nothing here may be cached: answers hold secrets, or what only the signed-in user may see. */
const ALWAYS: Headers = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" };

/** A JSON answer. */
export function json(status: number, value: unknown, headers: Headers = {}): Answer {
  return {
    status,
    headers: { ...ALWAYS, "Content-Type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(value),
  };
}

/** The API's success envelope. */
export function data(value: unknown, metadata?: Readonly<Record<string, unknown>>, headers: Headers = {}): Answer {
  return json(200, { data: value, ...(metadata ? { metadata } : {}) }, headers);
}

/** Done, and nothing to say. */
export function noContent(headers: Headers = {}): Answer {
  return { status: 204, headers: { ...ALWAYS, ...headers }, body: "" };
}

/** Any other text. */
export function text(status: number, contentType: string, body: string, headers: Headers = {}): Answer {
  return { status, headers: { ...ALWAYS, "Content-Type": contentType, ...headers }, body };
}

/** Sends the browser elsewhere; 303 so that a form is not posted again. */
export function redirect(location: string, headers: Headers = {}, status = 303): Answer {
  return { status, headers: { ...ALWAYS, Location: location, ...headers }, body: "" };
}

export interface Sending {
  /** Announce the whole body, send half of it and hang up. */
  readonly truncate?: boolean;
  /** The time to put in the `Date` header; Node's own otherwise. */
  readonly date?: Date | undefined;
}

/** Writes an answer out. A client that is gone already is no error. */
export function send(response: ServerResponse, answer: Answer, { truncate = false, date }: Sending = {}): void {
  if (response.destroyed || response.headersSent) return;
  const body = Buffer.from(answer.body);
  const bodiless = answer.status === 204 || answer.status === 304;
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  if (date) response.setHeader("Date", date.toUTCString());
  if (!bodiless) response.setHeader("Content-Length", body.length);
  response.writeHead(answer.status);
  if (truncate) {
    // Ending the socket, not the response, lets the half arrive before the connection closes.
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.end());
  } else {
    response.end(bodiless ? undefined : body);
  }
}
