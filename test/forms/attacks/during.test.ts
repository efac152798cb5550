/** A page that answers to the first value's events: what it changes then counts for the next one. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Arena, login, openArena, valuesOf } from "./arena.ts";
import { loginPage } from "./login-page.ts";

const [username = "", password = ""] = valuesOf(login);
let arena: Arena;

beforeAll(async () => {
  arena = await openArena();
});

afterAll(() => arena?.close());

/** The events that come before a value is there, and those that tell of it. */
const EVENTS = ["focus", "focusin", "keydown", "beforeinput", "input", "keyup", "change", "blur", "focusout"];

const TRICKS: readonly (readonly [string, string])[] = [
  ["hides the password", 'pass.style.opacity = "0"'],
  ["moves the password away", 'pass.style.cssText = "position: absolute; left: -9999px"'],
  ["shows what is typed", 'pass.type = "text"'],
  ["replaces the password", "pass.replaceWith(pass.cloneNode())"],
  ["puts the password into another form", "document.body.appendChild(document.createElement('form')).append(pass)"],
  [
    "covers everything",
    "document.body.insertAdjacentHTML('beforeend', '<div style=\"position:fixed;inset:0;background:white\">Win</div>')",
  ],
];

describe("a page that acts while the user name is being filled", () => {
  for (const [what, trick] of TRICKS) {
    it.each(EVENTS)(`gets no password: ${what} on %s`, async (event) => {
      const script = `<script>
        user.addEventListener(${JSON.stringify(event)}, () => { window.tricked = true; ${trick}; }, { once: true });
      </script>`;
      const place = await arena.show(loginPage({ after: script }));
      await arena.fill(place, await arena.prepare(place));
      const tricked = await arena.page.evaluate(() => "tricked" in window);
      // An event that never came changed nothing; then all of it has to be there.
      if (tricked) expect(await arena.values()).not.toContain(password);
      else expect(await arena.values()).toEqual([username, password]);
    });
  }
});

describe("a page whose handlers throw", () => {
  it.each(EVENTS)("is filled all the same: on %s", async (event) => {
    const script = `<script>
      for (const field of [user, pass]) {
        field.addEventListener(${JSON.stringify(event)}, () => { window.threw = true; throw new Error("no"); });
      }
    </script>`;
    const place = await arena.show(loginPage({ after: script }));
    const outcomes = await arena.fill(place, await arena.prepare(place));
    expect(outcomes.map(({ status }) => status)).toEqual(["filled", "filled"]);
    expect(await arena.values()).toEqual([username, password]);
    // nothing fires beforeinput but a keyboard
    if (event !== "beforeinput") expect(await arena.page.evaluate(() => "threw" in window)).toBe(true);
  });

  it("is filled all the same when its own focus and blur throw", async () => {
    const after = `<script>
      for (const field of [user, pass]) field.focus = field.blur = () => { throw new Error("no"); };
    </script>`;
    const place = await arena.show(loginPage({ after }));
    await arena.fill(place, await arena.prepare(place));
    expect(await arena.values()).toEqual([username, password]);
  });
});

describe("a page that acts while the password is being filled", () => {
  /** Only what comes before the value: afterwards the value is where it was meant to be. */
  it.each(["focus", "focusin", "keydown", "beforeinput"])("keeps what it does not show: on %s", async (event) => {
    const script = `<script>
      pass.addEventListener(${JSON.stringify(event)}, () => { window.tricked = true; pass.type = "text"; }, { once: true });
    </script>`;
    const place = await arena.show(loginPage({ after: script }));
    await arena.fill(place, await arena.prepare(place));
    if (await arena.page.evaluate(() => "tricked" in window)) expect(await arena.values()).not.toContain(password);
  });

  it("cannot have it put into another field by taking the focus away", async () => {
    const after = `<textarea id="notes" aria-label="Public notes"></textarea><script>
      for (const type of ["focus", "keydown", "beforeinput", "input"]) pass.addEventListener(type, () => notes.focus());
    </script>`;
    const place = await arena.show(loginPage({ after }));
    await arena.fill(place, await arena.prepare(place));
    expect(await arena.page.$eval("textarea", ({ value }) => value)).toBe("");
  });
});
