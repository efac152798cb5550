// @vitest-environment node
/** "Always": for one origin, one service and one account; and what is kept of it. */
import { beforeEach, describe, expect, it } from "vitest";
import type { FillSource } from "../../../../lib/storage/fill-items.ts";
import {
  dashboard,
  passwordField,
  sampleForm,
  samplePage,
  signInPage,
  tab,
  userField,
} from "../../../fakes/fill-page.ts";
import {
  anasPassword,
  createFillStage,
  type FillStage,
  ownerNamed,
  tell,
  told,
  toldKeystone,
  toldS3,
} from "../../../fakes/filling.ts";
import { kindOf } from "../../../fakes/problem.ts";

let stage: FillStage;
beforeEach(async () => {
  stage = await createFillStage();
});
const autofill = () => stage.worker.autofill;
const begin = (source = stage.source) => autofill().begin(tab, source, null);
const put = (facts: Parameters<typeof stage.browser.page.tabs.set>[1]) => stage.browser.page.tabs.set(tab, facts);
const written = () => stage.browser.page.written();
const known = async () => (await stage.worker.items.fillOrigins.get())[dashboard];

describe("an origin that is always filled", () => {
  it("is filled without asking, also by the shortcut and by another worker", async () => {
    await stage.approve(true);
    expect(await begin()).toBe("done");
    expect(await stage.browser.start().autofill.quick(tab)).toBe("done");
    expect(written()).toHaveLength(6);
    expect(await known()).toMatchObject({ isTrusted: true, usedAt: stage.browser.clock });
  });

  it.each([
    "https://dashboard.example.com:8443",
    "https://sub.dashboard.example.com",
    "https://dashboard.example.com.evil.net",
    "http://localhost:8080",
  ])("does not make %s one", async (origin) => {
    await stage.approve(true);
    const before = written().length;
    put(signInPage({ origin }));
    expect(await autofill().quick(tab)).toBeNull();
    expect(await begin()).toBe("asking");
    expect(written()).toHaveLength(before);
  });

  it("is one for that service and that account alone", async () => {
    await stage.approve(true);
    const before = written().length;
    const { entry } = stage.source;
    const others: FillSource[] = [
      { ...stage.source, entry: { ...entry, environment: { id: "e2", name: "production", state: null } } },
    ];
    for (const other of others) {
      expect(await begin(other)).toBe("asking");
      await autofill().dismiss(tab);
    }
    stage.browser.cloud.userName = "bruno";
    expect(await begin({ ...stage.source, owner: ownerNamed("bruno") })).toBe("asking");
    expect(await kindOf(autofill().quick(tab))).toBe("other_account");
    expect(written()).toHaveLength(before);
  });

  it("is no longer one once another account was used there with a single yes", async () => {
    await stage.approve(true);
    stage.browser.cloud.userName = "bruno";
    await autofill().begin(tab, { ...stage.source, owner: ownerNamed("bruno") }, null);
    await autofill().confirm(tab, (await stage.fill())?.id ?? "", false);
    expect((await known())?.isTrusted).toBe(false);
    expect(await begin({ ...stage.source, owner: ownerNamed("bruno") })).toBe("asking");
  });

  it("is not one when it only looks like one, whatever a window of ours says", async () => {
    await stage.approve(true);
    put(signInPage({ origin: "https://dashboard.examp1e.com" }));
    await begin();
    expect((await stage.fill())?.warnings[0]).toEqual({ kind: "lookalike", of: dashboard });
    await autofill()
      .confirm(tab, (await stage.fill())?.id ?? "", true)
      .catch(() => undefined);
    const origins = await stage.worker.items.fillOrigins.get();
    expect(origins["https://dashboard.examp1e.com"]?.isTrusted ?? false).toBe(false);
  });
});

describe("the shortcut", () => {
  it("does nothing where nothing was filled yet, and asks where it was once", async () => {
    expect(await autofill().quick(tab)).toBeNull();
    await stage.approve();
    expect(await autofill().quick(tab)).toBe("asking");
  });

  it("tells what is wrong later, when nobody sees it happen", async () => {
    put("page_forbidden");
    const fault = await autofill()
      .quick(tab)
      .catch((thrown: unknown) => thrown);
    expect(await autofill().noteFailure(tab, fault)).toBe(true);
    expect(await stage.fill()).toMatchObject({ state: "failed", problem: { kind: "page_forbidden" }, lines: [] });
    expect(await autofill().noteFailure(tab, new Error(anasPassword))).toBe(false);
    expect(await stage.fill()).toMatchObject({ problem: { kind: "internal", facts: {} } });
    expect(JSON.stringify(stage.stored)).not.toContain(anasPassword);
  });
});

