// @vitest-environment node
import { describe, expect, it } from "vitest";
import { type Collected, collectPages, type Page } from "../../../../../lib/console/cloudmc/paging.ts";

const list = (count: number, from = 1) => Array.from({ length: count }, (_, index) => `item ${from + index}`);

interface Server {
  items: () => string[];
  /** The largest page that it gives. */
  cap: number;
  says: { count: boolean; size: boolean };
  /** Changes the page that goes out. */
  spoil?: (items: string[], page: number, call: number) => string[];
}

/** A console that pages as `server` says, and a record of the pages asked for. */
function serve({ items, cap, says, spoil = (page) => page }: Server, wanted = 500) {
  const asked: number[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;
  const fetchPage = async (page: number): Promise<Page<string>> => {
    asked.push(page);
    mostAtOnce = Math.max(mostAtOnce, ++atOnce);
    await null;
    const size = Math.min(wanted, cap);
    const all = items();
    const cut = spoil(all.slice((page - 1) * size, page * size), page, asked.length);
    atOnce--;
    return { items: cut, reported: says.count ? all.length : null, pageSize: says.size ? size : null };
  };
  const collect = (): Promise<Collected<string>> => collectPages(fetchPage, wanted, (item) => item);
  return { collect, asked, mostAtOnce: () => mostAtOnce };
}

const tellsAll = { count: true, size: true };

describe("a list in pages", () => {
  it.each([
    ["empty", 0, 500, 1],
    ["one page, not full", 3, 500, 1],
    ["exactly one page", 500, 500, 1],
    ["one more than a page", 501, 500, 2],
    ["many pages", 10_000, 500, 20],
    ["many pages of a console that caps them", 1234, 100, 13],
    ["pages of one", 7, 1, 7],
  ])("is complete, each page asked for once: %s", async (_what, count, cap, pages) => {
    const { collect, asked } = serve({ items: () => list(count), cap, says: tellsAll });
    expect(await collect()).toEqual({ items: list(count), reported: count });
    expect(asked.toSorted((a, b) => a - b)).toEqual(Array.from({ length: pages }, (_, index) => index + 1));
  });

  it.each([
    ["the count alone", { count: true, size: false }, 500],
    ["the count alone, and caps pages", { count: true, size: false }, 100],
    ["the size alone", { count: false, size: true }, 100],
    ["nothing", { count: false, size: false }, 500],
    ["nothing, and caps pages", { count: false, size: false }, 100],
  ])("is complete when the console says %s", async (_what, says, cap) => {
    const { collect } = serve({ items: () => list(1234), cap, says });
    expect(await collect()).toEqual({ items: list(1234), reported: says.count ? 1234 : null });
  });

  it("is asked for a few pages at once and no more", async () => {
    const { collect, mostAtOnce } = serve({ items: () => list(10_000), cap: 100, says: tellsAll });
    await collect();
    expect(mostAtOnce()).toBe(4);
  });

  it("shows nothing twice when a page comes again", async () => {
    const { collect } = serve({
      items: () => list(30),
      cap: 10,
      says: tellsAll,
      spoil: (items, page, call) => (page === 2 && call <= 3 ? list(10) : items),
    });
    const { items } = await collect();
    expect(items.toSorted()).toEqual(list(30).toSorted());
  });

  it("is whole again when a page is missing the first time", async () => {
    const { collect, asked } = serve({
      items: () => list(30),
      cap: 10,
      says: tellsAll,
      spoil: (items, page, call) => (page === 3 && call <= 3 ? [] : items),
    });
    expect(await collect()).toEqual({ items: list(30), reported: 30 });
    expect(asked).toHaveLength(6);
  });

  it("says what is missing when a page never comes", async () => {
    const { collect } = serve({
      items: () => list(30),
      cap: 10,
      says: tellsAll,
      spoil: (items, page) => (page === 2 ? [] : items),
    });
    expect(await collect()).toEqual({ items: [...list(10), ...list(10, 21)], reported: 30 });
  });

  it("says what is missing when the console claims larger pages than it gives", async () => {
    const fetchPage = async (): Promise<Page<string>> => ({ items: list(100), reported: 250, pageSize: 500 });
    const { items, reported } = await collectPages(fetchPage, 500, (item) => item);
    expect([items.length, reported]).toEqual([100, 250]);
  });

  it("joins two walks that each have a different gap", async () => {
    const { collect } = serve({
      items: () => list(30),
      cap: 10,
      says: tellsAll,
      spoil: (items, page, call) => (page === (call <= 3 ? 2 : 3) ? [] : items),
    });
    const { items } = await collect();
    expect(items.toSorted()).toEqual(list(30).toSorted());
  });

  it("is what is left when it shrinks under way", async () => {
    let items = list(30);
    const { collect } = serve({
      items: () => items,
      cap: 10,
      says: tellsAll,
      spoil: (page, _number, call) => {
        if (call === 1) items = items.slice(5);
        return page;
      },
    });
    expect(await collect()).toEqual({ items: list(25, 6), reported: 25 });
  });

  it("has what is new when it grows under way", async () => {
    let items = list(20);
    const { collect } = serve({
      items: () => items,
      cap: 10,
      says: tellsAll,
      spoil: (page, _number, call) => {
        if (call === 1) items = ["new", ...items];
        return page;
      },
    });
    const collected = await collect();
    expect(collected.items).toEqual(expect.arrayContaining(["new", ...list(20)]));
  });

  it.each([
    ["new items", (page: number) => list(10, page * 10), 1000],
    ["the same items", () => list(10), 2],
  ])("ends although there is always one more page, with %s", async (_what, itemsOf, most) => {
    let calls = 0;
    const fetchPage = async (page: number): Promise<Page<string>> => {
      calls++;
      return { items: itemsOf(page), reported: null, pageSize: null };
    };
    await collectPages(fetchPage, 10, (item) => item);
    expect(calls).toBeLessThanOrEqual(most);
  });

  it("ends although the console claims to have a billion", async () => {
    let calls = 0;
    const fetchPage = async (page: number): Promise<Page<string>> => {
      calls++;
      return { items: list(1, page), reported: 1_000_000_000, pageSize: 1 };
    };
    const { items, reported } = await collectPages(fetchPage, 1, (item) => item);
    expect([items.length, reported]).toEqual([1000, 1_000_000_000]);
    expect(calls).toBeLessThanOrEqual(2000);
  });

  it("fails as a whole when one page does", async () => {
    const fetchPage = async (page: number): Promise<Page<string>> => {
      if (page === 3) throw new Error("page 3");
      return { items: list(10, page * 10), reported: 50, pageSize: 10 };
    };
    await expect(collectPages(fetchPage, 10, (item) => item)).rejects.toThrow("page 3");
  });
});
