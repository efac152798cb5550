// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "../../../../lib/errors.ts";
import { formats } from "../../../../lib/exports/formats.ts";
import type { App } from "../../../../lib/models/app.ts";
import { createPages, type FakePages, settled } from "../../../fakes/pages.ts";
import { sampleFresh, sampleIntent, sampleProfile } from "../../../fakes/samples.ts";

let pages: FakePages;
let app: App;
beforeEach(async () => {
  pages = await createPages(sampleProfile("one", { label: "Work" }), sampleProfile("two"));
  await pages.items.fresh.set({ a: sampleFresh("secret") });
  await pages.items.intents.set([
    sampleIntent({ id: "a", state: "received", keyId: "k1" }),
    sampleIntent({ id: "b", state: "lost", keyId: "k2", consoleId: "two" }),
    sampleIntent({ id: "c", state: "absent" }),
    sampleIntent({ id: "d", state: "sent" }),
    sampleIntent({ id: "e", state: "lost", consoleId: "gone" }),
  ]);
  app = await pages.open();
});

const entry = (id: string) => {
  const found = app.fresh.entries.value.find(({ intent }) => intent.id === id);
  if (found === undefined) throw new Error(`no entry ${id}`);
  return found;
};

describe("what waits for the user", () => {
  it("is every key that arrived, and the news of every one that did not", () => {
    const shown = app.fresh.entries.value.map(({ intent, key, consoleName }) => [intent.id, key, consoleName]);
    expect(shown).toEqual([
      ["a", "secret", "Work"],
      ["b", null, "Brand two"],
      ["c", null, "Work"],
      ["e", null, ""],
    ]);
  });

  it("follows the background: another window dismissed it", async () => {
    await pages.items.intents.set([]);
    await settled();
    expect(app.fresh.entries.value).toEqual([]);
  });

  it("is known to be copied once it was, in a popup opened later too", async () => {
    expect(entry("a").isCopied).toBe(false);
    await app.fresh.markCopied("a");
    expect(pages.asked).toEqual([["fresh.copied", { intentId: "a" }]]);
    await pages.items.fresh.set({ a: sampleFresh("secret", { copied: true }) });
    app = await pages.open();
    expect([entry("a").isCopied, entry("b").isCopied]).toEqual([true, false]);
  });

  const textIn = (id: string, form: string | null) => {
    const format = formats.find((one) => one.id === form) ?? null;
    if (form !== null && format === null) throw new Error(`no format ${form}`);
    return app.fresh.textOf(entry(id), format);
  };

  it.each([
    [null, "secret"],
    ["header", "MC-Api-Key: secret"],
    ["curl", "curl --header 'MC-Api-Key: secret' 'https://one.example.com/api/v2/environments'"],
    ["dotenv", "MC_API_KEY='secret'"],
  ])("can be had as %s, without a line break at the end", (form, text) => {
    expect(textIn("a", form)).toBe(text);
  });

  it("can be had for Terraform, with the console’s address", () => {
    expect(textIn("a", "terraform-cloudca")).toContain("https://one.example.com/api/v2");
  });

  it("is nothing in any form when its value is not here", () => {
    expect([textIn("b", null), textIn("b", "json")]).toEqual(["", ""]);
  });

  it("says which value a form cannot carry, in words of the screen, and never the value", async () => {
    await pages.items.fresh.set({ a: sampleFresh("two\nlines") });
    await settled();
    expect(textIn("a", null)).toBe("two\nlines");
    const copied = await app.copying.run(() => textIn("a", "header"), "HTTP header");
    expect([copied, pages.clipboard.text]).toEqual([false, ""]);
    expect(app.copying.problem.value).toEqual({ kind: "export_line_break", facts: { item: "API key" } });
  });

  it("has the forms of an API key once they are loaded, and no others", async () => {
    expect(app.fresh.formats.value).toEqual([]);
    await app.start();
    await vi.waitUntil(() => app.fresh.formats.value.length > 0);
    expect(app.fresh.formats.value.map(({ id }) => id)).toEqual([
      "header",
      "curl",
      "terraform-cloudca",
      "dotenv",
      "json",
      "kubernetes-secret",
    ]);
  });
});

describe("taking it away", () => {
  it("dismisses the one that is meant", async () => {
    await app.fresh.dismissing.run("a");
    expect(pages.asked).toEqual([["fresh.dismiss", { intentId: "a" }]]);
  });

  it("revokes a lost key", async () => {
    await app.fresh.revokingLost.run("b");
    expect(pages.asked).toEqual([["fresh.revokeLost", { intentId: "b" }]]);
  });

  it("keeps the news of a lost key that could not be revoked", async () => {
    pages.answers["fresh.revokeLost"] = async () => {
      throw new AppError("unreachable");
    };
    expect(await app.fresh.revokingLost.run("b")).toBe(false);
    expect(pages.asked.map(([name]) => name)).toEqual(["fresh.revokeLost"]);
  });

  it("revokes the keys that a request made twice", async () => {
    await app.fresh.revokingStrays.run("a");
    expect(pages.asked).toEqual([["fresh.revokeStrays", { intentId: "a" }]]);
  });
});
