// @vitest-environment node
import { beforeEach, describe, expect, it } from "vitest";
import { entryId, type ServiceField } from "../../../../lib/console/service.ts";
import { AppError } from "../../../../lib/errors.ts";
import type { App } from "../../../../lib/models/app.ts";
import type { Renewal } from "../../../../lib/storage/service-items.ts";
import { createGate, type FakePages, settled } from "../../../fakes/pages.ts";
import { sampleRenewal } from "../../../fakes/samples.ts";
import {
  ana,
  askedFor,
  createServicePages,
  credentials,
  keystoneFields,
  objects,
  openStarted,
  selectConsole,
  setServicesDraft,
  staging,
  vault,
} from "../../../fakes/services.ts";

let pages: FakePages;
let app: App;
beforeEach(async () => {
  pages = await createServicePages();
  await setServicesDraft(pages, "one", { chosen: objects });
  app = await openStarted(pages);
});

const renewal = (change: Partial<Renewal> = {}) => sampleRenewal({ owner: ana, entry: objects, ...change });
const setRenewals = async (...all: Renewal[]) => {
  await pages.items.renewals.set(all);
  await settled();
};
const setFresh = async (id: string, fields: ServiceField[] | null, copied = false) => {
  await pages.items.freshCredentials.set({ [id]: { fields, reserve: "", copied, renewal: renewal({ id }) } });
  await settled();
};
const wishes = () => askedFor(pages, "services.renew");
const asking = () => app.renewals.asking.value;
const idOf = (question: ReturnType<typeof asking>) =>
  question !== null && "renewalId" in question ? question.renewalId : null;

describe("what waits of new credentials", () => {
  it("is everything in the log, with its values once they are received", async () => {
    await setFresh("a", keystoneFields("new"), true);
    await setRenewals(
      renewal({ id: "a", state: "received" }),
      renewal({ id: "b", state: "failed", what: "s3Key", region: "east", consoleId: "two" }),
      renewal({ id: "c", state: "received", consoleId: "gone" }),
    );
    const shown = app.renewals.entries.value.map(({ renewal: { id }, name, fields, consoleName, isCopied }) => {
      return [id, name, fields?.length ?? null, consoleName, isCopied];
    });
    expect(shown).toEqual([
      ["a", "Objects / production", 4, "Brand one", true],
      ["b", "Objects / production (east)", null, "Brand two", false],
      ["c", "Objects / production", null, "", false],
    ]);
  });

  it("has no values while the console is still at work, even when they were told at once", async () => {
    await setFresh("a", keystoneFields("early"));
    await setRenewals(renewal({ id: "a", state: "pending" }));
    expect(app.renewals.entries.value[0]?.fields).toBeNull();
  });

  it("is under way in the whole connection, and in no other", async () => {
    await setRenewals(renewal({ entry: staging, state: "pending" }));
    expect(app.renewals.isRunning.value).toBe(true);
    app.services.choose(entryId(vault));
    expect(app.renewals.isRunning.value).toBe(false);
    await selectConsole(pages, "two");
    await setServicesDraft(pages, "two", { chosen: objects });
    await settled();
    expect(app.renewals.isRunning.value).toBe(false);
  });
});

describe("what is announced", () => {
  it("is what has just happened, and not again in a popup opened later", async () => {
    await setRenewals(renewal({ id: "a", state: "pending" }));
    expect(app.status.value?.text).toContain("Objects / production: the console is making new credentials");
    await setRenewals(renewal({ id: "a", state: "received" }));
    expect(app.status.value?.text).toBe("New credentials of Objects / production");
    app = await openStarted(pages);
    expect(app.status.value).toBeNull();
  });
});

