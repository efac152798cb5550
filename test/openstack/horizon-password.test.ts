/** Where nothing may be filled in a real Horizon, although it is trusted: a change of password; and not again by itself. */
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Story, startStory } from "../e2e/stories/story.ts";
import { userFields } from "./handed-out.ts";
import { FillPart, handOut, noPlace } from "./horizon/fill-part.ts";
import { byName, LoginPage, passwordPage } from "./horizon/login-page.ts";

const cloud = inject("cloud");
const { main } = cloud.users;
if (cloud.horizon === null) throw new Error("There is no Horizon: the cloud was started without it.");
const origin = byName(cloud.horizon.plain);
const wrong = { ...main, password: "not this one" };

let story: Story;
let login: LoginPage;
beforeAll(async () => {
  story = await startStory();
  login = await new LoginPage(story.page, origin).open();
  await story.openSignedIn("ana");
  await story.closePopup();
});
afterAll(() => story?.close());

const open = async () => new FillPart(await story.open());

describe("a Horizon in Chromium", () => {
  it("is not given again by itself what it has refused", async () => {
    await handOut(story.sandbox.cloudops, userFields(cloud, wrong));
    const fill = await (await open()).choose();
    await fill.ask();
    await fill.answer("once");
    expect(await login.values()).toMatchObject({ username: main.name, password: wrong.password });
    expect(await login.press()).toBe("/auth/login/");
    await (await open()).forgotten(origin);
    expect(await login.values()).toMatchObject({ username: main.name, password: "" });
    await story.closePopup();
  });

  it("is trusted, and given what is right", async () => {
    await handOut(story.sandbox.cloudops, userFields(cloud, main));
    const fill = await (await open()).choose();
    await fill.ask();
    await fill.answer("always");
    expect(await login.values()).toMatchObject({ username: main.name, password: main.password });
    expect(await login.press()).toBe("/project/api_access/");
  });

  it("is left alone where a password is changed, by what follows it and when it is asked for", async () => {
    await story.page.goto(origin + passwordPage.path);
    const fill = await open();
    await fill.forgotten(origin);
    expect(await login.values(passwordPage.button)).toEqual(passwordPage.untouched);
    expect(await (await fill.choose()).ask()).toEqual(noPlace);
    expect(await login.values(passwordPage.button)).toEqual(passwordPage.untouched);
  });

  it("is filled without a question where one signs in, since it is trusted", async () => {
    await login.open();
    const fill = await (await open()).choose();
    await fill.press();
    expect(await fill.filled()).toEqual(["User name", "Password"]);
    expect(await login.press()).toBe("/project/api_access/");
  });
});
