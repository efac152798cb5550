// @vitest-environment node
/** The way into a page: what browsers say when they let nobody in, and what a page may answer. */
import { afterEach, describe, expect, it } from "vitest";
import { createPageAccess, type PageAccessEdge, type ScriptingApi } from "../../../../lib/autofill/page-access.ts";
import { AppError } from "../../../../lib/errors.ts";
import type { FillOrder } from "../../../../lib/forms/order.ts";
import { passwordField, sampleForm, samplePage, signInPage, tab } from "../../../fakes/fill-page.ts";
import { kindOf } from "../../../fakes/problem.ts";

type Injection = Parameters<ScriptingApi["executeScript"]>[0];
const secret = "s3cr3t";
/** As for a page of the web. */
const tabs = { get: async () => ({ url: "https://a.example/" }) };
const order: FillOrder = {
  token: "0123456789abcdef",
  items: [{ fieldId: 2, value: secret, option: null, isSecret: true }],
};

const never = () => new Promise<never>(() => undefined);
const accessBy = (scripting: ScriptingApi, change: Partial<PageAccessEdge> = {}) =>
  createPageAccess({ scripting, tabs, script: "/filler.js", wait: never, ...change });

/** A browser that answers with this whatever is run. */
const answering = (results: { result?: unknown; error?: unknown }[]) => {
  const asked: Injection[] = [];
  const scripting: ScriptingApi = {
    async executeScript(injection) {
      asked.push(injection);
      return results;
    },
  };
  return { page: accessBy(scripting), asked };
};
const failing = (fault: unknown, from: PageAccessEdge["tabs"] = tabs) =>
  accessBy({ executeScript: () => Promise.reject(fault) }, { tabs: from });

describe("the words in which browsers refuse", () => {
  it.each([
    // Chromium
    [
      "Cannot access contents of the page. Extension manifest must request permission to access the respective host.",
      "page_not_granted",
    ],
    [
      'Cannot access contents of url "https://a.example/". Extension manifest must request permission to access this host.',
      "page_not_granted",
    ],
    ["Cannot access a chrome:// URL", "page_forbidden"],
    ["Cannot access a chrome-extension:// URL of different extension", "page_forbidden"],
    ["The extensions gallery cannot be scripted.", "page_forbidden"],
    ["This page cannot be scripted due to an ExtensionsSettings policy.", "page_forbidden"],
    ["No tab with id: 7.", "page_gone"],
    ["No tab with id: 7", "page_gone"],
    ["Frame with ID 0 was removed.", "page_gone"],
    ["The frame was removed.", "page_gone"],
    ["No frame with id 0 in tab with id 7", "page_gone"],
    ["Frame with ID 0 is showing error page", "page_forbidden"],
    // Firefox
    ["Missing host permission for the tab", "page_not_granted"],
    ["Missing host permission for the tab or frames", "page_not_granted"],
    ["Missing host permission for the tab, and any iframes", "page_not_granted"],
    ["Invalid tab ID: 7", "page_gone"],
    ["Invalid frame IDs: [ 0 ].", "page_gone"],
    // either, when somebody speaks another language or says nothing
    ["", "page_forbidden"],
  ])("%j: %s", async (words, kind) => {
    const page = failing(new Error(words));
    expect(await kindOf(page.collect(tab))).toBe(kind);
    expect(await kindOf(page.fill(tab, order))).toBe(kind);
    expect(await kindOf(page.watch(tab, "t", 1))).toBe(kind);
    expect(await kindOf(page.stop(tab))).toBe("it went well");
  });

  it.each([[undefined], [null], ["a text"], [{ message: "No tab with id: 7" }]])(
    "may be no error: %j",
    async (fault) => {
      expect(await kindOf(failing(fault).collect(tab))).toMatch(/^page_/);
    },
  );

  it("are not passed on: they may quote the address", async () => {
    const fault = await failing(new Error(`Cannot access contents of url "https://a.example/?token=${secret}".`))
      .collect(tab)
      .catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(AppError);
    if (fault instanceof AppError) expect([fault.message, fault.facts, fault.cause]).not.toContain(secret);
    expect(JSON.stringify(fault)).not.toContain(secret);
  });
});

describe("a page of the browser's own", () => {
  const missing = new Error("Missing host permission for the tab");
  it.each(["about:config", "chrome://settings/", "moz-extension://a/popup.html", "file:///etc/passwd"])(
    "is one where nobody may look, in whatever words: %s",
    async (url) => {
      expect(await kindOf(failing(missing, { get: async () => ({ url }) }).collect(tab))).toBe("page_forbidden");
    },
  );

  it("is not known when the browser does not tell its address, or the tab is gone", async () => {
    expect(await kindOf(failing(missing, { get: async () => ({}) }).collect(tab))).toBe("page_not_granted");
    const gone = { get: () => Promise.reject(new Error("Invalid tab ID: 7")) };
    expect(await kindOf(failing(new Error("Invalid tab ID: 7"), gone).collect(tab))).toBe("page_gone");
  });
});

