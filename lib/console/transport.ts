/**
 * HTTP as the consoles use it: one request, one parsed JSON answer, and a kind for each way that this can fail.
 * Never retries, never follows a redirect (a console's cookie must not be carried elsewhere), never logs.
 */
import { AppError, type ErrorKind } from "../errors.ts";

export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Whether the browser's session with the console goes along. */
  readonly withSession: boolean;
  readonly timeoutMs: number;
}

export interface HttpAnswer {
  readonly status: number;
  /** The parsed body; undefined when it is empty. */
  readonly json: unknown;
  /** The server's clock minus ours, in milliseconds; null without a Date header. */
  readonly clockOffset: number | null;
}

export type Transport = (request: HttpRequest) => Promise<HttpAnswer>;

export interface TransportEdge {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly isOnline: () => boolean;
  /** Looks for a better explanation of a failed connection than `fetch` gives, such as a bad certificate. */
  readonly explain?: (url: string) => Promise<ErrorKind | null>;
}

export function createTransport(edge: TransportEdge): Transport {
  return async (request) => {
    const host = new URL(request.url).host;
    const signal = AbortSignal.timeout(request.timeoutMs);
    const response = await send(edge, request, signal, host);
    // "manual" turns any redirect into an answer without a status
    if (response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400)) {
      throw new AppError("redirected", { host });
    }
    const text = await readBody(response, signal, host);
    return {
      status: response.status,
      json: parseBody(response, text, host),
      clockOffset: clockOffset(response, edge.now()),
    };
  };
}

async function send(edge: TransportEdge, request: HttpRequest, signal: AbortSignal, host: string): Promise<Response> {
  const { method, url, body, withSession } = request;
  try {
    return await edge.fetch(url, {
      method,
      headers: {
        accept: "application/json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...request.headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
      credentials: withSession ? "include" : "omit",
      redirect: "manual",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      signal,
    });
  } catch (fault) {
    if (signal.aborted) throw new AppError("timed_out", { host }, fault);
    if (!edge.isOnline()) throw new AppError("offline", { host }, fault);
    throw new AppError((await edge.explain?.(url)) ?? "unreachable", { host }, fault);
  }
}

async function readBody(response: Response, signal: AbortSignal, host: string): Promise<string> {
  try {
    return await response.text();
  } catch (fault) {
    throw new AppError(signal.aborted ? "timed_out" : "cut_off", { host, status: response.status }, fault);
  }
}

/** A wrong content type is forgiven when the body is JSON after all; a body that is not JSON matters only on success. */
function parseBody(response: Response, text: string, host: string): unknown {
  if (text.trim() === "" && !isCut(response, text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // the parser's own message quotes the body, and that may hold a key: it is not kept as the cause
    if (!response.ok) return undefined;
    const isHtml = /^\s*</.test(text) || (response.headers.get("content-type") ?? "").includes("html");
    throw new AppError(isHtml ? "html_page" : isCut(response, text) ? "cut_off" : "bad_answer", {
      host,
      status: response.status,
    });
  }
}

/** Some browsers hand over a body that ended early as if it were whole. */
function isCut(response: Response, text: string): boolean {
  const announced = Number(response.headers.get("content-length") ?? Number.NaN);
  const encoded = response.headers.get("content-encoding") !== null;
  return !encoded && new TextEncoder().encode(text).length < announced;
}

function clockOffset(response: Response, now: number): number | null {
  const time = Date.parse(response.headers.get("date") ?? "");
  return Number.isNaN(time) ? null : time - now;
}
