import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Menu } from "../../../../components/ui/Menu.tsx";
import { all, clear, click, focus, get, names, press, show } from "../../../fakes/view.ts";

let chosen: string[];
const entry = (label: string) => ({ label, onChoose: () => void chosen.push(label) });

beforeEach(async () => {
  chosen = [];
  await show(
    <Menu label="Consoles" buttonClass="x" entries={[entry("Alpha"), entry("Beta"), entry("Ángel"), entry("Bravo")]}>
      ▾
    </Menu>,
  );
});
afterEach(clear);

const button = () => get("button", "Consoles");
const focused = () => document.activeElement?.textContent;
const open = async () => {
  await focus(button());
  await click(button());
};

describe("a menu", () => {
  it("is closed at first, and says whether it is open", async () => {
    expect([all("menu"), button().getAttribute("aria-expanded")]).toEqual([[], "false"]);
    expect(button().getAttribute("aria-haspopup")).toBe("menu");
    await open();
    expect(get("menu", "Consoles")).toBeInstanceOf(HTMLElement);
    expect(button().getAttribute("aria-expanded")).toBe("true");
    expect(names("menuitem")).toEqual(["Alpha", "Beta", "Ángel", "Bravo"]);
    await click(button());
    expect(all("menu")).toEqual([]);
  });

  it.each(["ArrowDown", "ArrowUp"])("opens by %s, with the focus inside", async (key) => {
    await focus(button());
    expect(await press(key)).toBe(false);
    expect(document.activeElement?.getAttribute("role")).toBe("menuitem");
  });

  it.each([
    [["ArrowDown"], "Beta"],
    [["ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown"], "Alpha"],
    [["ArrowUp"], "Bravo"],
    [["End"], "Bravo"],
    [["End", "Home"], "Alpha"],
    [["b"], "Beta"],
    [["b", "b"], "Bravo"],
    [["B", "b", "b"], "Beta"],
    [["x"], "Alpha"],
    [["End", "ArrowDown"], "Alpha"],
  ])("is walked by %j to %s", async (keys, expected) => {
    await open();
    expect(focused()).toBe("Alpha");
    for (const key of keys) await press(key);
    expect(focused()).toBe(expected);
  });

  it("closes by Esc with nothing chosen, the focus back on its button, and nobody else hears of it", async () => {
    await open();
    let heard = 0;
    const listen = () => void heard++;
    document.body.addEventListener("keydown", listen);
    expect(await press("Escape")).toBe(false);
    document.body.removeEventListener("keydown", listen);
    expect([all("menu"), document.activeElement, chosen, heard]).toEqual([[], button(), [], 0]);
  });

  it("leaves Esc to the popup while it is closed", async () => {
    await focus(button());
    expect(await press("Escape")).toBe(true);
  });

  it("does what is chosen, once, and closes", async () => {
    await open();
    await click(get("menuitem", "Beta"));
    expect([chosen, all("menu"), document.activeElement]).toEqual([["Beta"], [], button()]);
  });

  it("closes when the focus leaves it, and not when it moves inside", async () => {
    await open();
    const leave = (to: Element | null) =>
      act(() => void get("menu").dispatchEvent(new FocusEvent("focusout", { bubbles: true, relatedTarget: to })));
    await leave(get("menuitem", "Beta"));
    expect(all("menu")).toHaveLength(1);
    await leave(null);
    expect(all("menu")).toEqual([]);
  });

  it("has no tab stop inside", async () => {
    await open();
    expect(all("menuitem").map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, -1, -1]);
  });
});

describe("a menu of one choice of several", () => {
  it("says which is chosen", async () => {
    await show(
      <Menu
        label="Consoles"
        buttonClass="x"
        entries={[
          { ...entry("One"), checked: true },
          { ...entry("Two"), checked: false },
        ]}
      >
        ▾
      </Menu>,
    );
    await open();
    expect(all("menuitemradio").map((item) => item.getAttribute("aria-checked"))).toEqual(["true", "false"]);
  });
});
