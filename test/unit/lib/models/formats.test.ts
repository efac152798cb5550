// @vitest-environment node
import { afterEach, describe, expect, it } from "vitest";
import { AppError } from "../../../../lib/errors.ts";
import { formats } from "../../../../lib/exports/formats.ts";
import { createTranslator, languages } from "../../../../lib/i18n.ts";
import { createFormats, explained, formatsFor } from "../../../../lib/models/formats.ts";
import { called, translator } from "../../../../lib/models/language.ts";

const kinds = [
  "keystoneV3",
  "keystoneApplicationCredential",
  "keystoneV2",
  "s3",
  "cloudStack",
  "consoleApiKey",
] as const;

afterEach(() => {
  translator.value = createTranslator("en");
});

describe("formats", () => {
  it("are none until they are loaded, and then all there are, in their order", async () => {
    const model = createFormats();
    expect(model.all.value).toEqual([]);
    await model.load();
    expect(model.all.value).toEqual(formats);
  });

  it("are the same when they are loaded again", async () => {
    const model = createFormats();
    await Promise.all([model.load(), model.load()]);
    const before = model.all.value;
    await model.load();
    expect(model.all.value).toBe(before);
  });

  it.each(kinds)("for %s are those that take it, and some there are", (kind) => {
    const offered = formatsFor(formats, kind);
    expect(offered.length).toBeGreaterThan(0);
    expect(offered).toEqual(formats.filter((format) => format.kinds.some((one) => one === kind)));
  });

  it.each(kinds)("for %s have names of their own in every language", (kind) => {
    for (const language of languages) {
      translator.value = createTranslator(language);
      const names = formatsFor(formats, kind).map(({ name }) => called(name));
      expect(new Set(names).size).toBe(names.length);
      expect(names.filter((name) => name.trim() === "")).toEqual([]);
    }
  });

  it("have ids that can be remembered, each of its own", () => {
    const ids = formats.map(({ id }) => id);
    expect(ids.filter((id) => !/^[a-z0-9-]+$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("why a format cannot carry something", () => {
  it.each([
    ["en", "Password"],
    ["es", "Contraseña"],
    ["fr", "Mot de passe"],
  ] as const)("is said with the field’s name on screen (%s)", (language, item) => {
    translator.value = createTranslator(language);
    const fault = explained(new AppError("export_line_break", { item: "password", host: "h" }));
    expect(fault).toMatchObject({ kind: "export_line_break", facts: { item, host: "h" } });
  });

  it("is left as it is where it is no such thing", () => {
    const others = [
      new Error("x"),
      "text",
      null,
      new AppError("storage_full", { item: "drafts" }),
      new AppError("offline"),
    ];
    for (const other of others) expect(explained(other)).toBe(other);
  });
});
