/** Names in a page's markup become properties of its document and forms, in the isolated world too. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Arena, isWritten, login, openArena, valuesOf } from "./arena.ts";
import { loginPage } from "./login-page.ts";

let arena: Arena;

beforeAll(async () => {
  arena = await openArena();
});

afterAll(() => arena?.close());

/** Properties of the document that an engine may well use. */
const OF_DOCUMENT = [
  "querySelectorAll querySelector getElementById elementsFromPoint elementFromPoint body documentElement forms title",
  "defaultView activeElement baseURI URL location children createTreeWalker addEventListener contains getRootNode",
  "designMode readyState visibilityState hasFocus implementation all head ownerDocument nodeType",
]
  .join(" ")
  .split(" ");

const OF_FORM = [
  "id name action method elements querySelectorAll querySelector children contains getAttribute attributes tagName",
  "localName ownerDocument parentElement parentNode isConnected getBoundingClientRect matches closest textContent",
  "getRootNode nodeType shadowRoot assignedSlot checkVisibility length style hidden",
]
  .join(" ")
  .split(" ");

describe("a page with names that hide what programs use", () => {
  it("is read and filled all the same: names of the document", async () => {
    const before = OF_DOCUMENT.map((name) => `<form name="${name}"></form><img name="${name}" alt="">`).join("");
    const place = await arena.show(loginPage({ before }));
    await arena.fill(place, await arena.prepare(place));
    expect(await arena.values()).toEqual(valuesOf(login));
  });

  it("is read and filled all the same: names of the form", async () => {
    const place = await arena.show(loginPage());
    await arena.page.$eval(
      "#login",
      (form, names) => {
        for (const name of names) {
          const field = document.createElement("input");
          Element.prototype.setAttribute.call(field, "name", name);
          field.type = "hidden";
          Node.prototype.appendChild.call(form, field);
        }
      },
      OF_FORM,
    );
    await arena.fill(place, await arena.prepare(place));
    expect(await arena.values()).toEqual(valuesOf(login));
  });

  it("cannot have a hidden form taken for a visible one", async () => {
    const place = await arena.show(loginPage());
    await arena.page.$eval("#login", (form) => {
      form.setAttribute("style", "opacity: 0");
      for (const name of ["style", "parentElement", "parentNode", "checkVisibility", "getBoundingClientRect"]) {
        form.insertAdjacentHTML("beforeend", `<input type="hidden" name="${name}">`);
      }
    });
    await arena.fill(place, await arena.prepare(place));
    expect(await arena.values()).toEqual([]);
  });
});

describe("a page that is made to wear the engine out", () => {
  it.each([
    ["3,000 fields", `${"<input type=password>".repeat(3000)}`],
    ["a label of a million letters", `<label>${"Password ".repeat(120_000)}<input type="password"></label>`],
    ["elements 3,000 deep", `${"<div>".repeat(3000)}<input type="password">${"</div>".repeat(3000)}`],
    ["a select of 50,000", `<select name="region">${"<option>x</option>".repeat(50_000)}</select>`],
    ["300 frames", `${'<iframe srcdoc="<input type=password>"></iframe>'.repeat(300)}`],
  ])("is answered soon, and its own form still counts: %s", async (_, after) => {
    const place = await arena.show(loginPage({ after: `<div style="height: 2000px"></div>${after}` }));
    const start = performance.now();
    const order = await arena.prepare(place);
    const outcomes = await arena.fill(place, order);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(outcomes.filter(isWritten).length).toBeLessThanOrEqual(2);
  });
});
