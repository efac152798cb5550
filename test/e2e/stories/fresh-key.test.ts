/** A just-generated key is never lost, and when its value is, the user is told the truth. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { control } from "../../sandbox/control.ts";
import { waitFor } from "../browsers/wait-for.ts";
import type { PopupPage } from "../pages/popup.ts";
import { namesOnConsole, type Story, startStory } from "./story.ts";

let story: Story;
let popup: PopupPage;

beforeAll(async () => {
  story = await startStory();
  popup = await story.openSignedIn("vera");
  await popup.waitForText("No API keys yet");
});
afterAll(() => story.close());
afterEach(() => control(story.sandbox.cloudops.origin).clear());

const onConsole = () => namesOnConsole(story.sandbox.cloudops, "vera");
const badge = () => popup.page.evaluate(() => chrome.action.getBadgeText({}));
/** The console's log, as soon as it has a creation in it. */
const creations = async () =>
  (await control(story.sandbox.cloudops.origin).requests()).filter(
    ({ method, path }) => method === "POST" && path.endsWith("/api_keys"),
  ).length;

async function dismissNews(): Promise<void> {
  await popup.click("button", "Dismiss");
  await waitFor(async () => !(await popup.has("button", "Dismiss")), { what: "the news to be gone" });
}

describe("the fresh key", () => {
  let key: string;
  let second: string;

  it("survives the popup, the worker and every tab, with a badge on the icon", async () => {
    await popup.generate("keep-me");
    key = await popup.revealedKey("keep-me");
    await story.closePopup();
    await story.chromium.killWorker();
    const other = await story.chromium.newPage("about:blank");
    for (const page of await story.chromium.browser.pages())
      if (page !== other && page !== story.page) await page.close();
    popup = await story.open();
    expect(await popup.revealedKey("keep-me")).toBe(key);
    expect(await badge()).toBe("1");
  });

  it("waits beside others", async () => {
    await popup.generate("keep-me-too");
    second = await popup.revealedKey("keep-me-too");
    expect(second).not.toBe(key);
    await popup.find("region", "New API key keep-me");
    await waitFor(async () => (await badge()) === "2", { what: "a badge that says 2" });
  });

  it("asks before it is dismissed uncopied, and is wiped then", async () => {
    const inMemory = () => popup.page.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null)));
    expect(await inMemory()).toContain(second);
    const region = await popup.find("region", "New API key keep-me-too");
    const dismiss = await region.waitForSelector('::-p-aria([name="Dismiss"][role="button"])');
    await dismiss?.click();
    const dialog = await popup.find("dialog", "Dismiss the key?");
    const confirm = await dialog.waitForSelector('::-p-aria([name="Dismiss"][role="button"])');
    await confirm?.click();
    await popup.waitForText("Dismissed keep-me-too");
    await waitFor(async () => (await badge()) === "1", { what: "a badge that says 1" });
    expect(await inMemory()).toContain(key);
    expect(await inMemory()).not.toContain(second);
  });

  it("never touches the disk", async () => {
    const onDisk = await popup.page.evaluate(async () => JSON.stringify(await chrome.storage.local.get(null)));
    expect(onDisk).toContain("keep-me");
    expect(onDisk).not.toContain(key);
  });

  it("goes without a question once it was copied", async () => {
    await popup.click("button", "Copy key");
    await popup.waitForText("Copied: the key keep-me");
    await popup.click("button", "Dismiss");
    await popup.waitForText("Dismissed keep-me");
    await waitFor(async () => (await badge()) === "", { what: "no badge" });
  });
});

