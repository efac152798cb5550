// @vitest-environment node
/** Which part may import which: read out of the imports themselves. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

interface Import {
  readonly from: string;
  /** A path from the root for our own files; else the package's name. */
  readonly to: string;
  readonly isType: boolean;
}

const root = join(import.meta.dirname, "../..");
const files = globSync("{lib,components,entrypoints}/**/*.{ts,tsx}", { cwd: root }).toSorted();

/** Static, dynamic and re-exporting imports; those of types alone are marked. */
function importsIn(text: string): { specifier: string; isType: boolean }[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const fromClause = /^\s*(?:import|export)\s+(type\s+)?([^"';]*?)\s*from\s*["']([^"']+)["']/gm;
  const bare = /^\s*import\s*["']([^"']+)["']/gm;
  const dynamic = /\bimport\(\s*["']([^"']+)["']\s*\)/g;
  const isAllTypes = (names: string) =>
    /^\{[\s\S]*\}$/.test(names) &&
    names
      .slice(1, -1)
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "")
      .every((name) => name.startsWith("type "));
  return [
    ...[...code.matchAll(fromClause)].map(([, type, names = "", specifier = ""]) => ({
      specifier,
      isType: type !== undefined || isAllTypes(names),
    })),
    ...[...code.matchAll(bare), ...code.matchAll(dynamic)].map(([, specifier = ""]) => ({ specifier, isType: false })),
  ];
}

const imports: readonly Import[] = files.flatMap((from) =>
  importsIn(readFileSync(join(root, from), "utf8")).map(({ specifier, isType }) => ({
    from,
    to: specifier.startsWith(".") ? relative(root, join(root, dirname(from), specifier)) : specifier,
    isType,
  })),
);

const isIn = (path: string, ...places: readonly string[]) =>
  places.some((place) => (place.endsWith("/") ? path.startsWith(place) : path === place));
/** Imports that break a rule, to be read in a failure. */
const wrong = (isWrong: (one: Import) => boolean) => imports.filter(isWrong).map(({ from, to }) => `${from} → ${to}`);

/** Everything that a file comes to need, by imports of values. */
function reachableFrom(start: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (file: string) => {
    for (const { from, to, isType } of imports) {
      if (from !== file || isType || found.has(to)) continue;
      found.add(to);
      visit(to);
    }
  };
  visit(start);
  return found;
}

