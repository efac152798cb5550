// @vitest-environment node
/** What comes between: dismissal, removal, workers that end at any step, pages that fail. */
import { beforeEach, describe, expect, it } from "vitest";
import { dashboard, sampleFieldFacts, sampleForm, samplePage, signInPage, tab } from "../../../fakes/fill-page.ts";
import { anasPassword, createFillStage, type FillStage } from "../../../fakes/filling.ts";
import { createGate } from "../../../fakes/pages.ts";
import { kindOf } from "../../../fakes/problem.ts";

let stage: FillStage;
beforeEach(async () => {
  stage = await createFillStage();
});
const autofill = () => stage.worker.autofill;
const begin = () => autofill().begin(tab, stage.source, null);
const confirm = async (isAlways = false) => autofill().confirm(tab, (await stage.fill())?.id ?? "", isAlways);
const secrets = () => stage.browser.page.written().filter(({ value }) => value === anasPassword);
/** Once, when the page is asked for that. */
const whenAsked = (what: "collect" | "fill" | "watch", work: () => Promise<void>) => {
  let isDone = false;
  stage.browser.page.before = async (asked) => {
    if (asked !== what || isDone) return;
    isDone = true;
    await work();
  };
};

describe("dismissing", () => {
  it("ends the question, and the page is not followed", async () => {
    await begin();
    const { id = "" } = (await stage.fill()) ?? {};
    await autofill().dismiss(tab);
    expect(await stage.fill()).toBeUndefined();
    expect(await kindOf(autofill().confirm(tab, id, true))).toBe("page_gone");
    expect(stage.browser.page.calls).toEqual([{ what: "stop", tabId: tab }]);
  });

  it("while the page is looked at anew has nothing written", async () => {
    await begin();
    whenAsked("collect", () => autofill().dismiss(tab));
    await confirm().catch(() => undefined);
    expect(secrets()).toEqual([]);
    expect(await stage.fill()).toBeUndefined();
  });

  it("while fields that came later are looked at has nothing more written", async () => {
    stage.browser.page.tabs.set(
      tab,
      samplePage([sampleForm([sampleFieldFacts(1, "username", { label: "User Name" })])]),
    );
    await stage.approve();
    stage.browser.page.tabs.set(tab, signInPage());
    whenAsked("collect", () => autofill().dismiss(tab));
    await autofill()
      .onFields(tab, (await stage.fill())?.token ?? "")
      .catch(() => undefined);
    expect(secrets()).toEqual([]);
    expect(await stage.fill()).toBeUndefined();
  });

  it("while it is being written leaves no news", async () => {
    await begin();
    whenAsked("fill", () => autofill().dismiss(tab));
    await confirm().catch(() => undefined);
    expect(await stage.fill()).toBeUndefined();
  });
});

describe("another document in the tab", () => {
  it("ends the question", async () => {
    await begin();
    const { id = "" } = (await stage.fill()) ?? {};
    await autofill().onLoaded(tab);
    expect(await stage.fill()).toMatchObject({ state: "failed", problem: { kind: "page_changed" } });
    expect(await kindOf(autofill().confirm(tab, id, false))).toBe("page_gone");
    expect(secrets()).toEqual([]);
  });

  it("is none when only a frame has loaded, or the address has changed", async () => {
    await begin();
    stage.browser.page.stays = true;
    await autofill().onLoaded(tab);
    expect(await stage.fill()).toMatchObject({ state: "asking" });
    await confirm();
    await autofill().onLoaded(tab);
    expect(await stage.fill()).toMatchObject({ state: "done" });
    expect(secrets()).toHaveLength(1);
  });

  it("does not bring a question back that was being answered", async () => {
    await begin();
    whenAsked("collect", async () => {
      stage.browser.page.tabs.set(tab, samplePage([]));
      await autofill().onLoaded(tab);
    });
    await confirm().catch(() => undefined);
    expect(secrets()).toEqual([]);
    expect((await stage.fill())?.state ?? "failed").toBe("failed");
  });
});

