/** What changes between reading and filling is not filled. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Arena, isWritten, login, openArena, valuesOf } from "./arena.ts";
import { loginPage } from "./login-page.ts";
import { meddlings } from "./meddling.ts";

const [, password = ""] = valuesOf(login);
let arena: Arena;

beforeAll(async () => {
  arena = await openArena();
});

afterAll(() => arena?.close());

describe("a page that changes between reading and filling", () => {
  it.each(meddlings)("gets no password: $name", async ({ run }) => {
    const place = await arena.show(loginPage());
    const order = await arena.prepare(place);
    await arena.page.evaluate(run);
    const outcomes = await arena.fill(place, order);
    expect(await arena.values()).not.toContain(password);
    const asked = order.items.find(({ isSecret }) => isSecret);
    expect(asked).toBeDefined();
    expect(outcomes.filter(({ fieldId }) => fieldId === asked?.fieldId).filter(isWritten)).toEqual([]);
  });

  it("gets nothing when it went to another page", async () => {
    const place = await arena.show(loginPage());
    const order = await arena.prepare(place);
    arena.server.put("/next.html", loginPage());
    await arena.page.goto(`${arena.server.origin}/next.html`);
    await expect(arena.fill(place, order)).rejects.toThrow("no llaveroFiller");
    expect(await arena.values()).toEqual([]);
  });

  it.each([
    ["to another page", "/next.html"],
    ["to the same page", "/attack.html"],
  ])("gets nothing by an order for the page before: %s", async (_, path) => {
    const place = await arena.show(loginPage());
    const order = await arena.prepare(place);
    arena.server.put("/next.html", loginPage());
    await arena.page.goto(arena.server.origin + path);
    await arena.session.carrier.inject(place);
    await arena.session.carrier.collect(place);
    const outcomes = await arena.fill(place, order);
    expect(outcomes.filter(isWritten)).toEqual([]);
    expect(await arena.values()).toEqual([]);
  });

  it("gets nothing by an order with a token that was made up", async () => {
    const place = await arena.show(loginPage());
    const order = await arena.prepare(place);
    const outcomes = await arena.fill(place, { ...order, token: "made-up" });
    expect(outcomes.filter(isWritten)).toEqual([]);
    expect(await arena.values()).toEqual([]);
  });

  it("is filled where only something else changed", async () => {
    const place = await arena.show(loginPage());
    const order = await arena.prepare(place);
    await arena.page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<p>Three new messages</p>"));
    await arena.fill(place, order);
    expect(await arena.values()).toEqual(valuesOf(login));
  });
});
