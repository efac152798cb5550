/** Drafts and places: whatever the user was in the middle of is there when the popup opens again. And the keyboard. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "../browsers/wait-for.ts";
import { PopupPage } from "../pages/popup.ts";
import { namesOnConsole, type Story, startStory } from "./story.ts";

let story: Story;
let popup: PopupPage;

beforeAll(async () => {
  story = await startStory();
  popup = await story.openSignedIn("maya");
  await popup.waitForText("10,000 keys");
});
afterAll(() => story.close());

const reopen = async () => {
  await story.closePopup();
  popup = await story.open();
};
const focused = () => popup.page.evaluate(() => document.activeElement?.getAttribute("data-row") ?? "");
const focusedName = () =>
  popup.page.evaluate(
    () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.tagName ?? "",
  );

describe("when the popup closes", () => {
  it("the name being typed stays", async () => {
    await popup.click("button", "Generate API key");
    await popup.fill("Name", "half a name");
    await reopen();
    expect(await popup.valueOf("Name")).toBe("half a name");
    await popup.click("button", "Cancel");
  });

  it("the search and the order stay", async () => {
    await popup.click("button", "Sort by last activity");
    await popup.fill("Search keys", "77");
    await popup.waitForText(/\d+ of 10,000/u);
    const found = await popup.keyNames();
    await reopen();
    expect(await popup.valueOf("Search keys")).toBe("77");
    await popup.find("button", "Sort by last activity, descending");
    await waitFor(async () => (await popup.keyNames()).join() === found.join(), { what: "the same rows again" });
  });

  it("a half-done rename and an open question stay", async () => {
    const [name = ""] = await popup.keyNames();
    await popup.click("button", `Rename ${name}`);
    await popup.fill("New name", "half a rename");
    await reopen();
    expect(await popup.valueOf("New name")).toBe("half a rename");
    await popup.click("button", "Cancel");
    await popup.click("button", `Revoke ${name}`);
    await popup.find("dialog", "Revoke API key");
    await reopen();
    await popup.find("dialog", "Revoke API key");
    await popup.escape("dialog", "Revoke API key");
    await popup.click("button", "Clear search");
    await popup.click("button", "Sort by name");
  });
});

describe("far down a list of 10,000", () => {
  /** Where the row of what has the focus stands, and whether that can be seen. */
  const focusedRow = () =>
    popup.page.evaluate(() => {
      const row = document.activeElement?.closest("[data-row]");
      const box = row?.getBoundingClientRect();
      const isInSight = box !== undefined && box.top >= 0 && Math.floor(box.bottom) <= innerHeight;
      return row == null ? "" : `${row.getAttribute("data-row")} ${isInSight ? "in sight" : "out of sight"}`;
    });

  it("a half-done rename stays, in sight and with the focus", async () => {
    await popup.page.focus("ul [data-row='0']");
    await popup.page.keyboard.press("End");
    await waitFor(async () => (await focused()) === "9999", { what: "the focus on the last row" });
    await popup.page.keyboard.press("PageUp");
    await waitFor(async () => (await focused()) === "9993", { what: "the focus a page higher" });
    await popup.page.keyboard.press("F2");
    await popup.fill("New name", "half a rename, far down");
    await reopen();
    expect(await popup.valueOf("New name")).toBe("half a rename, far down");
    await waitFor(async () => (await focusedRow()) === "9993 in sight", { what: "the form in sight" });
    expect(await popup.page.$$eval("ul [data-row]", (rows) => rows.length)).toBeLessThan(40);
    await popup.page.keyboard.press("Escape");
    await waitFor(async () => (await focused()) === "9993", { what: "the focus back on the row" });
  });

  it("a form that opens while another is open has the focus", async () => {
    const names = await popup.keyNames();
    const [one = "", other = ""] = names.slice(-3);
    await popup.click("button", `Rename ${one}`);
    await popup.find("form", `Rename ${one}`);
    await popup.click("button", `Rename ${other}`);
    await popup.find("form", `Rename ${other}`);
    const form = () => popup.page.evaluate(() => document.activeElement?.closest("form")?.getAttribute("aria-label"));
    await waitFor(async () => (await form()) === `Rename ${other}`, { what: "the focus in the other form" });
    await popup.page.keyboard.press("Escape");
    await popup.page.keyboard.press("Home");
    await waitFor(async () => (await focused()) === "0", { what: "the focus on the first row" });
  });
});

