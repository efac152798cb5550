// @vitest-environment node
import { describe, expect, it } from "vitest";
import { errorKinds } from "../../../lib/errors.ts";
import { chooseLanguage, createTranslator, languages } from "../../../lib/i18n.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe("the language", () => {
  it.each([
    [["es-MX", "en"], "es"],
    [["de-DE", "fr-CA", "en"], "fr"],
    [["EN-gb"], "en"],
    [["de"], "en"],
    [[], "en"],
    [["est"], "en"],
    [["français"], "en"],
  ])("of someone who prefers %j is %s", (preferred, expected) => {
    expect(chooseLanguage(preferred)).toBe(expected);
  });
});

describe("gaps", () => {
  const { t } = createTranslator("en");

  it("are filled with text as it is, and numbers as people write them", () => {
    expect(t("keys.found", { found: 1234, count: 10_000 })).toBe("1,234 of 10,000");
    expect(createTranslator("es", "es-ES").t("keys.found", { found: 1234, count: 10_000 })).toContain("10.000");
    expect(t("keys.rename", { name: "$& {name} $1" })).toBe("Rename $& {name} $1");
  });

  it("stay to be seen when nothing fills them", () => {
    expect(t("keys.rename")).toBe("Rename {name}");
    expect(t("keys.rename", { other: "x" })).toBe("Rename {name}");
  });
});

describe("plurals", () => {
  it.each([
    ["en", 0, "0 keys"],
    ["en", 1, "1 key"],
    ["en", 2, "2 keys"],
    ["en", 10_000, "10,000 keys"],
    ["es", 0, "0 claves"],
    ["es", 1, "1 clave"],
    ["es", 1_000_000, "1.000.000 claves"],
    ["fr", 0, "0 clé"],
    ["fr", 1, "1 clé"],
    ["fr", 2, "2 clés"],
  ] as const)("in %s of %i: %s", (language, count, expected) => {
    expect(createTranslator(language).plural("keys.count", count)).toBe(expected);
  });

  it("take more gaps than the number", () => {
    expect(createTranslator("en").plural("signIn.failures", 5, { limit: 10 })).toMatch(
      /^5 failed sign-ins .* After 10 /,
    );
  });
});

describe("a time ago", () => {
  const { ago } = createTranslator("en");
  const now = Date.UTC(2026, 4, 1);
  it.each([
    [0, "now"],
    [59 * second, "now"],
    [minute, "1 minute ago"],
    [90 * second, "1 minute ago"],
    [59 * minute + 59 * second, "59 minutes ago"],
    [hour, "1 hour ago"],
    [23 * hour + 59 * minute, "23 hours ago"],
    [day, "yesterday"],
    [6 * day + 23 * hour, "6 days ago"],
    [7 * day, "last week"],
    [14 * day, "2 weeks ago"],
    [30 * day, "last month"],
    [90 * day, "3 months ago"],
    [364 * day, "12 months ago"],
    [365 * day, "last year"],
    [3 * 365 * day, "3 years ago"],
    [-5 * minute, "now"],
    [-2 * day, "now"],
  ])("of %i ms reads %j", (before, expected) => {
    expect(ago(now - before, now)).toBe(expected);
  });

  it("reads in the language of the user", () => {
    expect(createTranslator("es").ago(now - 2 * hour, now)).toBe("hace 2 horas");
    expect(createTranslator("fr").ago(now - 2 * hour, now)).toBe("il y a 2 heures");
  });

  it("can be told exactly", () => {
    const exact = createTranslator("en", "en-GB").exact(Date.UTC(2026, 4, 1, 12));
    expect(exact).toMatch(/1 May 2026/);
    expect(exact).toMatch(/\d\d:\d\d:\d\d/);
  });
});

describe("a list of languages", () => {
  it.each([
    ["en", ["es", "en"], "Spanish and English"],
    ["es", ["es", "en", "fr"], "español, inglés y francés"],
    ["en", ["xx"], "xx"],
    ["en", [], ""],
  ] as const)("in %s: %j", (language, codes, expected) => {
    expect(createTranslator(language).languageList(codes)).toBe(expected);
  });

  it("survives a code that is none", () => {
    expect(createTranslator("en").languageList(["en", "zh-Hans_CN"])).toMatch(/^English and /);
  });
});

describe("a brand’s own words", () => {
  it.each([
    ["TIGO MCO", "es", "Eliminar clave API"],
    ["tigo", "es", "Eliminar clave API"],
    ["Prestigo", "es", "Revocar clave API"],
    ["", "es", "Revocar clave API"],
    ["TIGO MCO", "en", "Revoke API key"],
  ] as const)("of %j in %s: %j", (brand, language, expected) => {
    expect(createTranslator(language, language, brand).t("keys.revokeTitle")).toBe(expected);
  });
});

describe("a problem", () => {
  const { problem } = createTranslator("en");

  it("says what happened and what to do next", () => {
    expect(problem({ kind: "unreachable", facts: { host: "a.example" } })).toEqual({
      what: "a.example cannot be reached.",
      reason: null,
      next: "Check the address and your network, and whether a VPN is needed.",
    });
  });

  it.each([
    ["a reason of its own", { reason: "Quota", status: 400 }, "The console refused this: Quota", null],
    ["no reason but a status", { status: 409 }, "The console refused this: HTTP 409", null],
    ["nothing at all", {}, "The console refused this: HTTP ?", null],
  ])("that quotes the console, with %s", (_what, facts, what, reason) => {
    expect(problem({ kind: "rejected", facts })).toMatchObject({ what, reason });
  });

  it("repeats what the console says where the sentence does not", () => {
    const facts = { host: "a.example", status: 500, reason: "Disk on fire {status}" };
    expect(problem({ kind: "server_failed", facts })).toMatchObject({
      what: "a.example has a problem of its own (HTTP 500).",
      reason: "The console says: Disk on fire {status}",
    });
  });

  it.each(languages.flatMap((language) => errorKinds.map((kind) => [language, kind] as const)))(
    "leaves no gap open in %s: %s",
    (language, kind) => {
      const facts = { host: "a.example", status: 500, item: "keys" };
      const { what, next } = createTranslator(language).problem({ kind, facts });
      expect(`${what} ${next}`).not.toMatch(/[{}]|undefined/);
    },
  );
});
