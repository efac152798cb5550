// @vitest-environment node
import { afterEach, describe, expect, it, vi } from "vitest";
import { AppError } from "../../../../lib/errors.ts";
import { createTask } from "../../../../lib/models/task.ts";
import { createGate } from "../../../fakes/pages.ts";

afterEach(() => void vi.restoreAllMocks());

describe("a task", () => {
  it("is busy while it runs, and runs once however often it is asked to", async () => {
    const gate = createGate();
    const inputs: string[] = [];
    const task = createTask(async (input: string) => {
      inputs.push(input);
      await gate.passed;
    });
    const first = task.run("one");
    expect(task.busy.value).toBe(true);
    expect(await task.run("two")).toBe(false);
    gate.open();
    expect(await first).toBe(true);
    expect(task.busy.value).toBe(false);
    expect(await task.run("three")).toBe(true);
    expect(inputs).toEqual(["one", "three"]);
  });

  it("begins in the very task in which it is run, as the browser’s questions want", () => {
    let begun = false;
    void createTask(async () => {
      begun = true;
    }).run();
    expect(begun).toBe(true);
  });

  it("keeps what went wrong until it is run again or forgiven", async () => {
    let fault: unknown = new AppError("offline", { host: "a.example" });
    const task = createTask(async () => {
      if (fault !== null) throw fault;
    });
    expect(await task.run()).toBe(false);
    expect(task.problem.value).toEqual({ kind: "offline", facts: { host: "a.example" } });
    expect(task.busy.value).toBe(false);
    task.forgive();
    expect(task.problem.value).toBeNull();
    await task.run();
    fault = null;
    expect(await task.run()).toBe(true);
    expect(task.problem.value).toBeNull();
  });

  it("tells the developer of a bug, and the user no more than that there is one", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue(undefined);
    const bug = new TypeError("x is not a function");
    const task = createTask(async () => {
      throw bug;
    });
    await task.run();
    expect(task.problem.value).toEqual({ kind: "internal", facts: {} });
    expect(log).toHaveBeenCalledExactlyOnceWith(expect.any(String), bug);
  });

  it("tells the developer nothing of an expected failure", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue(undefined);
    await createTask(async () => {
      throw new AppError("offline");
    }).run();
    expect(log).not.toHaveBeenCalled();
  });
});