describe("regenerating", () => {
  it("asks once for one question, however often it is answered", async () => {
    const gate = createGate();
    pages.answers["services.renew"] = () => gate.passed;
    app.renewals.ask("regenerate");
    const renewalId = idOf(asking());
    void app.renewals.renewing.value.run();
    void app.renewals.renewing.value.run();
    gate.open();
    await settled();
    expect(wishes()).toEqual([
      { consoleId: "one", owner: ana, renewalId, what: "credentials", entry: objects, region: null },
    ]);
  });

  it("asks nobody when the question was taken back, or is another one", async () => {
    app.renewals.ask("regenerate");
    app.renewals.closeQuestion();
    await app.renewals.renewing.value.run();
    app.exporting.open(null);
    await app.renewals.renewing.value.run();
    app.renewals.ask({ what: "delete", region: "east" });
    await app.renewals.renewing.value.run();
    expect(wishes()).toEqual([]);
  });

  it("is one and the same in a popup opened again and in another window", async () => {
    app.renewals.ask("regenerate");
    const renewalId = idOf(asking());
    await settled();
    const later = await openStarted(pages);
    expect(idOf(later.renewals.asking.value)).toBe(renewalId);
    await Promise.all([later.renewals.renewing.value.run(), app.renewals.renewing.value.run()]);
    expect(new Set(wishes().map((wish) => JSON.stringify(wish))).size).toBe(1);
    app.renewals.ask("regenerate");
    expect(idOf(asking())).not.toBe(renewalId);
  });

  it("closes the question once the console has not refused, whichever window answered", async () => {
    app.renewals.ask("regenerate");
    const id = idOf(asking()) ?? "";
    const other = await openStarted(pages);
    await setRenewals(renewal({ id, state: "sent" }));
    expect([asking()?.what, other.renewals.asking.value?.what]).toEqual(["regenerate", "regenerate"]);
    await setRenewals(renewal({ id, state: "sent" }), renewal({ id: "another", state: "pending" }));
    expect(asking()?.what).toBe("regenerate");
    await setRenewals(renewal({ id, state: "pending" }));
    expect([asking(), other.renewals.asking.value]).toEqual([null, null]);
    expect((await pages.items.drafts.get()).byConsole.one?.services.asking).toBeNull();
  });

  it("leaves room for the next question while the console is at work on the first", async () => {
    pages.answers["services.renew"] = () => new Promise(() => undefined);
    app.renewals.ask("regenerate");
    const id = idOf(asking()) ?? "";
    void app.renewals.renewing.value.run();
    await setRenewals(renewal({ id, state: "pending" }));
    app.services.choose(entryId(vault));
    app.renewals.ask("regenerate");
    expect([asking()?.what, app.renewals.renewing.value.busy.value]).toEqual(["regenerate", false]);
    void app.renewals.renewing.value.run();
    await settled();
    expect(wishes()).toHaveLength(2);
  });

  it("that is refused keeps the question, to say so; a new question starts anew", async () => {
    pages.answers["services.renew"] = async () => {
      throw new AppError("forbidden");
    };
    app.renewals.ask("regenerate");
    expect(await app.renewals.renewing.value.run()).toBe(false);
    expect([app.renewals.renewing.value.problem.value?.kind, asking()?.what]).toEqual(["forbidden", "regenerate"]);
    app.renewals.ask("regenerate");
    expect(app.renewals.renewing.value.problem.value).toBeNull();
  });

  it("that is refused after it was logged keeps the question too, and says so", async () => {
    pages.answers["services.renew"] = async ({ renewalId: id }) => {
      await setRenewals(renewal({ id, state: "sent" }));
      await setRenewals();
      throw new AppError("environment_forbidden");
    };
    app.renewals.ask("regenerate");
    expect(await app.renewals.renewing.value.run()).toBe(false);
    expect(app.renewals.renewing.value.problem.value?.kind).toBe("environment_forbidden");
    expect(asking()?.what).toBe("regenerate");
  });

  it("whose worker died before the console was asked says so, and keeps the question", async () => {
    pages.answers["services.renew"] = async () => {
      throw new AppError("worker_gone");
    };
    app.renewals.ask("regenerate");
    expect(await app.renewals.renewing.value.run()).toBe(false);
    expect([app.renewals.renewing.value.problem.value?.kind, asking()?.what]).toEqual(["never_asked", "regenerate"]);
  });

  it("whose worker died after the console was asked leaves the news to the log", async () => {
    pages.answers["services.renew"] = async ({ renewalId }) => {
      await pages.items.renewals.set([renewal({ id: renewalId })]);
      throw new AppError("worker_gone");
    };
    app.renewals.ask("regenerate");
    const id = idOf(asking()) ?? "";
    expect(await app.renewals.renewing.value.run()).toBe(true);
    expect(askedFor(pages, "renewal.lookAgain")).toEqual([{ renewalId: id }]);
    await setRenewals(renewal({ id, state: "unknown" }));
    expect(asking()).toBeNull();
  });

  it("shows what holds now when it has ended, whoever asked for it", async () => {
    await setRenewals(renewal({ id: "a", entry: staging, state: "pending" }));
    pages.answers["services.credentials"] = async () => credentials({ fields: keystoneFields("new") });
    const before = askedFor(pages, "services.credentials").length;
    await setRenewals(renewal({ id: "a", entry: staging, state: "received" }));
    expect(askedFor(pages, "services.credentials")).toHaveLength(before + 1);
    expect(app.services.shown.value?.credentials.fields.find(({ key }) => key === "password")?.value).toBe("new");
  });

  it("that ends while the older ones are on their way shows the newer ones all the same", async () => {
    await setRenewals(renewal({ id: "a", state: "pending" }));
    const gate = createGate();
    pages.answers["services.credentials"] = async () => {
      await gate.passed;
      return credentials({ fields: keystoneFields("old") });
    };
    void app.services.fetching.run();
    await setRenewals(renewal({ id: "a", state: "received" }));
    pages.answers["services.credentials"] = async () => credentials({ fields: keystoneFields("new") });
    gate.open();
    await settled();
    expect(app.services.shown.value?.credentials.fields.find(({ key }) => key === "password")?.value).toBe("new");
  });

  it("that ends while a popup just opened fetches for the first time shows the newer ones", async () => {
    await setRenewals(renewal({ id: "a", state: "pending" }));
    const gate = createGate();
    pages.answers["services.credentials"] = async () => {
      await gate.passed;
      return credentials({ fields: keystoneFields("old") });
    };
    app = await openStarted(pages);
    await setRenewals(renewal({ id: "a", state: "received" }));
    pages.answers["services.credentials"] = async () => credentials({ fields: keystoneFields("new") });
    gate.open();
    await settled();
    expect(app.services.shown.value?.credentials.fields.find(({ key }) => key === "password")?.value).toBe("new");
  });

  it("asks nothing anew for news of another connection, or for what is not on screen", async () => {
    const before = askedFor(pages, "services.credentials").length;
    await setRenewals(renewal({ id: "a", entry: vault, state: "received" }));
    pages.clock += 5 * 60_000;
    app.tick();
    await setRenewals(renewal({ id: "b", state: "received" }));
    expect(askedFor(pages, "services.credentials")).toHaveLength(before);
  });
});
