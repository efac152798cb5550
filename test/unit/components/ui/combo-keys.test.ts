import { describe, expect, it } from "vitest";
import { activeIndex, type ComboStep, scrollToRow, stepFor } from "../../../../components/ui/combo-keys.ts";

const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, isComposing: false };
const closed = { isOpen: false, count: 20, active: -1 };
const open = { isOpen: true, count: 20, active: 3 };
const move = (to: number): ComboStep => ({ kind: "move", to });

describe("a key in a closed combo box", () => {
  it.each<[string, number, ComboStep | null]>([
    ["ArrowDown", -1, move(0)],
    ["ArrowUp", -1, move(19)],
    ["ArrowDown", 7, move(7)],
    ["ArrowUp", 7, move(7)],
    ["PageDown", 7, null],
    ["Enter", 7, null],
    ["Escape", 7, null],
    ["Home", 7, null],
    ["Tab", 7, null],
    ["a", 7, null],
  ])("%s with option %i chosen means %j", (key, active, step) => {
    expect(stepFor({ ...none, key }, { ...closed, active })).toEqual(step);
  });

  it("opens it by Alt and Down without going anywhere, and leaves Alt and Up alone", () => {
    expect(stepFor({ ...none, key: "ArrowDown", altKey: true }, closed)).toEqual({ kind: "open" });
    expect(stepFor({ ...none, key: "ArrowUp", altKey: true }, closed)).toBe(null);
  });
});

describe("a key in an open combo box", () => {
  it.each<[string, number, ComboStep | null]>([
    ["ArrowDown", 3, move(4)],
    ["ArrowDown", -1, move(0)],
    ["ArrowDown", 19, move(0)],
    ["ArrowUp", 3, move(2)],
    ["ArrowUp", 0, move(19)],
    ["ArrowUp", -1, move(19)],
    ["PageDown", 3, move(8)],
    ["PageDown", 18, move(19)],
    ["PageUp", 8, move(3)],
    ["PageUp", 3, move(0)],
    ["PageUp", -1, move(0)],
    ["Enter", 3, { kind: "choose" }],
    ["Enter", -1, { kind: "stay" }],
    ["Escape", 3, { kind: "close" }],
    ["Home", 3, { kind: "caret" }],
    ["End", 3, { kind: "caret" }],
    ["ArrowLeft", 3, { kind: "caret" }],
    ["ArrowRight", 3, { kind: "caret" }],
    ["Tab", 3, null],
    ["a", 3, null],
  ])("%s at option %i means %j", (key, active, step) => {
    expect(stepFor({ ...none, key }, { ...open, active })).toEqual(step);
  });

  it("closes it by Alt and Up", () => {
    expect(stepFor({ ...none, key: "ArrowUp", altKey: true }, open)).toEqual({ kind: "close" });
    expect(stepFor({ ...none, key: "ArrowDown", altKey: true }, open)).toEqual({ kind: "stay" });
  });

  it.each(["ctrlKey", "metaKey", "shiftKey", "isComposing"])("is none of ours with %s", (modifier) => {
    for (const key of ["ArrowDown", "PageUp", "Enter", "Escape"])
      expect(stepFor({ ...none, key, [modifier]: true }, open)).toBe(null);
  });

  it("goes nowhere when nothing is found", () => {
    const empty = { isOpen: true, count: 0, active: -1 };
    const targets = ["ArrowUp", "PageDown"].map((key) => stepFor({ ...none, key }, empty));
    expect(targets).toEqual([move(-1), move(-1)]);
    expect(stepFor({ ...none, key: "Enter" }, empty)).toEqual({ kind: "stay" });
  });
});

describe("the active option", () => {
  const options = [{ id: "a" }, { id: "b" }, { id: "c" }];
  it.each<[string, string | null | undefined, boolean, string | undefined, number]>([
    ["what is chosen at first", undefined, false, "c", 2],
    ["none when none is chosen", undefined, false, undefined, -1],
    ["none when what is chosen is not there", undefined, false, "z", -1],
    ["the first when something is searched for", undefined, true, "c", 0],
    ["the one that the keyboard went to", "b", true, "c", 1],
    ["the first again when that one is gone", "z", true, "c", 0],
    ["none while the caret is moved", null, true, "c", -1],
  ])("is %s", (_what, wanted, isSearching, chosenId, expected) => {
    expect(activeIndex(options, wanted, isSearching, chosenId)).toBe(expected);
  });

  it("is none when nothing is found", () => {
    expect(activeIndex([], undefined, true, "c")).toBe(-1);
    expect(activeIndex([], "b", false, "c")).toBe(-1);
  });
});

describe("scrolling to a row", () => {
  const to = (top: number, index: number) => scrollToRow({ top, height: 308 }, index, 50, 4);

  it("leaves what is in sight where it is", () => {
    for (const index of [4, 5, 9]) expect(to(200, index)).toBe(200);
  });

  it("goes as far as it takes, and no farther than the padding", () => {
    expect(to(200, 3)).toBe(150);
    expect(to(200, 10)).toBe(250);
    expect(to(50, 0)).toBe(0);
  });

  it("puts what was far away into the middle", () => {
    expect(to(0, 1000)).toBe((50_000 + 49_750) / 2);
    expect(to(50_000, 100)).toBe((5000 + 4750) / 2);
    expect(to(50_000, 0)).toBe(0);
  });
});