describe("creating, when things go wrong", () => {
  it("creates one key on a double click", async () => {
    await control(story.sandbox.cloudops.origin).fault({
      path: "/api_keys",
      method: "POST",
      fault: { kind: "delay", milliseconds: 300 },
    });
    await popup.click("button", "Generate API key");
    await popup.fill("Name", "once");
    const submit = await popup.find("button", "Generate");
    await submit.evaluate((button) => {
      (button as HTMLButtonElement).click();
      (button as HTMLButtonElement).click();
    });
    await popup.find("region", "New API key once");
    expect((await onConsole()).filter((name) => name === "once")).toHaveLength(1);
    await popup.click("button", "Copy key");
    await popup.click("button", "Dismiss");
    await popup.waitForText("Dismissed once");
  });

  it("goes on while the popup is closed", async () => {
    await control(story.sandbox.cloudops.origin).fault({
      path: "/api_keys",
      method: "POST",
      fault: { kind: "delay", milliseconds: 1500 },
    });
    await control(story.sandbox.cloudops.origin).clearRequests();
    await popup.generate("in-the-background");
    await waitFor(async () => (await creations()) === 1, { what: "the console to be asked" });
    await story.closePopup();
    popup = await story.open();
    await popup.find("region", "New API key in-the-background");
    await popup.click("button", "Copy key");
    await popup.click("button", "Dismiss");
    await popup.waitForText("Dismissed in-the-background");
  });

  it("tells that a key was created whose answer was lost, and offers to revoke it", async () => {
    await control(story.sandbox.cloudops.origin).fault({
      path: "/api_keys",
      method: "POST",
      fault: { kind: "truncate" },
    });
    await popup.generate("lost-answer");
    await popup.waitForText("lost-answer was created, but its value never arrived");
    expect(await onConsole()).toContain("lost-answer");
    await popup.click("button", "Revoke lost-answer");
    await popup.waitForText("Revoked lost-answer");
    expect(await onConsole()).not.toContain("lost-answer");
    expect(await popup.valueOf("Name")).toBe("lost-answer");
    await popup.click("button", "Cancel");
  });

  it("finds the second key that the browser makes when it sends a broken request again", async () => {
    await control(story.sandbox.cloudops.origin).fault({
      path: "/api_keys",
      method: "POST",
      fault: { kind: "reset", when: "after" },
    });
    await popup.generate("sent-twice");
    await popup.waitForText("The console has 1 more key called sent-twice");
    expect((await onConsole()).filter((name) => name === "sent-twice")).toHaveLength(2);
    await popup.click("button", "Revoke the other sent-twice");
    await popup.waitForText("Revoked sent-twice");
    expect((await onConsole()).filter((name) => name === "sent-twice")).toHaveLength(1);
    const key = await popup.revealedKey("sent-twice");
    const answer = await fetch(`${story.sandbox.cloudops.origin}/api/v2/users`, { headers: { "MC-Api-Key": key } });
    expect(answer.status).toBe(200);
    await popup.click("button", "Copy key");
    await popup.click("button", "Dismiss");
    await popup.waitForText("Dismissed sent-twice");
  });

  it("tells that nothing was created when the connection broke before", async () => {
    await control(story.sandbox.cloudops.origin).fault({
      path: "/api_keys",
      method: "POST",
      // the browser tries a second time by itself
      times: 2,
      fault: { kind: "reset", when: "before" },
    });
    await popup.generate("never-was");
    await popup.waitForText("The answer to creating never-was never arrived, and the console has no such key.");
    expect(await onConsole()).not.toContain("never-was");
    await dismissNews();
  });

  it("tells the truth when the worker is killed while the console works", async () => {
    const { origin } = story.sandbox.cloudops;
    await control(origin).fault({ path: "/api_keys", method: "POST", fault: { kind: "hang", when: "after" } });
    await control(origin).clearRequests();
    await popup.generate("killed-after");
    await waitFor(async () => (await onConsole()).includes("killed-after"), { what: "the key to be created" });
    await story.chromium.killWorker();
    await popup.waitForText("killed-after was created, but its value never arrived");
    expect(await creations()).toBe(1);
    await dismissNews();
  });

  it("tells the truth when the worker is killed before the console has worked", async () => {
    const { origin } = story.sandbox.cloudops;
    await control(origin).fault({ path: "/api_keys", method: "POST", fault: { kind: "hang", when: "before" } });
    await control(origin).clearRequests();
    await popup.generate("killed-before");
    await waitFor(async () => (await creations()) === 1, { what: "the console to be asked" });
    await story.chromium.killWorker();
    await popup.waitForText("The answer to creating killed-before never arrived");
    expect(await onConsole()).not.toContain("killed-before");
    await dismissNews();
  });

  it("keeps the name and creates nothing when the worker is killed before it asks", async () => {
    const { origin } = story.sandbox.cloudops;
    await control(origin).fault({ path: "/session", method: "GET", fault: { kind: "hang", when: "before" } });
    await control(origin).clearRequests();
    await popup.generate("not-even-asked");
    await waitFor(async () => (await control(origin).requests()).some(({ path }) => path.endsWith("/session")), {
      what: "the session to be checked",
    });
    await story.chromium.killWorker();
    await popup.waitForText("The browser stopped Llavero before the console was asked.");
    expect(await popup.valueOf("Name")).toBe("not-even-asked");
    expect(await creations()).toBe(0);
    await popup.click("button", "Cancel");
  });
});
