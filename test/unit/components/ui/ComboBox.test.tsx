import { signal } from "@preact/signals";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ComboBox } from "../../../../components/ui/ComboBox.tsx";
import type { ComboOption } from "../../../../components/ui/ComboList.tsx";
import { all, clear, click, focus, get, press, show, type } from "../../../fakes/view.ts";

const rowHeight = 44;
const listHeight = 308;
const many: readonly ComboOption[] = Array.from({ length: 5000 }, (_, index) => ({
  id: `env ${index}`,
  label: `Environment ${index}`,
  detail: `acme-${index}`,
}));
const few: readonly ComboOption[] = [
  { id: "1", label: "Alpha", detail: "one", note: { text: "No access", kind: "bad" } },
  { id: "2", label: "Beta", note: { text: "Slow", kind: "warn" } },
  { id: "3", label: "Bravo" },
];
let known: readonly ComboOption[];
const text = signal("");
const chosen = signal<{ id: string; label: string } | null>(null);
const busy = signal(false);
const onChoose = vi.fn((id: string) => {
  chosen.value = known.find((option) => option.id === id) ?? null;
});
const find = (words: string) => known.filter(({ label }) => label.toLowerCase().includes(words.toLowerCase()));

function View() {
  const options = find(text.value);
  return (
    <ComboBox
      label="Environment"
      options={options}
      text={text.value}
      onType={(typed) => {
        text.value = typed;
      }}
      chosen={chosen.value}
      onChoose={onChoose}
      emptyText="No environment is called that."
      countText={`${options.length} found`}
      busy={busy.value}
      hint="Where the keys are."
    />
  );
}

async function open(options: readonly ComboOption[], chosenIndex?: number) {
  known = options;
  text.value = "";
  chosen.value = chosenIndex === undefined ? null : (options[chosenIndex] ?? null);
  await show(<View />);
  await focus(box());
}

const box = () => {
  const found = get("combobox", "Environment");
  if (!(found instanceof HTMLInputElement)) throw new Error("not a text box");
  return found;
};
const labels = () => all("option").map((option) => option.querySelector("[dir]")?.textContent);
/** What a screen reader says is active. */
const active = () => {
  const id = box().getAttribute("aria-activedescendant");
  return id === null ? null : document.getElementById(id)?.querySelector("[dir]")?.textContent;
};
const isOpen = () => box().getAttribute("aria-expanded") === "true";
const said = () => get("status").textContent;
const selection = () => box().value.slice(box().selectionStart ?? 0, box().selectionEnd ?? 0);
const leave = () => act(() => box().blur());
/** Presses with Alt; true when nobody took it. */
async function pressAlt(key: string) {
  const event = new KeyboardEvent("keydown", { key, altKey: true, bubbles: true, cancelable: true });
  await act(() => void box().dispatchEvent(event));
  return !event.defaultPrevented;
}

beforeEach(() => {
  onChoose.mockClear();
  busy.value = false;
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(listHeight);
});
afterEach(() => {
  clear();
  vi.restoreAllMocks();
});

describe("a closed combo box", () => {
  beforeEach(() => open(few, 1));

  it("shows what is chosen, says what it is, and has no options in the document", () => {
    const facts = ["aria-expanded", "aria-autocomplete", "aria-activedescendant"];
    expect(facts.map((name) => box().getAttribute(name))).toEqual(["false", "list", null]);
    expect([box().value, all("listbox"), said()]).toEqual(["Beta", [], ""]);
    const hint = document.getElementById(box().getAttribute("aria-describedby") ?? "");
    expect(hint?.textContent).toBe("Where the keys are.");
  });

  it("does not open when the focus comes", () => {
    expect([isOpen(), document.activeElement]).toEqual([false, box()]);
  });

  it("leaves Esc and Enter to what is around it", async () => {
    expect([await press("Escape"), await press("Enter")]).toEqual([true, true]);
    expect(isOpen()).toBe(false);
  });

  it.each(["ArrowDown", "ArrowUp"])("opens by %s, at what is chosen", async (key) => {
    expect(await press(key)).toBe(false);
    expect([isOpen(), active(), labels()]).toEqual([true, "Beta", ["Alpha", "Beta", "Bravo"]]);
  });

  it("opens by a click, at what is chosen, ready to be typed over", async () => {
    await click(box());
    expect([isOpen(), active(), selection()]).toEqual([true, "Beta", "Beta"]);
    expect(all("option").map((option) => option.getAttribute("aria-selected"))).toEqual(["false", "true", "false"]);
  });
});

describe("a combo box with nothing chosen", () => {
  beforeEach(() => open(few));

  it.each([
    ["ArrowDown", "Alpha"],
    ["ArrowUp", "Bravo"],
  ])("opens by %s at %s", async (key, expected) => {
    await press(key);
    expect(active()).toBe(expected);
  });

  it("opens by Alt and Down at none, and Enter chooses none", async () => {
    expect(await pressAlt("ArrowDown")).toBe(false);
    expect([isOpen(), active()]).toEqual([true, null]);
    expect(await press("Enter")).toBe(false);
    expect([isOpen(), onChoose.mock.calls]).toEqual([true, []]);
  });
});

