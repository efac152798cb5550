/** Pages that want more than what their own visible fields get, in the built extension as it is. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EAVESDROPPER } from "../../forms/attacks/eavesdropper.ts";
import type { FillPart } from "../pages/fill.ts";
import { login, loginForm, pageOf, passwordRow, row, userRow } from "../pages/forms-to-fill.ts";
import { type FillStory, startFillStory } from "./fill-story.ts";

let story: FillStory;
let fill: FillPart;

const size = 'width="700" height="400"';
const visit = async (html: string, origin?: string) => {
  await story.visit(html, origin);
  await story.page.waitForNetworkIdle({ idleTime: 100 });
  fill = await story.openFill();
};
const asSource = (html: string) => html.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
const filled = () => ({ user: story.truth.userName, pass: story.truth.password });

beforeAll(async () => {
  story = await startFillStory();
  story.pages.put("/inner.html", login);
});
afterAll(() => story.close());

describe("a frame in a page", () => {
  it.each([
    ["of another origin", () => `<iframe src="${story.pages.otherOrigin}/inner.html" ${size}></iframe>`],
    ["in a sandbox", () => `<iframe sandbox="allow-scripts allow-forms" src="/inner.html" ${size}></iframe>`],
    ["written as data", () => `<iframe src="data:text/html,${encodeURIComponent(login)}" ${size}></iframe>`],
    ["in a sandbox, written in place", () => `<iframe sandbox srcdoc="${asSource(login)}" ${size}></iframe>`],
  ])("%s gets nothing, and a sentence says so", async (_, frame) => {
    await visit(pageOf(`<h1>Portal</h1>${frame()}`));
    expect(await story.values()).toEqual({ user: "", pass: "" });
    await fill.press();
    await fill.popup.waitForText("Fields in a frame of another site cannot be filled.");
    expect(await story.values()).toEqual({ user: "", pass: "" });
    // else it would go on looking for a form
    await fill.dismiss();
  });

  it("of the page's own origin is filled with the page", async () => {
    await visit(pageOf(`<h1>Portal</h1><iframe src="/inner.html" ${size}></iframe>`));
    await fill.fill();
    expect(await story.values()).toEqual(filled());
  });

  it("of another origin gets nothing beside a login that is filled, nor afterwards", async () => {
    const inner = login.replace('id="user"', 'id="inner-user"').replace('id="pass"', 'id="inner-pass"');
    story.pages.put("/stranger.html", inner);
    await visit(pageOf(`${loginForm}<iframe src="${story.pages.otherOrigin}/stranger.html" ${size}></iframe>`));
    await fill.fill();
    expect(await story.values()).toEqual({ ...filled(), "inner-user": "", "inner-pass": "" });
  });
});

describe("a page that listens to everything", () => {
  const decoys = `<div style="position: absolute; left: -9999px">${row("bait", "Secret key", 'name="s3_secret_key" type="password"')}</div>
<div style="opacity: 0">${row("bait2", "Password", 'name="password2" type="password"')}</div>`;

  it("hears no value but those of its own visible fields, and no other credentials", async () => {
    await visit(
      pageOf(
        `<form action="/session" method="post"><h1>Log in</h1>${decoys}${userRow}${passwordRow}<button>Log in</button></form>`,
        { head: EAVESDROPPER },
      ),
    );
    await fill.fill();
    expect(await story.values()).toEqual({ ...filled(), bait: "", bait2: "" });
    const heard = await story.page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    expect(heard.length).toBeGreaterThan(0);
    const { userName, password, ...others } = story.truth;
    const said = heard.join("\n");
    // what is typed into it, a page may know; that it hears it shows that it listens
    expect(said).toContain(userName);
    // common words of the page itself are no secrets
    const rest = Object.values(others).filter((value) => value.length > 8);
    expect(rest.filter((value) => said.includes(value) && !userName?.includes(value))).toEqual([]);
    expect(
      heard.filter(
        (one) => /^(setter|own setter|call of|message|added|attribute)/u.test(one) && one.includes(password ?? "?"),
      ),
    ).toEqual([]);
  });

  it("finds no value in its own markup, and nothing of ours in its own world", async () => {
    const markup = await story.page.evaluate(() => document.documentElement.outerHTML);
    expect(story.secrets.filter((secret) => markup.includes(secret))).toEqual([]);
    expect(markup).not.toMatch(/llavero|chrome-extension/iu);
    const own = await story.page.evaluate(() => Object.keys(window).filter((name) => /llavero/iu.test(name)));
    expect(own).toEqual([]);
  });

  it("is not filled while it is only asked about", async () => {
    // the login before is not followed to this one
    await fill.dismiss();
    await visit(pageOf(loginForm, { head: EAVESDROPPER }));
    await fill.ask();
    const heard = await story.page.evaluate(() => (window as unknown as { heard: string[] }).heard.join("\n"));
    expect(Object.values(story.truth).filter((value) => value.length > 8 && heard.includes(value))).toEqual([]);
    await fill.answer("Cancel");
  });
});

describe("a page that talks to the extension", () => {
  it("reaches nobody, by messages of either kind or by its files", async () => {
    await visit(login);
    const id = story.chromium.extensionId;
    const answers = await story.page.evaluate(async (extensionId) => {
      interface Runtime {
        sendMessage?(...what: unknown[]): Promise<unknown>;
        connect?(...what: unknown[]): unknown;
      }
      const runtime = (globalThis as unknown as { chrome?: { runtime?: Runtime } }).chrome?.runtime;
      const envelope = { name: "fill.begin", input: { tabId: 1 } };
      const tried = async (act: () => unknown) => {
        try {
          return (await act()) ?? "nothing";
        } catch {
          return "refused";
        }
      };
      window.postMessage({ llavero: "fields", token: "x" }, "*");
      window.postMessage(envelope, "*");
      return [
        runtime?.sendMessage === undefined
          ? "refused"
          : await tried(() => runtime.sendMessage?.(extensionId, envelope)),
        runtime?.connect === undefined ? "refused" : await tried(() => runtime.connect?.(extensionId)),
        await tried(() => fetch(`chrome-extension://${extensionId}/filler.js`)),
        await tried(() => import(`chrome-extension://${extensionId}/filler.js`)),
      ];
    }, id);
    expect(answers).toEqual(["refused", "refused", "refused", "refused"]);
    expect(await story.values()).toEqual({ user: "", pass: "" });
    expect(await fill.isAsking()).toBe(false);
  });

  it("cannot have more filled by showing more fields than what was said yes to", async () => {
    await visit(login);
    await fill.fill();
    await story.page.evaluate(() => {
      document
        .querySelector("form")
        ?.insertAdjacentHTML(
          "beforeend",
          '<label for="extra">Password</label><input id="extra" type="password" name="password3"><label for="key">Secret key</label><input id="key" type="password" name="secret_key">',
        );
    });
    await story.page.waitForNetworkIdle({ idleTime: 500 });
    expect(await story.values()).toEqual({ ...filled(), extra: "", key: "" });
  });

  it("finds no secret stored at any time of this", async () => {
    expect(await story.storedSecrets()).toEqual([]);
  });
});
