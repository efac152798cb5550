// @vitest-environment node
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createTransport, type HttpRequest, type TransportEdge } from "../../../../lib/console/transport.ts";
import { AppError } from "../../../../lib/errors.ts";
import { problemOf } from "../../../fakes/problem.ts";

const secret = "the-new-key-itself";
const host = "console.example.com";
const request: HttpRequest = {
  method: "GET",
  url: "https://console.example.com/api/v2/api_keys",
  withSession: true,
  timeoutMs: 20_000,
};

function ask(fetch: TransportEdge["fetch"], edge: Partial<TransportEdge> = {}, change: Partial<HttpRequest> = {}) {
  return createTransport({ fetch, now: () => 0, isOnline: () => true, ...edge })({ ...request, ...change });
}

const answering =
  (body: BodyInit | null, init: ResponseInit = {}): TransportEdge["fetch"] =>
  async () =>
    new Response(body, init);
const failing =
  (fault: unknown = new TypeError("Failed to fetch")): TransportEdge["fetch"] =>
  async () => {
    throw fault;
  };
/** Never answers, and gives up when it is told to. */
const silent: TransportEdge["fetch"] = (_input, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
  });
/** Sends `text`, and then the connection breaks. */
const breaking = (text: string) => {
  const chunks = [new TextEncoder().encode(text)];
  return new ReadableStream({
    pull(controller) {
      const chunk = chunks.shift();
      if (chunk === undefined) controller.error(new TypeError("network error"));
      else controller.enqueue(chunk);
    },
  });
};
const json = { "content-type": "application/json" };

describe("a request", () => {
  it("carries the session, and neither cache, referrer nor redirects", async () => {
    let sent: RequestInit | undefined;
    await ask(
      async (_input, init) => {
        sent = init;
        return new Response("{}");
      },
      {},
      { method: "POST", body: { name: "ci" }, headers: { "x-csrf-token": "t" } },
    );
    expect(sent).toMatchObject({
      method: "POST",
      body: '{"name":"ci"}',
      headers: { accept: "application/json", "content-type": "application/json", "x-csrf-token": "t" },
      credentials: "include",
      redirect: "manual",
      cache: "no-store",
      referrerPolicy: "no-referrer",
    });
  });

  it("carries neither session nor content type when there is no call for them", async () => {
    let sent: RequestInit | undefined;
    const fetch: TransportEdge["fetch"] = async (_input, init) => {
      sent = init;
      return new Response("{}");
    };
    await ask(fetch, {}, { withSession: false });
    expect(sent).toMatchObject({ body: null, credentials: "omit" });
    expect(sent?.headers).toEqual({ accept: "application/json" });
  });

  it("is made once, however it ends", async () => {
    let calls = 0;
    const outcome = ask(async () => {
      calls++;
      throw new TypeError("Failed to fetch");
    });
    await expect(outcome).rejects.toThrow(AppError);
    expect(calls).toBe(1);
  });
});

describe("an answer", () => {
  it.each([
    ["JSON", '{"data":1}', { headers: json }, { status: 200, json: { data: 1 } }],
    ["JSON that calls itself HTML", '{"data":1}', { headers: { "content-type": "text/html" } }, { json: { data: 1 } }],
    ["JSON without a content type", new TextEncoder().encode("[]"), {}, { json: [] }],
    ["nothing", null, { status: 204 }, { status: 204, json: undefined }],
    ["an empty body", "", { status: 200 }, { status: 200, json: undefined }],
    ["blanks", " \n ", { status: 200 }, { status: 200, json: undefined }],
    ["a failure in JSON", '{"errors":[]}', { status: 400 }, { status: 400, json: { errors: [] } }],
    ["a failure in HTML", "<h1>Bad gateway</h1>", { status: 502 }, { status: 502, json: undefined }],
    ["a failure cut off", '{"errors":[{"mess', { status: 500 }, { status: 500, json: undefined }],
  ] as const)("of %s is understood", async (_what, body, init, expected) => {
    expect(await ask(answering(body, init))).toMatchObject(expected);
  });

  it.each([
    ["ahead", "Fri, 01 May 2026 12:05:00 GMT", 300_000],
    ["behind", "Fri, 01 May 2026 11:59:00 GMT", -60_000],
    ["silent", null, null],
    ["nonsense", "soon", null],
  ])("tells how far the console’s clock is off (%s)", async (_what, date, expected) => {
    const headers: Record<string, string> = date === null ? {} : { date };
    const answer = await ask(answering("{}", { headers }), { now: () => Date.UTC(2026, 4, 1, 12) });
    expect(answer.clockOffset).toBe(expected);
  });
});

