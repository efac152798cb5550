/** The background's services end to end: typed address to revoked key, over real HTTP. Creation has tests of its own. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cloudMc, people } from "./cloudmc.ts";
import { createExtension, createSignedIn } from "./extension.ts";
import { kindOf } from "./refusal.ts";
import { type Action, enter, newName, requestsOf, type Stage, visit, whose } from "./subject.ts";

describe.each(["cloudops", "tigo"] as const)("the services with %s", (brand) => {
  const subject = cloudMc(brand);
  const { routes } = subject;
  let stage: Stage;
  beforeAll(async () => {
    stage = await subject.start();
  });
  afterAll(() => stage.close());
  beforeEach(() => stage.control.clearRequests());
  afterEach(() => stage.control.clear());

  const asked = async (action: Action) => (await requestsOf(stage, routes[action])).length;

  describe("connecting", () => {
    it("takes what people type, and makes one profile of it", async () => {
      const { consoles, items } = createExtension(stage);
      const { host } = new URL(stage.origin);
      const typed = [
        stage.origin,
        `${stage.origin}/`,
        host,
        ` ${host}/api-credentials?a=b#c `,
        `"${stage.origin}/login"`,
      ];
      const ids = new Set<string>();
      for (const address of typed) ids.add((await consoles.connect(address)).consoleId);
      expect(ids.size).toBe(1);
      const { list, currentId } = await items.consoles.get();
      expect(list).toMatchObject([{ origin: stage.origin, name: subject.brandName, endpointPath: "/api/v2" }]);
      expect(currentId).toBe([...ids][0]);
    });

    it("again brings the branding up to date and keeps what is the user's", async () => {
      const { consoles, items } = createExtension(stage);
      const { consoleId } = await consoles.connect(stage.origin);
      await consoles.rename(consoleId, "  Work ");
      const fault = { kind: "patchItems", set: { applicationName: "Renamed Cloud" } } as const;
      await stage.control.fault({ ...routes.recognize, fault });
      expect(await consoles.connect(stage.origin)).toEqual({ consoleId });
      expect((await items.consoles.get()).list).toMatchObject([{ name: "Renamed Cloud", label: "Work" }]);
    });

    it("asks nothing without the access", async () => {
      const { consoles, items, permissions } = createExtension(stage);
      permissions.granted.clear();
      expect(await kindOf(consoles.connect(stage.origin))).toBe("permission_missing");
      expect(await asked("recognize")).toBe(0);
      expect((await items.consoles.get()).list).toEqual([]);
    });

    it("gives the access back where no console answers, and remembers nothing", async () => {
      const { consoles, items, permissions } = createExtension(stage);
      await stage.control.fault({ ...routes.recognize, fault: { kind: "status", status: 500 } });
      expect(await kindOf(consoles.connect(stage.origin))).toBe("server_failed");
      expect(permissions.granted.size).toBe(0);
      expect((await items.consoles.get()).list).toEqual([]);
    });

    it("keeps the access that a connected console needs, whatever becomes of another", async () => {
      const { consoles, permissions } = createExtension(stage);
      await consoles.connect(stage.origin);
      await stage.control.fault({ ...routes.recognize, fault: { kind: "status", status: 500 } });
      expect(await kindOf(consoles.connect(stage.origin))).toBe("server_failed");
      expect(permissions.granted.size).toBe(1);
    });

    it("is refused later when the access was taken away meanwhile", async () => {
      const { keys, sessions, permissions, consoleId } = await createSignedIn(stage, people.reader);
      permissions.granted.clear();
      await stage.control.clearRequests();
      expect(await kindOf(keys.refresh(consoleId))).toBe("permission_missing");
      expect(await kindOf(sessions.signIn(consoleId, people.reader))).toBe("permission_missing");
      expect(await stage.control.requests()).toEqual([]);
    });

    it("is undone without a trace", async () => {
      const extension = await createSignedIn(stage, people.writer);
      const { consoles, keys, freshKeys, local, session, permissions, consoleId } = extension;
      await keys.refresh(consoleId);
      await freshKeys.create(consoleId, "the intent", newName());
      await consoles.remove(consoleId);
      for (const trace of [consoleId, stage.origin, "the intent", people.writer.userName]) {
        expect(local.dump() + session.dump()).not.toContain(trace);
      }
      expect(permissions.granted.size).toBe(0);
    });
  });

  describe("signing in", () => {
    it("keeps who it is and what to offer next time, and no secret anywhere", async () => {
      const otp = await stage.control.otp(whose(people.withCode));
      const person = { ...people.withCode, otp };
      const { items, local, session, written, consoleId } = await createSignedIn(stage, person);
      expect((await items.sessions.get())[consoleId]).toMatchObject({
        state: "open",
        account: { userName: person.userName },
      });
      expect((await items.consoles.get()).list[0]?.lastSignIn).toEqual({ userName: person.userName, organization: "" });
      const everything = [local.dump(), session.dump(), ...written].join();
      expect(everything).not.toContain(person.password);
      expect(everything).not.toContain(`"${otp}"`);
      const open = (await items.sessions.get())[consoleId];
      expect(written.join()).not.toContain(open?.state === "open" ? open.csrfToken : "no session");
    });

    it("counts failures for each user until it succeeds, and never tries again by itself", async () => {
      const { consoles, sessions, items } = createExtension(stage);
      const { consoleId } = await consoles.connect(stage.origin);
      const failures = async () => (await items.signInFailures.get())[consoleId];
      const wrong = "not-their-password";
      for (let attempt = 1; attempt <= 3; attempt++) {
        const work = sessions.signIn(consoleId, { ...people.reader, password: wrong });
        expect(await kindOf(work, [wrong])).toBe("credentials_wrong");
        expect(await failures()).toEqual({ [people.reader.userName]: attempt });
      }
      expect(await asked("signIn")).toBe(3);
      expect(await kindOf(sessions.signIn(consoleId, { ...people.withCode, otp: "12345" }))).toBe("code_wrong");
      expect(await failures()).toEqual({ [people.reader.userName]: 3, [people.withCode.userName]: 1 });
      // none of these was a failed attempt
      expect(await kindOf(sessions.signIn(consoleId, people.withCode))).toBe("code_required");
      expect(await kindOf(sessions.signIn(consoleId, people.locked))).toBe("user_locked");
      expect(await kindOf(sessions.signIn(consoleId, people.elsewhere))).toBe("native_login_blocked");
      expect(await kindOf(sessions.signIn(consoleId, people.ambiguous))).toBe("organization_required");
      expect(await failures()).toEqual({ [people.reader.userName]: 3, [people.withCode.userName]: 1 });
      await sessions.signIn(consoleId, people.reader);
      expect(await failures()).toEqual({ [people.withCode.userName]: 1 });
    });

    it("has counted ten when the console locks", async () => {
      const { consoles, sessions, items } = createExtension(stage);
      const { consoleId } = await consoles.connect(stage.origin);
      const [person] = people.ordinary;
      if (person === undefined) throw new Error("There is nobody to lock.");
      const attempt = { ...person, userName: ` ${person.userName} `, password: "not-their-password" };
      for (let count = 1; count <= 10; count++) {
        expect(await kindOf(sessions.signIn(consoleId, attempt))).toBe("credentials_wrong");
      }
      expect(await kindOf(sessions.signIn(consoleId, person))).toBe("user_locked");
      expect((await items.signInFailures.get())[consoleId]).toEqual({ [person.userName]: 10 });
      await stage.control.reset();
    });

    it("counts nothing when the attempt did not arrive", async () => {
      const { consoles, sessions, items } = createExtension(stage);
      const { consoleId } = await consoles.connect(stage.origin);
      for (const fault of [
        { kind: "reset", when: "before" },
        { kind: "status", status: 503 },
        { kind: "html" },
      ] as const) {
        await stage.control.fault({ ...routes.signIn, fault });
        await kindOf(sessions.signIn(consoleId, people.reader), [people.reader.password]);
      }
      expect((await items.signInFailures.get())[consoleId] ?? {}).toEqual({});
      expect((await items.sessions.get())[consoleId]).toBeUndefined();
    });
  });

  describe("a session", () => {
    it("that a tab opened is taken over", async () => {
      const { console, fetch } = visit(stage);
      const { consoles, keys, items } = createExtension(stage, { fetch });
      const { consoleId } = await consoles.connect(stage.origin);
      expect(await kindOf(keys.refresh(consoleId))).toBe("signed_out");
      await console.signIn(people.reader);
      await keys.refresh(consoleId);
      expect((await items.snapshot(consoleId).get())?.keys).toHaveLength(10);
      expect((await items.sessions.get())[consoleId]).toMatchObject({ account: { userName: people.reader.userName } });
    });

    it("that became somebody else's in a tab is theirs here too", async () => {
      const { keys, items, fetch, consoleId } = await createSignedIn(stage, people.reader);
      await visit(stage, fetch).console.signIn(people.writer);
      await keys.refresh(consoleId);
      expect((await items.sessions.get())[consoleId]).toMatchObject({ account: { userName: people.writer.userName } });
      const stored = await stage.control.keys(whose(people.writer));
      expect((await items.snapshot(consoleId).get())?.keys).toHaveLength(stored.length);
    });

    it("that has expired is told from one that never was", async () => {
      const { keys, freshKeys, items, consoleId } = await createSignedIn(stage, people.writer);
      await keys.refresh(consoleId);
      const before = await items.snapshot(consoleId).get();
      await stage.control.expireSessions();
      expect(await kindOf(keys.refresh(consoleId))).toBe("session_expired");
      expect((await items.sessions.get())[consoleId]).toMatchObject({
        state: "ended",
        account: { userName: people.writer.userName },
      });
      expect(await kindOf(freshKeys.create(consoleId, "i", newName()))).toBe("session_expired");
      expect(await kindOf(keys.rename(consoleId, before?.keys[0]?.id ?? "", newName()))).toBe("session_expired");
      expect(await kindOf(keys.revoke(consoleId, before?.keys[0]?.id ?? ""))).toBe("session_expired");
      // what was known stays to be looked at
      expect(await items.snapshot(consoleId).get()).toEqual(before);
      expect(await items.intents.get()).toEqual([]);
    });

    it("that ends between two calls is noted", async () => {
      const { keys, items, consoleId } = await createSignedIn(stage, people.reader);
      await stage.control.fault({ ...routes.listKeys, fault: { kind: "status", status: 401 } });
      expect(await kindOf(keys.refresh(consoleId))).toBe("session_expired");
      expect((await items.sessions.get())[consoleId]).toMatchObject({ state: "ended" });
      await keys.refresh(consoleId);
      expect((await items.sessions.get())[consoleId]).toMatchObject({ state: "open" });
    });

    it("ends on the console too, and takes with it what was known", async () => {
      const { keys, sessions, items, local, fetch, consoleId } = await createSignedIn(stage, people.reader);
      await keys.refresh(consoleId);
      await sessions.signOut(consoleId);
      expect(await visit(stage, fetch).console.whoAmI()).toBeNull();
      expect((await items.sessions.get())[consoleId]).toEqual({ state: "none" });
      expect(await items.snapshot(consoleId).get()).toBeNull();
      expect(local.dump()).not.toContain("198.51.100.");
    });

    it("that is over already is signed out of all the same", async () => {
      const { sessions, items, consoleId } = await createSignedIn(stage, people.reader);
      await stage.control.expireSessions();
      await sessions.signOut(consoleId);
      expect((await items.sessions.get())[consoleId]).toEqual({ state: "none" });
    });

    it("that the console did not end is not said to be over", async () => {
      const { sessions, items, consoleId } = await createSignedIn(stage, people.reader);
      await stage.control.fault({ ...routes.signOut, fault: { kind: "status", status: 500 } });
      expect(await kindOf(sessions.signOut(consoleId))).toBe("server_failed");
      expect((await items.sessions.get())[consoleId]).toMatchObject({ state: "open" });
    });
  });

  describe("the keys", () => {
    it.each(people.withKeys)("are all there: %i", async (count, person) => {
      const { keys, items, consoleId } = await createSignedIn(stage, person);
      expect(await keys.refresh(consoleId)).toEqual({ unsaved: null });
      const snapshot = await items.snapshot(consoleId).get();
      const ids = new Set(snapshot?.keys.map(({ id }) => id));
      expect([ids.size, snapshot?.keys.length, snapshot?.reported, snapshot?.unreadable]).toEqual([
        count,
        count,
        count,
        0,
      ]);
      expect((await items.heads.get())[consoleId]).toMatchObject({ total: count });
    });

    it("are asked for once by all who want them at the same time", async () => {
      const { keys, consoleId } = await createSignedIn(stage, people.reader);
      await Promise.all([keys.refresh(consoleId), keys.refresh(consoleId), keys.refresh(consoleId)]);
      expect(await asked("listKeys")).toBe(1);
    });

    it("that do not fit are handed over, all of them", async () => {
      const [, person] = people.withKeys[3] ?? [0, people.reader];
      const { keys, items, local, consoleId } = await createSignedIn(stage, person);
      local.quota = local.usedBytes() + 1000;
      const { unsaved } = await keys.refresh(consoleId);
      expect([unsaved?.keys.length, unsaved?.reported]).toEqual([1000, 1000]);
      expect(await items.snapshot(consoleId).get()).toBeNull();
    });

    it("stay as they were when a list does not arrive", async () => {
      const { keys, items, consoleId } = await createSignedIn(stage, people.reader);
      await keys.refresh(consoleId);
      const before = await items.snapshot(consoleId).get();
      for (const fault of [{ kind: "truncate" }, { kind: "html" }, { kind: "shape", body: { data: {} } }] as const) {
        await stage.control.fault({ ...routes.listKeys, fault });
        await kindOf(keys.refresh(consoleId));
        expect(await items.snapshot(consoleId).get()).toEqual(before);
      }
    });

    it("show a change at once, and the console's list agrees", async () => {
      const { keys, freshKeys, items, consoleId } = await createSignedIn(stage, people.writer);
      const shown = async () =>
        (await items.snapshot(consoleId).get())?.keys.map(({ id, name }) => ({ id, name })) ?? [];
      const stored = () => stage.control.keys(whose(people.writer));
      const expectSame = async () => {
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
        expect((await shown()).sort(byId)).toEqual((await stored()).sort(byId));
      };
      await keys.refresh(consoleId);
      const [first, second] = [newName(), newName()];
      await freshKeys.create(consoleId, "i", ` ${first} `);
      await expectSame();
      const id = (await shown()).find(({ name }) => name === first)?.id ?? "";
      await keys.rename(consoleId, id, ` ${second} `);
      await expectSame();
      expect((await shown()).map(({ name }) => name)).toContain(second);
      await keys.revoke(consoleId, id);
      await expectSame();
      await keys.refresh(consoleId);
      await expectSame();
      expect(await asked("listKeys")).toBe(2);
    });

    it("are not renamed to nothing", async () => {
      const { keys, consoleId } = await createSignedIn(stage, people.writer);
      expect(await kindOf(keys.rename(consoleId, "x", " \n\u00a0"))).toBe("name_empty");
      expect(await asked("renameKey")).toBe(0);
    });

    it("that are gone vanish: with a rename that is refused, with a revocation that succeeds", async () => {
      const { keys, items, consoleId } = await createSignedIn(stage, people.writer);
      const [one, other] = [
        ...(await stage.control.addKeys({ ...whose(people.writer), name: newName() })),
        ...(await stage.control.addKeys({ ...whose(people.writer), name: newName() })),
      ];
      await keys.refresh(consoleId);
      const { console, csrfToken } = await enter(stage, people.writer);
      for (const key of [one, other]) await console.revokeKey(key?.id ?? "", csrfToken);
      expect(await kindOf(keys.rename(consoleId, one?.id ?? "", newName()))).toBe("not_found");
      await keys.revoke(consoleId, other?.id ?? "");
      const ids = (await items.snapshot(consoleId).get())?.keys.map(({ id }) => id);
      for (const key of [one, other]) expect(ids).not.toContain(key?.id);
    });

    /** A 404 may as well come from a proxy, or mean that the console has no such route. */
    it("are not called revoked while the console still lists them", async () => {
      const { keys, consoleId } = await createSignedIn(stage, people.writer);
      const [key] = await stage.control.addKeys({ ...whose(people.writer), name: newName() });
      await keys.refresh(consoleId);
      await stage.control.fault({ ...routes.revokeKey, fault: { kind: "status", status: 404 } });
      await kindOf(keys.revoke(consoleId, key?.id ?? ""));
      expect(await stage.useKey(key?.key ?? "")).toBe(200);
    });

    it.each([
      ["status", { kind: "status", status: 500 }],
      ["reset", { kind: "reset", when: "before" }],
      ["html", { kind: "html" }],
      ["redirect", { kind: "redirect", location: "/login" }],
    ] as const)("stay in the list when a change fails: %s", async (_what, fault) => {
      const { keys, items, consoleId } = await createSignedIn(stage, people.writer);
      const [key] = await stage.control.addKeys({ ...whose(people.writer), name: newName() });
      await keys.refresh(consoleId);
      const before = await items.snapshot(consoleId).get();
      await stage.control.fault({ ...routes.revokeKey, fault });
      await kindOf(keys.revoke(consoleId, key?.id ?? ""));
      await stage.control.fault({ ...routes.renameKey, fault });
      await kindOf(keys.rename(consoleId, key?.id ?? "", newName()));
      expect(await items.snapshot(consoleId).get()).toEqual(before);
      expect([await asked("revokeKey"), await asked("renameKey")]).toEqual([1, 1]);
    });
  });
});
