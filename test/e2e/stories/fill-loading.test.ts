/** Pages that go on loading while the user is asked: the question stays for as long as the form is the same. */
import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FillPart } from "../pages/fill.ts";
import { login, loginForm, pageOf } from "../pages/forms-to-fill.ts";
import { type FillStory, startFillStory } from "./fill-story.ts";
import { type OddServer, serve } from "./odd-servers.ts";

let story: FillStory;
let slow: OddServer;
let fill: FillPart;
const waiting: ServerResponse[] = [];

beforeAll(async () => {
  story = await startFillStory();
  slow = await serve((request, response) => {
    if (request.url === "/picture.png") waiting.push(response);
    else response.writeHead(200, { "content-type": "text/html" }).end(pageOf(`${loginForm}<img src="/picture.png">`));
  });
});
afterAll(async () => {
  await story?.close();
  await slow?.close();
});

const confirm = async () => {
  expect(await fill.isAsking()).toBe(true);
  await fill.answer("Fill once");
  await fill.popup.waitForText("Filled 2 fields");
  expect(await story.values()).toMatchObject({ user: story.truth.userName, pass: story.truth.password });
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
  it("stays when a slow picture of the page arrives", async () => {
    await story.page.goto(slow.origin, { waitUntil: "domcontentloaded" });
    fill = await story.openFill();
    await fill.ask();
    await untilLoaded(async () => {
      for (const response of waiting) response.writeHead(404).end();
    });
    await confirm();
  });
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
