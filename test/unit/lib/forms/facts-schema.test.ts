// @vitest-environment node
import { describe, expect, it } from "vitest";
import { parseFacts } from "../../../../lib/forms/facts-schema.ts";
import { factsOf } from "./facts-of.ts";
import { pageOf } from "./notes.ts";

const good = factsOf(pageOf({ kind: "negative", name: "x", fields: ["User | name=u", "Password | pw; name=p"] }));
const [form] = good.forms;
const [field] = form?.fields ?? [];

describe("facts from a page", () => {
  it("pass when they are as they should be", () => {
    expect(parseFacts(JSON.parse(JSON.stringify(good)))).toEqual(good);
  });

  it.each([
    ["a value that nobody asked for", { ...good, forms: [{ ...form, fields: [{ ...field, value: "secret" }] }] }],
    [
      "an attribute that nobody asked for",
      { ...good, forms: [{ ...form, fields: [{ ...field, attributes: { value: "x" } }] }] },
    ],
    ["a text too long", { ...good, title: "x".repeat(10_000) }],
    ["too many forms", { ...good, forms: Array.from({ length: 1_000 }, () => form) }],
    ["a number used twice", { ...good, forms: [{ ...form, fields: [field, field] }] }],
    ["numbers that are none", { ...good, forms: [{ ...form, fields: [{ ...field, id: -1 }] }] }],
    ["no token", { ...good, token: "" }],
    ["nothing", null],
  ])("are refused with %s", (_, facts) => {
    expect(() => parseFacts(facts)).toThrow();
  });
});
