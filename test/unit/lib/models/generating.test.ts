// @vitest-environment node
import { beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../../../lib/errors.ts";
import type { App } from "../../../../lib/models/app.ts";
import { createPages, type FakePages, settled } from "../../../fakes/pages.ts";
import { sampleIntent, sampleKey, sampleProfile, sampleSnapshot } from "../../../fakes/samples.ts";

let pages: FakePages;
let app: App;
beforeEach(async () => {
  pages = await createPages(sampleProfile("one"), sampleProfile("two"));
  await pages.items.snapshot("one").set(sampleSnapshot([sampleKey("alpha")]));
  app = await pages.open();
  app.keys.loadAll();
  await settled();
});

const select = async (currentId: string) => {
  await pages.items.consoles.update((consoles) => ({ ...consoles, currentId }));
  await settled();
};

describe("generating", () => {
  const creates = () => pages.asked.filter(([name]) => name === "keys.create").map(([, input]) => input);
  const intentId = () => app.keys.draft.value.generate?.intentId ?? "";

  it("asks for one key with one form, however often it is submitted", async () => {
    app.keys.openGenerate();
    app.keys.typeName("ci");
    const id = intentId();
    await Promise.all([app.keys.creating.run(), app.keys.creating.run()]);
    expect(creates()).toEqual([{ consoleId: "one", intentId: id, name: "ci" }]);
    expect(app.keys.draft.value.generate).toBeNull();
  });

  it("is one and the same key in a popup opened again, and another one in a form opened anew", async () => {
    app.keys.openGenerate("ci");
    const id = intentId();
    app.keys.typeName("ci-runner");
    await settled();
    expect((await pages.open()).keys.draft.value.generate).toEqual({ name: "ci-runner", intentId: id });
    app.keys.closeGenerate();
    app.keys.openGenerate("ci");
    expect(intentId()).not.toBe(id);
  });

  it.each([
    ["alpha", true],
    [" alpha ", true],
    ["Alpha", false],
    ["", false],
  ])("says of the name %j whether it is there already: %s", (name, expected) => {
    app.keys.openGenerate(name);
    expect(app.keys.isNameTaken.value).toBe(expected);
  });

  it("that is refused keeps the form, until the name is changed", async () => {
    pages.answers["keys.create"] = async () => {
      throw new AppError("rejected", { reason: "too long" });
    };
    app.keys.openGenerate("ci");
    await app.keys.creating.run();
    expect(app.keys.creating.problem.value?.kind).toBe("rejected");
    expect(app.keys.draft.value.generate?.name).toBe("ci");
    app.keys.typeName("c");
    expect(app.keys.creating.problem.value).toBeNull();
  });

  it("is under way when another window has begun it, and closes the form here when it is done", async () => {
    app.keys.openGenerate("ci");
    const intent = sampleIntent({ id: intentId(), state: "sent" });
    await pages.items.intents.set([intent]);
    await settled();
    expect([app.keys.isCreating.value, app.keys.draft.value.generate?.name]).toEqual([true, "ci"]);
    await pages.items.intents.set([{ ...intent, state: "received" }]);
    await settled();
    expect([app.keys.isCreating.value, app.keys.draft.value.generate]).toEqual([false, null]);
  });

  it("whose worker died before the console was asked says so, and keeps the form", async () => {
    pages.answers["keys.create"] = async () => {
      throw new AppError("worker_gone");
    };
    app.keys.openGenerate("ci");
    expect(await app.keys.creating.run()).toBe(false);
    expect(app.keys.creating.problem.value).toEqual({ kind: "never_asked", facts: {} });
    expect(app.keys.draft.value.generate?.name).toBe("ci");
    expect(creates()).toHaveLength(1);
  });

  it("whose worker died after the console was asked leaves the news to the log of intents", async () => {
    pages.answers["keys.create"] = async (input) => {
      await pages.items.intents.set([sampleIntent({ id: input.intentId })]);
      throw new AppError("worker_gone");
    };
    app.keys.openGenerate("ci");
    expect(await app.keys.creating.run()).toBe(true);
    expect(pages.asked.map(([name]) => name)).toContain("keys.refresh");
    expect(creates()).toHaveLength(1);
  });

  it("does not close a form that was opened on another console meanwhile", async () => {
    pages.answers["keys.create"] = async () => {
      await select("two");
      app.keys.openGenerate("typed on two");
      return { outcome: "created" };
    };
    app.keys.openGenerate("ci");
    await app.keys.creating.run();
    expect(app.drafts.of("two").generate?.name).toBe("typed on two");
    expect(app.drafts.of("one").generate).toBeNull();
  });
});