describe("looking", () => {
  it("puts the script into the document of the tab alone, and asks it", async () => {
    const { page, asked } = answering([{ result: signInPage() }]);
    expect(await page.collect(tab)).toEqual(signInPage());
    expect(asked.map(({ target, files }) => [target, files])).toEqual([
      [{ tabId: tab, frameIds: [0] }, ["/filler.js"]],
      [{ tabId: tab, frameIds: [0] }, undefined],
    ]);
  });

  const good = signInPage();
  const field = passwordField();
  it.each([
    ["nothing", undefined],
    ["null", null],
    ["a text", "facts"],
    ["a list", []],
    ["a field more than there is", { ...good, extra: secret }],
    ["the value of a field", samplePage([sampleForm([Object.assign({ ...field }, { value: secret })])])],
    [
      "an attribute that is not looked at",
      samplePage([sampleForm([{ ...field, attributes: Object.assign({ name: "a" }, { value: secret }) }])]),
    ],
    ["two fields of one number", samplePage([sampleForm([field, field])])],
    ["a number that is none", samplePage([sampleForm([{ ...field, id: Number.NaN }])])],
    ["a negative number", samplePage([sampleForm([{ ...field, id: -1 }])])],
    ["a fraction", samplePage([sampleForm([{ ...field, id: 1.5 }])])],
    ["a token too short", signInPage({ token: "t" })],
    ["a title without end", signInPage({ title: "x".repeat(10_000) })],
    ["forms without end", samplePage(Array.from({ length: 1000 }, (_, index) => sampleForm([], { index })))],
    ["fields without end", samplePage([sampleForm(Array.from({ length: 5000 }, (_, id) => passwordField({ id })))])],
    ["truth as text", { ...good, isSecure: "true" }],
  ])("does not believe %s", async (_, result) => {
    const { page } = answering([{ result }]);
    const fault = await page.collect(tab).catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject({ kind: "page_gone", facts: {} });
    if (fault instanceof AppError) expect(String(fault.cause)).not.toContain(secret);
  });

  it.each([[[]], [[{ result: signInPage(), error: new Error("x") }]], [[{ error: { message: "x" } }]]])(
    "does not believe a browser that says %j",
    async (results) => expect(await kindOf(answering(results).page.collect(tab))).toBe("page_gone"),
  );
});

describe("writing", () => {
  it("carries the order as an argument and in no text", async () => {
    const { page, asked } = answering([{ result: { outcomes: [{ fieldId: 2, status: "filled", reason: null }] } }]);
    expect(await page.fill(tab, order)).toEqual([{ fieldId: 2, status: "filled", reason: null }]);
    expect(asked[0]?.args).toEqual([order]);
    expect(String(asked[0]?.func)).not.toContain(secret);
  });

  it("takes an outcome without a reason, which Chromium leaves out", async () => {
    const { page } = answering([{ result: { outcomes: [{ fieldId: 2, status: "filled" }] } }]);
    expect(await page.fill(tab, order)).toEqual([{ fieldId: 2, status: "filled", reason: null }]);
  });

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["no list", { outcomes: null }],
    ["an unknown status", { outcomes: [{ fieldId: 2, status: "stolen", reason: null }] }],
    ["a reason that is a speech", { outcomes: [{ fieldId: 2, status: "blocked", reason: "x".repeat(1000) }] }],
    ["a number as text", { outcomes: [{ fieldId: "2", status: "filled", reason: null }] }],
    ["more than anybody asked", { outcomes: Array.from({ length: 5000 }, () => ({ fieldId: 1, status: "filled" })) }],
  ])("does not believe %s", async (_, result) => {
    expect(await kindOf(answering([{ result }]).page.fill(tab, order))).toBe("page_gone");
  });
});

describe("what runs in the page", () => {
  const world = globalThis as { llaveroFiller?: unknown; chrome?: unknown };
  afterEach(() => {
    delete world.llaveroFiller;
    delete world.chrome;
  });
  /** Runs it here, as the page would. */
  const here: ScriptingApi = {
    async executeScript({ func, args = [] }) {
      return [{ result: await func?.(...(args as never[])) }];
    },
  };

  it("does nothing where our script is not", async () => {
    const page = accessBy(here);
    expect(await kindOf(page.collect(tab))).toBe("page_gone");
    expect(await kindOf(page.fill(tab, order))).toBe("page_gone");
    await page.watch(tab, "token", 5);
    await page.stop(tab);
  });

  it.each([
    ["fields", [{ llavero: "fields", token: "token" }]],
    ["time", []],
    ["stopped", []],
    ["changed", []],
  ])("tells of a watch that ended with %s: %j", async (end, expected) => {
    const sent: unknown[] = [];
    world.chrome = { runtime: { sendMessage: async (message: unknown) => void sent.push(message) } };
    world.llaveroFiller = { watch: async () => end };
    await accessBy(here).watch(tab, "token", 5);
    await Promise.resolve();
    await Promise.resolve();
    expect(sent).toEqual(expected);
  });
});

describe("a page that does not answer", () => {
  it("is given up after a while, and said to be silent", async () => {
    const waited: number[] = [];
    const page = accessBy(
      { executeScript: never },
      {
        wait: async (milliseconds) => void waited.push(milliseconds),
      },
    );
    expect(await kindOf(page.collect(tab))).toBe("page_silent");
    expect(waited).toEqual([10_000]);
  });

  it("is not waited for until it has loaded", async () => {
    const { page, asked } = answering([{ result: signInPage() }]);
    await page.collect(tab);
    expect(asked.map(({ injectImmediately }) => injectImmediately)).toEqual([true, true]);
  });
});

describe("a tab", () => {
  it.each([
    [{ incognito: true }, true],
    [{ incognito: false }, false],
    [{}, false],
  ])("that tells %j is private: %s", async (told, isPrivate) => {
    const page = accessBy({ executeScript: never }, { tabs: { get: async () => told } });
    expect(await page.isPrivate(tab)).toBe(isPrivate);
  });

  it("that does not tell counts as private", async () => {
    const page = accessBy({ executeScript: never }, { tabs: { get: () => Promise.reject(new Error("No tab")) } });
    expect(await page.isPrivate(tab)).toBe(true);
  });
});
