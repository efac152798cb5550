// @vitest-environment node
import { describe, expect, it } from "vitest";
import { refuseFailure, refuseSignInFailure } from "../../../../../lib/console/cloudmc/failures.ts";
import { toProblem } from "../../../../../lib/errors.ts";

const host = "console.example.com";
type Refuse = typeof refuseSignInFailure;

function refusal(status: number, json: unknown, secrets: readonly string[] = [], refuse: Refuse = refuseFailure) {
  try {
    refuse({ status, json, clockOffset: null }, host, secrets);
    return "accepted";
  } catch (fault) {
    return toProblem(fault);
  }
}
const errors = (...list: unknown[]) => ({ errors: list });
const reasonOf = (message: string, secrets: readonly string[] = []) => {
  const refused = refusal(400, errors({ code: 1, message }), secrets);
  return typeof refused === "string" ? refused : refused.facts.reason;
};

describe("an answer", () => {
  it.each([
    [200, { data: [] }],
    [200, undefined],
    [204, undefined],
    [200, { data: [], errors: [] }],
    [200, { data: [], errors: null }],
  ])("of %i with %j is a success", (status, json) => {
    expect(refusal(status, json)).toBe("accepted");
  });

  it.each([
    [200, errors({ code: 2012, message: "Quota" }), "rejected"],
    [200, errors({ message: null }), "rejected"],
    [200, errors({}), "rejected"],
    [200, { taskId: "t", taskStatus: "FAILED" }, "rejected"],
    [200, errors("Quota exceeded"), "rejected"],
    [400, undefined, "rejected"],
    [400, errors({ code: 2012, message: "Quota" }), "rejected"],
    [405, undefined, "rejected"],
    [409, "conflict", "rejected"],
    [401, undefined, "session_expired"],
    [403, errors({ code: "CSRF_TOKEN_INVALID" }), "forbidden"],
    [404, undefined, "not_found"],
    [408, undefined, "timed_out"],
    [429, undefined, "too_many_requests"],
    [500, undefined, "server_failed"],
    [502, errors({ code: 1, message: "x" }), "server_failed"],
    [503, [], "server_failed"],
    [403, errors({ code: "OTP_REQUIRED" }), "code_required"],
    [403, errors({ code: "OTP_INVALID" }), "code_wrong"],
    [403, errors({ code: "USER_LOCKED" }), "user_locked"],
    [403, errors({ code: "NATIVE_LOGIN_BLOCKED" }), "native_login_blocked"],
    [400, errors({ code: "ORGANIZATION_REQUIRED" }), "organization_required"],
    [401, errors({ code: "INVALID_CREDENTIALS" }), "session_expired"],
    [200, errors({ code: "USER_LOCKED" }), "user_locked"],
    [400, errors({ code: "SOMETHING_NEW" }), "rejected"],
    [400, errors({ code: "constructor" }), "rejected"],
    [400, errors({ code: { deep: 1 } }), "rejected"],
  ])("of %i with %j is a failure: %s", (status, json, kind) => {
    expect(refusal(status, json)).toMatchObject({ kind, facts: { host, status } });
  });

  it.each([
    [401, undefined, "credentials_wrong"],
    [401, errors({ code: "INVALID_CREDENTIALS" }), "credentials_wrong"],
    [401, errors({ code: "UNKNOWN", message: "no" }), "credentials_wrong"],
    [403, errors({ code: "OTP_REQUIRED" }), "code_required"],
    [500, undefined, "server_failed"],
  ])("of %i with %j at sign-in is a failure: %s", (status, json, kind) => {
    expect(refusal(status, json, [], refuseSignInFailure)).toMatchObject({ kind, facts: { host, status } });
  });

  it("of 200 at sign-in is a success", () => {
    expect(refusal(200, { data: {} }, [], refuseSignInFailure)).toBe("accepted");
  });
});

describe("the console’s own words", () => {
  it("are left out when there are none", () => {
    expect(refusal(400, errors({ code: 1 }, { code: 2, message: "" }))).toEqual({
      kind: "rejected",
      facts: { host, status: 400 },
    });
  });

  it("are joined, on one line", () => {
    const json = errors({ message: "Name is\n  taken " }, { message: 7 }, { code: 3 });
    expect(refusal(400, json)).toMatchObject({ facts: { reason: "Name is taken · 7" } });
  });

  it.each([
    ["once", "Wrong password: hunter2", ["hunter2"], "Wrong password: •••"],
    ["everywhere", "hunter2 is not hunter2!", ["hunter2"], "••• is not •••!"],
    ["each of them", "hunter2 / 123456", ["hunter2", "123456"], "••• / •••"],
    ["with signs that mean something elsewhere", "got $&.*[a]", ["$&.*[a]"], "got •••"],
    ["with spaces inside", "got correct  horse\tbattery", ["correct  horse\tbattery"], "got •••"],
    ["with spaces around", "got ' hunter2 '", [" hunter2 "], "got '•••'"],
    ["one inside the other", "otp 123456", ["123", "123456"], "otp •••"],
    ["but not nothing", "as it is", ["", ""], "as it is"],
  ])("have secrets struck out: %s", (_what, message, secrets, expected) => {
    expect(reasonOf(message, secrets)).toBe(expected);
  });

  it("are cut where they get long, and not before", () => {
    expect(reasonOf("x".repeat(300))).toBe("x".repeat(300));
    expect(reasonOf("x".repeat(301))).toBe(`${"x".repeat(300)}…`);
  });

  it("are cut after secrets are struck out, so that no half of one stays", () => {
    expect(reasonOf(`${"x".repeat(298)}hunter2`, ["hunter2"])).toBe(`${"x".repeat(298)}••…`);
  });

  it("are cleared of secrets at sign-in too", () => {
    const json = errors({ code: "UNKNOWN", message: "hunter2 is wrong" });
    expect(refusal(401, json, ["hunter2"], refuseSignInFailure)).toMatchObject({ facts: { reason: "••• is wrong" } });
  });

  it("are not repeated where its code says the same, and we say that in the user’s language", () => {
    const json = errors({ code: "USER_LOCKED", message: "User is locked" });
    expect(refusal(403, json)).toEqual({ kind: "user_locked", facts: { host, status: 403 } });
  });
});
