// @vitest-environment node
/** Credentials on their way and on screen: whose they are, and when they are gone. */
import { beforeEach, describe, expect, it } from "vitest";
import { entryId, type ServiceEntry } from "../../../../lib/console/service.ts";
import { AppError } from "../../../../lib/errors.ts";
import type { App } from "../../../../lib/models/app.ts";
import { createGate, type FakePages, settled } from "../../../fakes/pages.ts";
import {
  askedFor,
  createServicePages,
  credentials,
  keystoneFields,
  objects,
  openStarted,
  selectConsole,
  setServicesDraft,
  setSession,
  vault,
} from "../../../fakes/services.ts";

const minute = 60_000;
let pages: FakePages;
let app: App;
beforeEach(async () => {
  pages = await createServicePages();
  await setServicesDraft(pages, "one", { chosen: objects });
});

const secretOf = ({ entry, owner, consoleId }: { entry: ServiceEntry; owner: string; consoleId: string }) =>
  `secret of ${[consoleId, owner.split("\n")[1], entry.connectionId].join(" ")}`;
const answerEach = () => {
  pages.answers["services.credentials"] = async (input) => credentials({ fields: keystoneFields(secretOf(input)) });
};
/** The first answer is held back until the gate opens, or fails with `kind` then. */
const holdFirst = (kind?: "unreachable" | "environment_forbidden") => {
  const gate = createGate();
  let isFirst = true;
  pages.answers["services.credentials"] = async (input) => {
    if (isFirst) {
      isFirst = false;
      await gate.passed;
      if (kind !== undefined) throw new AppError(kind);
    }
    return credentials({ fields: keystoneFields(secretOf(input)) });
  };
  return gate;
};
const choose = async (entry: ServiceEntry) => {
  app.services.choose(entryId(entry));
  await settled();
};
const password = () => app.services.shown.value?.credentials.fields.find(({ key }) => key === "password")?.value;
const problem = () => app.services.fetching.problem.value?.kind ?? null;
const open = async (gate: { open(): void }) => {
  gate.open();
  await settled();
};
const tick = async (milliseconds: number) => {
  pages.clock += milliseconds;
  app.tick();
  await settled();
};

describe("credentials on their way", () => {
  it("of the one chosen before are never shown for the one chosen since", async () => {
    const gate = holdFirst();
    app = await openStarted(pages);
    await choose(vault);
    expect(app.services.shown.value).toBeNull();
    await open(gate);
    expect(password()).toBe("secret of one ana Vault");
  });

  it("that fail are not said of the one chosen since", async () => {
    const gate = holdFirst("environment_forbidden");
    app = await openStarted(pages);
    await choose(vault);
    await open(gate);
    expect([password(), problem()]).toEqual(["secret of one ana Vault", null]);
  });

  it("are those asked for when one comes back to where one was", async () => {
    const gate = holdFirst();
    app = await openStarted(pages);
    await choose(vault);
    await choose(objects);
    await open(gate);
    expect(password()).toBe("secret of one ana Objects");
  });

  it.each([undefined, "unreachable"] as const)("of another console are not shown here (%s)", async (kind) => {
    const gate = holdFirst(kind);
    await setServicesDraft(pages, "two", { chosen: objects });
    app = await openStarted(pages);
    await selectConsole(pages, "two");
    await open(gate);
    expect([password(), problem()]).toEqual(["secret of two ana Objects", null]);
  });

  it("are not shown after signing out, nor asked for again", async () => {
    const gate = holdFirst();
    app = await openStarted(pages);
    await setSession(pages, "one", null);
    await open(gate);
    expect([app.services.shown.value, problem()]).toEqual([null, null]);
    expect(askedFor(pages, "services.credentials")).toHaveLength(1);
  });

  it("are those of who is signed in now", async () => {
    const gate = holdFirst();
    app = await openStarted(pages);
    await setSession(pages, "one", "bob");
    await open(gate);
    expect(password()).not.toBe("secret of one ana Objects");
  });

  it("of a console that is removed meanwhile go nowhere", async () => {
    const gate = holdFirst();
    app = await openStarted(pages);
    await pages.items.consoles.set({ list: [], currentId: null });
    await settled();
    await open(gate);
    expect([app.services.shown.value, problem()]).toEqual([null, null]);
  });

  it("are asked for once by however many clicks", async () => {
    const gate = holdFirst();
    app = await openStarted(pages);
    void app.services.fetching.run();
    void app.services.fetching.run();
    await open(gate);
    expect(askedFor(pages, "services.credentials")).toHaveLength(1);
  });
});

