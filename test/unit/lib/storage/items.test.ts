// @vitest-environment node
import { describe, expect, it } from "vitest";
import { consoleName, createItems } from "../../../../lib/storage/items.ts";
import { problemOf } from "../../../fakes/problem.ts";
import { sampleFresh, sampleIntent, sampleKey, sampleProfile, sampleSnapshot } from "../../../fakes/samples.ts";
import { createStorageArea } from "../../../fakes/storage-area.ts";
import { createWithLock } from "../../../fakes/with-lock.ts";

function setUp() {
  const [local, session] = [createStorageArea(), createStorageArea()];
  return { local, session, items: createItems(local, session, createWithLock()) };
}

describe("what is kept", () => {
  it("lies on disk, but for new keys and sessions: those only in memory", async () => {
    const { local, session, items } = setUp();
    await items.consoles.set({ list: [sampleProfile("one")], currentId: "one" });
    await items.intents.set([sampleIntent()]);
    await items.snapshot("one").set(sampleSnapshot([sampleKey("ci")]));
    await items.sessions.set({ one: { state: "none" } });
    await items.fresh.set({ intent: sampleFresh("secret") });
    expect(local.keys().toSorted()).toEqual(["consoles", "intents", "keys:one"]);
    expect(session.keys().toSorted()).toEqual(["fresh", "sessions"]);
    expect(local.dump()).not.toContain("secret");
  });

  it("of one console is apart from that of another", async () => {
    const { items } = setUp();
    await items.snapshot("one").set(sampleSnapshot([sampleKey("ci")]));
    expect(await items.snapshot("two").get()).toBeNull();
    expect((await items.snapshot("one").get())?.keys).toHaveLength(1);
  });

  it("is nothing at first", async () => {
    const { items } = setUp();
    expect(await items.consoles.get()).toEqual({ list: [], currentId: null });
    expect(await items.intents.get()).toEqual([]);
    expect(await items.fresh.get()).toEqual({});
    expect(await items.drafts.get()).toEqual({ tab: "keys", connect: null, byConsole: {}, writer: "" });
  });

  it.each(["drafts", "heads", "keys:one"])(
    "can be fetched or typed again and so is given up when damaged: %s",
    async (key) => {
      const { local, items } = setUp();
      local.put(key, { version: 1, data: "damaged" });
      const item = { drafts: items.drafts, heads: items.heads, "keys:one": items.snapshot("one") }[key];
      const fallback = item?.parse(undefined);
      expect(await item?.get()).toEqual(fallback);
    },
  );

  it.each(["consoles", "settings", "signInFailures", "intents"] as const)(
    "is for the user to give up: %s",
    async (key) => {
      const { local, items } = setUp();
      local.put(key, { version: 1, data: "damaged" });
      expect(await problemOf(items[key].get())).toEqual({ kind: "storage_corrupt", facts: { item: key } });
    },
  );
});

describe("a console", () => {
  it("is called what the user calls it, else what its brand does", () => {
    expect(consoleName(sampleProfile("one", { label: "Work", name: "TIGO MCO" }))).toBe("Work");
    expect(consoleName(sampleProfile("one", { label: null, name: "TIGO MCO" }))).toBe("TIGO MCO");
  });
});
