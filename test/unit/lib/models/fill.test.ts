import { beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../../../lib/errors.ts";
import { fillStatuses } from "../../../../lib/forms/order.ts";
import { en } from "../../../../lib/locales/en.ts";
import type { App } from "../../../../lib/models/app.ts";
import { isDoubted, isUnsure, outcomeKey, unsureSentences, whyKey } from "../../../../lib/models/fill-words.ts";
import { dashboard, tab } from "../../../fakes/fill-page.ts";
import { sampleFill, sampleLine, sampleSource, setFill } from "../../../fakes/fills.ts";
import { type FakePages, settled } from "../../../fakes/pages.ts";
import {
  askedFor,
  createServicePages,
  objects,
  openStarted,
  setServicesDraft,
  setSession,
} from "../../../fakes/services.ts";

let pages: FakePages;
let app: App;
beforeEach(async () => {
  pages = await createServicePages();
  await setServicesDraft(pages, "one", { chosen: objects });
  app = await openStarted(pages);
});
const done = (...lines: Parameters<typeof sampleLine>[]) =>
  sampleFill({
    state: "done",
    lines: lines.map(([kind, change]) => sampleLine(kind, { outcome: "filled", ...change })),
  });

describe("filling from the popup", () => {
  it("asks the background with the chosen service, whose it is, and the tab in front", async () => {
    expect(await app.filling.beginning.run(null)).toBe(true);
    expect(askedFor(pages, "fill.begin")).toEqual([{ tabId: tab, source: sampleSource, only: null }]);
  });

  it("goes on with the service that is asked about when a kind is chosen", async () => {
    const other = { ...sampleSource, consoleId: "two" };
    await setFill(pages, sampleFill({ source: other }));
    await app.filling.beginning.run("s3");
    expect(askedFor(pages, "fill.begin")).toEqual([{ tabId: tab, source: other, only: "s3" }]);
  });

  it("goes on in the tab that is asked about, also when another one has come to the front", async () => {
    await setFill(pages, sampleFill());
    pages.tabId = tab + 1;
    await app.filling.beginning.run("s3");
    expect(askedFor(pages, "fill.begin")).toMatchObject([{ tabId: tab, only: "s3" }]);
  });

  it("begins in no tab when what was asked about is gone", async () => {
    await app.filling.beginning.run("s3");
    expect(askedFor(pages, "fill.begin")).toEqual([]);
  });

  it.each(["fill.begin", "fill.confirm"] as const)(
    "points to the page when the background ends meanwhile: %s",
    async (message) => {
      pages.answers[message] = async () => {
        throw new AppError("worker_gone");
      };
      await setFill(pages, sampleFill());
      const task = message === "fill.begin" ? app.filling.beginning.run("s3") : app.filling.confirming.run(false);
      expect(await task).toBe(false);
      const { beginning, confirming } = app.filling;
      expect((beginning.problem.value ?? confirming.problem.value)?.kind).toBe("fill_interrupted");
    },
  );

  it("fails when there is no tab", async () => {
    pages.tabId = null;
    expect(await app.filling.beginning.run(null)).toBe(false);
    expect(app.filling.beginning.problem.value?.kind).toBe("page_gone");
    expect(askedFor(pages, "fill.begin")).toEqual([]);
  });

  it("asks for nothing without a service or a session", async () => {
    await setSession(pages, "one", null);
    await app.filling.beginning.run(null);
    expect(askedFor(pages, "fill.begin")).toEqual([]);
  });

  it("tells why it could not be done", async () => {
    pages.answers["fill.begin"] = async () => {
      throw new AppError("page_forbidden");
    };
    await app.filling.beginning.run(null);
    expect(app.filling.beginning.problem.value?.kind).toBe("page_forbidden");
  });
});

describe("the question", () => {
  it("is that of the tab and of no other", async () => {
    await setFill(pages, sampleFill({ tabId: tab + 1 }));
    expect(app.filling.fill.value).toBeNull();
    await setFill(pages, sampleFill());
    expect(app.filling.fill.value?.id).toBe("fill");
  });

  it("is that of the tab in front, in a panel that stays", async () => {
    await setFill(pages, sampleFill({ tabId: tab + 1 }));
    pages.tabId = tab + 1;
    for (const tell of pages.onTab) tell();
    await settled();
    expect(app.filling.fill.value?.tabId).toBe(tab + 1);
    pages.tabId = tab;
    for (const tell of pages.onTab) tell();
    await settled();
    expect(app.filling.fill.value).toBeNull();
  });

  it("is answered by its own name and tab", async () => {
    await setFill(pages, sampleFill());
    await app.filling.confirming.run(true);
    await app.filling.dismissing.run();
    await app.filling.forgetting.run(dashboard);
    expect(pages.asked.filter(([name]) => name.startsWith("fill."))).toEqual([
      ["fill.confirm", { tabId: tab, fillId: "fill", isAlways: true }],
      ["fill.dismiss", { tabId: tab }],
      ["fill.forgetOrigin", { origin: dashboard }],
    ]);
  });

  it("cannot be answered when there is none", async () => {
    await app.filling.confirming.run(true);
    await app.filling.dismissing.run();
    expect(pages.asked.filter(([name]) => name.startsWith("fill."))).toEqual([]);
  });

  it("does not come with what went wrong with the one before", async () => {
    pages.answers["fill.confirm"] = async () => {
      throw new AppError("page_changed");
    };
    await setFill(pages, sampleFill());
    await app.filling.confirming.run(false);
    await app.filling.dismissing.run();
    await setFill(pages, null);
    await setFill(pages, sampleFill({ id: "another" }));
    expect(app.filling.confirming.problem.value).toBeNull();
  });
});

describe("the news", () => {
  it("is announced once for each thing that is new", async () => {
    await setFill(pages, done(["username"]));
    const first = app.status.value;
    expect(first?.text).toBe("Filled 1 field: User name");
    await setFill(pages, { ...done(["username"]), until: 5 });
    expect(app.status.value?.id).toBe(first?.id);
    await setFill(pages, done(["username"], ["password"]));
    expect(app.status.value?.text).toBe("Filled 2 fields: User name, Password");
  });

  it("names no field that was not filled, and no value", async () => {
    await setFill(
      pages,
      done(["username"], ["password", { outcome: "refused" }], ["regionName", { outcome: "reformatted" }]),
    );
    expect(app.filling.result.value).toBe("Filled 2 fields: User name, Region");
    expect(app.status.value?.text).not.toContain("value of");
  });

  it("is announced too when nothing was filled", async () => {
    await setFill(pages, done(["password", { outcome: "blocked" }]));
    expect(app.filling.result.value).toBeNull();
    expect(app.status.value?.text).toBe("Nothing was filled. Not filled: Password");
    await setFill(pages, { ...done(), id: "another" });
    expect(app.status.value?.text).toBe("Nothing was filled");
  });

  it("is announced where a form is waited for", async () => {
    const problem = { kind: "no_fields", facts: { host: "dashboard.example.com" } } as const;
    await setFill(pages, sampleFill({ state: "failed", problem }));
    expect(app.status.value?.text).toBe(
      "There is no form on dashboard.example.com yet that asks for these credentials.",
    );
  });

  it("names what was not filled beside what was", async () => {
    await setFill(pages, done(["username"], ["password", { outcome: "refused" }]));
    expect(app.status.value?.text).toBe("Filled 1 field: User name. Not filled: Password");
  });

  it.each(["reformatted", "truncated"])(
    "of a secret that the page changed is that it was not filled: %s",
    async (outcome) => {
      await setFill(pages, done(["username"], ["password", { outcome, isSecret: true, shown: null }]));
      expect(app.filling.result.value).toBe("Filled 1 field: User name");
      expect(app.status.value?.text).toContain("Not filled: Password");
    },
  );

  it("is not announced again in another language, nor when its tab is in front again", async () => {
    await setFill(pages, done(["username"]));
    const first = app.status.value;
    await app.setLanguage.run("fr");
    await settled();
    await pages.items.fills.update((fills) => ({
      ...fills,
      [tab + 1]: { ...done(["password"]), id: "b", tabId: tab + 1 },
    }));
    for (const id of [tab + 1, tab]) {
      pages.tabId = id;
      for (const tell of pages.onTab) tell();
      await settled();
    }
    expect(app.status.value?.id).toBe((first?.id ?? 0) + 1);
    expect(app.status.value?.text).toContain("Mot de passe");
  });

  it("is none while it is being done", async () => {
    await setFill(pages, { ...done(["username"]), state: "filling" });
    await settled();
    expect(app.status.value?.text ?? "").not.toContain("Filled");
  });
});

describe("words", () => {
  const odd = ["constructor", "__proto__", "toString", "", "made up"];
  it.each(odd)("are there for a reason that nobody knows: %j", (why) => {
    expect(whyKey(why) in en).toBe(true);
    for (const outcome of [...fillStatuses, ...odd, null])
      expect(outcomeKey({ outcome, reason: why }) in en).toBe(true);
  });

  it.each([
    ["blocked", "tooLong", "fill.whyTooLong"],
    ["blocked", "readonly", "fill.whyLocked"],
    ["blocked", "covered", "fill.whyHidden"],
    ["blocked", null, "fill.whyHidden"],
    ["changed", "name", "fill.outcomeChanged"],
    ["gone", null, "fill.outcomeGone"],
    [null, null, "fill.outcomeRefused"],
  ])("of %s for %s are %s", (outcome, reason, key) => expect(outcomeKey({ outcome, reason })).toBe(key));

  it.each(["patternMismatch", "typeMismatch", "tooShort"])(
    "tell of a value that the page finds fault with: %s",
    (reason) => {
      expect(isDoubted({ outcome: "filled", reason })).toBe(true);
      expect(isDoubted({ outcome: "refused", reason })).toBe(false);
    },
  );

  it.each([null, ...odd])("find no fault where the page finds none: %j", (reason) => {
    expect(isDoubted({ outcome: "filled", reason })).toBe(false);
  });

  it("of a secret in another form say that it is not the right one", () => {
    expect(outcomeKey({ outcome: "reformatted", reason: null })).toBe("fill.outcomeAltered");
  });

  it.each(odd)("of a page as a whole are none for a reason that nobody knows: %j", (why) => {
    const gaps = [{ label: "", kind: null, why }];
    expect([isUnsure({ why }), unsureSentences(sampleFill({ gaps }))]).toEqual([false, []]);
  });

  it("of a page as a whole are sentences of their own, each once", () => {
    const gaps = ["fields", "forms", "offers", "tooLarge", "forms"].map((why) => ({
      label: "",
      kind: why === "fields" ? "password" : null,
      why,
    }));
    const sentences = unsureSentences(sampleFill({ gaps }));
    expect(sentences).toHaveLength(4);
    expect(sentences[0]).toContain("for Password");
    expect(sentences[1]).toContain("Click into the right one");
    expect(sentences.join(" ")).not.toMatch(/[{}]/);
  });

  it("of a page as a whole leave out what is asked, and its size where one field was pointed at", () => {
    const gaps = ["offers", "tooLarge"].map((why) => ({ label: "", kind: null, why }));
    expect(unsureSentences(sampleFill({ gaps, choices: ["s3"], byHand: { mark: "m", role: "password" } }))).toEqual([]);
  });

  it("of an insecure page are not those of a hidden field", () => {
    expect(outcomeKey({ outcome: "blocked", reason: "insecure" })).not.toBe("fill.whyHidden");
  });
});
