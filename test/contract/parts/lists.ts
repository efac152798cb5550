/** Lists: complete whatever their length, and honest when they cannot be. */
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ApiKeyList } from "../../../lib/console/console.ts";
import { enter, type Person, type Stage, type Subject, whose } from "../subject.ts";

export function describeLists(subject: Subject, running: () => Stage): void {
  const { people, routes } = subject;
  describe("a list", () => {
    let stage: Stage;
    beforeAll(() => {
      stage = running();
    });
    afterEach(() => stage.control.clear());

    const listOf = async (person: Person): Promise<ApiKeyList> => (await enter(stage, person)).console.listKeys();
    const ids = (keys: readonly { readonly id: string }[]) => keys.map(({ id }) => id).sort();
    const longest = people.withKeys.reduce((most, next) => (next[0] > most[0] ? next : most));
    const several = people.withKeys.find(([count]) => count === 1000) ?? longest;

    it.each(people.withKeys)("of %i keys is complete, without any twice", async (count, person) => {
      const list = await listOf(person);
      expect(list.keys).toHaveLength(count);
      expect(ids(list.keys)).toEqual(ids(await stage.control.keys(whose(person))));
      expect([list.reported, list.unreadable]).toEqual([count, 0]);
      expect(Math.abs(list.clockOffset ?? Number.NaN)).toBeLessThan(5000);
    });

    it("shows names as they are, and what was never used as such", async () => {
      const [, person] = people.withKeys.find(([count]) => count === 14) ?? longest;
      const { keys } = await listOf(person);
      const stored = await stage.control.keys(whose(person));
      for (const { id, name } of stored) expect(keys.find((key) => key.id === id)?.name).toBe(name);
      expect(keys.filter(({ lastIp }) => lastIp === null).length).toBeGreaterThan(0);
      for (const { lastIp, lastActivity } of keys) expect(lastIp === null).toBe(lastActivity === null);
      for (const { creationDate } of keys) expect(Date.parse(creationDate ?? "")).toBeLessThan(Date.now());
    });

    it.each(["repeat", "drop"] as const)("is complete all the same after one page in a walk: %s", async (how) => {
      const [count, person] = several;
      await stage.control.fault({ ...routes.listKeys, fault: { kind: "paging", how, page: 2 } });
      const { keys, reported } = await listOf(person);
      expect([new Set(ids(keys)).size, keys.length, reported]).toEqual([count, count, count]);
    });

    it.each(["repeat", "drop"] as const)("that stays incomplete says so: %s", async (how) => {
      const [count, person] = several;
      await stage.control.fault({ ...routes.listKeys, times: 0, fault: { kind: "paging", how, page: 2 } });
      const { keys, reported } = await listOf(person);
      expect(new Set(ids(keys)).size).toBe(keys.length);
      expect(keys.length).toBeLessThan(count);
      expect(reported).toBe(count);
    });

    it("has what two imperfect walks saw together", async () => {
      const [count, person] = longest;
      const page = (number: number) => ({ kind: "paging", how: "drop", page: number }) as const;
      // the first page of the first walk, and another one of every walk
      await stage.control.fault({ ...routes.listKeys, fault: page(1) });
      await stage.control.fault({ ...routes.listKeys, times: 0, fault: page(3) });
      const { keys, reported } = await listOf(person);
      expect(keys.length).toBeGreaterThanOrEqual(count - 500);
      expect(keys.length).toBeLessThan(count);
      expect(reported).toBe(count);
    });

    it("takes the console's clock as it is", async () => {
      for (const skewSeconds of [86_400, -86_400]) {
        await stage.control.fault({ ...routes.listKeys, fault: { kind: "clock", skewSeconds } });
        const { clockOffset } = await listOf(people.reader);
        expect(Math.abs((clockOffset ?? Number.NaN) - skewSeconds * 1000)).toBeLessThan(5000);
      }
    });

    const far = 1e20;
    const odd: readonly (readonly [what: string, set: Record<string, unknown>, seen: Record<string, unknown>])[] = [
      ["unknown fields", { owner: { id: 1 }, scopes: ["a"], secret: null }, {}],
      ["no name", { name: null }, { name: "" }],
      ["a number for a name", { name: 7 }, { name: "7" }],
      ["an object for a name", { name: { en: "x" } }, { name: "" }],
      ["an empty address and time", { lastIp: "", lastActivity: "" }, { lastIp: null, lastActivity: null }],
      ["an object for an address", { lastIp: { v4: "1.2.3.4" } }, { lastIp: null }],
      ["words for a time", { lastActivity: "yesterday" }, { lastActivity: "yesterday" }],
      ["milliseconds for a time", { lastActivity: 0 }, { lastActivity: "1970-01-01T00:00:00.000Z" }],
      ["a list for a time", { creationDate: [2024, 1, 1] }, { creationDate: null }],
      ["no time at all", { creationDate: false, lastActivity: true }, { creationDate: null, lastActivity: null }],
      ["a time beyond all calendars", { creationDate: far, lastActivity: -far }, {}],
      ["a very long name", { name: "n".repeat(100_000) }, { name: "n".repeat(100_000) }],
    ];
    it.each(odd)("bears %s in every item", async (_what, set, seen) => {
      await stage.control.fault({ ...routes.listKeys, times: 0, fault: { kind: "patchItems", set } });
      const { keys, unreadable } = await listOf(people.reader);
      expect([keys.length, unreadable]).toEqual([10, 0]);
      for (const key of keys) expect(key).toMatchObject(seen);
    });

    it("leaves out what has no identity, and says how much that is", async () => {
      for (const id of [null, "", {}, [], true]) {
        await stage.control.fault({ ...routes.listKeys, fault: { kind: "patchItems", set: { id } } });
        const { keys, unreadable, reported } = await listOf(people.reader);
        expect([keys.length, unreadable, reported]).toEqual([0, 10, 10]);
      }
    });

    it("of items that all claim the same identity is noticed to be short", async () => {
      const fault = { kind: "patchItems", set: { id: "same" } } as const;
      await stage.control.fault({ ...routes.listKeys, times: 0, fault });
      const { keys, reported } = await listOf(people.reader);
      expect([keys.length, reported]).toEqual([1, 10]);
    });
  });
}
