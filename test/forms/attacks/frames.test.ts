/** Frames: what is of another origin, or of none, is a page of its own, and gets nothing by way of the page around it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseFacts } from "../../../lib/forms/facts-schema.ts";
import { type Arena, login, openArena, valuesOf } from "./arena.ts";
import { loginPage } from "./login-page.ts";

let arena: Arena;

beforeAll(async () => {
  arena = await openArena();
  arena.server.put("/inner.html", loginPage());
});

afterAll(() => arena?.close());

const SIZE = 'width="700" height="500"';
const around = (frame: string): string => `<!doctype html><title>Portal</title><h1>Portal</h1>${frame}`;
const source = (url: string) => url.replaceAll('"', "&quot;");
const asData = () => `data:text/html,${encodeURIComponent(loginPage())}`;

async function fillTop(html: string): Promise<readonly string[]> {
  const place = await arena.show(html);
  await arena.fill(place, await arena.prepare(place));
  return arena.values();
}

describe("a frame of the page's own origin", () => {
  it("is filled with the page", async () => {
    expect(await fillTop(around(`<iframe src="/inner.html" ${SIZE}></iframe>`))).toEqual(valuesOf(login));
  });

  it.each([
    ["without size", `<iframe src="/inner.html" width="0" height="0" style="border: 0"></iframe>`],
    ["a pixel in size", `<iframe src="/inner.html" width="1" height="1"></iframe>`],
    ["not displayed", `<iframe src="/inner.html" ${SIZE} style="display: none"></iframe>`],
    ["transparent", `<iframe src="/inner.html" ${SIZE} style="opacity: 0"></iframe>`],
    ["off-screen", `<iframe src="/inner.html" ${SIZE} style="position: absolute; left: -9999px"></iframe>`],
    ["in a transparent box", `<div style="opacity: 0"><iframe src="/inner.html" ${SIZE}></iframe></div>`],
    ["inert", `<div inert><iframe src="/inner.html" ${SIZE}></iframe></div>`],
    ["scaled to nothing", `<iframe src="/inner.html" ${SIZE} style="transform: scale(0.01)"></iframe>`],
    ["clipped", `<iframe src="/inner.html" ${SIZE} style="clip-path: inset(50%)"></iframe>`],
    [
      "covered",
      `<iframe src="/inner.html" ${SIZE}></iframe><div style="position: fixed; inset: 0; background: white">Win</div>`,
    ],
    [
      "covered by what lets clicks through",
      `<iframe src="/inner.html" ${SIZE}></iframe>
       <div style="position: fixed; inset: 0; background: white; pointer-events: none">Win</div>`,
    ],
    [
      "too small for its form",
      `<iframe src="/inner.html" width="700" height="30" scrolling="no" style="overflow: hidden"></iframe>`,
    ],
    [
      "in a frame that is transparent",
      `<iframe style="opacity: 0" ${SIZE} srcdoc="${source(`<iframe src='/inner.html' ${SIZE.replaceAll('"', "'")}></iframe>`)}"></iframe>`,
    ],
  ])("gets nothing when it is %s", async (_, frame) => {
    expect(await fillTop(around(frame))).toEqual([]);
  });
});

describe("a frame that is not the page's own", () => {
  it.each([
    ["of another origin", () => `<iframe src="${arena.server.otherOrigin}/inner.html" ${SIZE}></iframe>`],
    ["a data: frame", () => `<iframe src="${source(asData())}" ${SIZE}></iframe>`],
    ["sandboxed", () => `<iframe sandbox="allow-scripts allow-forms" src="/inner.html" ${SIZE}></iframe>`],
    ["sandboxed srcdoc", () => `<iframe sandbox="allow-scripts" srcdoc="${source(loginPage())}" ${SIZE}></iframe>`],
    ["in an object", () => `<object data="${arena.server.otherOrigin}/inner.html" ${SIZE}></object>`],
    [
      "of another origin inside of one of its own",
      () =>
        `<iframe ${SIZE} srcdoc="${source(`<iframe src='${arena.server.otherOrigin}/inner.html'></iframe>`)}"></iframe>`,
    ],
  ])("gets nothing by way of the page: %s", async (_, frame) => {
    expect(await fillTop(around(frame()))).toEqual([]);
  });

  it.each([
    ["a data: frame", () => `<iframe src="${source(asData())}" ${SIZE}></iframe>`],
    ["sandboxed", () => `<iframe sandbox="allow-scripts allow-forms" src="/inner.html" ${SIZE}></iframe>`],
    ["sandboxed without scripts", () => `<iframe sandbox src="/inner.html" ${SIZE}></iframe>`],
    ["sandboxed srcdoc", () => `<iframe sandbox="allow-scripts" srcdoc="${source(loginPage())}" ${SIZE}></iframe>`],
  ])("gets nothing when it is asked itself, having no origin: %s", async (_, frame) => {
    const top = await arena.show(around(frame()));
    for (const place of await arena.session.carrier.injectAll(top)) {
      if (place.frameId === 0) continue;
      const order = await arena.prepare(place).catch(() => null);
      if (order !== null) await arena.fill(place, order);
    }
    expect(await arena.values()).toEqual([]);
  });

  it("says whose it is", async () => {
    const top = await arena.show(around(`<iframe src="${arena.server.otherOrigin}/inner.html" ${SIZE}></iframe>`));
    const places = await arena.session.carrier.injectAll(top);
    const inner = places.find(({ frameId }) => frameId !== 0);
    if (inner === undefined) throw new Error("The frame was not reached.");
    const facts = parseFacts(await arena.session.carrier.collect(inner));
    expect(facts.origin).toBe(arena.server.otherOrigin);
  });
});
