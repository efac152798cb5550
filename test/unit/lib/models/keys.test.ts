// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "../../../../lib/errors.ts";
import { headOf } from "../../../../lib/key-order.ts";
import type { App } from "../../../../lib/models/app.ts";
import { createGate, createPages, type FakePages, settled } from "../../../fakes/pages.ts";
import { manyKeys, sampleHead, sampleKey, sampleProfile, sampleSnapshot } from "../../../fakes/samples.ts";

let pages: FakePages;
let app: App;
beforeEach(async () => {
  pages = await createPages(sampleProfile("one"), sampleProfile("two"));
  const keys = [
    sampleKey("beta", { lastActivity: "2026-01-02T00:00:00Z" }),
    sampleKey("alpha", { lastActivity: "2026-01-01T00:00:00Z" }),
    sampleKey("gamma"),
  ];
  await pages.items.snapshot("one").set(sampleSnapshot(keys, { clockOffset: 5000 }));
  app = await pages.open();
  app.keys.loadAll();
  await settled();
});

const names = () => app.keys.rows.value?.map(({ name }) => name);
const select = async (currentId: string) => {
  await pages.items.consoles.update((consoles) => ({ ...consoles, currentId }));
  await settled();
};

describe("the list", () => {
  it("is sorted as the user wants it: a click on a column turns it", () => {
    expect(names()).toEqual(["alpha", "beta", "gamma"]);
    app.keys.sortBy("name");
    expect(names()).toEqual(["gamma", "beta", "alpha"]);
    app.keys.sortBy("activity");
    expect([app.keys.draft.value.order, ...(names() ?? [])]).toEqual(["activityDescending", "beta", "alpha", "gamma"]);
    app.keys.sortBy("activity");
    expect(names()).toEqual(["gamma", "alpha", "beta"]);
    app.keys.sortBy("name");
    expect(names()).toEqual(["alpha", "beta", "gamma"]);
  });

  it("is searched, and its total stays the total", () => {
    app.keys.search("TA");
    expect([names(), app.keys.rowCount.value, app.keys.total.value]).toEqual([["beta"], 1, 3]);
    app.keys.search("nothing");
    expect([names(), app.keys.rowCount.value]).toEqual([[], 0]);
    app.keys.search("");
    expect(app.keys.rowCount.value).toBe(3);
  });

  it("follows what the background writes", async () => {
    await pages.items.snapshot("one").set(sampleSnapshot([sampleKey("delta")]));
    await settled();
    expect([names(), app.keys.total.value, app.keys.clockOffset.value]).toEqual([["delta"], 1, 0]);
  });

  it("is that of the current console", async () => {
    await pages.items.snapshot("two").set(sampleSnapshot([sampleKey("of two")]));
    await select("two");
    expect(names()).toEqual(["of two"]);
    await pages.items.snapshot("one").set(sampleSnapshot([]));
    await settled();
    expect(names()).toEqual(["of two"]);
    await select("nowhere");
    expect(names()).toBeUndefined();
  });

  it("is unknown, and not empty, until something is known", async () => {
    await select("two");
    expect([app.keys.rows.value, app.keys.total.value]).toEqual([null, 0]);
  });

  it("is unknown when what was kept of it is damaged", async () => {
    pages.local.put("keys:two", { version: 1, data: "damaged" });
    await select("two");
    expect(app.keys.rows.value).toBeNull();
  });

  it("that could not be stored is shown all the same", async () => {
    pages.answers["keys.refresh"] = async () => ({ unsaved: sampleSnapshot([sampleKey("unsaved")]) });
    await app.keys.refreshing.run();
    expect(names()).toEqual(["unsaved"]);
  });
});

