// @vitest-environment node
import { beforeEach, describe, expect, it } from "vitest";
import { emptyDraft } from "../../../../lib/storage/items.ts";
import { createPages, type FakePages, settled } from "../../../fakes/pages.ts";
import { sampleIntent, sampleProfile, sampleRenewal } from "../../../fakes/samples.ts";

let pages: FakePages;
beforeEach(async () => {
  pages = await createPages(sampleProfile("one"), sampleProfile("two"));
});

describe("what is stored", () => {
  it("is there once it is loaded", async () => {
    await pages.items.sessions.set({ one: { state: "none" } });
    await pages.items.intents.set([sampleIntent()]);
    const { state } = await pages.open();
    expect(state.ready.value).toBe(true);
    expect(state.trouble.value).toBeNull();
    expect(state.current.value?.id).toBe("one");
    expect(state.currentSession.value).toEqual({ state: "none" });
    expect(state.intents.value).toHaveLength(1);
  });

  it("is nothing in a browser in which nothing was done yet", async () => {
    const { state } = await (await createPages()).open();
    expect([state.current.value, state.currentSession.value, state.trouble.value]).toEqual([null, null, null]);
  });

  it("follows every change that the background makes", async () => {
    const { state } = await pages.open();
    await pages.items.consoles.update((consoles) => ({ ...consoles, currentId: "two" }));
    await pages.items.sessions.set({ two: { state: "none" } });
    const renewal = sampleRenewal({ state: "received" });
    await pages.items.renewals.set([renewal]);
    const fresh = { fields: [], reserve: "", copied: false, renewal };
    await pages.items.freshCredentials.set({ renewal: fresh });
    await settled();
    expect([state.renewals.value, state.freshCredentials.value]).toEqual([[renewal], { renewal: fresh }]);
    expect(state.current.value?.id).toBe("two");
    expect(state.currentSession.value).toEqual({ state: "none" });
  });

  it("has no current console when the current one is gone", async () => {
    const { state } = await pages.open();
    await pages.items.consoles.set({ list: [sampleProfile("two")], currentId: "one" });
    await settled();
    expect(state.current.value).toBeNull();
  });

  it.each([
    ["local", "consoles", { version: 1, data: "damaged" }, "storage_corrupt"],
    ["local", "settings", { version: 1, data: { language: "tlh" } }, "storage_corrupt"],
    ["local", "intents", { version: 99, data: [] }, "storage_newer"],
    ["session", "fresh", null, "storage_corrupt"],
    ["local", "renewals", { version: 1, data: [{ id: "" }] }, "storage_corrupt"],
    ["session", "freshCredentials", { version: 2, data: {} }, "storage_newer"],
  ] as const)("that cannot be read is named, and can be given up: %s %s", async (area, key, stored, kind) => {
    pages[area].put(key, stored);
    const { state } = await pages.open();
    expect(state.ready.value).toBe(true);
    expect(state.trouble.value).toEqual({ kind, facts: { item: key } });
    await state.reset(key);
    expect(state.trouble.value).toBeNull();
    expect(pages[area].keys()).not.toContain(key);
    if (key !== "consoles") expect(state.current.value?.id).toBe("one");
  });

  it("of drafts that nobody understands is forgotten, since it can be typed again", async () => {
    const asking = { what: "explode", renewalId: "r" };
    const services = { chosen: null, asking, format: null, extras: {} };
    const draft = { ...emptyDraft, services };
    pages.local.put("drafts", {
      version: 1,
      data: { tab: "services", connect: null, byConsole: { one: draft }, writer: "" },
    });
    const { state } = await pages.open();
    expect([state.trouble.value, state.drafts.value.tab]).toEqual([null, "keys"]);
  });

  it("of drafts from before there were services is kept", async () => {
    const { services: _, ...before } = { ...emptyDraft, search: "ci" };
    pages.local.put("drafts", {
      version: 1,
      data: { tab: "keys", connect: null, byConsole: { one: before }, writer: "" },
    });
    const { state } = await pages.open();
    expect(state.drafts.value.byConsole.one).toEqual({ ...emptyDraft, search: "ci" });
  });

  it("is given up one by one when several parts cannot be read", async () => {
    pages.local.put("settings", 1);
    pages.local.put("intents", 1);
    const { state } = await pages.open();
    const first = state.trouble.value?.facts.item ?? "";
    await state.reset(first);
    const second = state.trouble.value?.facts.item ?? "";
    expect([first, second].toSorted()).toEqual(["intents", "settings"]);
    await state.reset(second);
    expect(state.trouble.value).toBeNull();
  });
});