describe("credentials that cannot be had", () => {
  it.each(["worker_gone", "no_credentials", "environment_forbidden", "timed_out"] as const)(
    "say why: %s; and can be asked for again",
    async (kind) => {
      pages.answers["services.credentials"] = async () => {
        throw new AppError(kind);
      };
      app = await openStarted(pages);
      expect([app.services.shown.value, problem()]).toEqual([null, kind]);
      answerEach();
      await app.services.fetching.run();
      expect([password(), problem()]).toEqual(["secret of one ana Objects", null]);
    },
  );

  it("anew leave the older ones on screen, no longer than those may stay", async () => {
    answerEach();
    app = await openStarted(pages);
    pages.answers["services.credentials"] = async () => {
      throw new AppError("unreachable");
    };
    await tick(4 * minute);
    await choose(objects);
    expect([password(), problem()]).toEqual(["secret of one ana Objects", "unreachable"]);
    await tick(minute);
    expect(app.services.shown.value).toBeNull();
  });
});

describe("credentials on screen", () => {
  beforeEach(async () => {
    answerEach();
    app = await openStarted(pages);
    expect(password()).toBe("secret of one ana Objects");
  });

  it("are gone after the time that the settings give them, and come back when asked for", async () => {
    await tick(5 * minute - 1);
    expect([app.services.shown.value === null, app.services.isForgotten.value]).toEqual([false, false]);
    await tick(1);
    expect([app.services.shown.value, app.services.isForgotten.value]).toEqual([null, true]);
    await app.services.fetching.run();
    expect([password(), app.services.isForgotten.value]).toEqual(["secret of one ana Objects", false]);
    await tick(5 * minute);
    expect(app.services.shown.value).toBeNull();
  });

  it("are gone as soon as the settings give them less time than they had", async () => {
    await tick(2 * minute);
    await app.setShowMinutes.run(1);
    await settled();
    expect([app.services.shown.value, app.services.isForgotten.value]).toEqual([null, true]);
  });

  it("are gone in time while the keys are on screen", async () => {
    app.drafts.setTab("keys");
    await tick(5 * minute);
    expect(app.services.shown.value).toBeNull();
  });

  it.each<[string, () => Promise<void>]>([
    ["signing out", () => setSession(pages, "one", null)],
    ["another account", () => setSession(pages, "one", "bob")],
    ["another console", () => selectConsole(pages, "two")],
    ["the console’s removal", () => pages.items.consoles.set({ list: [], currentId: null })],
  ])("are gone with %s, also from memory", async (_what, happen) => {
    const gate = createGate();
    pages.answers["services.credentials"] = () => gate.passed.then(() => credentials({ fields: [] }));
    await happen();
    await settled();
    expect([app.services.shown.value, app.services.isForgotten.value]).toEqual([null, false]);
    // back where they were: what is shown has been asked for anew
    await pages.items.consoles.update(({ list, currentId }) => ({ list, currentId: currentId && "one" }));
    await setSession(pages, "one", "ana");
    expect(app.services.shown.value).toBeNull();
    await open(gate);
  });

  it("are gone from memory when one goes to the keys", async () => {
    app.drafts.setTab("keys");
    await settled();
    expect(app.services.shown.value).toBeNull();
  });

  it("are never stored, nor is anything secret", async () => {
    await choose(vault);
    app.exporting.open(null);
    app.services.type("something");
    await settled();
    expect(pages.local.dump() + pages.session.dump()).not.toContain("secret of");
  });

  it("are in one window alone: another one asks for its own", async () => {
    const before = askedFor(pages, "services.credentials").length;
    const other = await openStarted(pages);
    expect(askedFor(pages, "services.credentials")).toHaveLength(before + 1);
    expect(other.services.shown.value?.entry).toEqual(objects);
  });
});

describe("who comes after", () => {
  it("does not find another account’s choice", async () => {
    answerEach();
    app = await openStarted(pages);
    await choose(vault);
    app.exporting.choose("s3 json");
    await setSession(pages, "one", "bob");
    expect(app.services.chosen.value).toBeNull();
    const mine = askedFor(pages, "services.credentials");
    expect(mine.filter((input) => (input as { owner: string }).owner === "Shop\nbob")).toEqual([]);
    expect(app.services.draft.value.format).toBeNull();
  });
});
