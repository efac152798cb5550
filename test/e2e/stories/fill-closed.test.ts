/** Pages that no extension may fill, and those that nobody should: each gets a sentence, and never silence. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FillPart } from "../pages/fill.ts";
import { login, pageOf } from "../pages/forms-to-fill.ts";
import { type FillStory, startFillStory } from "./fill-story.ts";
import { type OddServer, serve } from "./odd-servers.ts";

let story: FillStory;
let files: OddServer;
let fill: FillPart;

const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj
trailer<</Root 1 0 R>>
`;

const goTo = async (url: string) => {
  await story.page.goto(url);
  fill = await story.openFill();
};
const forbidden = "The browser lets no extension into this page.";
const noForm = "There is no form on";

beforeAll(async () => {
  story = await startFillStory({ localHosts: ["*.example.com"] });
  files = await serve((request, response) => {
    const isText = request.url === "/notes.txt";
    response.writeHead(200, { "content-type": isText ? "text/plain" : "application/pdf" });
    response.end(isText ? "User name: Password:" : pdf);
  });
});
afterAll(async () => {
  await story?.close();
  await files?.close();
});

describe("a page that cannot be filled", () => {
  it.each(["chrome://version", "about:blank"])("%s says so", async (url) => {
    await goTo(url);
    await fill.press();
    await fill.popup.waitForText(/The browser lets no extension into this page|There is no form on|may not look at/u);
    expect(await fill.isAsking()).toBe(false);
  });

  it("says so of the extension's own pages", async () => {
    await goTo(`chrome-extension://${story.chromium.extensionId}/options.html`);
    await fill.press();
    await fill.popup.waitForText(forbidden);
  });

  it("says so of plain text, and of a page without a form", async () => {
    await goTo(`${files.origin}/notes.txt`);
    await fill.press();
    await fill.popup.waitForText(noForm);
    await story.visit(pageOf("<h1>News</h1><p>User name: nobody. Password: none.</p>"));
    fill = await story.openFill();
    await fill.press();
    await fill.popup.waitForText(noForm);
  });

  it("says so of a PDF", async () => {
    await goTo(`${files.origin}/file.pdf`);
    await fill.press();
    await fill.popup.waitForText(/The browser lets no extension into this page|There is no form on/u);
  });

  it("says that others could read along where a page is not encrypted, and fills nothing", async () => {
    const origin = story.pages.origin.replace("127.0.0.1", "horizon.example.com");
    await story.visit(login, origin);
    fill = await story.openFill();
    await fill.press();
    await fill.popup.waitForText(`${new URL(origin).host} is not encrypted`);
    expect(await fill.isAsking()).toBe(false);
    expect(await story.values()).toEqual({ user: "", pass: "" });
  });

  it("is told of anew each time, and forgotten where a page can be filled", async () => {
    await fill.press();
    await fill.popup.waitForText("is not encrypted");
    await story.visit(login);
    fill = await story.openFill();
    expect(await fill.popup.text()).not.toContain("is not encrypted");
    await fill.fill();
    expect(await story.values()).toEqual({ user: story.truth.userName, pass: story.truth.password });
  });
});
