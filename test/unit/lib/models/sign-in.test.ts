// @vitest-environment node
import { beforeEach, describe, expect, it } from "vitest";
import { AppError, type ErrorKind } from "../../../../lib/errors.ts";
import type { App } from "../../../../lib/models/app.ts";
import { createPages, type FakePages, settled } from "../../../fakes/pages.ts";
import { sampleProfile } from "../../../fakes/samples.ts";

let pages: FakePages;
let app: App;
beforeEach(async () => {
  pages = await createPages(sampleProfile("one"), sampleProfile("two"));
  app = await pages.open();
});

const sent = () => pages.asked.filter(([name]) => name === "session.signIn").map(([, input]) => input);
const failWith = (kind: ErrorKind) => {
  pages.answers["session.signIn"] = async () => {
    throw new AppError(kind);
  };
};
const fill = (password = "p") => {
  app.signIn.type({ userName: "ana" });
  app.signIn.password.value = password;
};

describe("signing in", () => {
  it("sends what was typed and no more, then forgets it", async () => {
    fill();
    expect(await app.signIn.signingIn.run()).toBe(true);
    expect(sent()).toEqual([{ consoleId: "one", userName: "ana", password: "p" }]);
    expect([app.signIn.password.value, app.drafts.of("one").signIn]).toEqual(["", null]);
    expect(app.status.value?.text).toBe("Signed in as ana");
  });

  it("sends organization and code when they are there", async () => {
    fill();
    app.signIn.type({ organization: "Shop" });
    app.signIn.code.value = " 123456 ";
    await app.signIn.signingIn.run();
    expect(sent()).toEqual([{ consoleId: "one", userName: "ana", password: "p", organization: "Shop", otp: "123456" }]);
  });

  it.each<[ErrorKind, object]>([
    ["credentials_wrong", { password: "", code: "", asksCode: false, asksOrganization: false }],
    ["code_required", { password: "p", code: "", asksCode: true, asksOrganization: false }],
    ["code_wrong", { password: "p", code: "", asksCode: true, asksOrganization: false }],
    ["organization_required", { password: "p", code: "", asksCode: false, asksOrganization: true }],
    ["user_locked", { password: "p", code: "", asksCode: false, asksOrganization: false }],
    ["unreachable", { password: "p", code: "", asksCode: false, asksOrganization: false }],
  ])("that fails as %s asks for what is missing and keeps what is right", async (kind, expected) => {
    failWith(kind);
    fill();
    app.signIn.code.value = "123456";
    expect(await app.signIn.signingIn.run()).toBe(false);
    const { password, code, asksCode, asksOrganization, userName, signingIn } = app.signIn;
    expect({
      password: password.value,
      code: code.value,
      asksCode: asksCode.value,
      asksOrganization: asksOrganization.value,
    }).toEqual(expected);
    expect([userName.value, signingIn.problem.value?.kind]).toEqual(["ana", kind]);
    expect(sent()).toHaveLength(1);
  });

  it("asks for the code no more once it was right", async () => {
    failWith("code_required");
    fill();
    await app.signIn.signingIn.run();
    pages.answers["session.signIn"] = async () => undefined;
    await app.signIn.signingIn.run();
    expect(app.signIn.asksCode.value).toBe(false);
  });

  it("keeps the user name for a popup that closed, never the password or the code", async () => {
    fill("a-secret-password");
    app.signIn.code.value = "654321";
    await settled();
    const next = await pages.open();
    expect([next.signIn.userName.value, next.signIn.password.value]).toEqual(["ana", ""]);
    const stored = pages.local.dump() + pages.session.dump();
    expect(stored).toContain("ana");
    expect(stored).not.toMatch(/a-secret-password|654321/);
  });

  it("offers who signed in the last time, until something else is typed", async () => {
    const lastSignIn = { userName: "leo", organization: "Shop" };
    await pages.items.consoles.set({ list: [sampleProfile("one", { lastSignIn })], currentId: "one" });
    await settled();
    expect([app.signIn.userName.value, app.signIn.organization.value]).toEqual(["leo", "Shop"]);
    app.signIn.type({ userName: "" });
    expect([app.signIn.userName.value, app.signIn.organization.value]).toEqual(["", "Shop"]);
  });

  it("to one console offers nothing secret to another", async () => {
    failWith("code_required");
    fill("password of one");
    await app.signIn.signingIn.run();
    app.signIn.code.value = "123456";
    await pages.items.consoles.update((consoles) => ({ ...consoles, currentId: "two" }));
    await settled();
    expect(app.state.current.value?.id).toBe("two");
    const { password, code, asksCode, userName } = app.signIn;
    expect([userName.value, password.value, code.value, asksCode.value]).toEqual(["", "", "", false]);
  });
});

describe("the warning", () => {
  it.each([
    [4, 0],
    [5, 5],
    [9, 9],
  ])("after %i failures in a row says %i", async (count, expected) => {
    await pages.items.signInFailures.set({ one: { ana: count, leo: 7 }, two: { ana: 8 } });
    await settled();
    app.signIn.type({ userName: " ana " });
    expect(app.signIn.failures.value).toBe(expected);
  });

  it("is for the user whose name is typed", async () => {
    await pages.items.signInFailures.set({ one: { ana: 6 } });
    await settled();
    app.signIn.type({ userName: "ana" });
    expect(app.signIn.failures.value).toBe(6);
    app.signIn.type({ userName: "anabel" });
    expect(app.signIn.failures.value).toBe(0);
  });
});
