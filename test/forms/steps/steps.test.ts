/** Signing in by steps: the watch tells when there is more to fill. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseFacts } from "../../../lib/forms/facts-schema.ts";
import type { WatchEnd } from "../../../lib/forms/order.ts";
import { orderOf, planPage } from "../../../lib/forms/plan.ts";
import { type Arena, login, openArena, valuesOf } from "../attacks/arena.ts";
import type { Place } from "../browser/carrier.ts";
import { lateForms, restless, type StepPage, userNameFirst, veils } from "./step-pages.ts";

const [username = "", password = ""] = valuesOf(login);
const PATIENCE = 10_000;
let arena: Arena;

beforeAll(async () => {
  arena = await openArena();
});

afterAll(() => arena?.close());

/** Fills what is there, and watches from then on. */
async function fillAndWatch(place: Place): Promise<{ token: string; end: Promise<WatchEnd> }> {
  const { carrier } = arena.session;
  const facts = parseFacts(await carrier.collect(place));
  await carrier.fill(place, orderOf(facts, planPage(facts, login), login));
  return { token: facts.token, end: carrier.watch(place, facts.token, PATIENCE) };
}

/** The filler is asked by way of another process. */
const untilWatching = () => new Promise((resolve) => setTimeout(resolve, 100));

async function passStep({ html }: StepPage, button: string): Promise<Place> {
  const place = await arena.show(html);
  const { end } = await fillAndWatch(place);
  await arena.page.click(button);
  expect(await end).toBe("fields");
  await arena.fill(place, await arena.prepare(place));
  return place;
}

describe("user name first", () => {
  it.each(userNameFirst)("fills both, one after the other: $name", async (step) => {
    const place = await arena.show(step.html);
    const { end } = await fillAndWatch(place);
    expect(await arena.values()).toEqual([username]);
    await arena.page.click("#next");
    expect(await end).toBe("fields");
    await arena.fill(place, await arena.prepare(place));
    expect((await arena.values()).at(-1)).toBe(password);
  });
});

describe("a form that comes late", () => {
  it.each(lateForms)("is filled when it is there: $name", async (step) => {
    await passStep(step, "#start");
    expect(await arena.values()).toEqual([username, password]);
  });
});

describe("a form under a veil", () => {
  it.each(veils)("is filled when it can be seen: $name", async (step) => {
    await passStep(step, "#start");
    expect(await arena.values()).toEqual([username, password]);
  });
});

describe("a page on which no field comes", () => {
  it("does not wake the watch", async () => {
    const place = await arena.show(restless);
    const facts = parseFacts(await arena.session.carrier.collect(place));
    const end = arena.session.carrier.watch(place, facts.token, 600);
    await arena.page.click("#next");
    expect(await end).toBe("time");
  });

  it("ends the watch when it is left", async () => {
    const place = await arena.show(restless);
    const { end } = await fillAndWatch(place);
    const ended = end.catch((error: Error) => error.message);
    await untilWatching();
    const start = performance.now();
    await arena.page.goto("about:blank");
    expect(await ended).toMatch(/went away|frame|changed|stopped|removed|closed/i);
    expect(performance.now() - start).toBeLessThan(PATIENCE / 2);
  }, 15_000);

  it.each(["on the same site", "on another"])(
    "ends the watch when it is left for a page %s",
    async (where) => {
      const { server, page } = arena;
      const place = await arena.show(restless);
      const { end } = await fillAndWatch(place);
      const ended = end.catch((error: Error) => error.message);
      await untilWatching();
      server.put("/next.html", restless);
      await page.goto(`${where === "on another" ? server.otherOrigin : server.origin}/next.html`);
      expect(await ended).toMatch(/went away|frame|changed|removed|closed/i);
    },
    15_000,
  );
});
