// @vitest-environment node
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast, grounds, toAccent, toBranding } from "../../../../../lib/console/cloudmc/branding.ts";
import { type Artifact, BrandingBody } from "../../../../../lib/console/cloudmc/schema.ts";
import { createTranslator } from "../../../../../lib/i18n.ts";

const brandingOf = (brand: object) => toBranding(BrandingBody.parse({ data: [brand] }), "fallback.example.com");
const colors = (text: string, type = "COLORS"): Artifact => ({ type, mimeType: "text/css", content: btoa(text) });
const logo = (change: Partial<Artifact> = {}): Artifact => ({
  type: "LOGO_SQUARE",
  mimeType: "image/png",
  content: "iVBORw0KGgo=",
  ...change,
});

describe("contrast", () => {
  it.each([
    ["#000000", "#ffffff", 21],
    ["#ffffff", "#000000", 21],
    ["#777777", "#777777", 1],
    ["#ff0000", "#ffffff", 3.998],
    ["#767676", "#ffffff", 4.542],
  ])("of %s on %s is %d", (one, other, expected) => {
    expect(contrast(one, other)).toBeCloseTo(expected, 2);
  });

  it("is reckoned against the grounds that are drawn", () => {
    const sheet = readFileSync("components/tokens.css", "utf8");
    const drawn = [...sheet.matchAll(/--ground:\s*([^;]+);/g)].map(([, value]) => value);
    expect(drawn.length).toBeGreaterThan(0);
    for (const ground of Object.values(grounds)) expect(drawn.join(" ")).toContain(ground);
  });
});

describe("the accent", () => {
  it.each([
    ["dark blue", "--primary-color: #00377d;", { light: "#00377d", dark: null }],
    ["pale yellow", "--primary-color: #ffe600;", { light: null, dark: "#ffe600" }],
    ["black", "--primary-color: #000;", { light: "#000000", dark: null }],
    ["white", "--primary-color: #FFF;", { light: null, dark: "#ffffff" }],
  ])("of %s is used only where it can be read", (_what, sheet, expected) => {
    const accent = toAccent([colors(sheet)]);
    expect({ light: accent?.light?.color ?? null, dark: accent?.dark?.color ?? null }).toEqual(expected);
  });

  it("is always readable on its ground, and its ink on it", () => {
    const channel = ["00", "33", "66", "99", "cc", "ff"];
    const all = channel.flatMap((r) => channel.flatMap((g) => channel.map((b) => `#${r}${g}${b}`)));
    const shades = all.flatMap((color) => {
      const accent = toAccent([colors(`--brand: ${color}`)]);
      return (["light", "dark"] as const).flatMap((scheme) => {
        const shade = accent?.[scheme] ?? null;
        return shade === null ? [] : [{ scheme, ...shade }];
      });
    });
    expect(shades.length).toBeGreaterThan(100);
    const unreadable = shades.filter(
      ({ scheme, color, ink }) => contrast(color, grounds[scheme]) < 4.5 || contrast(ink, color) < 4.5,
    );
    expect(unreadable).toEqual([]);
  });

  it.each([
    ['{"primary": "#00377d"}', "#00377d"],
    ["$brand-main = #00377D", "#00377d"],
    [".x { color: #111111 } :root { --accent: #00377d }", "#00377d"],
    ["--main-color:#07d;", null],
    ["--primary: rgb(0, 55, 125)", undefined],
    ["--primary: #00377", undefined],
    ["--primary: #00377d80", undefined],
    ["--secondary: #00377d", undefined],
    ["", undefined],
  ])("is read out of %j", (sheet, expected) => {
    const accent = toAccent([colors(sheet)]);
    if (expected === undefined) expect(accent).toBeNull();
    else expect(accent).toMatchObject({ light: expected === null ? null : { color: expected } });
  });

  it("is taken from the colours first, from the style sheet else", () => {
    const sheet = colors("--primary: #550000", "CUSTOM_CSS");
    expect(toAccent([sheet, colors("--primary: #00377d")])?.light?.color).toBe("#00377d");
    expect(toAccent([sheet, colors("nothing")])?.light?.color).toBe("#550000");
    expect(toAccent([sheet])?.light?.color).toBe("#550000");
    expect(toAccent([logo()])).toBeNull();
  });

  it("is read from text that is not encoded", () => {
    const plain: Artifact = { type: "COLORS", mimeType: null, content: ":root { --primary: #00377d; }" };
    expect(toAccent([plain])?.light?.color).toBe("#00377d");
  });

  it("is nothing but a colour and an ink", () => {
    const accent = toAccent([colors("--primary: #00377d; background: url(https://evil.example/)")]);
    expect(accent).toEqual({ light: { color: "#00377d", ink: "#ffffff" }, dark: null });
  });
});

