/** Signing in: who may, who may not and why, and that nobody is locked out by an attempt they did not make. */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { kindOf, refusalOf } from "../refusal.ts";
import { enter, type Person, requestsOf, type Stage, type Subject, visit, whose } from "../subject.ts";

export function describeSignIn(subject: Subject, running: () => Stage): void {
  const { people, routes } = subject;
  describe("sign-in", () => {
    let stage: Stage;
    beforeAll(() => {
      stage = running();
    });
    beforeEach(() => stage.control.clearRequests());
    afterEach(() => stage.control.clear());

    const attempts = async () => (await requestsOf(stage, routes.signIn)).length;
    const signIn = (person: Person) => visit(stage).console.signIn(person);
    const wrong = "not-their-password";

    it.each(people.ordinary)("opens a session for $userName $organization", async (person) => {
      const { console, session } = await enter(stage, person);
      expect(session.account.userName).toBe(person.userName);
      expect(session.account.displayName).toMatch(/\p{L}+ \p{L}+/u);
      expect(session.account.organization).toMatch(/\p{L}+/u);
      expect(await console.whoAmI()).toEqual(session);
      expect(await attempts()).toBe(1);
    });

    const refused: readonly (readonly [kind: string, who: string, person: Person])[] = [
      ["credentials_wrong", "a wrong password", { ...people.writer, password: wrong }],
      ["credentials_wrong", "nobody's name", { userName: "nobody", password: wrong }],
      ["code_required", "a password that is not enough", people.withCode],
      ["code_wrong", "a wrong code", { ...people.withCode, otp: "12345" }],
      ["credentials_wrong", "a wrong password where a code is due", { ...people.withCode, password: wrong, otp: "1" }],
      ["native_login_blocked", "somebody who may only use single sign-on", people.elsewhere],
      ["user_locked", "a locked user", people.locked],
      ["organization_required", "a name that exists twice", people.ambiguous],
    ];
    it.each(refused)("is refused as %s for %s, after one attempt", async (kind, _who, person) => {
      const { console } = visit(stage);
      const refusal = await refusalOf(console.signIn(person), [person.password]);
      expect(refusal.kind).toBe(kind);
      expect(await attempts()).toBe(1);
      expect(await console.whoAmI()).toBeNull();
    });

    it("takes the right code, also with the space that authenticators show", async () => {
      const code = await stage.control.otp(whose(people.withCode));
      for (const otp of [code, `${code.slice(0, 3)} ${code.slice(3)}`]) {
        expect((await signIn({ ...people.withCode, otp })).account.userName).toBe(people.withCode.userName);
      }
    });

    it("is refused as locked after ten wrong passwords, and not before", async () => {
      const [person] = people.ordinary;
      if (person === undefined) throw new Error("There is nobody to lock.");
      for (let attempt = 1; attempt <= 10; attempt++) {
        expect(await kindOf(signIn({ ...person, password: wrong }), [wrong])).toBe("credentials_wrong");
      }
      expect(await kindOf(signIn(person), [person.password])).toBe("user_locked");
      expect(await attempts()).toBe(11);
      await stage.control.reset();
    });

    it("does not give the typed secrets away when the console quotes them", async () => {
      const secrets = [
        { password: "Quoted-Password-1", otp: "918273" },
        // spaces are joined in what is shown, and must not hide a password from being struck out
        { password: "Two  spaces\tand a tab", otp: "918 273" },
      ];
      for (const { password, otp } of secrets) {
        const body = stage.refusalQuoting(`Wrong: ${password} with ${otp}, ${password}`);
        await stage.control.fault({ ...routes.signIn, fault: { kind: "status", status: 400, body } });
        const refusal = await refusalOf(signIn({ ...people.writer, password, otp }), [password, otp]);
        const shown = refusal.facts.reason ?? "";
        for (const secret of [password, otp]) expect(shown).not.toContain(secret.replaceAll(/\s+/g, " "));
      }
    });

    it("does not give the password away when the console quotes it on a page", async () => {
      const body = `<p>${people.writer.password}</p>`;
      for (const status of [200, 403, 500]) {
        const fault = { kind: "status", status, body, contentType: "text/html" } as const;
        await stage.control.fault({ ...routes.signIn, fault });
        await refusalOf(signIn(people.writer), [people.writer.password]);
      }
    });
  });
}
