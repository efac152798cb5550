/** Fields that nobody can see get nothing, whether they were hidden from the start or only after they were read. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Arena, isWritten, login, openArena, valuesOf } from "./arena.ts";
import { disguise } from "./disguise.ts";
import { disguises } from "./disguises.ts";
import { harmless } from "./harmless.ts";
import { loginPage } from "./login-page.ts";

let arena: Arena;

beforeAll(async () => {
  arena = await openArena();
});

afterAll(() => arena?.close());

describe("a form that can be seen", () => {
  it.each(harmless)("is filled: $name", async (one) => {
    const place = await arena.show(loginPage());
    await disguise(arena.page, one);
    const outcomes = await arena.fill(place, await arena.prepare(place));
    expect(outcomes.map(({ status }) => status)).toEqual(["filled", "filled"]);
    expect(await arena.values()).toEqual(valuesOf(login));
  });
});

describe.each(disguises)("hidden by $name", (one) => {
  it("gets nothing", async () => {
    const place = await arena.show(loginPage());
    await disguise(arena.page, one);
    await arena.fill(place, await arena.prepare(place));
    expect(await arena.values()).toEqual([]);
  });

  it("gets nothing when it is hidden after it was read", async () => {
    const place = await arena.show(loginPage());
    const order = await arena.prepare(place);
    expect(order.items).toHaveLength(2);
    await disguise(arena.page, one);
    const outcomes = await arena.fill(place, order);
    expect(await arena.values()).toEqual([]);
    expect(outcomes).toHaveLength(2);
    expect(outcomes.filter(isWritten)).toEqual([]);
  });
});

describe("a hidden form beside one that can be seen", () => {
  it.each([
    ["before", { before: '<form class="decoy" action="/x">DECOY</form>' }],
    ["after", { after: '<form class="decoy" action="/x">DECOY</form>' }],
  ])("gets nothing: %s", async (_, parts) => {
    const decoy = `<label>User name <input name="username" autocomplete="username"></label>
      <label>Password <input name="password" type="password" autocomplete="current-password"></label>`;
    const filled = Object.fromEntries(Object.entries(parts).map(([at, html]) => [at, html.replace("DECOY", decoy)]));
    const place = await arena.show(
      loginPage({ ...filled, head: "<style>.decoy { opacity: 0; position: absolute }</style>" }),
    );
    await arena.fill(place, await arena.prepare(place));
    expect(await arena.values()).toEqual(valuesOf(login));
    const decoys = await arena.page.$$eval(".decoy input", (inputs) => inputs.map(({ value }) => value));
    expect(decoys).toEqual(["", ""]);
  });

  it("gets nothing in the fields that share the visible form", async () => {
    const place = await arena.show(loginPage());
    await arena.page.$eval("#login", (form) =>
      form.insertAdjacentHTML(
        "afterbegin",
        `<div style="position: absolute; left: -9999px"><label>User name <input name="login"></label>
         <label>Password <input type="password" name="passwd"></label></div>`,
      ),
    );
    await arena.fill(place, await arena.prepare(place));
    expect(await arena.values()).toEqual(valuesOf(login));
    expect(await arena.page.$eval("#pass", (input) => "value" in input && input.value)).toBe(valuesOf(login)[1]);
  });
});