describe("the logo", () => {
  it.each(["svg+xml", "png", "jpeg", "gif", "webp", "x-icon", "vnd.microsoft.icon"])("may be image/%s", (type) => {
    const branding = brandingOf({ artifacts: [logo({ mimeType: `image/${type}` })] });
    expect(branding.logo).toBe(`data:image/${type};base64,iVBORw0KGgo=`);
  });

  it.each([["text/html"], ["image/png;charset=x"], ["text/html,<script>//image/png"], ["image/tiff"], [""], [null]])(
    "may not be %j",
    (mimeType) => {
      expect(brandingOf({ artifacts: [logo({ mimeType })] }).logo).toBeNull();
    },
  );

  it.each([
    ["fits", "A".repeat(48 * 1024), true],
    ["is too large", "A".repeat(48 * 1024 + 1), false],
    ["is empty", "", false],
    ["is missing", null, false],
    ["is not base64", '"><script>', false],
    ["is a url", "https://evil.example/logo.png", false],
  ])("that %s is kept or not", (_what, content, isKept) => {
    expect(brandingOf({ artifacts: [logo({ content })] }).logo !== null).toBe(isKept);
  });

  it("is joined where it was wrapped", () => {
    expect(brandingOf({ artifacts: [logo({ content: "iVBO\r\nRw0K\n" })] }).logo).toBe(
      "data:image/png;base64,iVBORw0K",
    );
  });

  it("is the square one, else the favicon, never the wide one", () => {
    const icon = logo({ type: "FAVICON", content: "AAAA" });
    expect(brandingOf({ artifacts: [icon, logo({ content: "BBBB" })] }).logo).toContain("BBBB");
    expect(brandingOf({ artifacts: [icon, logo({ mimeType: "text/html" })] }).logo).toContain("AAAA");
    expect(brandingOf({ artifacts: [logo({ type: "LOGO" })] }).logo).toBeNull();
  });
});

describe("the name and the languages", () => {
  it.each([
    [{ applicationName: " TIGO MCO " }, "TIGO MCO"],
    [{ applicationName: "" }, "fallback.example.com"],
    [{ applicationName: "  " }, "fallback.example.com"],
    [{ applicationName: null }, "fallback.example.com"],
    [{}, "fallback.example.com"],
  ])("of %j is %j", (brand, name) => {
    expect(brandingOf(brand).name).toBe(name);
  });

  it.each([
    ["es", "en,fr,es", ["es", "en", "fr"]],
    [null, "en, fr", ["en", "fr"]],
    ["pt_BR", "pt_BR,en", ["pt-BR", "en"]],
    ["fr", null, ["fr"]],
    [null, null, []],
    ["", ",,", []],
    ["x", "english,<b>,en", ["en"]],
  ])("default %j, active %j: %j", (defaultLanguage, activeLanguages, expected) => {
    expect(brandingOf({ defaultLanguage, activeLanguages }).languages).toEqual(expected);
  });

  it.each(["zh_Hans_CN,en", "en-a", "en-abcdefghij", "fr-1", "en_US_POSIX_x"])(
    "can all be named on screen: %j",
    (activeLanguages) => {
      const { languages } = brandingOf({ activeLanguages });
      expect(() => createTranslator("en").languageList(languages)).not.toThrow();
    },
  );
});

describe("a brand that means no good", () => {
  const brand = (artifact: { type: string; mimeType: string; text: string }) =>
    toBranding(
      {
        data: [
          {
            applicationName: "Brand",
            defaultLanguage: null,
            activeLanguages: null,
            artifacts: [{ type: artifact.type, mimeType: artifact.mimeType, content: btoa(artifact.text) }],
          },
        ],
      },
      "host",
    );
  const logo = (text: string) => brand({ type: "LOGO_SQUARE", mimeType: "image/svg+xml", text }).logo;

  it("has its drawing left out when that repeats itself, or is more than a drawing", () => {
    expect(logo('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>')).toMatch(/^data:image/);
    for (const text of [
      '<svg><g id="a"><path/></g><use href="#a"/></svg>',
      "<svg><svg:use/></svg>",
      "<svg><filter/></svg>",
      "<svg><script>1</script></svg>",
      '<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>',
      `<svg><path d="${"M0 0".repeat(4000)}"/></svg>`,
    ]) {
      expect(logo(text)).toBeNull();
    }
  });

  it("cannot keep us busy with its style sheet", () => {
    const started = performance.now();
    expect(brand({ type: "COLORS", mimeType: "text/css", text: "main".repeat(12_000) }).accent).toBeNull();
    expect(brand({ type: "COLORS", mimeType: "text/css", text: "main".repeat(400_000) }).accent).toBeNull();
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