describe("a popup that has only just opened", () => {
  const keys = manyKeys(1000);
  beforeEach(async () => {
    await pages.items.heads.set({ one: sampleHead(headOf(keys), { total: 1000, clockOffset: 7000 }) });
    await pages.items.snapshot("one").set(sampleSnapshot(keys));
    app = await pages.open();
  });

  it("shows the first rows at the height of all, in every order", () => {
    expect(names()?.slice(0, 40)).toEqual(keys.slice(0, 40).map(({ name }) => name));
    expect([app.keys.total.value, app.keys.rowCount.value, app.keys.clockOffset.value]).toEqual([1000, 1000, 7000]);
    app.keys.sortBy("name");
    expect(names()?.slice(0, 2)).toEqual(["key 01000", "key 00999"]);
  });

  it("claims no more rows than it has while searching", () => {
    app.keys.search("key 0000");
    expect(app.keys.rowCount.value).toBe(names()?.length);
    expect(names()).toContain("key 00001");
  });

  it("reads the whole list when it is told to", async () => {
    expect(names()?.length).toBeLessThan(1000);
    app.keys.loadAll();
    await settled();
    expect(names()).toHaveLength(1000);
  });
});

describe("switching consoles", () => {
  it("while a list is being fetched fetches that of the new one as well", async () => {
    const gate = createGate();
    const fetched: string[] = [];
    pages.answers["keys.refresh"] = async ({ consoleId }) => {
      fetched.push(consoleId);
      if (consoleId === "one") await gate.passed;
      return { unsaved: null };
    };
    const refresh = app.keys.refreshing.run();
    await select("two");
    gate.open();
    await refresh;
    expect([fetched, app.keys.refreshing.busy.value]).toEqual([["one", "two"], false]);
  });

  it("takes what went wrong on the first one off the screen", async () => {
    pages.answers["keys.rename"] = async () => {
      throw new AppError("unreachable");
    };
    app.keys.openRename(sampleKey("beta"));
    await app.keys.renaming.run();
    expect(app.keys.renaming.problem.value?.kind).toBe("unreachable");
    await select("two");
    expect(app.keys.renaming.problem.value).toBeNull();
  });
});

describe("renaming and revoking", () => {
  const beta = sampleKey("beta");

  it("leaves a form alone that was opened for another key meanwhile", async () => {
    const gate = createGate();
    pages.answers["keys.rename"] = () => gate.passed.then(() => undefined);
    app.keys.openRename(beta);
    const renaming = app.keys.renaming.run();
    const gamma = sampleKey("gamma");
    app.keys.openRename(gamma);
    app.keys.typeNewName("half a na");
    gate.open();
    await renaming;
    expect(app.keys.draft.value.rename).toEqual({ keyId: gamma.id, name: "half a na" });
  });

  it("renames what the form is open for, and says so", async () => {
    app.keys.openRename(beta);
    app.keys.typeNewName(" bee ");
    expect(await app.keys.renaming.run()).toBe(true);
    expect(pages.asked).toContainEqual(["keys.rename", { consoleId: "one", keyId: beta.id, name: " bee " }]);
    expect([app.keys.draft.value.rename, app.status.value?.text]).toEqual([null, "Renamed to bee"]);
  });

  it("keeps the form and the new name when that fails", async () => {
    pages.answers["keys.rename"] = async () => {
      throw new AppError("unreachable");
    };
    app.keys.openRename(beta);
    app.keys.typeNewName("bee");
    await app.keys.renaming.run();
    expect(app.keys.draft.value.rename).toEqual({ keyId: beta.id, name: "bee" });
    app.keys.closeRename();
    expect([app.keys.draft.value.rename, app.keys.renaming.problem.value]).toEqual([null, null]);
  });

  it("revokes once it is confirmed, and says which", async () => {
    const gone = vi.fn(async () => undefined);
    pages.answers["keys.revoke"] = gone;
    app.keys.openRevoke(beta);
    expect(gone).not.toHaveBeenCalled();
    await app.keys.revoking.run();
    expect(gone).toHaveBeenCalledExactlyOnceWith({ consoleId: "one", keyId: beta.id });
    expect([app.keys.draft.value.revoke, app.status.value?.text]).toEqual([null, "Revoked beta"]);
  });

  it("asks nobody when the question was taken back", async () => {
    app.keys.openRevoke(beta);
    app.keys.closeRevoke();
    await app.keys.revoking.run();
    expect(pages.asked.map(([name]) => name)).not.toContain("keys.revoke");
  });

  it("has nothing to ask about a key that is gone", async () => {
    app.keys.openRevoke(beta);
    await pages.items.snapshot("one").set(sampleSnapshot([]));
    await settled();
    expect(app.keys.revoked.value).toBeNull();
  });
});
