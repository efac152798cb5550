// @vitest-environment node
import { beforeEach, describe, expect, it } from "vitest";
import { createPages, type FakePages, settled } from "../../../fakes/pages.ts";
import { sampleIntent, sampleProfile } from "../../../fakes/samples.ts";

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
    await settled();
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
