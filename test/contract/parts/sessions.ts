/** Sessions: whose the browser holds, that it can be shared with a tab, and what happens when it ends. */
import { beforeAll, describe, expect, it } from "vitest";
import { kindOf } from "../refusal.ts";
import { enter, newName, type Stage, type Subject, visit, whose } from "../subject.ts";

export function describeSessions(subject: Subject, running: () => Stage): void {
  const { people } = subject;
  describe("a session", () => {
    let stage: Stage;
    beforeAll(() => {
      stage = running();
    });

    it("is nobody's before a sign-in", async () => {
      const { console } = visit(stage);
      expect(await console.whoAmI()).toBeNull();
      expect(await kindOf(console.listKeys())).toBe("session_expired");
    });

    it("that a tab opened can be used, csrf token included", async () => {
      const tab = await enter(stage, people.writer);
      const { console } = visit(stage, tab.fetch);
      const session = await console.whoAmI();
      expect(session).toEqual(tab.session);
      const name = newName();
      await console.createKey(name, session?.csrfToken ?? null);
      expect((await console.listKeys()).keys.map((key) => key.name)).toContain(name);
    });

    it("of another browser is not seen", async () => {
      await enter(stage, people.reader);
      expect(await visit(stage).console.whoAmI()).toBeNull();
    });

    it("ends with a sign-out", async () => {
      const { console, csrfToken } = await enter(stage, people.reader);
      await console.signOut(csrfToken);
      expect(await console.whoAmI()).toBeNull();
      expect(await kindOf(console.listKeys())).toBe("session_expired");
    });

    it("can be replaced by somebody else's", async () => {
      const { console } = await enter(stage, people.reader);
      await console.signIn(people.writer);
      expect((await console.whoAmI())?.account.userName).toBe(people.writer.userName);
    });

    it("that has expired refuses everything, and nothing is made", async () => {
      const { console, csrfToken } = await enter(stage, people.writer);
      const before = await stage.control.keys(whose(people.writer));
      const id = before[0]?.id ?? "";
      await stage.control.expireSessions();
      expect(await console.whoAmI()).toBeNull();
      const secrets = [csrfToken];
      expect(await kindOf(console.listKeys(), secrets)).toBe("session_expired");
      expect(await kindOf(console.createKey(newName(), csrfToken), secrets)).toBe("session_expired");
      expect(await kindOf(console.renameKey(id, newName(), csrfToken), secrets)).toBe("session_expired");
      expect(await kindOf(console.revokeKey(id, csrfToken), secrets)).toBe("session_expired");
      expect(await kindOf(console.signOut(csrfToken), secrets)).toBe("session_expired");
      expect(await stage.control.keys(whose(people.writer))).toEqual(before);
    });

    it("without the permission for keys is told so", async () => {
      const { console, csrfToken } = await enter(stage, people.withoutPermission);
      expect(await kindOf(console.listKeys())).toBe("forbidden");
      expect(await kindOf(console.createKey(newName(), csrfToken), [csrfToken])).toBe("forbidden");
    });
  });
}
