/** Creating a key end to end, with everything that can go wrong: it is asked for once, and the log tells the truth. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { HttpRequest } from "../../lib/console/transport.ts";
import { isAppError } from "../../lib/errors.ts";
import { cloudMc, people } from "./cloudmc.ts";
import { createSignedIn, type Extension, type ExtensionOptions } from "./extension.ts";
import { faultCases } from "./faults.ts";
import { refusalOf } from "./refusal.ts";
import { newName, type Person, requestsOf, type Stage, whose } from "./subject.ts";

const intentId = "the intent";
const isCreation = ({ method, url }: HttpRequest) => method === "POST" && url.endsWith("/api_keys");
const lostAnswer = { kind: "reset", when: "after" } as const;
const lostRequest = { kind: "reset", when: "before" } as const;

describe.each(["cloudops", "tigo"] as const)("creating a key on %s", (brand) => {
  const subject = cloudMc(brand);
  const { routes } = subject;
  let stage: Stage;
  beforeAll(async () => {
    stage = await subject.start();
  });
  afterAll(() => stage.close());
  afterEach(() => stage.control.clear());

  const faultCreation = (fault: (typeof faultCases)[number]["fault"]) =>
    stage.control.fault({ ...routes.createKey, fault });
  const enter = async (person: Person = people.writer, options: ExtensionOptions = {}) => {
    const extension = await createSignedIn(stage, person, options);
    await stage.control.clearRequests();
    return extension;
  };
  const posted = async () => (await requestsOf(stage, routes.createKey)).length;
  const stored = async (name: string, person: Person = people.writer) =>
    (await stage.control.keys(whose(person))).filter((key) => key.name === name);
  const intentOf = async ({ items }: Extension, id = intentId) =>
    (await items.intents.get()).find((intent) => intent.id === id);
  const secretOf = async ({ items }: Extension, id = intentId) => (await items.fresh.get())[id]?.key ?? null;

  /** `lost` exactly when the key is there, `absent` exactly when it is not. */
  const expectTruth = async (extension: Extension, name: string, id = intentId, person: Person = people.writer) => {
    const [key] = await stored(name, person);
    const intent = await intentOf(extension, id);
    expect(intent).toMatchObject(
      key === undefined ? { state: "absent", keyId: null } : { state: "lost", keyId: key.id },
    );
    expect(await secretOf(extension, id)).toBeNull();
  };

  it("keeps its value in memory alone, and only until it is dismissed", async () => {
    const extension = await enter();
    const { freshKeys, keys, local, session, written, consoleId } = extension;
    await keys.refresh(consoleId);
    const name = newName();
    expect(await freshKeys.create(consoleId, intentId, ` ${name} `)).toEqual({ outcome: "created" });
    const key = (await secretOf(extension)) ?? "";
    expect(await stage.useKey(key)).toBe(200);
    expect(await intentOf(extension)).toMatchObject({ state: "received", keyId: (await stored(name))[0]?.id, name });
    await keys.refresh(consoleId);
    expect(await intentOf(extension)).toMatchObject({ state: "received", strays: [] });
    await freshKeys.dismiss(intentId);
    expect(local.dump() + session.dump()).not.toContain(key);
    expect(written.join()).not.toContain(key);
    expect(local.dump()).not.toContain(intentId);
    expect(await stage.useKey(key)).toBe(200);
  });

  it("asks once however often it is wished", async () => {
    const { freshKeys, consoleId } = await enter();
    const name = newName();
    const wish = () => freshKeys.create(consoleId, intentId, name);
    const outcomes = [...(await Promise.all([wish(), wish(), wish()])), await wish()];
    expect(outcomes).toEqual(Array(4).fill({ outcome: "created" }));
    expect([await posted(), (await stored(name)).length]).toEqual([1, 1]);
  });

  it("asks nothing for a name that is none", async () => {
    const extension = await enter();
    for (const name of ["", "   ", "\n\t\u00a0"]) {
      const refusal = await refusalOf(extension.freshKeys.create(extension.consoleId, intentId, name));
      expect(refusal.kind).toBe("name_empty");
    }
    expect(await posted()).toBe(0);
    expect(await extension.items.intents.get()).toEqual([]);
  });

  it("leaves nothing behind when the console does not take the name", async () => {
    const extension = await enter();
    const refusal = await refusalOf(extension.freshKeys.create(extension.consoleId, intentId, "x".repeat(10_000)));
    expect(refusal.kind).toBe("rejected");
    expect([await extension.items.intents.get(), await extension.items.fresh.get()]).toEqual([[], {}]);
  });

  it.each(["مفتاح", "🚀👩‍👩‍👧‍👦", "<script>alert(1)</script>", "e\u0301", "a  b\u202ec"])(
    "finds out about a lost answer by the name %j too",
    async (start) => {
      const name = `${start} ${newName()}`;
      const extension = await enter();
      await faultCreation(lostAnswer);
      expect(await extension.freshKeys.create(extension.consoleId, intentId, name)).toEqual({ outcome: "lost" });
      await expectTruth(extension, name);
    },
  );

  describe("tells the truth after", () => {
    it.each(faultCases)("$title", async ({ fault, outcome, done, silent }) => {
      const extension = await enter(people.writer, { isHasty: (request) => silent && isCreation(request) });
      const { freshKeys, items, local, consoleId, keys } = extension;
      await keys.refresh(consoleId);
      const name = newName();
      await faultCreation(fault);
      const kind = outcome("createKey");
      const refusals = ["rejected", "forbidden", "not_found", "too_many_requests", "session_expired"];
      const creation = freshKeys.create(consoleId, intentId, name);
      if (refusals.includes(kind)) {
        const open = (await items.sessions.get())[consoleId];
        const csrfToken = open?.state === "open" ? open.csrfToken : null;
        expect((await refusalOf(creation, [csrfToken, people.writer.password])).kind).toBe(kind);
        expect([await items.intents.get(), await items.fresh.get()]).toEqual([[], {}]);
      } else if (kind === "success") {
        expect(await creation).toEqual({ outcome: "created" });
        expect(await stage.useKey((await secretOf(extension)) ?? "")).toBe(200);
      } else {
        expect(await creation).toEqual({ outcome: done ? "lost" : "absent" });
        await expectTruth(extension, name);
      }
      expect(await posted()).toBe(1);
      expect(await stored(name)).toHaveLength(done ? 1 : 0);
      expect(local.dump()).not.toContain((await secretOf(extension)) ?? "no key");
      // and the next list changes nothing about it
      const before = await items.intents.get();
      if (kind !== "session_expired") await keys.refresh(consoleId);
      expect(await items.intents.get()).toEqual(before);
    });
  });

  describe("does not even ask after the session's own", () => {
    it.each(faultCases.filter(({ outcome, fault }) => outcome("whoAmI") !== "success" || fault.kind === "status"))(
      "$title",
      async ({ fault, silent }) => {
        const isHasty = ({ method, url }: HttpRequest) => silent && method === "GET" && url.endsWith("/session");
        const { freshKeys, items, consoleId } = await enter(people.writer, { isHasty });
        await stage.control.fault({ ...routes.whoAmI, fault });
        await refusalOf(freshKeys.create(consoleId, intentId, newName()), [people.writer.password]);
        expect(await posted()).toBe(0);
        expect([await items.intents.get(), await items.fresh.get()]).toEqual([[], {}]);
      },
    );
  });

  describe("when nobody can say yet", () => {
    it.each([
      ["lost", lostAnswer],
      ["absent", lostRequest],
    ] as const)("says so, and with the next list that it is %s", async (state, fault) => {
      const extension = await enter();
      const { freshKeys, keys, consoleId } = extension;
      await keys.refresh(consoleId);
      const name = newName();
      await faultCreation(fault);
      await stage.control.fault({ ...routes.listKeys, fault: { kind: "status", status: 503 } });
      expect(await freshKeys.create(consoleId, intentId, name)).toEqual({ outcome: "unknown" });
      expect(["received", "lost", "absent"]).not.toContain((await intentOf(extension))?.state);
      await keys.refresh(consoleId);
      expect(await intentOf(extension)).toMatchObject({ state });
      await expectTruth(extension, name);
      expect(await posted()).toBe(1);
    });

    it("finds a key that a slow console makes after all", async () => {
      const extension = await enter(people.writer, { isHasty: isCreation });
      const { freshKeys, keys, consoleId } = extension;
      const name = newName();
      await faultCreation({ kind: "delay", milliseconds: 600_000 });
      expect(await freshKeys.create(consoleId, intentId, name)).toEqual({ outcome: "absent" });
      await expectTruth(extension, name);
      await stage.control.clear();
      await expect.poll(() => stored(name)).toHaveLength(1);
      await keys.refresh(consoleId);
      await expectTruth(extension, name);
    });

    it("says nothing for certain by a list that is incomplete", async () => {
      const [, person] = people.withKeys[3] ?? [0, people.writer];
      const extension = await enter(person);
      await extension.keys.refresh(extension.consoleId);
      // sorted by name it is on the last page, and that one is missing
      const name = `zz ${newName()}`;
      await faultCreation(lostAnswer);
      const fault = { kind: "paging", how: "drop", page: 3 } as const;
      await stage.control.fault({ ...routes.listKeys, times: 0, fault });
      const { outcome } = await extension.freshKeys.create(extension.consoleId, intentId, name);
      expect(await stored(name, person)).toHaveLength(1);
      expect(outcome).not.toBe("absent");
      expect((await intentOf(extension))?.state).not.toBe("absent");
    });

    it("says nothing for certain by a list that cannot be read", async () => {
      const extension = await enter();
      await extension.keys.refresh(extension.consoleId);
      const name = newName();
      await faultCreation(lostAnswer);
      await stage.control.fault({ ...routes.listKeys, times: 0, fault: { kind: "patchItems", set: { id: null } } });
      const { outcome } = await extension.freshKeys.create(extension.consoleId, intentId, name);
      expect(outcome).not.toBe("absent");
      expect((await intentOf(extension))?.state).not.toBe("absent");
    });
  });

  describe("with clocks one day apart", () => {
    const ends = [
      ["lost", lostAnswer],
      ["absent", lostRequest],
    ] as const;
    const days = [86_400, -86_400].flatMap((skewSeconds) =>
      ends.map(([state, fault]) => ({ skewSeconds, state, fault })),
    );

    const create = async (
      extension: Extension & { consoleId: string },
      fault: typeof lostAnswer | typeof lostRequest,
    ) => {
      const name = newName();
      await faultCreation(fault);
      const { outcome } = await extension.freshKeys.create(extension.consoleId, intentId, name);
      return { name, outcome };
    };

    it.each(days)("all along: $skewSeconds s, $state", async ({ skewSeconds, state, fault }) => {
      const extension = await enter();
      await stage.control.fault({ path: ".*", times: 0, fault: { kind: "clock", skewSeconds } });
      await extension.keys.refresh(extension.consoleId);
      const { name, outcome } = await create(extension, fault);
      expect(outcome).toBe(state);
      await expectTruth(extension, name);
    });

    it.each(days)("and nothing known before: $skewSeconds s, $state", async ({ skewSeconds, state, fault }) => {
      const extension = await enter();
      await stage.control.fault({ path: ".*", times: 0, fault: { kind: "clock", skewSeconds } });
      const { name, outcome } = await create(extension, fault);
      expect(outcome).toBe(state);
      await expectTruth(extension, name);
    });

    it.each(days)("since the last list: $skewSeconds s, $state", async ({ skewSeconds, state, fault }) => {
      const extension = await enter();
      await extension.keys.refresh(extension.consoleId);
      await stage.control.fault({ path: ".*", times: 0, fault: { kind: "clock", skewSeconds } });
      const { name, outcome } = await create(extension, fault);
      expect(outcome).toBe(state);
      await expectTruth(extension, name);
    });

    it.each(days)("in the creation alone: $skewSeconds s, $state", async ({ skewSeconds, state, fault }) => {
      const extension = await enter();
      await extension.keys.refresh(extension.consoleId);
      await faultCreation({ kind: "clock", skewSeconds });
      const { name, outcome } = await create(extension, fault);
      expect(outcome).toBe(state);
      await expectTruth(extension, name);
    });

    it.each(days)("because ours was put right since the last list: $skewSeconds s, $state", async (day) => {
      let off = day.skewSeconds * 1000;
      const extension = await enter(people.writer, { clockOff: () => off });
      await extension.keys.refresh(extension.consoleId);
      off = 0;
      const { name, outcome } = await create(extension, day.fault);
      expect(outcome).toBe(day.state);
      await expectTruth(extension, name);
    });
  });

  describe("beside keys of the same name", () => {
    const add = async (name: string) => {
      const [key] = await stage.control.addKeys({ ...whose(people.writer), name });
      if (key === undefined) throw new Error("No key was added.");
      return key;
    };

    it.each([
      ["with a list known", true],
      ["without any list known", false],
    ])("does not take an older one for its own, %s", async (_what, isListKnown) => {
      const name = newName();
      const older = await add(name);
      const extension = await enter();
      if (isListKnown) await extension.keys.refresh(extension.consoleId);
      await faultCreation(lostRequest);
      const { outcome } = await extension.freshKeys.create(extension.consoleId, intentId, name);
      // better no answer than one that leads to revoking the wrong key
      expect(outcome).not.toBe("lost");
      expect((await intentOf(extension))?.keyId).not.toBe(older.id);
    });

    it.each([
      ["with a list known", true],
      ["without any list known", false],
    ])("finds its own and not the older one, %s", async (_what, isListKnown) => {
      const name = newName();
      const older = await add(name);
      const extension = await enter();
      if (isListKnown) await extension.keys.refresh(extension.consoleId);
      await faultCreation(lostAnswer);
      await extension.freshKeys.create(extension.consoleId, intentId, name);
      const own = (await stored(name)).find(({ id }) => id !== older.id);
      const intent = await intentOf(extension);
      expect(intent?.state).not.toBe("absent");
      expect([null, own?.id]).toContain(intent?.keyId);
      expect(intent?.strays).not.toContain(older.id);
    });

    it.each([
      ["with a list known", true],
      ["without any list known", false],
    ])("does not call an older one a copy of a key that arrived, %s", async (_what, isListKnown) => {
      const name = newName();
      const older = await add(name);
      const extension = await enter();
      const { freshKeys, keys, consoleId } = extension;
      if (isListKnown) await keys.refresh(consoleId);
      await freshKeys.create(consoleId, intentId, name);
      await keys.refresh(consoleId);
      expect((await intentOf(extension))?.strays).not.toContain(older.id);
    });

    it("does not call one a copy that was wished for, although its news is dismissed", async () => {
      const name = newName();
      const extension = await enter();
      const { freshKeys, keys, consoleId } = extension;
      await keys.refresh(consoleId);
      await freshKeys.create(consoleId, "first", name);
      await freshKeys.create(consoleId, "second", name);
      const second = await intentOf(extension, "second");
      await freshKeys.dismiss("second");
      await keys.refresh(consoleId);
      expect((await intentOf(extension, "first"))?.strays).not.toContain(second?.keyId);
    });

    it("tells two lost ones apart", async () => {
      const name = newName();
      const extension = await enter();
      const { freshKeys, consoleId } = extension;
      for (const id of ["first", "second"]) {
        await faultCreation(lostAnswer);
        expect(await freshKeys.create(consoleId, id, name)).toEqual({ outcome: "lost" });
      }
      const found = [await intentOf(extension, "first"), await intentOf(extension, "second")].map(
        (each) => each?.keyId,
      );
      expect(found.sort()).toEqual((await stored(name)).map(({ id }) => id).sort());
    });

    it("does not take one for its own that is being made meanwhile", async () => {
      const name = newName();
      const extension = await enter();
      const { freshKeys, keys, consoleId } = extension;
      await keys.refresh(consoleId);
      await faultCreation({ kind: "hang", when: "after" });
      const slow = freshKeys.create(consoleId, "slow", name);
      await expect.poll(() => stored(name)).toHaveLength(1);
      await faultCreation(lostRequest);
      await freshKeys.create(consoleId, "never arrived", name);
      await stage.control.clear();
      expect(await slow).toEqual({ outcome: "created" });
      await keys.refresh(consoleId);
      const [made] = await stored(name);
      expect(await intentOf(extension, "slow")).toMatchObject({ state: "received", keyId: made?.id });
      expect(await intentOf(extension, "never arrived")).toMatchObject({ state: "absent", keyId: null });
    });

    it("finds what a request that was sent twice has made twice", async () => {
      const name = newName();
      const extension = await enter();
      const { freshKeys, keys, consoleId } = extension;
      await keys.refresh(consoleId);
      const twin = await add(name);
      await freshKeys.create(consoleId, intentId, name);
      await keys.refresh(consoleId);
      expect((await intentOf(extension))?.strays).toEqual([twin.id]);
      await freshKeys.revokeStrays(intentId);
      expect(await stage.useKey(twin.key)).toBe(401);
      expect(await stage.useKey((await secretOf(extension)) ?? "")).toBe(200);
      expect((await intentOf(extension))?.strays).toEqual([]);
    });
  });

  describe("and the browser", () => {
    it("ends: the key is lost, and said to be", async () => {
      const extension = await enter();
      const { freshKeys, session, consoleId } = extension;
      const name = newName();
      await freshKeys.create(consoleId, intentId, name);
      await session.remove(session.keys());
      await freshKeys.recover();
      await expectTruth(extension, name);
    });

    it("has no room for it: nothing is asked", async () => {
      const extension = await enter();
      const { freshKeys, items, session, consoleId } = extension;
      session.quota = session.usedBytes() + 500;
      const refusal = await refusalOf(freshKeys.create(consoleId, intentId, newName()));
      expect(refusal.kind).toBe("storage_full");
      expect(await posted()).toBe(0);
      session.quota = null;
      expect([await items.intents.get(), await items.fresh.get()]).toEqual([[], {}]);
    });

    it("loses the session during the creation: nothing is left", async () => {
      const extension = await enter();
      const { freshKeys, items, consoleId } = extension;
      await faultCreation({ kind: "status", status: 401 });
      const refusal: unknown = await freshKeys.create(consoleId, intentId, newName()).catch((fault: unknown) => fault);
      expect(isAppError(refusal, "session_expired")).toBe(true);
      expect((await items.sessions.get())[consoleId]).toMatchObject({ state: "ended" });
      expect([await items.intents.get(), await items.fresh.get()]).toEqual([[], {}]);
    });
  });
});
