// @vitest-environment node
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { AppError, toProblem } from "../../../../lib/errors.ts";
import { createCall } from "../../../../lib/messaging/call.ts";
import { type Background, background } from "../../../../lib/messaging/protocol.ts";
import { createServer, type Handlers, type Sender } from "../../../../lib/messaging/serve.ts";
import { silentHandlers } from "../../../fakes/call.ts";
import { kindOf, problemOf } from "../../../fakes/problem.ts";

const popup: Sender = { id: "llavero", url: "chrome-extension://llavero/popup.html" };
const secret = "hunter2";
const signIn = { consoleId: "one", userName: "ana", password: secret };

function setUp(handlers: Partial<Handlers<Background>> = {}) {
  const reports: { name: string; fault: unknown }[] = [];
  const answer = createServer(
    background,
    { ...silentHandlers, ...handlers },
    ({ id }) => id === "llavero",
    (name, fault) => reports.push({ name, fault }),
  );
  // Chromium hands messages over as JSON
  const overTheWire = (value: unknown): unknown => (value === undefined ? value : JSON.parse(JSON.stringify(value)));
  const call = createCall(async (message) => overTheWire(await answer(overTheWire(message), popup)));
  return { answer, call, reports };
}

describe("a call", () => {
  it("is served, and its answer comes back", async () => {
    const inputs: unknown[] = [];
    const { call, reports } = setUp({
      "console.connect": async (input) => {
        inputs.push(input);
        return { consoleId: "new" };
      },
    });
    expect(await call("console.connect", { address: "a.example" })).toEqual({ consoleId: "new" });
    expect(await call("console.select", { consoleId: "one" })).toBeUndefined();
    expect(inputs).toEqual([{ address: "a.example" }]);
    expect(reports).toEqual([]);
  });

  it("fails as its handler failed, with its facts", async () => {
    const { call, reports } = setUp({
      "keys.refresh": async () => {
        throw new AppError("server_failed", { host: "a.example", status: 503 });
      },
    });
    const outcome = call("keys.refresh", { consoleId: "one" });
    await expect(outcome).rejects.toBeInstanceOf(AppError);
    expect(await problemOf(outcome)).toEqual({ kind: "server_failed", facts: { host: "a.example", status: 503 } });
    expect(reports).toEqual([]);
  });

  it("that meets a bug says so and no more; the bug is reported without the input", async () => {
    const bug = new TypeError("undefined is not a function");
    const { call, reports } = setUp({
      "session.signIn": async () => {
        throw bug;
      },
    });
    expect(await problemOf(call("session.signIn", signIn))).toEqual({ kind: "internal", facts: {} });
    expect(reports).toEqual([{ name: "session.signIn", fault: bug }]);
  });

  it.each([
    [
      "the worker died",
      async () => Promise.reject(new Error("The message port closed before a response was received.")),
    ],
    ["nobody listens", async () => undefined],
    ["somebody else answered", async () => ({ hello: 1 })],
    ["the answer is of another version", async () => ({ ok: false, problem: { kind: "brand_new", facts: {} } })],
  ])("fails as an expected failure when %s", async (_what, send) => {
    expect(await problemOf(createCall(send)("keys.refresh", { consoleId: "one" }))).toEqual({
      kind: "worker_gone",
      facts: {},
    });
  });

  it("fails as an expected failure when what comes back is of the wrong shape", async () => {
    const call = createCall(async () => ({ ok: true, output: { consoleId: 7 } }));
    await expect(call("console.connect", { address: "a.example" })).rejects.toBeInstanceOf(AppError);
  });
});

describe("the server", () => {
  const envelope = (name: string, input?: unknown) => ({ llavero: 1, name, input });

  it.each<[string, Sender]>([
    ["another extension", { id: "other", url: "chrome-extension://other/popup.html" }],
    ["nobody", {}],
  ])("gives %s nothing at all, and does nothing", async (_who, sender) => {
    let served = 0;
    const { answer, reports } = setUp({
      "console.remove": async () => {
        served++;
      },
    });
    expect(answer(envelope("console.remove", { consoleId: "one" }), sender)).toBeUndefined();
    expect([served, reports]).toEqual([0, []]);
    await answer(envelope("console.remove", { consoleId: "one" }), popup);
    expect(served).toBe(1);
  });

  it.each([
    ["an unknown name", envelope("keys.steal", {})],
    ["a name that every object has", envelope("toString", {})],
    ["another such name", envelope("__proto__", {})],
    ["no envelope", "hello"],
    ["nothing", undefined],
    ["another’s envelope", { name: "console.select", input: { consoleId: "one" } }],
    ["an envelope of another version", { llavero: 2, name: "console.select", input: { consoleId: "one" } }],
    ["no input", envelope("console.select")],
    ["input of another shape", envelope("console.select", { consoleId: 7 })],
    ["an empty id", envelope("console.select", { consoleId: "" })],
  ])("answers %s with a failure", async (_what, message) => {
    const { answer } = setUp();
    expect(await answer(message, popup)).toEqual({ ok: false, problem: { kind: "internal", facts: {} } });
  });

  it.each(["keys.steal", "toString", "__proto__"])("takes the unknown name %s for no bug of its own", async (name) => {
    const { answer, reports } = setUp();
    await answer(envelope(name, {}), popup);
    expect(reports).toEqual([]);
  });

  it("never quotes an input that it refuses", async () => {
    const { answer, reports } = setUp();
    await answer(envelope("session.signIn", { ...signIn, consoleId: "", otp: { secret } }), popup);
    expect(reports).toHaveLength(1);
    expect(reports[0]?.name).toBe("session.signIn");
    expect(inspect(reports, { depth: null, showHidden: true })).not.toContain(secret);
  });

  it("passes on what the protocol knows and nothing else", async () => {
    const inputs: unknown[] = [];
    const { answer } = setUp({
      "console.select": async (input) => {
        inputs.push(input);
      },
    });
    await answer(envelope("console.select", { consoleId: "one", extra: 1 }), popup);
    expect(inputs).toEqual([{ consoleId: "one" }]);
  });
});

describe("a fault", () => {
  it.each([
    [new AppError("offline", { host: "a.example" }), { kind: "offline", facts: { host: "a.example" } }],
    [new TypeError(secret), { kind: "internal", facts: {} }],
    [secret, { kind: "internal", facts: {} }],
    [undefined, { kind: "internal", facts: {} }],
  ])("becomes a value that can be shown: %s", (fault, expected) => {
    expect(toProblem(fault)).toEqual(expected);
  });

  it("has its kind for a message, so that even a careless log says nothing secret", async () => {
    expect(new AppError("offline", { host: "a.example" }).message).toBe("offline");
    expect(await kindOf(Promise.reject(new AppError("offline")))).toBe("offline");
  });
});
