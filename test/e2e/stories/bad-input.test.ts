/** What consoles, browsers and people do wrong: a clear sentence each time, and nothing is lost. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { control } from "../../sandbox/control.ts";
import type { FaultRuleInput } from "../../sandbox/faults/fault.ts";
import { waitFor } from "../browsers/wait-for.ts";
import { PopupPage } from "../pages/popup.ts";
import { namesOnConsole, type Story, sandboxHosts, startStory } from "./story.ts";

let story: Story;
let popup: PopupPage;

beforeAll(async () => {
  story = await startStory();
  popup = await story.openSignedIn("ana");
  await popup.waitForText("14 keys");
});
afterAll(() => story.close());
afterEach(() => control(story.sandbox.cloudops.origin).clear());

const refresh = async () => {
  const button = await popup.page.waitForSelector("button[title^=Refresh]");
  await button?.click();
};
/** Until no list is being fetched any more, which would take the next fault. */
const settled = () =>
  waitFor(async () => !(await popup.has("progressbar", "Updating…")), { what: "the list to be there" });
const fault = (rule: FaultRuleInput) => control(story.sandbox.cloudops.origin).fault(rule);

describe("a list that cannot be fetched", () => {
  const list = { path: "/api_keys", method: "GET" } as const;
  const cases: readonly (readonly [string, FaultRuleInput["fault"], string, number])[] = [
    ["a 500", { kind: "status", status: 500 }, "has a problem of its own (HTTP 500)", 1],
    ["an HTML page", { kind: "html" }, "answered with a web page where data was due", 1],
    ["half an answer", { kind: "truncate" }, "The connection to", 1],
    ["a broken connection", { kind: "reset", when: "before" }, "cannot be reached", 2],
    ["an answer of another shape", { kind: "shape", body: { data: "none" } }, "gave an answer that makes no sense", 1],
    ["a request to slow down", { kind: "status", status: 429 }, "asks for a pause", 1],
    ["a redirect", { kind: "redirect", location: "/login" }, "sends us somewhere else", 1],
  ];
  for (const [what, how, sentence, times] of cases) {
    it(`because of ${what} is explained, and the last known one stays`, async () => {
      await fault({ ...list, fault: how, times });
      await refresh();
      await popup.waitForText(sentence);
      expect((await popup.keyNames()).length).toBeGreaterThan(3);
      await popup.click("button", "Try again");
      await popup.waitForNoText(sentence);
      await settled();
    });
  }

  it("in the right way is taken in spite of a wrong content type, unknown fields and odd values", async () => {
    await fault({ ...list, fault: { kind: "contentType", contentType: "text/plain" } });
    await fault({
      ...list,
      fault: { kind: "patchItems", set: { colour: "teal", state: "DREAMING", lastActivity: "in a while" } },
    });
    await refresh();
    await popup.waitForText("in a while");
    await refresh();
    await popup.waitForNoText("in a while");
  });

  it("completely is said to be incomplete", async () => {
    await fault({ ...list, times: 0, fault: { kind: "patchItems", set: { id: "" } } });
    await refresh();
    await popup.waitForText("could not be understood");
    await control(story.sandbox.cloudops.origin).clear();
    await refresh();
    await popup.waitForNoText("could not be understood");
  });
});

describe("changes that fail", () => {
  it("leave the new name in its box", async () => {
    await fault({ path: "/api_keys/.*", method: "PUT", fault: { kind: "status", status: 500 } });
    await popup.click("button", "Rename backup-nightly");
    await popup.fill("New name", "backup-hourly");
    await popup.click("button", "Save");
    await popup.waitForText("has a problem of its own (HTTP 500)");
    expect(await popup.valueOf("New name")).toBe("backup-hourly");
    await popup.click("button", "Save");
    await popup.waitForText("Renamed to backup-hourly");
  });

  it("leave the dialog open", async () => {
    await fault({ path: "/api_keys/.*", method: "DELETE", fault: { kind: "status", status: 403 } });
    await popup.click("button", "Revoke backup-hourly");
    await popup.click("button", "Revoke");
    await popup.waitForText("Your account may not do this");
    await popup.find("dialog", "Revoke API key");
    await popup.click("button", "Cancel");
    expect(await namesOnConsole(story.sandbox.cloudops, "ana")).toContain("backup-hourly");
  });
});

