/** Where a page comes from: what others on the way can read gets nothing, and no page can pass for another. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseFacts } from "../../../lib/forms/facts-schema.ts";
import { REMOTE_DOMAIN } from "../browser/carrying-browser.ts";
import { type Arena, isWritten, login, openArena, valuesOf } from "./arena.ts";
import { loginPage } from "./login-page.ts";

let arena: Arena;

beforeAll(async () => {
  arena = await openArena();
});

afterAll(() => arena?.close());

const HOSTS = [
  `console.${REMOTE_DOMAIN}`,
  // Look-alikes of the origins that are allowed.
  `127.0.0.1.${REMOTE_DOMAIN}`,
  `localhost.${REMOTE_DOMAIN}`,
];

describe("a page over HTTP from another machine", () => {
  it.each(HOSTS)("gets nothing: %s", async (host) => {
    const place = await arena.show(loginPage(), `http://${host}:${arena.server.port}`);
    const facts = parseFacts(await arena.session.carrier.collect(place));
    expect(facts).toMatchObject({ isSecure: false, origin: `http://${host}:${arena.server.port}` });
    await arena.fill(place, await arena.prepare(place));
    expect(await arena.values()).toEqual([]);
  });

  it("gets nothing by an order that a page before it was meant to get", async () => {
    const first = await arena.show(loginPage());
    const order = await arena.prepare(first);
    const second = await arena.show(loginPage(), `http://console.${REMOTE_DOMAIN}:${arena.server.port}`);
    await arena.session.carrier.collect(second);
    expect((await arena.fill(second, order)).filter(isWritten)).toEqual([]);
    expect(await arena.values()).toEqual([]);
  });
});

describe("a page that says it is another", () => {
  it("is named by its true origin", async () => {
    const before = `<base href="https://console.example.com/"><script>
      try { document.domain = "127.0.0.1"; } catch {}
      window.origin = "https://console.example.com";
      Object.defineProperty(document, "URL", { value: "https://console.example.com/" });
      Object.defineProperty(document, "baseURI", { value: "https://console.example.com/" });
    </script><form name="location"><input name="origin" value="https://console.example.com" type="hidden"></form>`;
    const place = await arena.show(loginPage({ before }));
    const facts = parseFacts(await arena.session.carrier.collect(place));
    expect(facts.origin).toBe(arena.server.origin);
  });

  it("is told apart on loopback under its other name", async () => {
    const place = await arena.show(loginPage(), arena.server.otherOrigin);
    const facts = parseFacts(await arena.session.carrier.collect(place));
    expect(facts).toMatchObject({ origin: arena.server.otherOrigin, isSecure: true });
    await arena.fill(place, await arena.prepare(place));
    expect(await arena.values()).toEqual(valuesOf(login));
  });
});