describe("the keyboard", () => {
  it("walks a list of 10,000 by arrow keys, from end to end", async () => {
    await popup.page.focus("ul [data-row='0']");
    await popup.page.keyboard.press("ArrowDown");
    await popup.page.keyboard.press("ArrowDown");
    expect(await focused()).toBe("2");
    await popup.page.keyboard.press("End");
    await waitFor(async () => (await focused()) === "9999", { what: "the focus on the last row" });
    await popup.page.keyboard.press("PageUp");
    await waitFor(async () => (await focused()) === "9993", { what: "the focus a page higher" });
    await popup.page.keyboard.press("Home");
    await waitFor(async () => (await focused()) === "0", { what: "the focus on the first row" });
    expect(await popup.page.$$eval("ul [data-row]", (rows) => rows.length)).toBeLessThan(40);
  });

  it("tells a screen reader where in the list it is", async () => {
    const place = await popup.page.$eval("ul [data-row='0']", (row) => [
      row.getAttribute("aria-posinset"),
      row.getAttribute("aria-setsize"),
    ]);
    expect(place).toEqual(["1", "10000"]);
  });

  it("renames by F2 and Enter, and comes back to the row", async () => {
    const [name = ""] = await popup.keyNames();
    await popup.page.focus("ul [data-row='0']");
    await popup.page.keyboard.press("F2");
    await popup.fill("New name", "0000 first of all");
    await popup.page.keyboard.press("Enter");
    await popup.waitForText("Renamed to 0000 first of all");
    expect(await namesOnConsole(story.sandbox.cloudops, "maya")).not.toContain(name);
    await waitFor(async () => (await focused()) === "0", { what: "the focus back on the row" });
  });

  it("asks to revoke by Delete, with the focus on the harmless button, and Esc gives it back", async () => {
    await popup.page.keyboard.press("Delete");
    await popup.find("dialog", "Revoke API key");
    expect(await popup.page.evaluate(() => document.activeElement?.textContent)).toBe("Cancel");
    await popup.page.keyboard.press("Escape");
    await waitFor(async () => (await focused()) === "0", { what: "the focus back on the row" });
  });

  it("goes to the next row when a key was really revoked, also in a popup opened anew", async () => {
    for (const isReopened of [false, true]) {
      await popup.page.focus("ul [data-row='1']");
      const [, gone = "", next = ""] = await popup.keyNames();
      await popup.page.keyboard.press("Delete");
      await popup.find("dialog", "Revoke API key");
      if (isReopened) await reopen();
      await popup.click("button", "Revoke");
      await popup.waitForText(`Revoked ${gone}`);
      await waitFor(async () => (await popup.keyNames())[1] === next, { what: "the next key to move up" });
      await waitFor(async () => (await focused()) === "1", { what: "the focus on the row that moved up" });
    }
  });

  it("comes back to the button after the form for a new key", async () => {
    const isOnButton = () => popup.page.evaluate(() => document.activeElement?.textContent === "Generate API key");
    await popup.click("button", "Generate API key");
    await popup.page.keyboard.press("Escape");
    await waitFor(isOnButton, { what: "the focus on the button after Esc" });
    await popup.generate("made by keyboard");
    await popup.find("region", "New API key made by keyboard");
    await waitFor(isOnButton, { what: "the focus on the button after a key came" });
  });

  it("opens, walks and closes the menu of consoles", async () => {
    const button = await popup.find("button", "Console: CloudOps");
    await button.focus();
    await popup.page.keyboard.press("ArrowDown");
    await popup.find("menuitemradio", "CloudOps");
    await popup.page.keyboard.press("End");
    expect(await popup.page.evaluate(() => document.activeElement?.textContent)).toBe("Sign out");
    await popup.page.keyboard.press("Escape");
    expect(await focusedName()).toBe("Console: CloudOps");
  });

  it("Esc empties the search and leaves the form, without closing the popup", async () => {
    await popup.fill("Search keys", "something");
    await popup.page.keyboard.press("Escape");
    expect(await popup.valueOf("Search keys")).toBe("");
    await popup.click("button", "Generate API key");
    await popup.fill("Name", "to be given up");
    await popup.page.keyboard.press("Escape");
    await popup.find("button", "Generate API key");
  });
});

describe("elsewhere than in the popup", () => {
  it("opens in a window of its own, with the same view", async () => {
    await popup.fill("Search keys", "42");
    const target = story.chromium.browser.waitForTarget((one) => one.url().includes("popup.html?tab"));
    await popup.click("button", "Open in a window");
    const page = await (await target).asPage();
    const view = await new PopupPage(page).ready();
    expect(await view.valueOf("Search keys")).toBe("42");
    await view.waitForText(/\d+ of [\d,]+/u);
    expect(await view.has("button", "Open in a window")).toBe(false);
    expect(await view.has("button", "Open in the side panel")).toBe(false);
    await page.close();
  });

  it("opens in the side panel, which stays open while one works elsewhere", async () => {
    popup = await story.open();
    const target = story.chromium.browser.waitForTarget((one) => one.url().includes("sidepanel.html"));
    await popup.click("button", "Open in the side panel");
    const page = await (await target).asPage();
    const panel = await new PopupPage(page).ready();
    expect(await panel.valueOf("Search keys")).toBe("42");
    expect(await panel.has("button", "Open in the side panel")).toBe(false);
    await story.page.bringToFront();
    await story.page.mouse.click(5, 5);
    await panel.click("button", "Clear search");
    // two were revoked and one made
    await panel.waitForText("9,999 keys");
  });
});