describe("a failure", () => {
  const announced = (length: number, extra: Record<string, string> = {}) => ({
    headers: { ...json, "content-length": String(length), ...extra },
  });
  const cases: readonly [string, TransportEdge["fetch"], Partial<TransportEdge>, string, number?][] = [
    ["without a connection", failing(), { isOnline: () => false }, "offline"],
    ["of the connection", failing(), {}, "unreachable"],
    ["that the browser can explain", failing(), { explain: async () => "certificate" }, "certificate"],
    ["that nobody can explain", failing(), { explain: async () => null }, "unreachable"],
    ["to stay here (3xx)", answering(null, { status: 302, headers: { location: "/login" } }), {}, "redirected"],
    [
      "to send data (HTML)",
      answering(`<html>${secret}`, { headers: { "content-type": "text/html" } }),
      {},
      "html_page",
      200,
    ],
    ["to say that it is HTML", answering(`\n <!doctype html>${secret}`, { headers: json }), {}, "html_page", 200],
    ["to send JSON", answering(`key=${secret}`, { headers: json }), {}, "bad_answer", 200],
    ["to send all of it", answering(`{"key":"${secret}`, announced(500)), {}, "cut_off", 200],
    ["to send JSON at its full length", answering(`{"key":"${secret}`, announced(26)), {}, "bad_answer", 200],
    [
      "whose length was that of the zip",
      answering(`{"key":"${secret}`, announced(500, { "content-encoding": "gzip" })),
      {},
      "bad_answer",
      200,
    ],
    ["in the middle of the answer", answering(breaking(`{"key":"${secret}`), { headers: json }), {}, "cut_off", 200],
  ];
  it.each(cases)("%s has its kind, and keeps nothing of the body", async (_what, fetch, edge, kind, status) => {
    const fault = await ask(fetch, edge).catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(AppError);
    expect(fault).toMatchObject({ kind, facts: { host, ...(status === undefined ? {} : { status }) } });
    expect(inspect(fault, { depth: null, showHidden: true })).not.toContain(secret);
  });

  it("counts length in bytes, not letters", async () => {
    const text = '{"name":"ñññññ';
    const length = new TextEncoder().encode(text).length;
    expect(length).toBeGreaterThan(text.length);
    const kindAt = async (announcedLength: number) =>
      (await problemOf(ask(answering(text, { headers: { "content-length": String(announcedLength) } })))) as object;
    expect(await kindAt(length)).toMatchObject({ kind: "bad_answer" });
    expect(await kindAt(length + 1)).toMatchObject({ kind: "cut_off" });
  });

  it("is a redirect also where the browser hides its status", async () => {
    const hidden = Object.defineProperty(new Response(""), "type", { value: "opaqueredirect" });
    expect(await problemOf(ask(async () => hidden))).toEqual({ kind: "redirected", facts: { host } });
  });

  it("to answer in time is told from one to connect", async () => {
    expect(await problemOf(ask(silent, { isOnline: () => false }, { timeoutMs: 1 }))).toEqual({
      kind: "timed_out",
      facts: { host },
    });
  });

  it("to finish the answer in time is told from a cut connection", async () => {
    const stalling: TransportEdge["fetch"] = async (_input, init) =>
      new Response(
        new ReadableStream({
          start: (controller) =>
            init?.signal?.addEventListener("abort", () => controller.error(new DOMException("late", "AbortError"))),
        }),
      );
    expect(await problemOf(ask(stalling, {}, { timeoutMs: 1 }))).toMatchObject({ kind: "timed_out" });
  });

  it("is explained for the very address that was asked", async () => {
    let explained = "";
    const explain = async (url: string) => {
      explained = url;
      return null;
    };
    await problemOf(ask(failing(), { explain }));
    expect(explained).toBe(request.url);
  });
});
