import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { KeyList } from "../../../components/KeyList.tsx";
import type { ApiKey } from "../../../lib/console/console.ts";
import type { App } from "../../../lib/models/app.ts";
import { createPages, type FakePages, settled } from "../../fakes/pages.ts";
import { manyKeys, sampleKey, sampleProfile, sampleSnapshot } from "../../fakes/samples.ts";
import { all, clear, click, focus, get, press, show } from "../../fakes/view.ts";

const rowHeight = 54;
const keys = manyKeys(10_000);
let app: App;
let place: HTMLElement;
let pages: FakePages;
const onEmptied = vi.fn();

/** The list as views draw it: following the model. */
function List() {
  return <KeyList app={app} rows={app.keys.rows.value ?? []} onEmptied={onEmptied} />;
}

async function open(list: ApiKey[]) {
  onEmptied.mockClear();
  pages = await createPages(sampleProfile("one"));
  await pages.items.snapshot("one").set(sampleSnapshot(list));
  app = await pages.open();
  app.keys.loadAll();
  await settled();
  place = await show(<List />);
}

beforeEach(() => open(keys));
afterEach(clear);

const drawn = () => [...place.querySelectorAll("[data-row]")].map((row) => Number(row.getAttribute("data-row")));
const row = (index: number) => {
  const found = place.querySelector<HTMLElement>(`[data-row="${index}"]`);
  if (found === null) throw new Error(`row ${index} is not drawn`);
  return found;
};
const focused = () => document.activeElement?.getAttribute("data-row");