describe("an open combo box", () => {
  beforeEach(async () => {
    await open(few, 1);
    await click(box());
  });

  it("names its list, and where each option stands", () => {
    expect(get("listbox", "Environment").id).toBe(box().getAttribute("aria-controls"));
    const places = all("option").map((option) => ["aria-posinset", "aria-setsize"].map((a) => option.getAttribute(a)));
    expect(places).toEqual([
      ["1", "3"],
      ["2", "3"],
      ["3", "3"],
    ]);
  });

  it("says more about an option than its label", () => {
    expect(all("option").map((option) => option.textContent)).toEqual(["Alphaone·No access", "BetaSlow", "Bravo"]);
  });

  it.each([
    [["ArrowDown"], "Bravo"],
    [["ArrowDown", "ArrowDown"], "Alpha"],
    [["ArrowUp", "ArrowUp"], "Bravo"],
    [["PageDown"], "Bravo"],
    [["PageUp"], "Alpha"],
  ])("is walked by %j to %s, while the focus stays", async (keys, expected) => {
    for (const key of keys) expect(await press(key)).toBe(false);
    expect([active(), document.activeElement, box().value]).toEqual([expected, box(), "Beta"]);
    expect(onChoose).not.toHaveBeenCalled();
  });

  it.each(["Home", "End", "ArrowLeft", "ArrowRight"])("leaves %s to the text, with no option active", async (key) => {
    expect(await press(key)).toBe(true);
    expect([isOpen(), active()]).toEqual([true, null]);
    await press("ArrowDown");
    expect(active()).toBe("Alpha");
  });

  it("chooses by Enter, closes, and can be typed over again", async () => {
    await press("ArrowDown");
    expect(await press("Enter")).toBe(false);
    expect(onChoose.mock.calls).toEqual([["3"]]);
    expect([isOpen(), box().value, selection()]).toEqual([false, "Bravo", "Bravo"]);
  });

  it("chooses by a click, the focus where it was", async () => {
    const option = get("option", /Alpha/);
    const down = new MouseEvent("mousedown", { bubbles: true, cancelable: true });
    option.dispatchEvent(down);
    expect(down.defaultPrevented).toBe(true);
    await click(option);
    expect([onChoose.mock.calls, isOpen(), box().value]).toEqual([[["1"]], false, "Alpha"]);
    expect(document.activeElement).toBe(box());
  });

  it("closes by Esc with nothing chosen, and nobody else hears of it; the next Esc is not its own", async () => {
    await press("ArrowDown");
    const listen = vi.fn();
    document.body.addEventListener("keydown", listen);
    expect(await press("Escape")).toBe(false);
    expect(listen).not.toHaveBeenCalled();
    expect([isOpen(), box().value, onChoose.mock.calls]).toEqual([false, "Beta", []]);
    expect(await press("Escape")).toBe(true);
    expect(listen).toHaveBeenCalledOnce();
    document.body.removeEventListener("keydown", listen);
  });

  it("closes by Alt and Up with nothing chosen", async () => {
    await press("ArrowDown");
    expect(await pressAlt("ArrowUp")).toBe(false);
    expect([isOpen(), box().value, onChoose.mock.calls]).toEqual([false, "Beta", []]);
  });

  it("leaves Tab alone, and closes with nothing chosen when the focus goes", async () => {
    await press("ArrowDown");
    expect(await press("Tab")).toBe(true);
    await leave();
    expect([isOpen(), box().value, onChoose.mock.calls]).toEqual([false, "Beta", []]);
  });

  it("is one tab stop", () => {
    expect(get("listbox").tabIndex).toBe(-1);
    expect(document.querySelectorAll("a, button, [tabindex='0']")).toHaveLength(0);
  });

  it("says that more is on its way", async () => {
    expect(get("listbox").getAttribute("aria-busy")).toBe("false");
    await act(() => {
      busy.value = true;
    });
    expect(get("listbox").getAttribute("aria-busy")).toBe("true");
  });
});

