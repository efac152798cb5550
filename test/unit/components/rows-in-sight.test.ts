import { describe, expect, it } from "vitest";
import { rowsInSight } from "../../../components/rows-in-sight.ts";

describe("the rows in sight", () => {
  it.each([
    // what, top, height, list's top, row height, count → from, to
    ["at the top", 0, 500, 0, 50, 1000, 0, 16],
    ["one row down", 50, 500, 0, 50, 1000, 0, 17],
    ["half a row down", 25, 500, 0, 50, 1000, 0, 17],
    ["in the middle", 5000, 500, 0, 50, 1000, 94, 116],
    ["at the end", 49_500, 500, 0, 50, 1000, 984, 1000],
    ["beyond the end", 90_000, 500, 0, 50, 1000, 1000, 1000],
    ["before the list", 0, 500, 300, 50, 1000, 0, 10],
    ["with the list far below", 0, 500, 5000, 50, 1000, 0, 0],
    ["with a list scrolled far away", 5000, 500, 0, 50, 10, 10, 10],
    ["with a list shorter than the viewport", 0, 500, 0, 50, 3, 0, 3],
    ["of an empty list", 0, 500, 0, 50, 0, 0, 0],
    ["in a viewport without height", 0, 0, 0, 50, 1000, 0, 6],
  ])("%s", (_what, top, height, listTop, rowHeight, count, from, to) => {
    expect(rowsInSight({ top, height }, listTop, rowHeight, count)).toEqual({ from, to });
  });

  it("hold every row that touches the viewport, wherever that is", () => {
    const [height, rowHeight, count] = [487, 54, 300];
    for (let top = 0; top < count * rowHeight; top += 13) {
      const { from, to } = rowsInSight({ top, height }, 0, rowHeight, count);
      const first = Math.floor(top / rowHeight);
      const last = Math.min(count - 1, Math.floor((top + height - 1) / rowHeight));
      expect(from).toBeLessThanOrEqual(first);
      expect(to).toBeGreaterThan(last);
      expect(to - from).toBeLessThan(25);
    }
  });
});
