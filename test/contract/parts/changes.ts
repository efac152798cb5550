/** Making, renaming and revoking keys, and what a key is good for meanwhile. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createCookieFetch } from "../cookie-fetch.ts";
import { kindOf } from "../refusal.ts";
import { enter, newName, requestsOf, type Stage, type Subject, visit, whose } from "../subject.ts";

export function describeChanges(subject: Subject, running: () => Stage): void {
  const { people, routes } = subject;
  describe("changes", () => {
    let stage: Stage;
    let visitor: Awaited<ReturnType<typeof enter>>;
    beforeAll(async () => {
      stage = running();
      visitor = await enter(stage, people.writer);
    });
    beforeEach(() => stage.control.clearRequests());

    const stored = () => stage.control.keys(whose(people.writer));
    const create = (name: string) => visitor.console.createKey(name, visitor.csrfToken);
    const listed = async (id: string | null) =>
      (await visitor.console.listKeys()).keys.find((key) => key.id === id) ?? null;

    it("make a key, once, that works", async () => {
      const name = newName();
      const created = await create(name);
      expect(created.name).toBe(name);
      expect(created.key.length).toBeGreaterThan(20);
      expect(await stored()).toContainEqual({ id: created.id, name });
      expect(await requestsOf(stage, routes.createKey)).toHaveLength(1);
      expect(await stage.useKey(created.key)).toBe(200);
    });

    it("show where and when a key was used, and nothing before", async () => {
      const { id, key } = await create(newName());
      expect(await listed(id)).toMatchObject({ lastIp: null, lastActivity: null });
      expect(await stage.useKey(key)).toBe(200);
      const used = await listed(id);
      expect(used?.lastIp).toBe("127.0.0.1");
      expect(Math.abs(Date.parse(used?.lastActivity ?? "") - Date.now())).toBeLessThan(10_000);
    });

    it("rename a key, which goes on working", async () => {
      const [before, after] = [newName(), newName()];
      const { id, key } = await create(before);
      await visitor.console.renameKey(id ?? "", after, visitor.csrfToken);
      expect(await listed(id)).toMatchObject({ id, name: after });
      expect(await stage.useKey(key)).toBe(200);
    });

    it("revoke a key, which stops working at once", async () => {
      const { id, key } = await create(newName());
      expect(await stage.useKey(key)).toBe(200);
      await visitor.console.revokeKey(id ?? "", visitor.csrfToken);
      expect(await stage.useKey(key)).toBe(401);
      expect(await listed(id)).toBeNull();
    });

    it("of a key that is gone, or of somebody else's, find none", async () => {
      const { id } = await create(newName());
      await visitor.console.revokeKey(id ?? "", visitor.csrfToken);
      const [ofReader] = await stage.control.keys(whose(people.reader));
      for (const gone of [id ?? "", ofReader?.id ?? ""]) {
        expect(await kindOf(visitor.console.renameKey(gone, newName(), visitor.csrfToken))).toBe("not_found");
        expect(await kindOf(visitor.console.revokeKey(gone, visitor.csrfToken))).toBe("not_found");
      }
      expect(await stage.control.keys(whose(people.reader))).toHaveLength(10);
    });

    it.each(["a/b", "a?b#c", "a b", "..%2F..", ":id", "$&", "ñ", "\u202e"])(
      "of the odd id %j find none",
      async (id) => {
        expect(await kindOf(visitor.console.renameKey(id, newName(), visitor.csrfToken))).toBe("not_found");
        expect(await kindOf(visitor.console.revokeKey(id, visitor.csrfToken))).toBe("not_found");
        const asked = await stage.control.requests();
        for (const { path } of asked) expect(path).toMatch(new RegExp(`^(?:${routes.revokeKey.path})$`));
      },
    );

    it.each([".", ".."])("of the id %j, which URLs take for a way up, ask for no other route", async (id) => {
      await visitor.console.revokeKey(id, visitor.csrfToken).catch(() => undefined);
      const asked = await stage.control.requests();
      for (const { path } of asked) expect(path).toMatch(new RegExp(`^(?:${routes.revokeKey.path})$`));
    });

    it("need the session's own token", async () => {
      const before = await stored();
      const id = before[0]?.id ?? "";
      for (const token of [null, "", "forged", `${visitor.csrfToken}x`]) {
        const { console } = visitor;
        expect(await kindOf(console.createKey(newName(), token), [visitor.csrfToken])).toBe("forbidden");
        expect(await kindOf(console.renameKey(id, newName(), token), [visitor.csrfToken])).toBe("forbidden");
        expect(await kindOf(console.revokeKey(id, token), [visitor.csrfToken])).toBe("forbidden");
        expect(await kindOf(console.signOut(token), [visitor.csrfToken])).toBe("forbidden");
      }
      expect(await stored()).toEqual(before);
    });

    it("carry the token in a header of changes alone, and never in an address", async () => {
      const seen: { method: string; url: string; token: string | null }[] = [];
      const jar = createCookieFetch();
      const { console } = visit(stage, (input, init) => {
        const token = new Headers(init?.headers).get("x-csrf-token");
        seen.push({ method: init?.method ?? "GET", url: String(input), token });
        return jar(input, init);
      });
      const { csrfToken } = await console.signIn(people.writer);
      const { id } = await console.createKey(newName(), csrfToken);
      await console.listKeys();
      await console.renameKey(id ?? "", newName(), csrfToken);
      await console.revokeKey(id ?? "", csrfToken);
      await console.signOut(csrfToken);
      expect(csrfToken).toBeTruthy();
      for (const { url } of seen) {
        expect(url).not.toContain(csrfToken ?? "");
        expect(url).not.toContain(people.writer.password);
      }
      for (const { method, token } of seen.slice(1)) expect(token).toBe(method === "GET" ? null : csrfToken);
    });
  });
}
