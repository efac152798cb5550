// @vitest-environment node
/** A window or panel that stays open, and is come back to. */
import { beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../../../lib/errors.ts";
import type { App } from "../../../../lib/models/app.ts";
import { createGate, type FakePages, settled } from "../../../fakes/pages.ts";
import {
  askedFor,
  createServicePages,
  listOf,
  objects,
  openStarted,
  setServicesDraft,
  setSession,
  vault,
  withState,
} from "../../../fakes/services.ts";

let pages: FakePages;
let app: App;
beforeEach(async () => {
  pages = await createServicePages();
  await setServicesDraft(pages, "one", { chosen: objects });
  app = await openStarted(pages);
});
const lists = () => askedFor(pages, "services.list").length;
const refresh = async () => {
  await app.refresh();
  await settled();
};

describe("coming back", () => {
  it("brings the list of services up to date, and leaves the credentials as they are", async () => {
    const fetched = askedFor(pages, "services.credentials").length;
    pages.answers["services.list"] = async () => listOf([objects, vault]);
    await refresh();
    expect(app.services.list.value?.entries).toEqual([objects, vault]);
    expect([lists(), askedFor(pages, "services.credentials").length]).toEqual([2, fetched]);
  });

  it("shows the older list meanwhile, and keeps it when the console cannot be reached", async () => {
    const gate = createGate();
    pages.answers["services.list"] = async () => {
      await gate.passed;
      throw new AppError("offline");
    };
    await refresh();
    expect(app.services.list.value?.entries).toHaveLength(3);
    gate.open();
    await settled();
    expect([app.services.list.value?.entries.length, app.services.listing.problem.value?.kind]).toEqual([3, "offline"]);
  });

  it("asks nothing of services while the keys are on screen, or nobody is signed in", async () => {
    app.drafts.setTab("keys");
    await refresh();
    expect(lists()).toBe(1);
    app.drafts.setTab("services");
    await setSession(pages, "one", null);
    await refresh();
    expect(lists()).toBe(1);
  });

  it("takes in what has become of the chosen one", async () => {
    const gone = withState(objects, "PURGED");
    pages.answers["services.list"] = async () => listOf([gone]);
    await refresh();
    expect(app.services.chosen.value).toEqual(gone);
  });
});

describe("a session that ends while the list is on its way", () => {
  it("is noticed by one more question at most, and said by the sign-in alone", async () => {
    pages.answers["services.list"] = async () => {
      await pages.items.sessions.set({ one: { state: "none" } });
      throw new AppError("session_expired");
    };
    const before = lists();
    await refresh();
    await settled();
    expect(lists() - before).toBeLessThanOrEqual(2);
    expect(app.services.list.value).toBeNull();
  });
});
