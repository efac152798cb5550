// @vitest-environment node
import { beforeEach, describe, expect, it } from "vitest";
import { entryId } from "../../../../lib/console/service.ts";
import { AppError } from "../../../../lib/errors.ts";
import type { App } from "../../../../lib/models/app.ts";
import { createGate, type FakePages, settled } from "../../../fakes/pages.ts";
import {
  ana,
  askedFor,
  createServicePages,
  credentials,
  keystoneFields,
  listOf,
  objects,
  openStarted,
  selectConsole,
  setServicesDraft,
  setSession,
  staging,
  vault,
  withState,
} from "../../../fakes/services.ts";

let pages: FakePages;
let app: App;
beforeEach(async () => {
  pages = await createServicePages();
});

const choose = async (entry = objects) => {
  app.services.choose(entryId(entry));
  await settled();
};
const lists = () => askedFor(pages, "services.list");
const fetches = () => askedFor(pages, "services.credentials");
const password = () => app.services.shown.value?.credentials.fields.find(({ key }) => key === "password")?.value;

describe("the list of services", () => {
  it("is asked for once, when the services are open, and not before the page is started", async () => {
    app = await pages.open();
    await settled();
    expect(pages.asked).toEqual([]);
    await app.start();
    await settled();
    expect(lists()).toEqual([{ consoleId: "one" }]);
    expect(app.services.list.value?.entries).toHaveLength(3);
  });

  it("is left alone while the keys are on screen, until one goes over", async () => {
    await pages.items.drafts.update((drafts) => ({ ...drafts, tab: "keys" }));
    app = await openStarted(pages);
    expect(lists()).toEqual([]);
    app.drafts.setTab("services");
    await settled();
    expect(lists()).toHaveLength(1);
    app.drafts.setTab("keys");
    app.drafts.setTab("services");
    await settled();
    expect(lists()).toHaveLength(1);
  });

  it("is not asked for while nobody is signed in, nor without access", async () => {
    await setSession(pages, "one", null);
    app = await openStarted(pages);
    expect(lists()).toEqual([]);
    pages.permissions.granted.delete("https://two.example.com/*");
    await selectConsole(pages, "two");
    await setSession(pages, "one", "ana");
    const before = lists().length;
    await app.consoles.checkAccess();
    await settled();
    expect(lists()).toHaveLength(before);
  });

  it("is asked for where nobody knows yet who is signed in, and stays when it turns out", async () => {
    await pages.items.sessions.set({});
    pages.answers["services.list"] = async () => {
      await setSession(pages, "one", "ana");
      return listOf([objects], ana, 2);
    };
    app = await openStarted(pages);
    await settled();
    expect(app.services.list.value).toEqual({ entries: [objects], unreadable: 2 });
    expect(lists()).toHaveLength(1);
  });

  it("of one console is never shown at another, which is asked in its turn", async () => {
    const gate = createGate();
    pages.answers["services.list"] = async ({ consoleId }) => {
      if (consoleId === "one") await gate.passed;
      return listOf(consoleId === "one" ? [objects] : [vault]);
    };
    app = await openStarted(pages);
    await selectConsole(pages, "two");
    gate.open();
    await settled();
    expect(app.services.list.value?.entries).toEqual([vault]);
    await selectConsole(pages, "one");
    expect(app.services.list.value?.entries).toEqual([objects]);
  });

  it("that one console refuses is not said of another, which is asked in its turn", async () => {
    const gate = createGate();
    pages.answers["services.list"] = async ({ consoleId }) => {
      if (consoleId === "two") return listOf([vault]);
      await gate.passed;
      throw new AppError("unreachable", { host: "one.example.com" });
    };
    app = await openStarted(pages);
    await selectConsole(pages, "two");
    gate.open();
    await settled();
    expect(app.services.listing.problem.value).toBeNull();
    expect(app.services.list.value?.entries).toEqual([vault]);
  });

  it("of one account is not shown to another", async () => {
    const gate = createGate();
    let isFirst = true;
    pages.answers["services.list"] = async () => {
      if (!isFirst) return listOf([vault], "Shop\nbob");
      isFirst = false;
      await gate.passed;
      return listOf([objects]);
    };
    app = await openStarted(pages);
    await setSession(pages, "one", "bob");
    gate.open();
    await settled();
    expect(app.services.list.value?.entries).toEqual([vault]);
  });

  it("of whoever came first is not taken for that of who came after, both while it was asked for", async () => {
    await pages.items.sessions.set({});
    let asked = 0;
    pages.answers["services.list"] = async () => {
      asked++;
      if (asked > 1) return listOf([vault], "Shop\nbob");
      await setSession(pages, "one", "ana");
      await setSession(pages, "one", "bob");
      return listOf([objects]);
    };
    app = await openStarted(pages);
    await settled();
    await settled();
    expect(app.services.list.value?.entries).toEqual([vault]);
  });

  it("of somebody else than who is on screen is not asked for again and again", async () => {
    let asked = 0;
    pages.answers["services.list"] = async () => {
      asked++;
      return asked > 20 ? new Promise<never>(() => undefined) : listOf([objects], "Shop\nbob");
    };
    app = await openStarted(pages);
    await settled();
    expect(app.services.list.value).toBeNull();
    expect(asked).toBeLessThan(4);
  });

  it("that failed is asked for again when told to", async () => {
    pages.answers["services.list"] = async () => {
      throw new AppError("timed_out");
    };
    app = await openStarted(pages);
    expect(app.services.listing.problem.value?.kind).toBe("timed_out");
    pages.answers["services.list"] = async () => listOf([vault]);
    await app.services.listing.run();
    expect([app.services.listing.problem.value, app.services.list.value?.entries]).toEqual([null, [vault]]);
  });

  it("that is empty is no failure", async () => {
    pages.answers["services.list"] = async () => listOf([]);
    app = await openStarted(pages);
    expect([app.services.found.value, app.services.listing.problem.value]).toEqual([[], null]);
  });
});

