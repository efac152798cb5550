// @vitest-environment node
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { z } from "../../../../lib/schema.ts";
import { createItem, type ItemOptions } from "../../../../lib/storage/item.ts";
import { problemOf } from "../../../fakes/problem.ts";
import { createStorageArea } from "../../../fakes/storage-area.ts";
import { createWithLock } from "../../../fakes/with-lock.ts";

const Note = z.object({ text: z.string(), stars: z.number() });
type Note = z.infer<typeof Note>;
const fallback: Note = { text: "", stars: 0 };
const secret = "what-nobody-may-quote";

/** Version 1 was a bare text, version 2 had no stars. */
const migrations = {
  1: (data: unknown) => ({ text: data }),
  2: (data: unknown) => ({ ...z.object({ text: z.string() }).parse(data), stars: 1 }),
};

function createNote(options: Partial<ItemOptions<Note>> = {}, area = createStorageArea(), withLock = createWithLock()) {
  const item = createItem(area, withLock, { key: "note", schema: Note, fallback, version: 3, migrations, ...options });
  return { area, item };
}

describe("reading", () => {
  it("gives the fallback where nothing was ever written", async () => {
    expect(await createNote().item.get()).toEqual(fallback);
  });

  it("gives what was written, by this page or another", async () => {
    const { area, item } = createNote();
    await item.set({ text: "a", stars: 5 });
    expect(await item.get()).toEqual({ text: "a", stars: 5 });
    expect(await createNote({}, area).item.get()).toEqual({ text: "a", stars: 5 });
    expect(area.peek("note")).toEqual({ version: 3, data: { text: "a", stars: 5 } });
  });

  it.each([
    ["1", { version: 1, data: "frozen" }, { text: "frozen", stars: 1 }],
    ["2", { version: 2, data: { text: "frozen" } }, { text: "frozen", stars: 1 }],
    ["3", { version: 3, data: { text: "frozen", stars: 3 } }, { text: "frozen", stars: 3 }],
  ])("brings version %s up to date", async (_version, stored, expected) => {
    const { area, item } = createNote();
    area.put("note", stored);
    expect(await item.get()).toEqual(expected);
  });

  const misfits: readonly [string, unknown, string][] = [
    ["no envelope", { text: secret, stars: 1 }, "storage_corrupt"],
    ["a bare text", secret, "storage_corrupt"],
    ["null", null, "storage_corrupt"],
    ["a version in words", { version: "3", data: { text: secret, stars: 1 } }, "storage_corrupt"],
    ["half a version", { version: 2.5, data: { text: secret, stars: 1 } }, "storage_corrupt"],
    ["data of another shape", { version: 3, data: { text: secret, stars: secret } }, "storage_corrupt"],
    ["no data", { version: 3 }, "storage_corrupt"],
    ["a version that never was", { version: 0, data: { text: secret, stars: 1 } }, "storage_corrupt"],
    ["old data that no migration understands", { version: 2, data: [secret] }, "storage_corrupt"],
    ["a newer version", { version: 4, data: { text: secret, stars: 1 } }, "storage_newer"],
  ];

  it.each(misfits)("never hides %s", async (_what, stored, kind) => {
    const { area, item } = createNote();
    area.put("note", stored);
    expect(await problemOf(item.get())).toEqual({ kind, facts: { item: "note" } });
    expect(area.peek("note")).toEqual(stored);
  });

  it.each(misfits)("never quotes what it read: %s", async (_what, stored) => {
    const { area, item } = createNote();
    area.put("note", stored);
    const fault = await item.get().catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(Error);
    expect(inspect(fault, { depth: null, showHidden: true })).not.toContain(secret);
  });

  it.each(misfits)("gives the fallback for %s when it can be fetched again", async (_what, stored) => {
    const { area, item } = createNote({ disposable: true });
    area.put("note", stored);
    expect(await item.get()).toEqual(fallback);
  });

  it("can be done with what was read together with other items", () => {
    const { item } = createNote();
    expect(item.parse(undefined)).toEqual(fallback);
    expect(item.parse({ version: 1, data: "a" })).toEqual({ text: "a", stars: 1 });
  });
});

