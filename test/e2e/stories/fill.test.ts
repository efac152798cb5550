/** Filling a dashboard's login by the toolbar's click: what is asked first, what goes where, and what is remembered. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "../browsers/wait-for.ts";
import type { FillPart } from "../pages/fill.ts";
import { horizon, login } from "../pages/forms-to-fill.ts";
import { PopupPage } from "../pages/popup.ts";
import { ServicesPart } from "../pages/services.ts";
import { type FillStory, service, startFillStory } from "./fill-story.ts";

let story: FillStory;
let fill: FillPart;

const dashboard = () => horizon(["elsewhere-1", story.truth.region ?? "", "elsewhere-2"]);
const nothing = { fake_email: "", fake_password: "", id_domain: "", id_username: "", id_password: "", id_region: "0" };
const visit = async (html: string, origin?: string) => {
  await story.visit(html, origin);
  fill = await story.openFill();
};
const options = async () =>
  new PopupPage(await story.chromium.newPage(`chrome-extension://${story.chromium.extensionId}/options.html`)).ready();

beforeAll(async () => {
  story = await startFillStory();
});
afterAll(() => story.close());

describe("filling a dashboard's login", () => {
  it("asks first: where, with what, and what goes where, without a secret on screen", async () => {
    await visit(dashboard());
    const question = await fill.ask();
    expect(question).toContain(story.pages.origin);
    expect(question).toContain(service);
    expect(await fill.lines()).toEqual([
      { field: "Domain", what: "Domain", value: "Default" },
      { field: "User Name", what: "User name", value: story.truth.userName },
      { field: "Password", what: "Password", value: null },
      { field: "Region", what: "Region", value: story.truth.region },
    ]);
    const document = await new ServicesPart(fill.popup).document();
    expect(story.secrets.filter((secret) => document.includes(secret))).toEqual([]);
    expect(await story.values()).toMatchObject(nothing);
  });

  it("fills nothing when the user cancels", async () => {
    await fill.answer("Cancel");
    expect(await story.values()).toMatchObject(nothing);
    expect(await fill.popup.text()).not.toContain("Filled");
  });

  it("still asks after the popup was closed while it asked", async () => {
    await fill.ask();
    await story.closePopup();
    fill = await story.openFill();
    expect(await fill.question()).toContain(story.pages.origin);
    expect(await story.values()).toMatchObject(nothing);
  });

  it("puts in what the console handed out; nothing into decoys; and submits nothing", async () => {
    await fill.answer("Fill once");
    await fill.popup.waitForText("Filled 4 fields: Domain, User name, Password, Region");
    expect(await story.values()).toMatchObject({
      fake_email: "",
      fake_password: "",
      id_domain: "Default",
      id_username: story.truth.userName,
      id_password: story.truth.password,
      id_region: "1",
    });
    expect(await story.page.evaluate(() => (window as unknown as { submits: number }).submits)).toBe(0);
  });
});

describe("what is remembered", () => {
  it("asks again where it was said yes to once", async () => {
    await visit(login);
    await fill.ask();
    await fill.answer("Always fill here");
    await fill.popup.waitForText("Filled 2 fields: User name, Password");
  });

  it("does not ask where the user has said always", async () => {
    await visit(login);
    await fill.fillUnasked("Filled 2 fields: User name, Password");
    expect(await story.values()).toEqual({ user: story.truth.userName, pass: story.truth.password });
  });

  it("asks on another host of the same computer, although always was said for this one", async () => {
    await visit(login, story.pages.otherOrigin);
    expect(await fill.ask()).toContain("belongs to neither the service nor its console");
    await fill.answer("Cancel");
    expect(await story.values()).toEqual({ user: "", pass: "" });
  });

  it("asks for another service", async () => {
    await visit(login);
    const services = new ServicesPart(fill.popup);
    await services.show("Objects-r1 / production");
    expect(await fill.ask()).toContain("Objects-r1 / production");
    await fill.answer("Cancel");
    await services.show(service);
    await fill.fillUnasked("Filled 2 fields");
  });

  it("is listed in the options, and asks again when it is forgotten there", async () => {
    const page = await options();
    await page.waitForText(`${service} · always`);
    await page.click("button", `Forget ${story.pages.origin}`);
    await page.waitForText("You have not filled any page yet.");
    await page.page.close();
    await visit(login);
    await fill.ask();
    await fill.answer("Cancel");
  });

  it("goes with the console", async () => {
    await fill.fill("Always fill here");
    const page = await options();
    await page.waitForText(`${service} · always`);
    await page.click("button", "Remove CloudOps");
    await page.click("button", "Remove");
    await page.waitForText("You have not filled any page yet.");
    await waitFor(
      async () => {
        const { local, session } = await new ServicesPart(page).stored();
        return !(local + session).includes(story.pages.origin);
      },
      { what: "all traces of the page to go" },
    );
  });

  it("holds no secret, at any time of this", async () => {
    expect(story.secrets.length).toBeGreaterThan(1);
    expect(await story.storedSecrets()).toEqual([]);
  });
});
