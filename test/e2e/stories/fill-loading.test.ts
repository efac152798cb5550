/** Pages that go on loading while the user is asked: the question stays for as long as the form is the same. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NEVER } from "../../forms/pages/server.ts";
import { waitFor } from "../browsers/wait-for.ts";
import type { FillPart } from "../pages/fill.ts";
import { login, loginForm, pageOf, userRow } from "../pages/forms-to-fill.ts";
import { type FillStory, startFillStory } from "./fill-story.ts";

let story: FillStory;
let fill: FillPart;

beforeAll(async () => {
  story = await startFillStory();
});
afterAll(async () => {
  await story?.close();
});

const confirm = async () => {
  expect(await fill.isAsking()).toBe(true);
  await fill.answer("Fill once");
  await fill.popup.waitForText("Filled 2 fields");
  // of the page alone: frames that never come answer nothing
  const values = await story.page.$$eval("#user, #pass", (inputs) =>
    inputs.map((input) => (input as HTMLInputElement).value),
  );
  expect(values).toEqual([story.truth.userName, story.truth.password]);
};
/** Does it, and waits until the browser has told that the tab has loaded, as it tells the background. */
const untilLoaded = async (act: () => Promise<unknown>) => {
  const { page } = fill.popup;
  await page.evaluate(() => {
    document.documentElement.removeAttribute("data-loaded");
    chrome.tabs.onUpdated.addListener((_, { status }) => {
      if (status === "complete") document.documentElement.setAttribute("data-loaded", "");
    });
  });
  await act();
  await page.waitForSelector("[data-loaded]");
};

describe("the question", () => {
  it("stays when the page changes its address by itself", async () => {
    await story.visit(login);
    fill = await story.openFill();
    await fill.ask();
    await untilLoaded(() => story.page.evaluate(() => history.pushState(null, "", "?step=1")));
    await confirm();
  });
  it("stays when a frame in the page loads", async () => {
    await story.visit(pageOf(`${loginForm}<iframe src="/nothing.html"></iframe>`));
    fill = await story.openFill();
    await fill.ask();
    await untilLoaded(() =>
      story.page.evaluate(() => {
        const f = document.querySelector("iframe");
        if (f) f.src = "/other.html";
      }),
    );
    await confirm();
  });
});

describe("a page that is still loading", () => {
  it("is filled though a script and a frame in it never come", async () => {
    story.pages.put(
      "/endless.html",
      pageOf(`${loginForm}<iframe src="${NEVER}"></iframe><script src="${NEVER}"></script>`),
    );
    // it never loads, so there is nothing to wait for but the form
    await story.page.evaluate((url) => void location.assign(url), `${story.pages.origin}/endless.html`);
    await story.page.waitForSelector("#login");
    fill = await story.openFill();
    await fill.ask();
    await confirm();
  });
});

describe("a login in two pages", () => {
  it("is followed to a page that never ends loading", async () => {
    const next = `<script>next.onclick = () => { location.href = "/endless.html"; };</script>`;
    story.pages.put("/endless.html", pageOf(`${loginForm}<img alt="" src="${NEVER}">`));
    await story.visit(
      pageOf(
        `<form action="/session" method="post"><h1>Sign in</h1>${userRow}<button type="button" id="next">Next</button></form>${next}`,
      ),
    );
    fill = await story.openFill();
    await fill.fill();
    await story.closePopup();
    await story.page.click("#next");
    await waitFor(async () => (await story.values()).pass === story.truth.password, {
      what: "the password",
      timeout: 15_000,
    });
  });
});

describe("a form that is not there yet", () => {
  const late = pageOf(
    `<main id="main"><h1>Welcome</h1><button id="open">Open</button></main>
<script>open.onclick = () => main.insertAdjacentHTML("beforeend", ${JSON.stringify(loginForm)});</script>`.replace(
      "open.onclick",
      'document.querySelector("#open").onclick',
    ),
  );

  it("is asked about once it is", async () => {
    await story.visit(late);
    fill = await story.openFill();
    await fill.press();
    await fill.popup.waitForText("There is no form");
    await story.page.evaluate(() => document.querySelector<HTMLElement>("#open")?.click());
    await fill.question();
    await confirm();
  });
});
