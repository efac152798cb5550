/**
 * The shortcut and the context menu. Neither can be pressed from here: the browser's own event is dispatched in the
 * background, which is all that a press brings beside the access to the page; the page's host is one that we have.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "../browsers/wait-for.ts";
import { FillPart } from "../pages/fill.ts";
import { login, pageOf, row } from "../pages/forms-to-fill.ts";
import { PopupPage } from "../pages/popup.ts";
import { type FillStory, service, startFillStory } from "./fill-story.ts";

let story: FillStory;
let fill: FillPart;

/** Fields that say nothing of what they want. */
const odd = pageOf(
  `<form id="odd"><h1>Gateway</h1>${row("first", "Thing one", 'name="thing-a"')}${row("second", "Thing two", 'name="thing-b"')}
<label for="notes">Notes</label><textarea id="notes"></textarea><button>Go</button></form>`,
  { title: "Gateway" },
);

const pressShortcut = () =>
  story.chromium.inWorker(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.commands.onCommand.dispatch("fill-page", tab);
  });
const chooseInMenu = (role: string) =>
  story.chromium.inWorker(async (menuItemId) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.contextMenus.onClicked.dispatch({ menuItemId }, tab);
  }, `fill-${role}`);
const badge = () =>
  story.chromium.inWorker(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return chrome.action.getBadgeText({ tabId: tab?.id });
  });

const popups = () => story.chromium.browser.targets().filter((target) => target.url().endsWith("/popup.html"));
/** The browser opens the popup by itself where it can; else the icon asks for a click, which is done then. */
const beAsked = async () => {
  await waitFor(async () => popups().length > 0 || (await badge()) === "?", {
    what: "the popup, or a sign on its icon",
  });
  const [popup] = popups();
  fill = popup === undefined ? await story.openFill() : new FillPart(await new PopupPage(await popup.asPage()).ready());
};
/** What the browser has opened by itself, a click on the page does not close in a browser without a window. */
const leave = async () => {
  await fill.popup.page.evaluate(() => close()).catch(() => undefined);
  await waitFor(() => popups().length === 0, { what: "the popup to close" });
};
const visit = async (html: string, focus?: string) => {
  await story.visit(html);
  await story.page.bringToFront();
  if (focus !== undefined) await story.page.focus(focus);
};

beforeAll(async () => {
  story = await startFillStory();
});
afterAll(() => story.close());

describe("the shortcut", () => {
  it("brings the popup where nothing was filled yet, to choose in", async () => {
    await visit(login);
    await pressShortcut();
    await beAsked();
    expect(await fill.isAsking()).toBe(false);
    expect(await story.values()).toEqual({ user: "", pass: "" });
  });

  it("asks where it was said yes to once, with what was used there", async () => {
    await fill.fill();
    await fill.dismiss();
    await leave();
    await visit(login);
    await pressShortcut();
    await beAsked();
    expect(await fill.question()).toContain(service);
    expect(await story.values()).toEqual({ user: "", pass: "" });
  });

  it("fills at once where the user has said always, and the icon says so", async () => {
    await fill.answer("Always fill here");
    await fill.popup.waitForText("Filled 2 fields");
    await leave();
    await visit(login);
    await pressShortcut();
    await waitFor(async () => (await badge()) === "✓", { what: "the sign on the icon" });
    expect(await story.values()).toEqual({ user: story.truth.userName, pass: story.truth.password });
    fill = await story.openFill();
    await fill.popup.waitForText("Filled 2 fields: User name, Password");
    await leave();
  });

  it("says in the popup why a page cannot be filled", async () => {
    await story.page.goto("chrome://version");
    await pressShortcut();
    await beAsked();
    await fill.popup.waitForText(/The browser lets no extension into this page|may not look at this page yet/u);
    await leave();
  });
});

describe("the context menu", () => {
  it("puts one value into the field with the focus, without a question where always was said", async () => {
    await visit(odd, "#first");
    await chooseInMenu("username");
    await waitFor(async () => (await story.values()).first !== "", { what: "the value" });
    expect(await story.values()).toEqual({ first: story.truth.userName, second: "", notes: "" });
  });

  it("has taught that field: it is filled with the page from then on", async () => {
    await visit(odd);
    fill = await story.openFill();
    await fill.fillUnasked("Filled 1 field: User name");
    expect(await story.values()).toEqual({ first: story.truth.userName, second: "", notes: "" });
  });

  it("puts a secret into no field of several lines, and says so", async () => {
    await leave();
    await visit(odd, "#notes");
    await chooseInMenu("password");
    await beAsked();
    await fill.popup.waitForText("This value cannot go into this field.");
    expect((await story.values()).notes).toBe("");
    await leave();
  });

  it("asks about one field where the user has not said always, and offers no always", async () => {
    const options = await story.chromium.newPage(`chrome-extension://${story.chromium.extensionId}/options.html`);
    await (await options.waitForSelector(`::-p-aria([name="Forget ${story.pages.origin}"][role="button"])`))?.click();
    await options.waitForSelector(`::-p-text(You have not filled any page yet)`);
    await options.close();
    await story.page.bringToFront();
    await visit(odd, "#second");
    await chooseInMenu("password");
    await beAsked();
    await fill.question();
    expect(await fill.lines()).toEqual([{ field: "Thing two", what: "Password", value: null }]);
    expect(await fill.popup.has("button", "Always fill here")).toBe(false);
    await fill.answer("Fill once");
    await fill.popup.waitForText("Filled 1 field: Password");
    expect(await story.values()).toEqual({ first: "", second: story.truth.password, notes: "" });
    await leave();
  });

  it("asks the next time too, and knows the field then", async () => {
    await visit(odd);
    fill = await story.openFill();
    await fill.ask();
    expect(await fill.lines()).toEqual([{ field: "Thing two", what: "Password", value: null }]);
    await fill.answer("Cancel");
  });

  it("leaves no secret in storage, at any time of this", async () => {
    expect(await story.storedSecrets()).toEqual([]);
  });
});
