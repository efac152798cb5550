// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { control } from "../../sandbox/control.ts";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";
import { known } from "./known.ts";
import { createVisitor, type Visitor } from "./visitor.ts";

let sandbox: Sandbox;
let visitor: Visitor;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await control(sandbox.cloudops.origin).reset();
  visitor = createVisitor(sandbox.cloudops);
});

const wrong = { userName: "ana", password: "no" };
const errorOf = async (reply: ReturnType<Visitor["signIn"]>) => {
  const { status, json } = await reply;
  return [status, json.errors[0].code];
};

describe("signing in by the API", () => {
  it("gives the user, the organization, a token and a cookie", async () => {
    const { status, json, headers } = await visitor.signIn(known("ana"));
    expect(status).toBe(200);
    expect(json.data.user).toMatchObject({ userName: "ana", loginCount: 1, tfaEnabled: false, status: "ACTIVE" });
    expect(json.data.organization.name).toBe("Nimbus Labs");
    expect(json.data.csrfToken).toMatch(/^[\w-]{43}$/);
    expect(headers.get("Set-Cookie")).toMatch(/^cloudops_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(headers.get("Cache-Control")).toBe("no-store");
    expect((await visitor.api("GET", "/session")).json.data).toEqual(json.data);
  });

  it("ends with the sign-out, which drops the cookie", async () => {
    await visitor.signIn(known("ana"));
    const cookies = new Map(visitor.jar);
    expect((await visitor.api("DELETE", "/session")).status).toBe(204);
    expect(visitor.jar.size).toBe(0);
    for (const [name, value] of cookies) visitor.jar.set(name, value);
    expect((await visitor.api("GET", "/session")).status).toBe(401);
  });

  it.each([
    ["a wrong password", wrong, 401, "INVALID_CREDENTIALS"],
    ["an unknown user", { userName: "nobody", password: "no" }, 401, "INVALID_CREDENTIALS"],
    ["another organization", { ...known("ana"), organization: "Delta Norte" }, 401, "INVALID_CREDENTIALS"],
    ["a locked user", known("luis"), 403, "USER_LOCKED"],
    ["an organization with single sign-on only", known("sofia"), 403, "NATIVE_LOGIN_BLOCKED"],
    ["a missing one-time code", known("otto"), 403, "OTP_REQUIRED"],
    ["a wrong one-time code", { ...known("otto"), otp: "12345" }, 403, "OTP_INVALID"],
    ["a name of two organizations", known("sam"), 400, "ORGANIZATION_REQUIRED"],
    ["an empty body", { userName: "", password: "" }, 400, "INVALID_PARAMETER"],
  ])("refuses %s", async (_what, body, status, code) => {
    expect(await errorOf(visitor.signIn(body))).toEqual([status, code]);
  });

  it("takes the current one-time code", async () => {
    const otp = await control(sandbox.cloudops.origin).otp({ userName: "otto" });
    expect((await visitor.signIn({ ...known("otto"), otp })).json.data.user.tfaEnabled).toBe(true);
  });

  it.each(["Nimbus Labs", "nimbus"])("tells two people of one name apart by the organization %s", async (name) => {
    const reply = await visitor.signIn({ ...known("sam", "nimbus"), organization: name });
    expect(reply.json.data.organization.name).toBe("Nimbus Labs");
    expect(await errorOf(visitor.signIn({ ...known("sam", "nimbus"), organization: "delta" }))).toEqual([
      401,
      "INVALID_CREDENTIALS",
    ]);
  });

  it("locks a user after ten failures in a row, wrong codes included", async () => {
    for (let failure = 1; failure <= 9; failure++) await visitor.signIn({ ...known("otto"), password: "no" });
    expect(await errorOf(visitor.signIn({ ...known("otto"), otp: "12345" }))).toEqual([403, "OTP_INVALID"]);
    expect(await errorOf(visitor.signIn(known("otto")))).toEqual([403, "USER_LOCKED"]);
  });

  it("locks a user whose password is guessed many times at once", async () => {
    await Promise.all(Array.from({ length: 12 }, () => visitor.signIn(wrong)));
    expect(await errorOf(visitor.signIn(known("ana")))).toEqual([403, "USER_LOCKED"]);
  });

  it("starts counting anew after a success", async () => {
    for (let failure = 1; failure <= 9; failure++) await visitor.signIn(wrong);
    expect((await visitor.signIn(known("ana"))).json.data.user.failedLoginCount).toBe(0);
    await visitor.signIn(wrong);
    expect((await visitor.signIn(known("ana"))).status).toBe(200);
  });

  it("keeps the brands apart", async () => {
    await visitor.signIn(known("ana"));
    const elsewhere = createVisitor(sandbox.tigo);
    for (const [name, value] of visitor.jar) elsewhere.jar.set(name, value);
    expect((await elsewhere.api("GET", "/session")).status).toBe(401);
  });

  it("forgets every session on request", async () => {
    await visitor.signIn(known("ana"));
    await control(sandbox.cloudops.origin).expireSessions();
    expect((await visitor.api("GET", "/session")).status).toBe(401);
  });
});
