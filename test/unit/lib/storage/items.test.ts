// @vitest-environment node
import { describe, expect, it } from "vitest";
import { consoleName, createItems, emptyDraft } from "../../../../lib/storage/items.ts";
import { problemOf } from "../../../fakes/problem.ts";
import {
  sampleFresh,
  sampleFreshCredentials,
  sampleIntent,
  sampleKey,
  sampleProfile,
  sampleRenewal,
  sampleSnapshot,
} from "../../../fakes/samples.ts";
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
    await items.renewals.set([sampleRenewal()]);
    await items.freshCredentials.set({ renewal: sampleFreshCredentials("secret") });
    await items.fillOrigins.set({});
    await items.fills.set({});
    expect(local.keys().toSorted()).toEqual(["consoles", "fillOrigins", "intents", "keys:one", "renewals"]);
    expect(session.keys().toSorted()).toEqual(["fills", "fresh", "freshCredentials", "sessions"]);
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
    expect([await items.renewals.get(), await items.freshCredentials.get()]).toEqual([[], {}]);
    expect([await items.fillOrigins.get(), await items.fills.get()]).toEqual([{}, {}]);
    expect(await items.settings.get()).toEqual({ language: "auto", showMinutes: 5 });
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

  it.each(["consoles", "settings", "signInFailures", "intents", "renewals", "fillOrigins"] as const)(
    "is for the user to give up: %s",
    async (key) => {
      const { local, items } = setUp();
      local.put(key, { version: 1, data: "damaged" });
      expect(await problemOf(items[key].get())).toEqual({ kind: "storage_corrupt", facts: { item: key } });
    },
  );
});

describe("what an earlier version wrote", () => {
  it("of settings has a time to show credentials now", async () => {
    const { local, items } = setUp();
    local.put("settings", { version: 1, data: { language: "es" } });
    expect(await items.settings.get()).toEqual({ language: "es", showMinutes: 5 });
  });

  it.each([0, 2, -5, "5", null, 1e9])(
    "of settings, or somebody else, is not believed: %j minutes",
    async (showMinutes) => {
      const { local, items } = setUp();
      local.put("settings", { version: 1, data: { language: "es", showMinutes } });
      expect(await problemOf(items.settings.get())).toMatchObject({ kind: "storage_corrupt" });
    },
  );

  it("of drafts is kept, with no service chosen yet", async () => {
    const { local, items } = setUp();
    const { services, ...earlier } = { ...emptyDraft, search: "what I typed" };
    local.put("drafts", { version: 1, data: { tab: "keys", connect: null, byConsole: { one: earlier }, writer: "w" } });
    expect((await items.drafts.get()).byConsole.one).toEqual({ ...earlier, services });
  });
});

describe("a console", () => {
  it("is called what the user calls it, else what its brand does", () => {
    expect(consoleName(sampleProfile("one", { label: "Work", name: "TIGO MCO" }))).toBe("Work");
    expect(consoleName(sampleProfile("one", { label: null, name: "TIGO MCO" }))).toBe("TIGO MCO");
  });
});