describe("writing", () => {
  it.each([
    ["Chromium, at the quota", new Error("QUOTA_BYTES quota exceeded"), "storage_full"],
    ["Chromium, on a full disk", new Error("IO error: .../000003.log: Unable to write"), "storage_full"],
    ["Firefox, at the quota", new DOMException("no room", "QuotaExceededError"), "storage_full"],
    ["Firefox, on a full disk", new DOMException("", "NS_ERROR_FILE_NO_DEVICE_SPACE"), "storage_full"],
  ])("says that there is no room: %s", async (_what, fault, kind) => {
    const { area, item } = createNote();
    area.set = async () => {
      throw fault;
    };
    expect(await problemOf(item.set({ text: "a", stars: 1 }))).toEqual({ kind, facts: { item: "note" } });
  });

  it("leaves any other fault as it is", async () => {
    const { area, item } = createNote();
    const fault = new Error("Extension context invalidated.");
    area.set = async () => {
      throw fault;
    };
    await expect(item.set(fallback)).rejects.toBe(fault);
  });

  it("keeps what was there when there is no room for more", async () => {
    const { area, item } = createNote({}, createStorageArea(100));
    await item.set({ text: "short", stars: 1 });
    expect(await problemOf(item.set({ text: "x".repeat(100), stars: 1 }))).toMatchObject({ kind: "storage_full" });
    expect(await item.get()).toEqual({ text: "short", stars: 1 });
    expect(area.usedBytes()).toBeLessThanOrEqual(100);
  });

  it("can be undone altogether", async () => {
    const { area, item } = createNote();
    await item.set({ text: "a", stars: 1 });
    await item.remove();
    expect(area.keys()).toEqual([]);
    expect(await item.get()).toEqual(fallback);
  });
});

describe("updating", () => {
  it("is one step: two windows do not overwrite each other’s change", async () => {
    const area = createStorageArea();
    const withLock = createWithLock();
    const windows = [createNote({}, area, withLock).item, createNote({}, area, withLock).item];
    const addStar = (note: Note) => ({ ...note, stars: note.stars + 1 });
    await Promise.all(Array.from({ length: 20 }, (_, index) => windows[index % 2]?.update(addStar)));
    expect(await windows[0]?.get()).toMatchObject({ stars: 20 });
  });

  it("tells what it wrote", async () => {
    expect(await createNote().item.update((note) => ({ ...note, text: "b" }))).toEqual({ text: "b", stars: 0 });
  });

  it("goes on after a change that failed", async () => {
    const { item } = createNote();
    const failing = item.update(() => {
      throw new Error("no");
    });
    const next = item.update((note) => ({ ...note, stars: 7 }));
    await expect(failing).rejects.toThrow("no");
    expect(await next).toMatchObject({ stars: 7 });
  });

  it("never replaces what it cannot read", async () => {
    const { area, item } = createNote();
    area.put("note", { version: 9, data: 1 });
    expect(await problemOf(item.update(() => fallback))).toMatchObject({ kind: "storage_newer" });
    expect(area.peek("note")).toEqual({ version: 9, data: 1 });
  });
});

describe("watching", () => {
  it("tells of every change of this item, until it ends", async () => {
    const { area, item } = createNote();
    const seen: Note[] = [];
    const end = item.watch((note) => seen.push(note));
    await item.set({ text: "a", stars: 1 });
    await area.set({ other: { version: 1, data: 1 } });
    await area.set({ note: { version: 1, data: "old" } });
    await item.remove();
    end();
    await item.set({ text: "b", stars: 2 });
    expect(seen).toEqual([{ text: "a", stars: 1 }, { text: "old", stars: 1 }, fallback]);
  });

  it("passes over what it cannot read", async () => {
    const { area, item } = createNote();
    const seen: Note[] = [];
    item.watch((note) => seen.push(note));
    await area.set({ note: { version: 9, data: 1 } });
    await item.set({ text: "a", stars: 1 });
    expect(seen).toEqual([{ text: "a", stars: 1 }]);
  });

  it("does not swallow a fault of who watches", async () => {
    const { area, item } = createNote();
    item.watch(() => {
      throw new TypeError("a bug");
    });
    await expect(area.set({ note: { version: 3, data: fallback } })).rejects.toThrow("a bug");
  });
});
