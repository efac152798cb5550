// @vitest-environment node
import { describe, expect, it } from "vitest";
import { createKeySearch, fold, headOf, parseTime, sortKeys } from "../../../lib/key-order.ts";
import { KeyOrder } from "../../../lib/storage/items.ts";
import { manyKeys, sampleKey } from "../../fakes/samples.ts";

const names = (keys: readonly { name: string }[]) => keys.map(({ name }) => name);

describe("a time", () => {
  it.each([
    ["2026-01-02T03:04:05Z", Date.UTC(2026, 0, 2, 3, 4, 5)],
    ["2026-01-02", Date.UTC(2026, 0, 2)],
    ["last Tuesday", undefined],
    ["", undefined],
    [null, undefined],
  ])("%j is %j", (text, expected) => {
    expect(parseTime(text)).toBe(expected);
  });
});

describe("sorting by name", () => {
  const keys = ["key 10", "Ángel", "key 9", "zeta", "Beta", "", "angela", "key 100", "ñu", "nube"].map((name) =>
    sampleKey(name),
  );
  const sorted = ["", "Ángel", "angela", "Beta", "key 9", "key 10", "key 100", "ñu", "nube", "zeta"];
  /** Where a language puts ñ is its own matter. */
  const withoutÑ = (list: string[]) => list.filter((name) => name !== "ñu");

  it("counts numbers as numbers, and passes over case and accents", () => {
    expect(withoutÑ(names(sortKeys(keys, "nameAscending")))).toEqual(withoutÑ(sorted));
    expect(withoutÑ(names(sortKeys(keys, "nameDescending")))).toEqual(withoutÑ(sorted.toReversed()));
  });

  it("has one order for equal names, wherever they stood before", () => {
    const twins = ["b", "a", "c"].map((id) => sampleKey("twin", { id }));
    const order = (list: typeof twins) => sortKeys(list, "nameAscending").map(({ id }) => id);
    expect(order(twins)).toEqual(["a", "b", "c"]);
    expect(order(twins.toReversed())).toEqual(["a", "b", "c"]);
  });

  it("leaves the list as it was", () => {
    const list = [sampleKey("b"), sampleKey("a")];
    for (const order of KeyOrder.options) sortKeys(list, order);
    expect(names(list)).toEqual(["b", "a"]);
  });
});

describe("sorting by last activity", () => {
  const keys = [
    sampleKey("never b"),
    sampleKey("new", { lastActivity: "2026-03-01T00:00:00Z" }),
    sampleKey("unclear", { lastActivity: "last Tuesday" }),
    sampleKey("old", { lastActivity: "2020-01-01T00:00:00+05:00" }),
    sampleKey("never a"),
    sampleKey("also new", { lastActivity: "2026-03-01T01:00:00+01:00" }),
  ];

  it("has the longest unused first, keys never used before all others", () => {
    const expected = ["never a", "never b", "unclear", "old", "also new", "new"];
    expect(names(sortKeys(keys, "activityAscending"))).toEqual(expected);
  });

  it("has the last used first, and equals in order of name all the same", () => {
    const expected = ["also new", "new", "old", "never a", "never b", "unclear"];
    expect(names(sortKeys(keys, "activityDescending"))).toEqual(expected);
  });
});

describe("the head of a list", () => {
  const day = (index: number) => new Date(Date.UTC(2000, 0, 1 + index)).toISOString();
  // activity runs neither with nor against the names
  const keys = manyKeys(1000).map((key, index) => ({
    ...key,
    lastActivity: index % 3 ? day((index * 37) % 997) : null,
  }));

  it.each(KeyOrder.options)("holds the rows that stand first when sorted by %s", (order) => {
    expect(sortKeys(headOf(keys), order).slice(0, 40)).toEqual(sortKeys(keys, order).slice(0, 40));
  });

  it("holds no more than that, and nothing twice", () => {
    const head = headOf(keys);
    expect(head.length).toBeLessThanOrEqual(160);
    expect(new Set(head).size).toBe(head.length);
  });

  it("is the whole list when that is short", () => {
    expect(new Set(headOf(keys.slice(0, 7)))).toEqual(new Set(keys.slice(0, 7)));
    expect(headOf([])).toEqual([]);
  });
});

describe("folding", () => {
  it.each([
    ["Ángel ÑU", "angel nu"],
    ["ﬁle", "file"],
    ["e\u0301", "e"],
    ["２０２６", "2026"],
    ["🚀", "🚀"],
  ])("turns %j into %j", (text, expected) => {
    expect(fold(text)).toBe(expected);
  });
});

describe("searching", () => {
  const keys = [
    sampleKey("CI runner"),
    sampleKey("Producción", { lastIp: "192.0.2.17" }),
    sampleKey("ci backup", { lastIp: "198.51.100.4" }),
    sampleKey("a.c (x)", { lastIp: "2001:db8::17" }),
  ];
  const search = createKeySearch(keys);

  it.each([
    ["", ["CI runner", "Producción", "ci backup", "a.c (x)"]],
    ["   ", ["CI runner", "Producción", "ci backup", "a.c (x)"]],
    ["ci", ["CI runner", "Producción", "ci backup"]],
    ["CI", ["CI runner", "Producción", "ci backup"]],
    ["produccion", ["Producción"]],
    ["PRODUCCIÓN", ["Producción"]],
    ["backup ci", ["ci backup"]],
    ["  ci \t back ", ["ci backup"]],
    ["ci 198", ["ci backup"]],
    ["17", ["Producción", "a.c (x)"]],
    ["db8::", ["a.c (x)"]],
    ["a.c (", ["a.c (x)"]],
    ["abc", []],
    [".*", []],
    ["runner192", []],
    ["null", []],
  ])("for %j finds %j", (query, expected) => {
    expect(names(search(query))).toEqual(expected);
  });

  it("keeps the order of the list", () => {
    expect(names(createKeySearch(keys.toReversed())("ci"))).toEqual(["ci backup", "Producción", "CI runner"]);
  });

  it("never finds the name and the address run together", () => {
    const joined = createKeySearch([sampleKey("port 8", { lastIp: "192.0.2.1" })]);
    expect(joined("8192")).toEqual([]);
  });
});