describe("the reading of imports", () => {
  it("finds the files and what they import", () => {
    expect(files.length).toBeGreaterThan(60);
    expect(imports.length).toBeGreaterThan(200);
    const missing = imports.filter(
      ({ to }) => isIn(to, "lib/", "components/", "entrypoints/") && !existsSync(join(root, to)),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    ['import { a } from "./a.ts";', [["./a.ts", false]]],
    ['import type { A } from "./a.ts";', [["./a.ts", true]]],
    ['import { type A, type B } from "./a.ts";', [["./a.ts", true]]],
    ['import { type A, b } from "./a.ts";', [["./a.ts", false]]],
    ['import {\n  a,\n  type B,\n} from "./a.ts";', [["./a.ts", false]]],
    ['import a, { type B } from "./a.ts";', [["./a.ts", false]]],
    ['import "./a.css";', [["./a.css", false]]],
    ['export { a } from "./a.ts";', [["./a.ts", false]]],
    ['export * from "./a.ts";', [["./a.ts", false]]],
    ['export type { A } from "./a.ts";', [["./a.ts", true]]],
    ['const a = await import("./a.ts");', [["./a.ts", false]]],
    ['// import { a } from "./a.ts";', []],
    ['/* import { a } from "./a.ts"; */', []],
    ['export const a = 1;\nimport { b } from "b";', [["b", false]]],
  ])("understands %j", (code, expected) => {
    expect(importsIn(code).map(({ specifier, isType }) => [specifier, isType])).toEqual(expected);
  });
});

describe("the arrows", () => {
  it("never lead from lib to what is above it", () => {
    expect(wrong(({ from, to }) => isIn(from, "lib/") && isIn(to, "components/", "entrypoints/"))).toEqual([]);
  });

  it("never lead to an entrypoint", () => {
    const isOfItsOwn = ({ from, to }: Import) => dirname(from) === dirname(to);
    expect(wrong((one) => isIn(one.to, "entrypoints/") && !isOfItsOwn(one))).toEqual([]);
  });

  it("never lead from components to the browser, the background or messages", () => {
    const closed = ["lib/browser.ts", "lib/tabs.ts", "lib/page.ts", "lib/services.ts", "lib/messaging/"];
    expect(wrong(({ from, to }) => isIn(from, "components/") && isIn(to, ...closed))).toEqual([]);
    for (const file of files.filter((path) => isIn(path, "components/"))) {
      const reached = [...reachableFrom(file)].filter((path) =>
        isIn(path, "lib/browser.ts", "lib/services.ts", "lib/page.ts"),
      );
      expect(reached.map((path) => `${file} … ${path}`)).toEqual([]);
    }
  });

  it("lead from the parts that people see to models and to nothing but types and pure code beside them", () => {
    const pure = [
      "lib/models/",
      "lib/i18n.ts",
      "lib/key-order.ts",
      "lib/service-search.ts",
      "lib/autofill/kind-label.ts",
      "lib/autofill/lines.ts",
      "lib/console/cloudmc/routes.ts",
      "lib/console/lock-out.ts",
      "lib/console/service.ts",
      "lib/credentials/known-fields.ts",
      "lib/storage/items.ts",
    ];
    expect(
      wrong(({ from, to, isType }) => isIn(from, "components/") && isIn(to, "lib/") && !isType && !isIn(to, ...pure)),
    ).toEqual([]);
  });

  it("lead from the pure parts of the interface to nothing of the product", () => {
    expect(wrong(({ from, to }) => isIn(from, "components/ui/") && isIn(to, "lib/"))).toEqual([]);
  });

  it("lead from credentials and exports to errors, each other and types, so that both stay pure", () => {
    const own = ["lib/credentials/", "lib/exports/"];
    const types = ["lib/i18n.ts", "lib/console/service.ts"];
    const outward = imports.filter(({ from, to }) => isIn(from, ...own) && !isIn(to, ...own, "lib/errors.ts"));
    const isWrong = ({ from, to, isType }: Import) =>
      !(isType && isIn(to, ...types)) && !(to === "yaml" && isIn(from, "lib/exports/"));
    expect(outward.filter(isWrong).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
    expect(wrong(({ from, to }) => isIn(from, "lib/credentials/") && isIn(to, "lib/exports/"))).toEqual([]);
  });

  it("lead from formats of exports to no other part of the product, and to every format from one list alone", () => {
    const listed = imports.filter(({ from }) => from === "lib/exports/formats.ts").map(({ to }) => to);
    const there = files.filter((file) => isIn(file, "lib/exports/formats/"));
    expect(listed.filter((to) => isIn(to, "lib/exports/formats/")).toSorted()).toEqual(there);
    const others = ["lib/exports/formats.ts", "lib/exports/formats/"];
    expect(wrong(({ from, to }) => isIn(to, "lib/exports/formats/") && !isIn(from, ...others))).toEqual([]);
  });

  it("lead to the list of formats only once something is painted", () => {
    const text = readFileSync(join(root, "lib/models/formats.ts"), "utf8");
    expect(text).toContain('await import("../exports/formats.ts")');
    expect(wrong(({ to }) => to === "lib/exports/formats.ts")).toEqual([
      "lib/models/formats.ts → lib/exports/formats.ts",
    ]);
  });

  it("lead from forms to credentials and the schema, and to i18n for types alone", () => {
    const may = ["lib/forms/", "lib/credentials/", "lib/schema.ts"];
    const isWrong = ({ from, to, isType }: Import) =>
      isIn(from, "lib/forms/") && !isIn(to, ...may) && !(isType && to === "lib/i18n.ts");
    expect(wrong(isWrong)).toEqual([]);
  });

  it("lead from the script in pages to forms alone, and to nothing that parses", () => {
    const isOfPage = ({ from, to }: Import) => from === "entrypoints/filler.ts" && to !== "#imports";
    expect(wrong((one) => isOfPage(one) && !isIn(one.to, "lib/forms/"))).toEqual([]);
    const reached = [...reachableFrom("entrypoints/filler.ts")].filter((to) => to !== "#imports");
    expect(reached).toContain("lib/forms/fill.ts");
    expect(reached.filter((to) => !isIn(to, "lib/forms/"))).toEqual([]);
  });

  it("lead to the parser of facts from autofill alone", () => {
    const parser = "lib/forms/facts-schema.ts";
    expect(wrong(({ from, to }) => to === parser && !isIn(from, "lib/autofill/page-access.ts"))).toEqual([]);
    expect(wrong(({ from, to }) => isIn(from, "lib/forms/") && from !== parser && to === "lib/schema.ts")).toEqual([]);
  });

  it("lead from autofill to forms, consoles, credentials and storage", () => {
    const may = ["lib/autofill/", "lib/forms/", "lib/console/", "lib/credentials/", "lib/storage/", "lib/errors.ts"];
    const packages = ["tldts", "punycode/punycode.js"];
    const isWrong = ({ from, to, isType }: Import) =>
      isIn(from, "lib/autofill/") &&
      !isIn(to, ...may, ...packages, "lib/schema.ts") &&
      !(isType && to === "lib/i18n.ts");
    expect(wrong(isWrong)).toEqual([]);
  });

  it("lead to autofill from the background's services, and from what is seen to its pure parts", () => {
    const pure = ["lib/autofill/kind-label.ts", "lib/autofill/lines.ts"];
    const background = ["lib/services.ts", "entrypoints/background/", "lib/autofill/"];
    const isWrong = ({ from, to, isType }: Import) =>
      isIn(to, "lib/autofill/") && !isIn(from, ...background) && !isType && !isIn(to, ...pure);
    expect(wrong(isWrong)).toEqual([]);
    for (const file of pure) {
      expect([...reachableFrom(file)].filter((to) => isIn(to, "lib/browser.ts", "lib/schema.ts", "zod"))).toEqual([]);
    }
  });

  it("never lead from the background to models or components", () => {
    for (const file of files.filter((path) => isIn(path, "entrypoints/background/"))) {
      const reached = [...reachableFrom(file)].filter((path) => isIn(path, "lib/models/", "components/"));
      expect(reached.map((path) => `${file} … ${path}`)).toEqual([]);
    }
  });

  it("lead to models only from components, pages and models", () => {
    const may = [
      "lib/models/",
      "lib/page.ts",
      "components/",
      "entrypoints/popup/",
      "entrypoints/options/",
      "entrypoints/sidepanel/",
    ];
    expect(wrong(({ from, to }) => isIn(to, "lib/models/") && !isIn(from, ...may))).toEqual([]);
  });
});

describe("packages", () => {
  const usedBy = (name: string) => [
    ...new Set(imports.filter(({ to }) => to === name || to.startsWith(`${name}/`)).map(({ from }) => from)),
  ];

  it.each([
    ["webextension-polyfill", ["lib/browser.ts"]],
    ["zod", ["lib/schema.ts"]],
    ["tldts", ["lib/autofill/origin.ts"]],
    ["punycode", ["lib/autofill/origin.ts"]],
  ])("%s is imported in one place", (name, expected) => {
    expect(usedBy(name)).toEqual(expected);
  });

  it.each([
    ["@preact/signals", ["lib/models/", "components/"]],
    ["preact", ["components/", "entrypoints/popup/main.tsx", "entrypoints/options/main.tsx"]],
    ["lucide", ["components/"]],
    ["yaml", ["lib/exports/"]],
  ])("%s is imported where it is needed and nowhere else", (name, places) => {
    expect(usedBy(name)).not.toEqual([]);
    expect(usedBy(name).filter((file) => !isIn(file, ...places))).toEqual([]);
  });

  it("are no others", () => {
    const known = [
      "webextension-polyfill",
      "zod",
      "@preact/signals",
      "preact",
      "preact/hooks",
      "lucide",
      "yaml",
      "tldts",
      "punycode/punycode.js",
      "#imports",
    ];
    const isOwn = (to: string) => /^(lib|components|entrypoints)\//.test(to);
    expect(wrong(({ to }) => !isOwn(to) && !known.includes(to))).toEqual([]);
  });
});

describe("cycles", () => {
  it("do not exist among values", () => {
    expect(files.filter((file) => reachableFrom(file).has(file))).toEqual([]);
  });
});