describe("choosing", () => {
  it("fetches what belongs to the chosen one, in the name of who is on screen", async () => {
    app = await openStarted(pages);
    expect(fetches()).toEqual([]);
    await choose();
    expect(fetches()).toEqual([{ consoleId: "one", entry: objects, owner: ana }]);
    expect([app.services.shown.value?.entry, password()]).toEqual([objects, "pass-word"]);
  });

  it("the same one again asks anew", async () => {
    app = await openStarted(pages);
    await choose();
    pages.answers["services.credentials"] = async () => credentials({ fields: keystoneFields("newer") });
    await choose();
    expect([fetches().length, password()]).toEqual([2, "newer"]);
  });

  it("of something that is not in the list does nothing", async () => {
    app = await openStarted(pages);
    app.services.choose("made up");
    await settled();
    expect([app.services.chosen.value, fetches()]).toEqual([null, []]);
  });

  it("is remembered for a popup opened later, each console its own", async () => {
    app = await openStarted(pages);
    await choose(vault);
    await selectConsole(pages, "two");
    expect([app.services.chosen.value, app.services.shown.value]).toEqual([null, null]);
    await choose(staging);
    app = await openStarted(pages);
    expect([app.services.chosen.value, app.services.shown.value?.entry]).toEqual([staging, staging]);
    await selectConsole(pages, "one");
    expect([app.services.chosen.value, app.services.shown.value?.entry]).toEqual([vault, vault]);
  });

  it.each(["PENDING", "PURGED", "ERROR_PROVISIONING"])("what is %s asks for no credentials", async (state) => {
    const entry = withState(objects, state);
    pages.answers["services.list"] = async () => listOf([entry]);
    app = await openStarted(pages);
    await choose(entry);
    expect([app.services.chosen.value, fetches()]).toEqual([entry, []]);
  });

  it("of what was being set up then, and is ready now, fetches", async () => {
    await setServicesDraft(pages, "one", { chosen: withState(objects, "PENDING") });
    app = await openStarted(pages);
    expect(app.services.chosen.value).toEqual(objects);
    expect(app.services.shown.value?.entry).toEqual(objects);
  });

  it("in another window fetches here too", async () => {
    app = await openStarted(pages);
    const other = await openStarted(pages);
    other.services.choose(entryId(vault));
    await settled();
    expect(other.services.shown.value?.entry).toEqual(vault);
    expect(app.services.chosen.value).toEqual(vault);
    expect(app.services.shown.value?.entry).toEqual(vault);
  });
});
