/** Logins in several steps: followed for a while where the user said yes, and nowhere else. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "../browsers/wait-for.ts";
import type { FillPart } from "../pages/fill.ts";
import { login, loginForm, pageOf, passwordRow, userRow } from "../pages/forms-to-fill.ts";
import { type FillStory, startFillStory } from "./fill-story.ts";

let story: FillStory;
let fill: FillPart;

const DELAY = 300;
const firstStep = (script: string) =>
  pageOf(
    `<form id="login" action="/session" method="post"><h1>Sign in</h1><div id="step">${userRow}</div>
<button id="next">Next</button></form><script>${script}</script>`,
  );
const later = (html: string) =>
  `next.onclick = () => setTimeout(() => step.insertAdjacentHTML("beforeend", ${JSON.stringify(html)}), ${DELAY});`;
const passwordLater = firstStep(later(passwordRow));
const goingTo = (url: string) =>
  firstStep(`next.onclick = () => setTimeout(() => { location.href = "${url}"; }, ${DELAY});`);
const passwordPage = pageOf(
  `<form id="login" action="/session" method="post"><h1>Log in</h1>${userRow}${passwordRow}<button>Log in</button></form>`,
);

const visit = async (html: string, origin?: string) => {
  await story.visit(html, origin);
  fill = await story.openFill();
};
const value = async (id: string) => (await story.values())[id] ?? "";
const has = (id: string) => waitFor(async () => id in (await story.values()), { what: `the field ${id}` });
/** The page says when fields have come; what is left undone is known once another fill has gone through. */
const settled = async () => {
  await waitFor(() => story.page.evaluate(() => document.readyState === "complete"), { what: "the page" });
  await story.page.waitForNetworkIdle({ idleTime: 500 });
};

beforeAll(async () => {
  story = await startFillStory();
});
afterAll(() => story.close());

describe("a login in steps", () => {
  it("gets the user name, and the password without a question once it appears", async () => {
    await visit(passwordLater);
    await fill.ask();
    expect(await fill.lines()).toHaveLength(1);
    await fill.answer("Fill once");
    await fill.popup.waitForText("Filled 1 field: User name");
    await story.closePopup();
    await story.page.click("#next");
    await waitFor(async () => (await value("pass")) === story.truth.password, {
      what: "the password",
      timeout: 15_000,
    });
    expect(await value("user")).toBe(story.truth.userName);
    fill = await story.openFill();
    await fill.popup.waitForText("Filled 2 fields: User name, Password");
  });

  it("is not followed after the user has dismissed the news", async () => {
    await visit(passwordLater);
    await fill.fill();
    await fill.dismiss();
    await story.closePopup();
    await story.page.click("#next");
    await has("pass");
    await settled();
    expect(await value("pass")).toBe("");
  });

  it("is followed to the next page of the same origin", async () => {
    story.pages.put("/password.html", passwordPage);
    await visit(goingTo("/password.html"));
    await fill.fill();
    await story.closePopup();
    await story.page.click("#next");
    await has("pass");
    await waitFor(async () => (await value("pass")) === story.truth.password, {
      what: "the password",
      timeout: 15_000,
    });
  });

  it("is not followed to another origin", async () => {
    story.pages.put("/password.html", passwordPage);
    await visit(goingTo(`${story.pages.otherOrigin}/password.html`));
    await fill.fill();
    await story.closePopup();
    await story.page.click("#next");
    await has("pass");
    await settled();
    expect(await story.values()).toEqual({ user: "", pass: "" });
    fill = await story.openFill();
    expect(await fill.popup.text()).not.toContain("Filled");
  });

  it("does not get a second password by itself after it got the first", async () => {
    await visit(
      pageOf(
        `${loginForm}<button id="next">More</button><div id="step"></div><script>${later(
          '<form id="again"><h1>Log in</h1><label for="user2">User name</label><input id="user2" name="username"><label for="pass2">Password</label><input id="pass2" type="password"><button>Log in</button></form>',
        )}</script>`,
      ),
    );
    await fill.fill();
    await story.closePopup();
    await story.page.click("#next");
    await has("pass2");
    await settled();
    expect(await value("pass2")).toBe("");
    expect(await value("pass")).toBe(story.truth.password);
  });

  it("is over once a password was written: another page of the origin gets nothing by itself", async () => {
    await visit(login);
    await fill.fill();
    await story.closePopup();
    await story.visit(passwordPage.replace('id="login"', 'id="another"'));
    await settled();
    expect(await story.values()).toEqual({ user: "", pass: "" });
  });

  it("survives the end of the worker between two steps", async () => {
    await visit(passwordLater);
    await fill.fill();
    await story.closePopup();
    await story.chromium.killWorker();
    await story.page.click("#next");
    await waitFor(async () => (await value("pass")) === story.truth.password, {
      what: "the password",
      timeout: 15_000,
    });
  });

  it("survives the end of the worker between two documents", async () => {
    story.pages.put("/password.html", passwordPage);
    await visit(goingTo("/password.html"));
    await fill.fill();
    await story.closePopup();
    await story.chromium.killWorker();
    await story.page.click("#next");
    await has("pass");
    await waitFor(async () => (await value("pass")) === story.truth.password, {
      what: "the password",
      timeout: 15_000,
    });
  });

  it("is not followed after two minutes", async () => {
    await visit(passwordLater);
    await fill.fill();
    // the time that is written down is the only clock the background goes by when a page says that fields have come
    await fill.popup.page.evaluate(async () => {
      const stored = await chrome.storage.session.get("fills");
      const { data } = stored.fills as { data: Record<string, { until: number }> };
      for (const one of Object.values(data)) one.until -= 120_000;
      await chrome.storage.session.set(stored);
    });
    await story.closePopup();
    await story.page.click("#next");
    await has("pass");
    await settled();
    expect(await value("pass")).toBe("");
  });

  it("fills another page of the origin by itself only while it is followed, and never one where it was cancelled", async () => {
    await visit(passwordLater);
    await fill.ask();
    await fill.answer("Cancel");
    await story.closePopup();
    await story.visit(login);
    await settled();
    expect(await story.values()).toEqual({ user: "", pass: "" });
  });

  it("holds no secret, at any time of this", async () => {
    expect(await story.storedSecrets()).toEqual([]);
  });
});
