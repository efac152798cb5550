// @vitest-environment node
import { describe, expect, it } from "vitest";
import { followFor, followTask } from "../../../../lib/console/follow-task.ts";
import type { RenewalAnswer } from "../../../../lib/console/service.ts";
import { AppError, type ErrorKind } from "../../../../lib/errors.ts";
import { kindOf } from "../../../fakes/problem.ts";

const pending: RenewalAnswer = { taskId: "t", status: "PENDING", fields: null, reasons: [] };
const done: RenewalAnswer = { ...pending, status: "SUCCESS" };
const fields = [{ key: "password", value: "p", isSensitive: true, isEnvironmentSpecific: false }];

/** A clock that moves on while somebody waits, and as long as an answer takes. */
function createClock(answerTakes = 0) {
  const waits: number[] = [];
  const asked: string[] = [];
  let time = 1_000_000;
  const edge = {
    now: () => time,
    wait: async (milliseconds: number) => {
      waits.push(milliseconds);
      time += milliseconds;
    },
  };
  const answering = (answers: readonly (RenewalAnswer | ErrorKind)[], last: RenewalAnswer | ErrorKind) => {
    let index = 0;
    return async (taskId: string) => {
      asked.push(taskId);
      time += answerTakes;
      const answer = answers[index++] ?? last;
      if (typeof answer === "string") throw new AppError(answer);
      return answer;
    };
  };
  return { edge, waits, asked, answering, elapsed: () => time - 1_000_000 };
}

describe("following a task", () => {
  it.each(["SUCCESS", "FAILED"] as const)("that is %s already asks nothing and waits for nothing", async (status) => {
    const { edge, waits, asked, answering } = createClock();
    const start = { ...pending, status, fields, reasons: ["why"] };
    expect(await followTask(start, answering([], done), edge)).toEqual(start);
    expect([waits, asked]).toEqual([[], []]);
  });

  it("without an id comes back as it is", async () => {
    const { edge, asked, answering } = createClock();
    const start = { ...pending, taskId: null };
    expect(await followTask(start, answering([], done), edge)).toEqual(start);
    expect(asked).toEqual([]);
  });

  it("asks until it has ended, at growing distances", async () => {
    const { edge, waits, asked, answering } = createClock();
    const end = await followTask(pending, answering(Array(8).fill(pending), done), edge);
    expect([end, asked.length]).toEqual([done, 9]);
    expect(waits.slice(0, 3)).toEqual([500, 750, 1125]);
    expect(Math.max(...waits)).toBe(4_000);
  });

  it("keeps what was told at first, unless more is told in the end", async () => {
    const { edge, answering } = createClock();
    expect(await followTask({ ...pending, fields }, answering([pending], done), edge)).toMatchObject({ fields });
    const newer = [{ ...fields[0], value: "newer" }];
    const end = { ...done, fields: newer } as RenewalAnswer;
    expect(await followTask({ ...pending, fields }, answering([], end), edge)).toMatchObject({ fields: newer });
  });

  it("goes by the id it was given, whatever an answer calls itself", async () => {
    const { edge, asked, answering } = createClock();
    await followTask(
      pending,
      answering(
        [
          { ...pending, taskId: "other" },
          { ...pending, taskId: null },
        ],
        done,
      ),
      edge,
    );
    expect(asked).toEqual(["t", "t", "t"]);
  });

  it.each([
    "offline",
    "unreachable",
    "timed_out",
    "cut_off",
    "html_page",
    "bad_answer",
    "server_failed",
    "too_many_requests",
  ] as const)("waits out what passes: %s", async (kind) => {
    const { edge, answering } = createClock();
    expect(await followTask(pending, answering([kind, pending, kind, kind], done), edge)).toEqual(done);
  });

  it.each([
    "not_found",
    "session_expired",
    "signed_out",
    "other_account",
    "forbidden",
    "permission_missing",
    "redirected",
    "rejected",
    "certificate",
  ] as const)("stops at what does not pass: %s", async (kind) => {
    const { edge, asked, answering } = createClock();
    expect(await kindOf(followTask(pending, answering([pending, kind], done), edge))).toBe(kind);
    expect(asked).toHaveLength(2);
  });

  it("lets a bug through", async () => {
    const { edge } = createClock();
    const broken = () => Promise.reject(new TypeError("broken"));
    await expect(followTask(pending, broken, edge)).rejects.toThrow(TypeError);
  });

  it.each<[string, RenewalAnswer | ErrorKind, number]>([
    ["that never ends", pending, 0],
    ["of which nothing is heard", "unreachable", 0],
    ["of which each question takes its time-out", "timed_out", 20_000],
  ])("%s comes back as it was when the time is over", async (_what, answer, takes) => {
    const { edge, answering, elapsed, asked } = createClock(takes);
    const end = await followTask({ ...pending, fields }, answering([], answer), edge);
    expect(end).toEqual({ ...pending, fields });
    expect(elapsed()).toBeGreaterThanOrEqual(followFor);
    expect(elapsed()).toBeLessThanOrEqual(followFor + 4_000 + takes);
    expect(asked.length).toBeLessThan(100);
  });
});
