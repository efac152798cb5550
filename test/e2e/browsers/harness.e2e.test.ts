/** Proves the harness with an extension of its own, so that a failing story points at the product. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ChromiumSession, launchChromium } from "./chromium.ts";
import { type FirefoxSession, launchFirefox } from "./firefox.ts";
import { writeFixtureExtension } from "./fixture-extension.ts";
import { createTemporaryFolder, deleteTemporaryFolder } from "./temporary-folder.ts";
import { waitFor } from "./wait-for.ts";

const HOST = "http://127.0.0.1/*";

let folder: string;
let directories: { chromium: string; firefox: string };
let server: Server;
let site: string;

beforeAll(async () => {
  folder = await createTemporaryFolder();
  directories = await writeFixtureExtension(folder);
  server = createServer((_request, response) => response.setHeader("content-type", "text/html").end("<h1>Site</h1>"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await deleteTemporaryFolder(folder);
});

function textOf(page: Page, selector: string): Promise<string | null> {
  return page.$eval(selector, (element) => element.textContent);
}

/** Presses a button of the fixture and waits for what it answers. */
async function press(page: Page, selector: string, answer: string): Promise<void> {
  await page.click(selector);
  await waitFor(async () => (await textOf(page, "#answer")) === answer, { what: `the answer ${answer}` });
}

describe("Chromium", () => {
  let session: ChromiumSession;
  let page: Page;

  beforeAll(async () => {
    session = await launchChromium({ extensionDirectory: directories.chromium, colorScheme: "dark", language: "es" });
    page = await session.newPage(site);
  });

  afterAll(() => session?.close());

  const isGranted = (popup: Page) =>
    popup.evaluate((host) => {
      const { chrome } = globalThis as unknown as {
        chrome: { permissions: { contains(permissions: { origins: string[] }): Promise<boolean> } };
      };
      return chrome.permissions.contains({ origins: [host] });
    }, HOST);

  it("opens the popup with the toolbar button", async () => {
    const popup = await session.openPopup(page);
    expect(await textOf(popup, "#text")).toBe("Hello from the popup");
  });

  it("gives the popup activeTab for the page in front", async () => {
    const popup = await session.openPopup(page);
    const title = await popup.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          tabs: { query(query: object): Promise<{ id: number }[]> };
          scripting: { executeScript(injection: object): Promise<{ result: string }[]> };
        };
      };
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      const func = () => document.body.textContent;
      return (await chrome.scripting.executeScript({ target: { tabId: tab?.id }, func }))[0]?.result;
    });
    expect(title).toBe("Site");
  });

  it("opens popups one after the other, each a new one", async () => {
    for (let round = 0; round < 5; round++) {
      const popup = await session.openPopup(page);
      await press(popup, "#ask", `count ${round + 1}`);
    }
  });

  it("opens the popup over another page while one is open", async () => {
    await session.openPopup(page);
    const other = await session.newPage(site);
    const popup = await session.openPopup(other);
    expect(await textOf(popup, "#text")).toBe("Hello from the popup");
    await other.close();
  });

  it("opens the popup while its page is also open in a tab", async () => {
    const tab = await session.newPage(`chrome-extension://${session.extensionId}/popup.html`);
    const popup = await session.openPopup(page);
    await session.closePopup(page);
    expect(popup.isClosed()).toBe(true);
    expect(tab.isClosed()).toBe(false);
    await tab.close();
  });

  it("opens a popup after the last one closed itself", async () => {
    const first = await session.openPopup(page);
    await first.evaluate(() => window.close()).catch(() => undefined);
    const second = await session.openPopup(page);
    expect(await textOf(second, "#text")).toBe("Hello from the popup");
  });

  it("closes the popup with a click on the page", async () => {
    const popup = await session.openPopup(page);
    await session.closePopup(page);
    expect(popup.isClosed()).toBe(true);
    await session.closePopup(page);
  });

  it("ends the worker, and the next message starts a new one", async () => {
    const popup = await session.openPopup(page);
    await popup.click("#ask");
    await waitFor(() => session.workerAlive(), { what: "the worker" });
    await session.killWorker();
    expect(await session.workerAlive()).toBe(false);
    await session.killWorker();
    await press(popup, "#ask", "count 1");
    expect(await session.workerAlive()).toBe(true);
  });

  it("grants what the extension asks for after a click, once that is approved", async () => {
    const popup = await session.openPopup(page);
    await session.approveHost(HOST);
    expect(await isGranted(popup)).toBe(false);
    await press(popup, "#allow", "allowed true");
    await session.revokeHost(HOST);
    expect(await isGranted(popup)).toBe(false);
  });

  it("grants a host and takes it back, under an open popup", async () => {
    const popup = await session.openPopup(page);
    expect(await isGranted(popup)).toBe(false);
    await session.grantHost(HOST);
    expect(await isGranted(popup)).toBe(true);
    await session.revokeHost(HOST);
    expect(await isGranted(popup)).toBe(false);
  });

  it("reads the clipboard, under an open popup", async () => {
    const popup = await session.openPopup(page);
    await press(popup, "#copy", "copied");
    expect(await session.clipboard()).toBe("copied text");
    expect(popup.isClosed()).toBe(false);
  });

  it("speaks the language and shows the colours it was asked for", async () => {
    const popup = await session.openPopup(page);
    expect(await popup.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches)).toBe(true);
    expect(await popup.evaluate(() => navigator.language)).toBe("es");
  });
});

describe("Firefox", () => {
  let session: FirefoxSession;

  beforeAll(async () => {
    session = await launchFirefox({ extensionDirectory: directories.firefox, colorScheme: "dark", language: "es" });
  });

  afterAll(() => session?.close());

  it("opens a page of the extension, and a click works", async () => {
    const page = await session.openExtensionPage("popup.html?tab=1");
    expect(await textOf(page, "#text")).toBe("Hello from the popup");
    await press(page, "#ask", "count 1");
    await press(page, "#copy", "copied");
  });

  it("opens several pages, of the extension and of a site", async () => {
    const page = await session.newPage(site);
    expect(await textOf(page, "h1")).toBe("Site");
    const popup = await session.openExtensionPage("/popup.html");
    expect(await textOf(popup, "#dark")).toBe("dark");
    expect(await popup.evaluate(() => navigator.language)).toBe("es");
  });

  it("grants what the extension asks for after a click", async () => {
    const page = await session.openExtensionPage("popup.html");
    await press(page, "#allow", "allowed true");
  });
});

describe("waitFor", () => {
  it("says what it waited for, and why in vain", async () => {
    const condition = () => {
      throw new Error("not there");
    };
    await expect(waitFor(condition, { what: "the moon", timeout: 100 })).rejects.toThrow(
      "Waited 100 ms for the moon, in vain (not there).",
    );
  });

  it("gives up on a condition that never answers", async () => {
    await expect(waitFor(() => new Promise(() => undefined), { what: "an echo", timeout: 100 })).rejects.toThrow(
      "an echo",
    );
  });
});