describe("one value by hand", () => {
  const byHand = async () => {
    await stage.worker.items.fillOrigins.set({
      [dashboard]: { isTrusted: true, source: stage.source, usedAt: 1, taught: {} },
    });
    return autofill().byHand(tab, "password");
  };

  it("goes into the field that has the focus and no other, and there again the next time", async () => {
    const odd = passwordField({
      id: 5,
      type: "text",
      attributes: { name: "odd" },
      label: "Magic word",
      isFocused: true,
    });
    put(samplePage([sampleForm([userField(), odd])]));
    expect(await byHand()).toBe("done");
    expect(written().map(({ fieldId, value }) => [fieldId, value])).toEqual([[5, anasPassword]]);
    await begin();
    expect(written().slice(1)).toContainEqual({ fieldId: 5, value: anasPassword, origin: dashboard });
  });

  it("goes into no other field, also when nothing tells the two apart but numbers made up anew", async () => {
    const unnamed = (id: number, isFocused: boolean) =>
      passwordField({ id, type: "text", attributes: { name: `input-${id}` }, label: "", isFocused });
    put(samplePage([sampleForm([unnamed(21, false), unnamed(22, true), unnamed(23, false)])]));
    await byHand();
    expect(written().map(({ fieldId }) => fieldId)).toEqual([22]);
  });

  it("goes into no field that the page put before it while the user was asked", async () => {
    const unnamed = (id: number, isFocused: boolean) =>
      passwordField({ id, type: "text", attributes: {}, label: "", isFocused });
    put(samplePage([sampleForm([unnamed(22, true)])]));
    await stage.worker.items.fillOrigins.set({
      [dashboard]: { isTrusted: false, source: stage.source, usedAt: 1, taught: {} },
    });
    expect(await autofill().byHand(tab, "password")).toBe("asking");
    put(samplePage([sampleForm([unnamed(21, false), unnamed(22, true)])]));
    await autofill()
      .confirm(tab, (await stage.fill())?.id ?? "", false)
      .catch(() => undefined);
    expect(written().map(({ fieldId }) => fieldId)).not.toContain(21);
  });

  it("goes into no other field, also when the form's own names are long", async () => {
    const form = { id: "login-".repeat(25), action: `/${"path-".repeat(36)}` };
    const field = (id: number, name: string, isFocused: boolean) =>
      passwordField({ id, type: "text", attributes: { name }, label: name, isFocused });
    put(samplePage([sampleForm([field(1, "comment", false), field(2, "token", true)], form)]));
    await byHand();
    expect(written().map(({ fieldId }) => fieldId)).toEqual([2]);
  });

  it.each([
    ["none has the focus", passwordField()],
    ["it is hidden", passwordField({ isFocused: true, visibility: "opacity" })],
    ["it is locked", passwordField({ isFocused: true, isReadOnly: true })],
    ["it is many lines", passwordField({ isFocused: true, tag: "textarea", type: "textarea" })],
    ["it is a choice", passwordField({ isFocused: true, tag: "select", type: "select" })],
    ["it is for numbers", passwordField({ isFocused: true, type: "number" })],
  ])("goes nowhere when %s", async (_, field) => {
    put(samplePage([sampleForm([field])]));
    expect(await kindOf(byHand())).toMatch(/no_fields|nothing_to_fill|field_unfit/);
    expect(written()).toEqual([]);
  });
});

describe("storage", () => {
  it("never holds a secret, whatever is done, on disk or in memory", async () => {
    tell(stage.browser, [...toldKeystone("s3cr3t-passw0rd"), ...toldS3]);
    await stage.approve(true);
    await autofill().quick(tab);
    await autofill().onFields(tab, (await stage.fill())?.token ?? "");
    put(samplePage([sampleForm([passwordField({ id: 4, type: "text", isFocused: true, label: "Odd" })])]));
    await autofill().byHand(tab, "password");
    await autofill().onLoaded(tab);
    expect(stage.stored.length).toBeGreaterThan(5);
    for (const secret of ["s3cr3t-passw0rd", "s3-secret-of-ana"])
      expect(JSON.stringify(stage.stored)).not.toContain(secret);
  });

  it("keeps values on no disk at all, and of those in memory none that the console calls sensitive", async () => {
    tell(stage.browser, [
      told("authenticationUrl", "https://auth.example.com"),
      told("userName", "name-that-is-sensitive", true),
      told("password", anasPassword, true),
    ]);
    await stage.approve(true);
    expect(stage.browser.local.dump()).not.toContain("name-that-is-sensitive");
    expect(JSON.stringify(stage.stored)).not.toContain("name-that-is-sensitive");
  });
});
