// @vitest-environment node
/** S3 keys that are made and deleted, and what one does with the news of new credentials. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { entryId } from "../../../../lib/console/service.ts";
import { AppError } from "../../../../lib/errors.ts";
import type { App } from "../../../../lib/models/app.ts";
import { renewedTogether } from "../../../../lib/models/renewals.ts";
import { createGate, type FakePages, settled } from "../../../fakes/pages.ts";
import { sampleRenewal } from "../../../fakes/samples.ts";
import {
  ana,
  askedFor,
  createServicePages,
  credentials,
  objects,
  openStarted,
  sampleEntry,
  selectConsole,
  setServicesDraft,
  setSession,
  staging,
  vault,
} from "../../../fakes/services.ts";

let pages: FakePages;
let app: App;
let s3Keys: { region: string; accessKeyId: string }[];
beforeEach(async () => {
  pages = await createServicePages();
  s3Keys = [
    { region: "east", accessKeyId: "AK-east" },
    { region: "west", accessKeyId: "AK-west" },
  ];
  pages.answers["services.credentials"] = async () => credentials({ fields: [], s3Keys: [...s3Keys] });
  await setServicesDraft(pages, "one", { chosen: vault });
  app = await openStarted(pages);
});

const asking = () => app.renewals.asking.value;
const deletions = () => askedFor(pages, "services.deleteS3Key");

describe("generating an S3 key", () => {
  it.each([
    ["east", "east"],
    ["  north ", "north"],
    ["", null],
    ["   ", null],
  ])("in the region %j asks for %j", async (typed, region) => {
    app.renewals.ask({ what: "generate", region: "" });
    app.renewals.typeRegion(typed);
    await app.renewals.renewing.value.run();
    const [wish] = askedFor(pages, "services.renew");
    expect(wish).toMatchObject({ consoleId: "one", what: "s3Key", entry: vault, region });
  });

  it("is one and the same wish, whatever is typed", () => {
    app.renewals.ask({ what: "generate", region: "" });
    const before = asking();
    app.renewals.typeRegion("north");
    expect(asking()).toEqual({ ...before, region: "north" });
    app.renewals.closeQuestion();
    app.renewals.typeRegion("nowhere");
    expect(asking()).toBeNull();
  });

  it("keeps what was typed for a popup opened later", async () => {
    app.renewals.ask({ what: "generate", region: "" });
    app.renewals.typeRegion("nor");
    await settled();
    expect((await openStarted(pages)).renewals.asking.value).toEqual(asking());
  });
});

describe("deleting an S3 key", () => {
  it("asks once, in the name of who is on screen, shows what is left, and says so", async () => {
    pages.answers["services.deleteS3Key"] = async () => void s3Keys.shift();
    app.renewals.ask({ what: "delete", region: "east" });
    await Promise.all([app.renewals.deleting.run(), app.renewals.deleting.run()]);
    await settled();
    expect(deletions()).toEqual([{ consoleId: "one", entry: vault, region: "east", owner: ana }]);
    expect([asking(), app.status.value?.text]).toEqual([null, "Deleted the S3 key of east"]);
    expect(app.services.shown.value?.credentials.s3Keys).toEqual([{ region: "west", accessKeyId: "AK-west" }]);
  });

  it("that fails keeps the question, and shows what is there now", async () => {
    pages.answers["services.deleteS3Key"] = async () => {
      throw new AppError("task_failed", { reason: "busy" });
    };
    app.renewals.ask({ what: "delete", region: "east" });
    const before = askedFor(pages, "services.credentials").length;
    expect(await app.renewals.deleting.run()).toBe(false);
    await settled();
    expect([asking()?.what, app.renewals.deleting.problem.value?.kind, app.status.value]).toEqual([
      "delete",
      "task_failed",
      null,
    ]);
    expect(askedFor(pages, "services.credentials")).toHaveLength(before + 1);
  });

  it("asks nobody when nobody is signed in, or the question is another one", async () => {
    await app.renewals.deleting.run();
    app.renewals.ask({ what: "generate", region: "east" });
    await app.renewals.deleting.run();
    app.renewals.ask({ what: "delete", region: "east" });
    await setSession(pages, "one", null);
    await app.renewals.deleting.run();
    expect(deletions()).toEqual([]);
  });

  it("closes the question also when another window has written a draft meanwhile", async () => {
    const gate = createGate();
    pages.answers["services.deleteS3Key"] = () => gate.passed;
    app.renewals.ask({ what: "delete", region: "east" });
    await settled();
    const other = await openStarted(pages);
    const deleting = app.renewals.deleting.run();
    other.exporting.choose("s3 json");
    await settled();
    gate.open();
    await deleting;
    await settled();
    expect([asking(), other.renewals.asking.value]).toEqual([null, null]);
  });

  it("leaves a question alone that was opened on another console meanwhile", async () => {
    const gate = createGate();
    pages.answers["services.deleteS3Key"] = () => gate.passed;
    app.renewals.ask({ what: "delete", region: "east" });
    const deleting = app.renewals.deleting.run();
    await selectConsole(pages, "two");
    await setServicesDraft(pages, "two", { chosen: objects, asking: { what: "delete", region: "east" } });
    await settled();
    gate.open();
    await deleting;
    expect(app.drafts.of("two").services.asking).toEqual({ what: "delete", region: "east" });
    expect(app.drafts.of("one").services.asking).toBeNull();
  });

  it("has nothing to ask about a key that is gone, such as after a popup that closed meanwhile", async () => {
    app.renewals.ask({ what: "delete", region: "east" });
    await settled();
    s3Keys.shift();
    app = await openStarted(pages);
    expect(app.services.shown.value?.credentials.s3Keys).toHaveLength(1);
    expect(asking()).toBeNull();
  });
});

describe("a question", () => {
  it.each(["regenerate", { what: "delete", region: "east" }, { what: "generate", region: "east" }] as const)(
    "that was asked of one account is not answered in the name of another: %j",
    async (question) => {
      app.renewals.ask(question);
      await setSession(pages, "one", "bob");
      await Promise.all([app.renewals.renewing.value.run(), app.renewals.deleting.run()]);
      expect([...askedFor(pages, "services.renew"), ...deletions()]).toEqual([]);
    },
  );

  it("is taken back when another service is chosen", () => {
    app.renewals.ask({ what: "delete", region: "east" });
    app.services.choose(entryId(objects));
    expect(asking()).toBeNull();
  });

  it("of one console is not asked at another, and waits where it was asked", async () => {
    app.renewals.ask("regenerate");
    await selectConsole(pages, "two");
    expect(asking()).toBeNull();
    await selectConsole(pages, "one");
    expect(asking()?.what).toBe("regenerate");
  });
});

describe("the news", () => {
  const news = sampleRenewal({ id: "r", entry: objects, consoleId: "two", owner: ana, state: "failed" });
  const entry = () => {
    const [found] = app.renewals.entries.value;
    if (found === undefined) throw new Error("no news");
    return found;
  };
  beforeEach(async () => {
    await pages.items.renewals.set([news]);
    app.drafts.setTab("keys");
    await settled();
  });

  it("is looked at again, marked, and dismissed, each by its id", async () => {
    await app.renewals.lookingAgain.run("r");
    await app.renewals.markCopied("r");
    await app.renewals.dismissing.run("r");
    const names = ["renewal.lookAgain", "renewal.copied", "renewal.dismiss"];
    expect(names.flatMap((name) => askedFor(pages, name))).toEqual(names.map(() => ({ renewalId: "r" })));
  });

  it("leads to its service, on its console", async () => {
    pages.answers["console.select"] = ({ consoleId }) => selectConsole(pages, consoleId);
    await app.renewals.opening.run(entry());
    await settled();
    expect(app.state.drafts.value.tab).toBe("services");
    expect([app.services.chosen.value, app.services.shown.value?.entry]).toEqual([objects, objects]);
    expect(app.drafts.of("one").services.chosen).toEqual(vault);
  });

  it("leads to its service on its own console also when the answer comes before the console’s change", async () => {
    const gate = createGate();
    pages.answers["console.select"] = async ({ consoleId }) =>
      void gate.passed.then(() => selectConsole(pages, consoleId));
    await app.renewals.opening.run(entry());
    gate.open();
    await vi.waitUntil(() => app.state.current.value?.id === "two");
    await settled();
    expect(app.drafts.of("one").services.chosen).toEqual(vault);
    expect(app.drafts.of("two").services.chosen).toEqual(objects);
  });

  it("that leads nowhere, the worker being gone, says so", async () => {
    pages.answers["console.select"] = async () => {
      throw new AppError("worker_gone");
    };
    expect(await app.renewals.opening.run(entry())).toBe(false);
    expect(app.renewals.opening.problem.value?.kind).toBe("worker_gone");
    expect(app.drafts.of("one").services.chosen).toEqual(vault);
  });
});

describe("what is renewed together", () => {
  it("is every environment of the connection, and nothing without one", () => {
    const alone = sampleEntry("Objects");
    const other = sampleEntry("Other / production", { connectionName: "Objects" });
    expect(renewedTogether([objects, alone, other, staging, vault], objects)).toEqual([objects, staging]);
  });
});