describe("a list of 10,000 keys", () => {
  it("draws a few rows, at the height of all", () => {
    expect(drawn().length).toBeGreaterThan(5);
    expect(drawn().length).toBeLessThan(30);
    expect(place.querySelector("ul")?.style.height).toBe(`${10_000 * rowHeight}px`);
    expect(row(3).style.top).toBe(`${3 * rowHeight}px`);
  });

  it("draws the rows that are scrolled to, and lets go of the others", async () => {
    Object.defineProperty(place, "clientHeight", { value: 540, configurable: true });
    place.scrollTop = 5000 * rowHeight;
    place.getBoundingClientRect = () => new DOMRect(0, 0, 400, 540);
    const list = place.querySelector("ul");
    if (list === null) throw new Error("no list");
    list.getBoundingClientRect = () => new DOMRect(0, -place.scrollTop, 400, 10_000 * rowHeight);
    place.dispatchEvent(new Event("scroll"));
    await settled();
    expect(drawn()).toEqual(expect.arrayContaining([5000, 5009]));
    expect(drawn().filter((index) => index > 0 && index < 4990)).toEqual([]);
    expect(drawn().length).toBeLessThan(30);
  });

  it("tells a screen reader where each row stands among all", () => {
    expect([row(2).getAttribute("aria-posinset"), row(2).getAttribute("aria-setsize")]).toEqual(["3", "10000"]);
  });

  it("is one tab stop", () => {
    const stops = [...place.querySelectorAll<HTMLElement>("[data-row]")].filter(({ tabIndex }) => tabIndex === 0);
    expect(stops).toEqual([row(0)]);
    expect(all("button").filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(2);
  });
});

describe("the keyboard", () => {
  it.each([
    ["ArrowDown", ["1", "2", "3"]],
    ["PageDown", ["6", "12", "18"]],
    ["End", ["9999", "9999", "9999"]],
    ["ArrowUp", ["0", "0", "0"]],
    ["Home", ["0", "0", "0"]],
  ])("walks the rows from the first: %s", async (key, expected) => {
    await focus(row(0));
    const reached: unknown[] = [];
    for (const _ of expected) {
      expect(await press(key)).toBe(false);
      reached.push(focused());
    }
    expect(reached).toEqual(expected);
  });

  it("comes back from the end, with the row always there to have the focus", async () => {
    await focus(row(0));
    const reached: unknown[] = [];
    for (const key of ["End", "ArrowUp", "PageUp", "Home", "ArrowDown"]) {
      await press(key);
      reached.push(focused());
    }
    expect(reached).toEqual(["9999", "9998", "9992", "0", "1"]);
  });

  it("renames by F2 and asks to revoke by Delete", async () => {
    await focus(row(0));
    await press("ArrowDown");
    await press("Delete");
    expect(app.keys.revoked.value?.name).toBe("key 00002");
    await press("F2");
    expect(app.keys.draft.value.rename?.name).toBe("key 00002");
  });

  it("leaves other keys to the browser", async () => {
    await focus(row(0));
    for (const key of ["Tab", "a", "Enter"]) expect(await press(key)).toBe(true);
  });

  it("goes on from a row whose button was clicked", async () => {
    await focus(get("button", "Rename key 00004"));
    await press("ArrowDown");
    expect(focused()).toBe("4");
  });

  it("leaves a text box alone: Home and Delete edit there", async () => {
    await click(get("button", "Rename key 00001"));
    const input = place.querySelector("input");
    if (input === null) throw new Error("no text box");
    for (const key of ["Home", "Delete", "ArrowDown"]) expect(await press(key, input)).toBe(true);
    expect(app.keys.revoked.value).toBeNull();
  });
});

/** What the background does to the list. */
async function setKeys(list: ApiKey[]) {
  await act(async () => {
    await pages.items.snapshot("one").set(sampleSnapshot(list));
    await settled();
  });
}
const inForm = (name: string) =>
  document.activeElement?.closest("form")?.getAttribute("aria-label") === `Rename ${name}`;

describe("a half-done rename far down the list", () => {
  it("is there when the list is, with the focus in it", async () => {
    app.keys.openRename(sampleKey("key 07000"));
    await settled();
    app = await pages.open();
    // only the first rows are known at first, if any
    place = await show(<List />);
    expect(all("form")).toEqual([]);
    await act(async () => {
      app.keys.loadAll();
      await settled();
    });
    expect(inForm("key 07000")).toBe(true);
    expect(row(6999).contains(document.activeElement)).toBe(true);
  });

  it("takes the focus away from nobody, and stays when the focus is elsewhere", async () => {
    const box = document.createElement("input");
    document.body.append(box);
    box.focus();
    await act(() => app.keys.openRename(sampleKey("key 07000")));
    expect(get("form", "Rename key 07000")).toBeInstanceOf(HTMLElement);
    expect(document.activeElement).toBe(box);
    box.remove();
  });
});

describe("the focus", () => {
  it("is in the form that was opened last", async () => {
    await focus(get("button", "Rename key 00001"));
    await click(get("button", "Rename key 00001"));
    expect(inForm("key 00001")).toBe(true);
    await focus(get("button", "Rename key 00004"));
    await click(get("button", "Rename key 00004"));
    await settled();
    expect(inForm("key 00004")).toBe(true);
    expect(all("form")).toHaveLength(1);
  });

  it("comes back to the row when its form is given up", async () => {
    await focus(row(3));
    await press("F2");
    await press("Escape");
    expect(focused()).toBe("3");
  });

  it("stays where somebody else took it meanwhile", async () => {
    await focus(row(3));
    await press("F2");
    const box = document.createElement("input");
    document.body.append(box);
    await focus(box);
    await act(() => app.keys.closeRename());
    expect(document.activeElement).toBe(box);
    box.remove();
  });

  it.each(["list", "answer"])("follows a renamed row to its new place, the %s first", async (first) => {
    await focus(row(2));
    await press("F2");
    const renamed = keys.map((key) => (key.name === "key 00003" ? { ...key, name: "key 08000 b" } : key));
    if (first === "list") await setKeys(renamed);
    await act(() => app.keys.closeRename());
    if (first === "answer") await setKeys(renamed);
    expect(document.activeElement?.getAttribute("data-key")).toBe("id of key 00003");
    expect(focused()).toBe("7999");
  });

  it.each([
    ["the next", 5, "key 00007"],
    ["the last", 9999, "key 09999"],
  ])("goes to %s row when its own is gone", async (_what, index, expected) => {
    await focus(row(0));
    await press("End");
    if (index !== 9999) {
      await press("Home");
      await focus(row(index));
    }
    await setKeys(keys.filter((_, at) => at !== index));
    expect(document.activeElement?.getAttribute("data-key")).toBe(`id of ${expected}`);
  });

  it("is given away when the last row is gone, and not before", async () => {
    await focus(row(0));
    await setKeys(keys.slice(0, 1));
    expect(onEmptied).not.toHaveBeenCalled();
    await setKeys([]);
    expect(onEmptied).toHaveBeenCalledOnce();
  });
});

describe("a row", () => {
  it("says what a key is called and where and when it was last used", async () => {
    const hour = 3_600_000;
    await open([
      sampleKey("a", { lastIp: "192.0.2.1", lastActivity: new Date(Date.UTC(2026, 4, 1) - 2 * hour).toISOString() }),
      sampleKey("b"),
      sampleKey("c", { lastActivity: "last Tuesday" }),
      sampleKey("", { id: "unnamed" }),
      sampleKey("<img src=x onerror=alert(1)>"),
    ]);
    expect(place.textContent).toContain("192.0.2.1");
    expect(place.querySelector("time")?.textContent).toBe("2 hours ago");
    const rows = [...place.querySelectorAll("li")].map(({ textContent }) => textContent);
    expect(rows.filter((text) => text?.includes("Never used"))).toHaveLength(3);
    expect(rows.some((text) => text?.includes("last Tuesday"))).toBe(true);
    expect(get("button", "Revoke (no name)")).toBeInstanceOf(HTMLElement);
    expect(place.querySelector("img")).toBeNull();
  });
});