describe("typing in a combo box", () => {
  beforeEach(() => open(few, 0));

  it("opens it, shows what is found with the first active, and says how many", async () => {
    await type("b", box());
    expect([isOpen(), labels(), active(), said()]).toEqual([true, ["Beta", "Bravo"], "Beta", "2 found"]);
    expect([text.value, box().value]).toEqual(["b", "b"]);
    await press("Enter");
    expect([onChoose.mock.calls, text.value, box().value, said()]).toEqual([[["2"]], "", "Beta", ""]);
  });

  it("starts at the first again with every letter", async () => {
    await type("b", box());
    await press("ArrowDown");
    expect(active()).toBe("Bravo");
    await type("br", box());
    expect(active()).toBe("Bravo");
    await type("b", box());
    expect(active()).toBe("Beta");
  });

  it("says when nothing is found, and Enter neither chooses nor sends a form", async () => {
    await type("x", box());
    expect([isOpen(), all("listbox"), active()]).toEqual([false, [], null]);
    expect(said()).toBe("No environment is called that.");
    expect(await press("Enter")).toBe(false);
    expect([box().value, onChoose.mock.calls]).toEqual(["x", []]);
    expect(await press("Escape")).toBe(false);
    expect([box().value, said(), text.value]).toEqual(["Alpha", "", ""]);
  });

  it("shows all when all of the text is deleted, and puts it back when the focus goes", async () => {
    await type("", box());
    expect([isOpen(), labels(), box().value]).toEqual([true, ["Alpha", "Beta", "Bravo"], ""]);
    await leave();
    expect([isOpen(), box().value, onChoose.mock.calls]).toEqual([false, "Alpha", []]);
  });

  it.each([
    ["the focus goes", leave],
    ["Esc is pressed", () => press("Escape")],
  ])("is forgotten when %s without a choice", async (_when, act) => {
    await type("b", box());
    await act();
    expect([isOpen(), text.value, box().value, onChoose.mock.calls]).toEqual([false, "", "Alpha", []]);
    await click(box());
    expect(labels()).toEqual(["Alpha", "Beta", "Bravo"]);
  });

  it("leaves what is chosen to be shown though it is not among the options", async () => {
    await open([]);
    chosen.value = { id: "9", label: "Elsewhere" };
    await act(() => {});
    expect(box().value).toBe("Elsewhere");
    await click(box());
    expect(said()).toBe("No environment is called that.");
  });

  it("keeps to what is being composed", async () => {
    await type("b", box());
    const event = new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true });
    await act(() => void box().dispatchEvent(event));
    expect([event.defaultPrevented, onChoose.mock.calls]).toEqual([false, []]);
  });
});

describe("a combo box of 5,000 options", () => {
  /** Happy-dom lays nothing out: the list stands where it is scrolled to. */
  beforeEach(async () => {
    vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockImplementation(function (this: HTMLElement) {
      const scrolled = this.getAttribute("role") === "presentation" ? (this.parentElement?.scrollTop ?? 0) : 0;
      return new DOMRect(0, -scrolled, 380, listHeight);
    });
    await open(many, 3000);
    await click(box());
  });
  const inSight = (index: number) => {
    const { scrollTop } = get("listbox");
    return scrollTop <= index * rowHeight && (index + 1) * rowHeight <= scrollTop + listHeight;
  };

  it("has fewer than 40 in the document, at the height of all", () => {
    expect(all("option").length).toBeGreaterThan(6);
    expect(all("option").length).toBeLessThan(40);
    expect(get("presentation").style.height).toBe(`${5000 * rowHeight}px`);
  });

  it("opens with what is chosen active, drawn and in sight, and what is around it", () => {
    expect([active(), inSight(3000)]).toEqual(["Environment 3000", true]);
    expect(labels()).toEqual(expect.arrayContaining(["Environment 2998", "Environment 3002"]));
  });

  it("draws the active option wherever it is, once", async () => {
    const list = get("listbox");
    list.scrollTop = 0;
    await act(() => void list.dispatchEvent(new Event("scroll")));
    expect(labels().slice(0, 2)).toEqual(["Environment 0", "Environment 1"]);
    expect(labels().at(-1)).toBe("Environment 3000");
    expect(all("option").length).toBeLessThan(40);
    await press("ArrowDown");
    expect([active(), inSight(3001), new Set(labels()).size]).toEqual(["Environment 3001", true, all("option").length]);
  });

  it("keeps the active option in sight wherever the keys go", async () => {
    await type("environment", box());
    expect([active(), inSight(0)]).toEqual(["Environment 0", true]);
    const walk: [string, number][] = [
      ["ArrowUp", 4999],
      ["PageUp", 4994],
      ["ArrowDown", 4995],
      ["PageDown", 4999],
      ["ArrowDown", 0],
      ["PageDown", 5],
    ];
    for (const [key, index] of walk) {
      await press(key);
      expect([active(), inSight(index)]).toEqual([`Environment ${index}`, true]);
      expect(all("option").length).toBeLessThan(40);
    }
  });

  it("points at options whose ids have spaces by one name", () => {
    expect(box().getAttribute("aria-activedescendant")).toMatch(/^\S+$/);
  });
});

describe("a combo box near the lower edge", () => {
  it.each([
    ["takes what there is to take", 100, 900, "300px", 0],
    ["takes what is left of the window", 700, 900, "192px", 0],
    ["has the view scrolled when hardly anything is left", 850, 900, "132px", 1],
  ])("%s", async (_what, top, windowHeight, expected, scrolls) => {
    vi.spyOn(window, "innerHeight", "get").mockReturnValue(windowHeight);
    const scroll = vi.spyOn(Element.prototype, "scrollIntoView");
    vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockImplementation(function (this: HTMLElement) {
      return this.getAttribute("role") === "listbox" ? new DOMRect(0, top, 380, 0) : new DOMRect(0, 0, 400, 900);
    });
    await open(many);
    await click(box());
    expect(get("listbox").style.maxHeight).toBe(expected);
    expect(scroll).toHaveBeenCalledTimes(scrolls);
  });
});
