/** The attacks on themselves: each of them has to succeed against a filler that believes everything. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Arena, login, openArena, valuesOf } from "./arena.ts";
import { type Disguise, disguise } from "./disguise.ts";
import { disguises } from "./disguises.ts";
import { gullible } from "./gullible.ts";
import { harmless } from "./harmless.ts";
import { loginPage } from "./login-page.ts";

let arena: Arena;

beforeAll(async () => {
  arena = await openArena(gullible);
});

afterAll(() => arena?.close());

describe("a filler that believes everything", () => {
  it.each(disguises)("falls for $name", async (one) => {
    const place = await arena.show(loginPage());
    await disguise(arena.page, one);
    await arena.fill(place, await arena.prepare(place));
    expect(await arena.values()).toEqual(valuesOf(login));
  });
});

/** Whether it makes a difference on the screen that the fields become red. */
async function canBeSeen(one: Disguise): Promise<boolean> {
  await arena.show(loginPage());
  await disguise(arena.page, one);
  await arena.page.evaluate(() => scrollTo(0, document.querySelector("main")?.offsetTop ?? 0));
  const plain = await arena.page.screenshot({ encoding: "base64" });
  await arena.page.addStyleTag({ content: "#login input { background: red; border-color: red }" });
  return plain !== (await arena.page.screenshot({ encoding: "base64" }));
}

describe("the eye", () => {
  it.each(disguises.filter(({ isFaint }) => !isFaint))("sees nothing: $name", async (one) => {
    expect(await canBeSeen(one)).toBe(false);
  });

  it.each(harmless.filter(({ isToScroll }) => !isToScroll))("sees the form: $name", async (one) => {
    expect(await canBeSeen(one)).toBe(true);
  });
});