describe("names", () => {
  it("that are empty, only spaces or far too long are refused, and stay in their box", async () => {
    await popup.click("button", "Generate API key");
    for (const name of ["", "   "]) {
      await popup.fill("Name", name);
      await popup.click("button", "Generate");
      await popup.waitForText("A key needs a name.");
    }
    const long = "n".repeat(10_000);
    await popup.fill("Name", long);
    await popup.click("button", "Generate");
    await popup.waitForText("The console refused this:");
    expect(await popup.valueOf("Name")).toBe(long);
    await popup.click("button", "Cancel");
  });

  it("of any script are shown as they are, and nothing in them is run", async () => {
    for (const name of ["مفتاح الإنتاج", "🚀🔑 launch", "<img src=x onerror=document.title='ran'>", "backup-hourly"]) {
      await popup.generate(name);
      await popup.find("region", `New API key ${name}`);
      await popup.click("button", "Copy key");
      await popup.click("button", "Dismiss");
      await popup.waitForText(`Dismissed ${name}`);
      expect(await namesOnConsole(story.sandbox.cloudops, "ana")).toContain(name);
    }
    // its name is on screen, in the list, as text and not as an element
    await popup.waitForText("<img src=x onerror=");
    expect(await popup.page.$("img[src=x]")).toBeNull();
    expect(await popup.page.title()).toBe("Llavero");
    expect(
      (await namesOnConsole(story.sandbox.cloudops, "ana")).filter((name) => name === "backup-hourly"),
    ).toHaveLength(2);
  });
});

describe("the browser", () => {
  it("that takes the access away is noticed at once, and asked again by a click", async () => {
    await story.chromium.revokeHost(sandboxHosts);
    await popup.waitForText("Llavero may not reach 127.0.0.1");
    await story.chromium.approveHost(sandboxHosts);
    if (await popup.has("button", "Allow access")) await popup.click("button", "Allow access");
    await popup.waitForNoText("Llavero may not reach");
    await refresh();
    await popup.waitForText("18 keys");
  });

  it("without room left creates nothing, says so, and keeps the name", async () => {
    await popup.page.evaluate(async () => {
      const filler = "x".repeat(1_000_000);
      for (let part = 0, room = filler; room.length > 200; part++) {
        await chrome.storage.local.set({ [`filler ${part}`]: room }).catch(() => {
          room = room.slice(0, room.length / 2);
        });
      }
    });
    await popup.click("button", "Generate API key");
    await popup.fill("Name", "no room");
    await popup.click("button", "Generate");
    await popup.waitForText("The browser has no room left to store anything.");
    expect(await namesOnConsole(story.sandbox.cloudops, "ana")).not.toContain("no room");
    expect(await popup.valueOf("Name")).toBe("no room");
    await popup.page.evaluate(async () => {
      const stored = Object.keys(await chrome.storage.local.get(null));
      await chrome.storage.local.remove(stored.filter((key) => key.startsWith("filler ")));
    });
    await popup.click("button", "Cancel");
  });

  it("with two windows of ours open shows in one what is done in the other", async () => {
    const other = new PopupPage(await story.chromium.browser.newPage());
    await other.page.goto(`chrome-extension://${story.chromium.extensionId}/popup.html?tab=1`);
    await other.ready();
    await other.waitForText("18 keys");
    await other.generate("from-the-window");
    await other.find("region", "New API key from-the-window");
    popup = await story.open();
    await popup.find("region", "New API key from-the-window");
    await popup.fill("Search keys", "monitoring");
    // the other page is behind this one, where nothing is drawn: it can be asked, but not waited in
    const inOther = () => other.page.evaluate(() => document.querySelector("input")?.value);
    await waitFor(async () => (await inOther()) === "monitoring", { what: "the search to be in both windows" });
    await popup.click("button", "Copy key");
    await popup.click("button", "Dismiss");
    await other.waitForNoText("Keep it now");
    await popup.click("button", "Clear search");
    await popup.waitForText("19 keys");
    await other.page.close();
  });
});

describe("what is stored", () => {
  const store = (key: string, value: unknown) =>
    popup.page.evaluate((name, stored) => chrome.storage.local.set({ [name]: stored }), key, value);
  const reopen = async () => {
    await story.closePopup();
    popup = await story.open();
  };

  it("by a newer version is left alone until the user says so", async () => {
    await store("settings", { version: 99, data: { language: "tlh" } });
    await reopen();
    await popup.waitForText("was written by a newer version of Llavero");
    await popup.click("button", "Reset this part");
    await popup.find("button", "Generate API key");
  });

  it("in a damaged way is said to be, and only that part is reset", async () => {
    await store("signInFailures", { version: 1, data: "nonsense" });
    await reopen();
    await popup.waitForText("is damaged");
    await popup.click("button", "Reset this part");
    await popup.waitForText("19 keys");
  });

  it("as a list and damaged is simply fetched again", async () => {
    await store("heads", { version: 1, data: 7 });
    await reopen();
    await popup.waitForText("19 keys");
  });
});
