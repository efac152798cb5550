// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Control, control } from "../../sandbox/control.ts";
import type { FaultRuleInput } from "../../sandbox/faults/fault.ts";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";
import { known } from "./known.ts";
import { createVisitor, type Visitor } from "./visitor.ts";

let sandbox: Sandbox;
let controls: Control;
let visitor: Visitor;
beforeAll(async () => {
  sandbox = await startSandbox();
  controls = control(sandbox.cloudops.origin);
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await controls.reset();
  visitor = createVisitor(sandbox.cloudops);
  await visitor.signIn(known("vera"));
});

const onKeys = (fault: FaultRuleInput["fault"], more: Partial<FaultRuleInput> = {}) =>
  controls.fault({ path: "/api_keys", fault, ...more });
const create = (signal?: AbortSignal) => visitor.api("POST", "/api_keys", { name: "k" }, {}, signal);
const list = (query = "") => visitor.api("GET", `/api_keys${query}`);
const keyCount = async () => (await controls.keys({ userName: "vera" })).length;
/** Until the console has seen the request; asking is what takes the time, there is nothing to wait for. */
const untilSeen = async (method: string) => {
  while (!(await controls.requests()).some((request) => request.method === method && request.path === "/api_keys"));
};

describe("which calls a fault is for", () => {
  it("is said by method, by the whole path and by a number of times", async () => {
    await controls.clearRequests();
    await onKeys({ kind: "status", status: 503 }, { method: "post", times: 2 });
    expect((await list()).status).toBe(200);
    expect((await visitor.api("PUT", "/api_keys/x", { name: "k" })).status).toBe(404);
    expect([(await create()).status, (await create()).status, (await create()).status]).toEqual([503, 503, 200]);
  });

  it("may go on until it is cleared, and be a pattern", async () => {
    await controls.fault({ path: "/api_keys/.+", times: 0, fault: { kind: "status", status: 500 } });
    for (let call = 0; call < 3; call++) expect((await visitor.api("DELETE", "/api_keys/x")).status).toBe(500);
    expect((await list()).status).toBe(200);
    await controls.clear();
    expect((await visitor.api("DELETE", "/api_keys/x")).status).toBe(404);
  });
});

describe("a fault", () => {
  it.each([
    [false, 0],
    [true, 1],
  ])("answers any status; after the work: %s", async (after, made) => {
    await onKeys({ kind: "status", status: 418, body: "teapot", contentType: "text/plain", after });
    const { status, text, headers } = await create();
    expect([status, text, headers.get("Content-Type")]).toEqual([418, "teapot", "text/plain"]);
    expect(await keyCount()).toBe(made);
  });

  it("answers the error envelope unless told otherwise", async () => {
    await onKeys({ kind: "status", status: 400 });
    await onKeys({ kind: "status", status: 400, body: { errors: [{ code: 2012 }] } });
    expect((await list()).json.errors[0].code).toBe(2012);
  });

  it("delays, together with others", async () => {
    await onKeys({ kind: "delay", milliseconds: 60 });
    await onKeys({ kind: "status", status: 502 });
    const start = performance.now();
    expect((await list()).status).toBe(502);
    expect(performance.now() - start).toBeGreaterThan(50);
  });

  it.each([
    ["before", 0],
    ["after", 1],
  ] as const)("resets the connection %s the work", async (when, made) => {
    await onKeys({ kind: "reset", when });
    await expect(create()).rejects.toThrow();
    expect(await keyCount()).toBe(made);
  });

  it("breaks off in the middle of the body", async () => {
    await onKeys({ kind: "truncate" });
    const response = await fetch(`${sandbox.cloudops.origin}/api/v2/api_keys`);
    expect(Number(response.headers.get("Content-Length"))).toBeGreaterThan(20);
    await expect(response.text()).rejects.toThrow();
  });

  it.each([
    [false, 0],
    [true, 1],
  ])("answers with a sign-in page; after the work: %s", async (after, made) => {
    await onKeys({ kind: "html", after });
    const { status, text, headers } = await create();
    expect([status, headers.get("Content-Type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(text).toContain('type="password"');
    expect(await keyCount()).toBe(made);
  });

  it("answers under another content type", async () => {
    await onKeys({ kind: "contentType", contentType: "text/plain" });
    const { text, headers } = await list();
    expect([headers.get("Content-Type"), JSON.parse(text).data]).toEqual(["text/plain", []]);
  });

  it("answers with another shape after the work", async () => {
    await onKeys({ kind: "shape", body: ["odd"] });
    expect((await create()).json).toEqual(["odd"]);
    expect(await keyCount()).toBe(1);
  });

  it.each([
    ["before", 0],
    ["after", 1],
  ] as const)("hangs %s the work until the client gives up", async (when, made) => {
    await controls.clearRequests();
    await onKeys({ kind: "hang", when });
    const giveUp = new AbortController();
    const hanging = create(giveUp.signal);
    hanging.catch(() => undefined);
    await untilSeen("POST");
    await expect.poll(keyCount).toBe(made);
    giveUp.abort();
    await expect(hanging).rejects.toThrow();
    // Not cleared here: a clear that overtakes the news of the lost connection would let the work be done.
    expect(await keyCount()).toBe(made);
  });

  it.each(["before", "after"] as const)("that hangs %s the work is released by clearing", async (when) => {
    await controls.clearRequests();
    await onKeys({ kind: "hang", when });
    const hanging = create();
    await untilSeen("POST");
    await controls.clear();
    expect((await hanging).status).toBe(200);
    expect(await keyCount()).toBe(1);
  });

  it("repeats a page, or drops it", async () => {
    await controls.addKeys({ userName: "vera", name: "k", count: 9 });
    const first = (await list("?page_size=3")).json.data;
    await onKeys({ kind: "paging", how: "repeat", page: 2 }, { times: 0 });
    await onKeys({ kind: "paging", how: "drop", page: 3 }, { times: 0 });
    expect((await list("?page_size=3")).json.data).toEqual(first);
    const second = (await list("?page_size=3&page_number=2")).json;
    expect([second.data, second.metadata.pageCurrent]).toEqual([first, 2]);
    expect((await list("?page_size=3&page_number=3")).json.data).toEqual([]);
  });

  it("merges fields into every item", async () => {
    await controls.addKeys({ userName: "vera", name: "k", count: 2 });
    await onKeys({ kind: "patchItems", set: { color: "red", lastIp: 7 } });
    const { data } = (await list()).json;
    expect(data).toMatchObject([
      { name: "k 1", color: "red", lastIp: 7 },
      { name: "k 2", color: "red", lastIp: 7 },
    ]);
  });

  it("sends the client elsewhere", async () => {
    await onKeys({ kind: "redirect", location: "/login" });
    const { status, headers } = await create();
    expect([status, headers.get("Location"), await keyCount()]).toEqual([302, "/login", 0]);
  });

  it("shifts the clock", async () => {
    await onKeys({ kind: "clock", skewSeconds: -86_400 });
    const { json, headers } = await create();
    const yesterday = Date.now() - 86_400_000;
    for (const text of [json.data.creationDate, headers.get("Date")]) {
      expect(Math.abs(Date.parse(text) - yesterday)).toBeLessThan(10_000);
    }
  });
});
