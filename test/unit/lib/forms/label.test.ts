/** What of a label is read. What is displayed is the browser's to say; here a style attribute says it. */
import { afterEach, expect, it, vi } from "vitest";
import { labelOf, textsBy } from "../../../../lib/forms/label.ts";

/** The engine takes the browser's own method when it is loaded. */
vi.hoisted(() => {
  Element.prototype.checkVisibility = function (this: Element) {
    return this.closest("[style*='display:none'], [hidden], [style*='display:contents']") === null;
  };
});

afterEach(() => {
  document.body.innerHTML = "";
});

function show(html: string): HTMLInputElement {
  document.body.innerHTML = html;
  const field = document.querySelector("input");
  if (field === null) throw new Error("no field");
  return field;
}

it.each([
  [
    "an error that waits",
    '<label>Password<span style="display:none">New password required</span><input></label>',
    "Password",
  ],
  ["the attribute", "<label>Password<span hidden>New</span><input></label>", "Password"],
  [
    "what has no box of its own is displayed",
    '<label>Pass<b style="display:contents">phrase</b><input></label>',
    "Pass phrase",
  ],
  ["depth", '<label>Pass<b><i style="display:none">not </i>word</b><input></label>', "Pass word"],
  ["a whole label", '<label for="a" style="display:none">Password</label><input id="a">', ""],
  ["a false name", '<label for="a">Nickname<b style="display:none">Password</b></label><input id="a">', "Nickname"],
])("leaves out what is not displayed in a label: %s", (_, html, expected) => {
  expect(labelOf(show(html))).toBe(expected);
});

it("reads what an attribute names, displayed or not", () => {
  const html = '<p id="a" style="display:none">Region <b>name</b></p><input aria-labelledby="a">';
  expect(textsBy(show(html), "aria-labelledby")).toBe("Region name");
});

it("leaves out a part that is not displayed of what an attribute names", () => {
  const html = '<p id="a">Region <b style="display:none">of the moon</b></p><input aria-labelledby="a">';
  expect(textsBy(show(html), "aria-labelledby")).toBe("Region");
});
