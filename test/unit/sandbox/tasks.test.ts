// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Control, control } from "../../sandbox/control.ts";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";
import { known } from "./known.ts";
import { type Place, placeOf } from "./service-place.ts";
import { createVisitor, type Visitor } from "./visitor.ts";

let sandbox: Sandbox;
let controls: Control;
let visitor: Visitor;
let objects: Place;
let archive: Place;
beforeAll(async () => {
  sandbox = await startSandbox();
  controls = control(sandbox.cloudops.origin);
  visitor = createVisitor(sandbox.cloudops);
  await visitor.signIn(known("ana"));
  objects = await placeOf(controls, "Objects-r1", "production");
  archive = await placeOf(controls, "Archive-r1", "production");
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await controls.endTasks();
  await controls.tasks({});
});

const regenerate = async () => (await visitor.api("POST", objects.regenerate)).json;
const generate = async () => (await visitor.api("POST", archive.generate, {})).json;
const ask = (taskId: string) => visitor.api("GET", `/tasks/${taskId}`);
const status = async (taskId: string) => (await ask(taskId)).json.taskStatus;
const password = () => objects.value("password");
const secretKey = async () => (await archive.truth()).apiCredentials[0]?.secretKey;

describe("a task", () => {
  it("takes as many questions as asked for", async () => {
    await controls.tasks({ polls: 4 });
    const { taskId } = await regenerate();
    const statuses: string[] = [];
    for (let poll = 0; poll < 4; poll++) statuses.push((await ask(taskId)).json.taskStatus);
    expect(statuses).toEqual(["PENDING", "PENDING", "PENDING", "SUCCESS"]);
  });

  it("fails and leaves everything as it was", async () => {
    await controls.tasks({ outcome: "failed", polls: 1, errors: [{ code: 17, message: "No.", context: {} }] });
    const before = [await password(), await secretKey()];
    for (const { taskId } of [await regenerate(), await generate()]) {
      expect((await ask(taskId)).json).toEqual({
        taskId,
        taskStatus: "FAILED",
        result: { errors: [{ code: 17, message: "No.", context: {} }] },
      });
    }
    expect([await password(), await secretKey()]).toEqual(before);
    expect((await objects.truth()).isValid).toBe(true);
  });

  it("fails at once, in the answer to the request", async () => {
    await controls.tasks({ outcome: "failed", polls: 0 });
    expect(await generate()).toEqual({
      taskId: expect.any(String),
      taskStatus: "FAILED",
      result: { errors: [expect.objectContaining({ code: "SERVICE_FAILED" })] },
    });
  });

  it("fails half-way: what was valid is dead, and nothing took its place", async () => {
    await controls.tasks({ outcome: "half-way", polls: 1 });
    const before = await password();
    expect(await status((await regenerate()).taskId)).toBe("FAILED");
    expect([await password(), (await objects.truth()).isValid]).toEqual([before, false]);
    expect((await (await placeOf(controls, "Objects-r1", "staging")).truth()).isValid).toBe(false);
    expect(await status((await generate()).taskId)).toBe("FAILED");
    expect((await archive.truth()).apiCredentials).toEqual([]);

    await controls.tasks({ polls: 0 });
    await regenerate();
    await generate();
    expect([await password(), (await objects.truth()).isValid]).toEqual([
      expect.not.stringMatching(`^${before}$`),
      true,
    ]);
    expect((await archive.truth()).apiCredentials).toHaveLength(1);
  });

  it("never ends, until it is ended from outside", async () => {
    await controls.tasks({ outcome: "never", polls: 1 });
    const { taskId } = await regenerate();
    for (let poll = 0; poll < 5; poll++) expect(await status(taskId)).toBe("PENDING");
    expect((await visitor.api("POST", objects.regenerate)).status).toBe(409);
    expect(await controls.endTasks()).toBe(1);
    expect(await status(taskId)).toBe("SUCCESS");
  });

  it.each([
    ["expired", true],
    ["lost", false],
  ] as const)("is %s; the work is done: %s", async (outcome, isDone) => {
    await controls.tasks({ outcome, polls: 2 });
    const before = await password();
    const { taskId } = await regenerate();
    expect((await ask(taskId)).status).toBe(200);
    expect((await ask(taskId)).json.errors[0]).toMatchObject({ code: 2012, context: { entity: "Task" } });
    expect((await password()) !== before).toBe(isDone);
    expect((await regenerate()).taskStatus).toBe("PENDING");
  });

  it("is forgotten after half an hour", async () => {
    await controls.tasks({ outcome: "never" });
    const { taskId } = await regenerate();
    await controls.fault({ path: "/tasks/.*", fault: { kind: "clock", skewSeconds: 31 * 60 } });
    expect((await ask(taskId)).status).toBe(404);
    await controls.fault({ path: "/services/.*", fault: { kind: "clock", skewSeconds: 31 * 60 } });
    expect((await visitor.api("POST", objects.regenerate)).status).toBe(200);
  });

  it("is told in the older form", async () => {
    await controls.tasks({ form: "older", polls: 2, data: "result" });
    const { taskId } = await generate();
    expect((await ask(taskId)).json).toEqual({ data: { id: taskId, status: "PENDING" } });
    const result = { accessKeyId: expect.any(String), secretKey: expect.any(String), region: "global" };
    expect((await ask(taskId)).json).toEqual({ data: { id: taskId, status: "SUCCESS", result } });
  });

  it("is its user's", async () => {
    const { taskId } = await regenerate();
    const diego = createVisitor(sandbox.cloudops);
    await diego.signIn(known("diego"));
    for (let poll = 0; poll < 3; poll++) expect((await diego.api("GET", `/tasks/${taskId}`)).status).toBe(404);
    expect((await createVisitor(sandbox.cloudops).api("GET", `/tasks/${taskId}`)).status).toBe(401);
    expect((await ask(taskId)).json.taskStatus).toBe("PENDING");
    expect((await ask("unknown")).status).toBe(404);
  });
});

describe("new credentials", () => {
  it.each([
    ["post", true, false],
    ["result", false, true],
    ["both", true, true],
  ] as const)("are told in: %s", async (data, inPost, inResult) => {
    for (const polls of [0, 1]) {
      await controls.tasks({ data, polls });
      for (const made of [await regenerate(), await generate()]) {
        expect(made.taskStatus).toBe(polls === 0 ? "SUCCESS" : "PENDING");
        const { json } = await ask(made.taskId);
        expect([made.data !== undefined, json.result !== undefined]).toEqual([inPost, inResult]);
        if (data === "both") expect(made.data).toEqual(json.result);
      }
    }
    expect(await password()).toMatch(/^\w{24}$/);
  });

  it("come at once, without a task", async () => {
    await controls.tasks({ synchronous: true });
    const made = await regenerate();
    expect(made).toEqual({ data: { canRegenerateCredentials: true, fields: (await objects.truth()).fields } });
    expect(await generate()).toEqual({ data: (await archive.truth()).apiCredentials[0] });
    const removed = await visitor.api("DELETE", `${archive.keys}/global`);
    expect([removed.status, (await archive.truth()).apiCredentials]).toEqual([204, []]);
  });
});

describe("the task settings", () => {
  it("are as usual again after a reset, and refused when they make no sense", async () => {
    await controls.tasks({ synchronous: true, form: "older" });
    await controls.reset();
    await visitor.signIn(known("ana"));
    const { taskId } = await regenerate();
    expect((await ask(taskId)).json).toEqual({ taskId, taskStatus: "PENDING" });
    await expect(controls.tasks({ polls: -1 })).rejects.toThrow("polls");
  });
});
