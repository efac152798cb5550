/** Fields that do not take what is meant for them, and forms that want something else: said, field by field. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FillPart } from "../pages/fill.ts";
import { horizon, loginForm, openStackSettings, pageOf, passwordRow, row, userRow } from "../pages/forms-to-fill.ts";
import { type FillStory, startFillStory } from "./fill-story.ts";

let story: FillStory;
let fill: FillPart;

const visit = async (html: string, origin?: string) => {
  await story.visit(html, origin);
  fill = await story.openFill();
};
const loginWith = (user: string, script = "") =>
  pageOf(
    `<form action="/session" method="post"><h1>Log in</h1>${user}${passwordRow}<button>Log in</button></form><script>${script}</script>`,
  );

beforeAll(async () => {
  story = await startFillStory();
});
afterAll(() => story.close());

describe("a field that does not take its value", () => {
  it("is told before, when a select has no such option", async () => {
    await visit(horizon(["elsewhere-1", "elsewhere-2"]));
    await fill.ask();
    expect(await fill.gaps()).toEqual(["Region: the page does not offer this choice"]);
    await fill.answer("Fill once");
    await fill.popup.waitForText("Filled 3 fields");
    expect(await fill.gaps()).toEqual(["Region: the page does not offer this choice"]);
    expect(await story.values()).toMatchObject({ id_region: "0", id_password: story.truth.password });
  });

  it("is told when it is too short for the value, and holds nothing of it", async () => {
    await visit(openStackSettings('maxlength="8"'));
    await fill.fill();
    const text = `${await fill.popup.text()}\n${(await fill.gaps()).join("\n")}`;
    expect(text).toContain("Password: the value is longer than the page allows");
    expect(await story.values()).toMatchObject({ os_pass: "", os_user: story.truth.userName });
  });

  it("counts as filled when the page writes it in its own way", async () => {
    await visit(loginWith(userRow, `user.oninput = () => { user.value = user.value.toUpperCase(); };`));
    await fill.fill();
    await fill.popup.waitForText("Filled 2 fields: User name, Password");
    expect(await story.values()).toEqual({ user: story.truth.userName?.toUpperCase(), pass: story.truth.password });
  });

  it("is told when the page cuts it", async () => {
    await visit(loginWith(userRow, `user.oninput = () => { user.value = user.value.slice(0, 4); };`));
    await fill.fill();
    await fill.popup.waitForText("User name: the page kept only the beginning");
    await fill.popup.waitForText("Filled 1 field: Password");
  });

  it("is told when the page takes it away", async () => {
    await visit(loginWith(userRow, `pass.oninput = () => { pass.value = ""; };`));
    await fill.fill();
    await fill.popup.waitForText("Password: the page did not take it");
    expect((await story.values()).pass).toBe("");
  });

  it("is said to be replaced when something stands in it", async () => {
    await visit(loginWith(row("user", "User name", 'name="username" value="somebody"')));
    expect(await fill.ask()).toContain("replaces what is there");
    await fill.answer("Fill once");
    await fill.popup.waitForText("Filled 2 fields");
    expect((await story.values()).user).toBe(story.truth.userName);
  });
});

const newPassword = 'type="password" autocomplete="new-password"';
const others = [
  [
    "a sign-up",
    pageOf(
      `<form><h1>Create your account</h1>${userRow}${row("p1", "Password", newPassword)}${row("p2", "Confirm password", newPassword)}<button>Sign up</button></form>`,
      { title: "Sign up" },
    ),
  ],
  [
    "a change of the password",
    pageOf(
      `<form><h1>Change password</h1>${row("old", "Current password", 'type="password" autocomplete="current-password"')}${row("p1", "New password", newPassword)}${row("p2", "Confirm new password", newPassword)}<button>Change password</button></form>`,
      { title: "Change password" },
    ),
  ],
  [
    "a one-time code",
    pageOf(
      `<form><h1>Two-factor authentication</h1>${row("code", "One-time code", 'autocomplete="one-time-code" inputmode="numeric" maxlength="6"')}<button>Verify</button></form>`,
      { title: "Verify" },
    ),
  ],
  [
    "a search",
    pageOf(`<form role="search">${row("q", "Search", 'type="search" name="q"')}<button>Search</button></form>`, {
      title: "Results",
    }),
  ],
] as const;

describe("a form that is no login", () => {
  it.each(others)("%s gets nothing, and a sentence", async (_, html) => {
    await visit(html);
    await fill.press();
    await fill.popup.waitForText(/Nothing on this page asks for these credentials|There is no form on .* yet/u);
    expect(await fill.popup.has("button", "Fill once")).toBe(false);
    if (await fill.isAsking()) await fill.answer("Close");
    expect(Object.values(await story.values()).join("")).toBe("");
  });
});

describe("a page that is not what the user was asked about any more", () => {
  it("is not asked about any longer when it went elsewhere, and gets nothing", async () => {
    await visit(pageOf(loginForm), story.pages.otherOrigin);
    await fill.ask();
    await story.page.goto(`${story.pages.origin}/page.html`);
    await fill.popup.waitForText("The page has changed since you were asked, so nothing was filled.");
    expect(await fill.isAsking()).toBe(false);
    expect(await story.values()).toEqual({ user: "", pass: "" });
  });

  it("gets nothing when its form has become another one", async () => {
    await visit(pageOf(loginForm));
    await fill.ask();
    await story.page.evaluate(
      (html) => {
        const form = document.querySelector("form");
        if (form !== null) form.innerHTML = html;
      },
      `<h1>Log in</h1>${row("user", "Name of your pet", 'name="pet"')}${passwordRow}<button>Log in</button>`,
    );
    await fill.answerInVain("Fill once");
    expect(await story.values()).toEqual({ user: "", pass: "" });
  });

  it("gets nothing when its password field has become another one", async () => {
    await visit(pageOf(loginForm));
    await fill.ask();
    await story.page.evaluate(() => {
      document.querySelector("#pass")?.setAttribute("name", "comment");
      document.querySelector("#login")?.setAttribute("action", "/collect");
    });
    await fill.answerInVain("Fill once");
    expect(await story.values()).toEqual({ user: "", pass: "" });
  });

  it("holds no secret in storage, at any time of this", async () => {
    expect(await story.storedSecrets()).toEqual([]);
  });
});
