/** Is there a console at that address? Whatever answers, and whether anything does. */
import type { ServerResponse } from "node:http";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { createTransport } from "../../../lib/console/transport.ts";
import { listen } from "../../sandbox/http/listen.ts";
import { createCookieFetch } from "../cookie-fetch.ts";
import { hastyMs } from "../faults.ts";
import { kindOf, refusalOf } from "../refusal.ts";
import { enter, type Stage, type Subject, transportOver } from "../subject.ts";

export function describeRecognition(subject: Subject, running: () => Stage): void {
  describe("recognition", () => {
    let stage: Stage;
    beforeAll(() => {
      stage = running();
    });
    afterEach(() => stage.control.clear());

    const recognizeAt = (origin: string) => stage.recognize(origin, transportOver(createCookieFetch()), hastyMs);

    it("tells the console's name and how it presents itself", async () => {
      const { branding } = await recognizeAt(stage.origin);
      expect(branding.name).toBe(subject.brandName);
      expect(branding.languages.length).toBeGreaterThan(0);
      expect(branding.logo).toMatch(/^data:image\//);
      expect(branding.accent).not.toBeNull();
    });

    it("asks without the browser's session", async () => {
      const { transport } = await enter(stage, subject.people.reader);
      await stage.control.clearRequests();
      await stage.recognize(stage.origin, transport);
      expect((await stage.control.requests()).map(({ hasCookie }) => hasCookie)).not.toContain(true);
    });

    type Answer = (response: ServerResponse) => void;
    const answers: readonly (readonly [what: string, kind: string, answer: Answer])[] = [
      ["a web site", "html_page", (response) => response.end("<!doctype html><title>Shop</title>")],
      [
        "a web site without this page",
        "not_a_console",
        (response) => response.writeHead(404, { "content-type": "text/html" }).end("<h1>Not found</h1>"),
      ],
      ["JSON of something else", "not_a_console", (response) => response.end('{"data":[1,2],"hello":"world"}')],
      ["plain words", "not_a_console", (response) => response.end("pong")],
      ["nothing but a status", "not_a_console", (response) => response.writeHead(204).end()],
      ["a refusal", "not_a_console", (response) => response.writeHead(401).end()],
      ["a failure", "server_failed", (response) => response.writeHead(500).end()],
      ["a redirect", "redirected", (response) => response.writeHead(301, { location: "https://example.com/" }).end()],
      ["silence", "timed_out", () => undefined],
      ["a connection that breaks", "unreachable", (response) => response.socket?.destroy()],
      ["half an answer", "cut_off", (response) => cutOff(response)],
    ];
    it.each(answers)("of %s is %s", async (_what, kind, answer) => {
      const server = await listen("127.0.0.1", 0);
      server.serve(async (_request, response) => answer(response));
      try {
        const refusal = await refusalOf(recognizeAt(server.origin));
        expect(refusal.kind).toBe(kind);
        expect(refusal.facts.host).toBe(new URL(server.origin).host);
      } finally {
        await server.close();
      }
    });

    it("of a port where nobody listens is unreachable", async () => {
      const server = await listen("127.0.0.1", 0);
      await server.close();
      expect(await kindOf(recognizeAt(server.origin))).toBe("unreachable");
    });

    it("says the better reason that the browser knows", async () => {
      const server = await listen("127.0.0.1", 0);
      await server.close();
      const edge = { fetch, now: Date.now };
      const offline = createTransport({ ...edge, isOnline: () => false });
      expect(await kindOf(stage.recognize(server.origin, offline))).toBe("offline");
      const explained = createTransport({ ...edge, isOnline: () => true, explain: async () => "certificate" });
      expect(await kindOf(stage.recognize(server.origin, explained))).toBe("certificate");
    });
  });
}

function cutOff(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json", "content-length": 1000 });
  response.write('{"data":[', () => response.socket?.end());
}
