/** A page that listens to everything learns what was put into its fields, and nothing else. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Arena, everything, login, openArena, valuesOf } from "./arena.ts";
import { EAVESDROPPER } from "./eavesdropper.ts";
import { loginPage } from "./login-page.ts";

/** Runs in the page. */
declare const heard: string[];

const hearing = (): Promise<string[]> => arena.page.evaluate(() => heard);

let arena: Arena;

beforeAll(async () => {
  arena = await openArena();
});

afterAll(() => arena?.close());

async function fillEverything(html: string): Promise<readonly string[]> {
  const place = await arena.show(html);
  await arena.fill(place, await arena.prepare(place, everything));
  return arena.values();
}

describe("a page that listens to everything", () => {
  it("hears only of what its visible fields got", async () => {
    const decoys = `<form style="opacity: 0"><label>Access key <input name="access_key"></label>
      <label>Secret key <input name="secret_key" type="password"></label><label>API key <input name="api_key"></label></form>`;
    const filled = await fillEverything(loginPage({ head: EAVESDROPPER, after: decoys }));
    expect(filled).toHaveLength(2);
    const notes = await hearing();
    // It does hear: otherwise the rest says nothing.
    expect(notes.some((note) => filled.some((value) => note.includes(value)))).toBe(true);
    const withheld = valuesOf(everything).filter((value) => !filled.includes(value) && value.length > 3);
    expect(notes.filter((note) => withheld.some((value) => note.includes(value)))).toEqual([]);
  });

  it("finds no value in an attribute or a text", async () => {
    const filled = await fillEverything(loginPage({ head: EAVESDROPPER }));
    expect(filled).toHaveLength(2);
    const notes = await hearing();
    const inDocument = notes.filter((note) => /^(attribute|text|added|call of (set|append|insert))/.test(note));
    expect(inDocument.filter((note) => filled.some((value) => note.includes(value)))).toEqual([]);
    const html = await arena.page.evaluate(() => document.documentElement.outerHTML);
    expect(filled.filter((value) => html.includes(value))).toEqual([]);
  });

  it("sees no trace of the filler before and after", async () => {
    await fillEverything(loginPage({ head: EAVESDROPPER }));
    const traces = await arena.page.evaluate(() => ({
      globals: Object.getOwnPropertyNames(window).filter((name) => /llavero|filler/i.test(name)),
      marks: [...document.querySelectorAll("*")].flatMap((element) =>
        element.getAttributeNames().filter((name) => /llavero|filler/i.test(name)),
      ),
    }));
    expect(traces).toEqual({ globals: [], marks: [] });
  });

  it("is not told that it was read", async () => {
    const place = await arena.show(loginPage({ head: EAVESDROPPER }));
    await arena.page.evaluate(() => void heard.splice(0));
    await arena.prepare(place);
    expect(await hearing()).toEqual([]);
  });
});

describe("a page that talks to the extension", () => {
  it("gets no answer", async () => {
    const after = `<script>
      window.heard = [];
      const ask = (word) => {
        for (const name of ["collect", "fill", "watch", "llavero", word]) {
          window.postMessage({ type: name, name, method: name, action: name }, "*");
          window.dispatchEvent(new CustomEvent(name, { detail: name }));
          document.dispatchEvent(new CustomEvent("llavero:" + name));
          new BroadcastChannel("llavero").postMessage(name);
        }
        try { chrome.runtime.sendMessage({ type: word }, (answer) => heard.push("answer " + JSON.stringify(answer))); } catch {}
        try { chrome.runtime.connect(); } catch {}
      };
      window.llaveroFiller = { collect: () => heard.push("collect"), fill: (order) => heard.push(JSON.stringify(order)) };
      window.addEventListener("message", ({ data }) => { if (!data?.method) heard.push("message " + JSON.stringify(data)); });
      ask("ping");
      document.addEventListener("input", () => ask("input"), true);
    </script>`;
    const place = await arena.show(loginPage({ after }));
    await arena.fill(place, await arena.prepare(place));
    expect(await arena.values()).toEqual(valuesOf(login));
    expect(await hearing()).toEqual([]);
  });
});
