// @vitest-environment node
/** Asking before an origin is filled, and doing what was said yes to and nothing else. */
import { beforeEach, describe, expect, it } from "vitest";
import {
  dashboard,
  passwordField,
  sampleForm,
  samplePage,
  signInPage,
  tab,
  userField,
} from "../../../fakes/fill-page.ts";
import { anasPassword, createFillStage, type FillStage, ownerNamed } from "../../../fakes/filling.ts";
import { kindOf, problemOf } from "../../../fakes/problem.ts";

let stage: FillStage;
beforeEach(async () => {
  stage = await createFillStage();
});
const autofill = () => stage.worker.autofill;
const begin = () => autofill().begin(tab, stage.source, null);
const confirm = async (isAlways = false) => autofill().confirm(tab, (await stage.fill())?.id ?? "", isAlways);
const written = () => stage.browser.page.written();
const put = (page: Parameters<typeof stage.browser.page.tabs.set>[1]) => stage.browser.page.tabs.set(tab, page);

describe("an origin where nobody has said yes", () => {
  it("is asked about: what goes where, without secrets, and nothing is written", async () => {
    expect(await begin()).toBe("asking");
    expect(await stage.fill()).toMatchObject({
      state: "asking",
      origin: dashboard,
      source: stage.source,
      lines: [
        { label: "User Name", kind: "username", isSecret: false, shown: "ana", outcome: null },
        { label: "Password", kind: "password", isSecret: true, shown: null, outcome: null },
      ],
    });
    expect(written()).toEqual([]);
    expect(await stage.worker.items.fillOrigins.get()).toEqual({});
  });

  it("is filled once the user says yes, and asked about again the next time", async () => {
    await stage.approve();
    expect(written().map(({ value }) => value)).toEqual(["ana", anasPassword]);
    expect(await stage.fill()).toMatchObject({ state: "done", lines: [{ outcome: "filled" }, { outcome: "filled" }] });
    expect((await stage.worker.items.fillOrigins.get())[dashboard]).toMatchObject({ isTrusted: false });
    expect(await begin()).toBe("asking");
  });

  it("is filled by a worker that never asked: the one that did has ended", async () => {
    await begin();
    const other = stage.browser.start();
    await other.autofill.confirm(tab, (await stage.fill())?.id ?? "", false);
    expect(written()).toHaveLength(2);
  });

  it("is not filled on a yes to another question, or to none, or twice", async () => {
    expect(await kindOf(autofill().confirm(tab, "", false))).toBe("page_gone");
    await begin();
    const { id = "" } = (await stage.fill()) ?? {};
    await begin();
    expect(await kindOf(autofill().confirm(tab, id, false))).toBe("page_gone");
    expect(await kindOf(autofill().confirm(tab + 1, (await stage.fill())?.id ?? "", false))).toBe("page_gone");
    expect(written()).toEqual([]);
    await confirm();
    expect(await kindOf(confirm())).toBe("page_gone");
    expect(written()).toHaveLength(2);
  });

  it("is written to once when two windows say yes together", async () => {
    await begin();
    await Promise.allSettled([confirm(), confirm()]);
    const secrets = written().filter(({ value }) => value === anasPassword);
    expect(secrets).toHaveLength(1);
  });
});

describe("a page that is another one when the user says yes", () => {
  const origins = [
    "https://evil.example.net",
    "https://dashboard.example.com:8443",
    "http://localhost",
    "https://login.example.com",
  ];

  it.each(origins)("is left alone: %s", async (origin) => {
    await begin();
    put(signInPage({ origin }));
    expect(await kindOf(confirm(true))).toBe("page_changed");
    expect(written()).toEqual([]);
    expect(await stage.worker.items.fillOrigins.get()).toEqual({});
  });

  it.each([
    ["without encryption", signInPage({ isSecure: false }), "page_insecure"],
    ["at an http address", signInPage({ origin: "http://dashboard.example.com" }), "page_insecure"],
    ["that is gone", "page_gone", "page_gone"],
    ["where nobody may look", "page_not_granted", "page_not_granted"],
    ["with a field less", samplePage([sampleForm([passwordField()])]), "page_changed"],
    [
      "where a field has another name",
      samplePage([sampleForm([userField({ attributes: { name: "user" } }), passwordField()])]),
      "page_changed",
    ],
    [
      "where a field is hidden now",
      samplePage([sampleForm([userField(), passwordField({ visibility: "offscreen" })])]),
      "page_changed",
    ],
  ] as const)("is left alone: %s", async (_, page, kind) => {
    await begin();
    put(page);
    expect(await kindOf(confirm())).toBe(kind);
    expect(written()).toEqual([]);
  });

  it("gets nothing into fields that came since", async () => {
    put(samplePage([sampleForm([userField(), { ...passwordField(), visibility: "display" }])]));
    await begin();
    expect((await stage.fill())?.lines.map(({ kind }) => kind)).toEqual(["username"]);
    put(signInPage());
    await confirm();
    expect(written().map(({ value }) => value)).toEqual(["ana"]);
  });

  it("gets nothing when it is navigated between the look and the writing", async () => {
    await begin();
    stage.browser.page.before = (what) => {
      if (what === "fill") stage.browser.page.tokens.clear();
    };
    await confirm();
    expect(written()).toEqual([]);
    expect((await stage.fill())?.lines.map(({ outcome }) => outcome)).toEqual(["changed", "changed"]);
  });
});

describe("a page that is not to be filled", () => {
  it.each([
    ["plain http", signInPage({ origin: "http://dashboard.example.com" })],
    ["a context that is not secure", signInPage({ isSecure: false })],
    ["a file", signInPage({ origin: "null" })],
    ["no origin at all", signInPage({ origin: "" })],
    ["an origin named like a property", signInPage({ origin: "constructor" })],
    ["another scheme", signInPage({ origin: "ftp://dashboard.example.com" })],
  ])("is refused before credentials are fetched: %s", async (_, page) => {
    put(page);
    const before = stage.browser.cloud.asked.length;
    expect(await kindOf(begin())).toBe("page_insecure");
    expect(await kindOf(autofill().quick(tab))).not.toBe("internal");
    expect(stage.browser.cloud.asked.slice(before)).toEqual([]);
  });

  it("has no fields, and says where", async () => {
    put(samplePage([]));
    expect(await problemOf(begin())).toEqual({ kind: "no_fields", facts: { host: "dashboard.example.com" } });
    // and it is kept, for a popup that is opened later
    expect(await stage.fill()).toMatchObject({ state: "failed", problem: { kind: "no_fields" }, lines: [] });
  });

  it("claims an origin that is none, such as one that begins like a trusted one", async () => {
    put(signInPage({ origin: `${dashboard}@evil.example.net` }));
    await begin().catch(() => undefined);
    expect((await stage.fill())?.origin ?? "").not.toContain("evil");
  });
});

describe("credentials", () => {
  it("of another account are not used, whoever is signed in now", async () => {
    stage.browser.cloud.userName = "bruno";
    expect(await kindOf(begin())).toBe("other_account");
    const mine = { ...stage.source, owner: ownerNamed("bruno") };
    await autofill().begin(tab, mine, null);
    stage.browser.cloud.userName = "ana";
    expect(await kindOf(confirm())).toBe("other_account");
    expect(written()).toEqual([]);
  });

  it("are not written when the session ended between asking and confirming", async () => {
    await begin();
    stage.browser.cloud.userName = null;
    expect(await kindOf(confirm(true))).toMatch(/session_expired|signed_out/);
    expect(written()).toEqual([]);
    expect(await stage.worker.items.fillOrigins.get()).toEqual({});
  });
});