describe("a console that is removed", () => {
  it("takes its questions and its origins along, and nothing of others", async () => {
    await stage.approve(true);
    const other = { ...stage.source, consoleId: "another" };
    await stage.worker.items.fillOrigins.update((origins) => ({
      ...origins,
      "https://b.example": { isTrusted: true, source: other, usedAt: 1, taught: {} },
    }));
    await stage.worker.consoles.remove(stage.source.consoleId);
    expect(await stage.fill()).toBeUndefined();
    expect(Object.keys(await stage.worker.items.fillOrigins.get())).toEqual(["https://b.example"]);
    expect(await kindOf(begin())).not.toBe("it went well");
    expect(secrets()).toHaveLength(1);
  });

  it("while the page is looked at anew has nothing written and nothing kept", async () => {
    await begin();
    whenAsked("collect", () => stage.worker.consoles.remove(stage.source.consoleId));
    expect(await kindOf(confirm(true))).not.toBe("it went well");
    expect(secrets()).toEqual([]);
    expect([await stage.fill(), await stage.worker.items.fillOrigins.get()]).toEqual([undefined, {}]);
  });

  it("while a page is written to leaves nothing of it on disk", async () => {
    await stage.approve(true);
    whenAsked("fill", () => stage.worker.consoles.remove(stage.source.consoleId));
    await begin().catch(() => undefined);
    expect(await stage.worker.items.fillOrigins.get()).toEqual({});
  });
});

describe("forgetting an origin", () => {
  it("has the user asked again", async () => {
    await stage.approve(true);
    expect(await begin()).toBe("done");
    await autofill().forgetOrigin(dashboard);
    expect(await autofill().quick(tab)).toBeNull();
    expect(await begin()).toBe("asking");
  });

  it("while a page of it is written to is not undone", async () => {
    await stage.approve(true);
    whenAsked("fill", () => autofill().forgetOrigin(dashboard));
    await begin();
    expect(await stage.worker.items.fillOrigins.get()).toEqual({});
  });
});

describe("a page that fails while it is written to", () => {
  it.each(["page_gone", "page_forbidden", "page_not_granted"] as const)(
    "is said, and not followed: %s",
    async (kind) => {
      await begin();
      whenAsked("fill", async () => void stage.browser.page.tabs.set(tab, kind));
      expect(await kindOf(confirm())).toBe(kind);
      expect(await stage.fill()).toMatchObject({ state: "failed", problem: { kind } });
      expect(stage.browser.page.calls.filter(({ what }) => what === "watch")).toEqual([]);
    },
  );

  it("only when it is to be followed was filled all the same", async () => {
    await begin();
    whenAsked("watch", async () => void stage.browser.page.tabs.set(tab, "page_gone"));
    await confirm();
    expect(await stage.fill()).toMatchObject({ state: "done" });
  });
});

describe("a worker that ends while it fills", () => {
  /** Begins, then says yes with a worker that ends at a step; false when it did not get there. */
  const dieAt = async (atStep: number, afterwards: boolean): Promise<boolean> => {
    stage = await createFillStage();
    await begin();
    const { id = "" } = (await stage.fill()) ?? {};
    const death = createGate();
    let died = false;
    const mortal = stage.browser.start({
      atStep,
      afterwards,
      onDeath: () => {
        died = true;
        death.open();
      },
    });
    await Promise.race([mortal.autofill.confirm(tab, id, true), death.passed]);
    return died;
  };

  it("has written the secret once at most, and the page can be filled again", { timeout: 20_000 }, async () => {
    for (const afterwards of [false, true]) {
      for (let step = 1; await dieAt(step, afterwards); step++) {
        expect(secrets().length, `step ${step}`).toBeLessThanOrEqual(1);
        expect(JSON.stringify(stage.stored)).not.toContain(anasPassword);
        const next = stage.browser.start();
        stage.browser.page.before = () => undefined;
        expect(await next.autofill.begin(tab, stage.source, null), `step ${step}`).toMatch(/asking|done/);
        expect(step).toBeLessThan(40);
      }
    }
  });

  it("leaves no tab that says for ever that it is being filled", { timeout: 20_000 }, async () => {
    const stuck: number[] = [];
    for (let step = 1; await dieAt(step, true); step++) {
      const next = stage.browser.start();
      await Promise.all([next.freshKeys.recover(), next.renewals.recover(), next.autofill.recover()]);
      stage.browser.clock += 60 * 60_000;
      await next.autofill.onFields(tab, "whatever");
      if ((await stage.fill())?.state === "filling") stuck.push(step);
    }
    expect(stuck).toEqual([]);
  });
});
