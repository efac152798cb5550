/** What is said of a page before it is filled: whether it belongs to the service, and whether it only looks like one that does. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PageServer, startPages } from "../../forms/pages/server.ts";
import type { FillPart } from "../pages/fill.ts";
import { login } from "../pages/forms-to-fill.ts";
import { type FillStory, startFillStory } from "./fill-story.ts";

let story: FillStory;
let otherPort: PageServer;
let fill: FillPart;

/** Every name below `localhost` is this computer, so that such pages may be filled without encryption. */
const named = (name: string) => story.pages.origin.replace("127.0.0.1", `${name}.localhost`);
const visit = async (origin: string) => {
  await story.visit(login, origin);
  fill = await story.openFill();
};

const unrelated = "This page belongs to neither the service nor its console";
const empty = { user: "", pass: "" };

beforeAll(async () => {
  [story, otherPort] = await Promise.all([startFillStory(), startPages({ apps: false })]);
});
afterAll(async () => {
  await story?.close();
  await otherPort?.close();
});

describe("the question", () => {
  it("warns of nothing on the console's own host", async () => {
    await visit(story.pages.origin);
    const question = await fill.ask();
    expect(question).not.toContain(unrelated);
    expect(question).not.toContain("Careful");
    await fill.answer("Cancel");
  });

  it("says that a page belongs to neither the service nor its console", async () => {
    await visit(named("horizon"));
    const question = await fill.ask();
    expect(question).toContain(named("horizon"));
    expect(question).toContain(unrelated);
  });

  it("may be answered with always all the same, and says so no longer", async () => {
    await fill.answer("Always fill here");
    await fill.popup.waitForText("Filled 2 fields");
    await visit(named("horizon"));
    await fill.fillUnasked("Filled 2 fields");
    expect(await story.values()).toEqual({ user: story.truth.userName, pass: story.truth.password });
  });

  it.each(["horlzon", "horizom", "hor1zon", "horizon.localhost.evil"])(
    "warns of %s.localhost, which looks like a trusted one, and does not offer to trust it",
    async (name) => {
      await visit(named(name));
      const question = await fill.ask();
      expect(question).toContain(`Careful: this address looks like ${named("horizon")}, but it is another one.`);
      expect(await fill.popup.has("button", "Always fill here")).toBe(false);
      expect(await fill.popup.has("button", "Fill once")).toBe(true);
      await fill.answer("Cancel");
      expect(await story.values()).toEqual(empty);
    },
  );

  it("does not call another name a look-alike", async () => {
    await visit(named("grafana"));
    expect(await fill.ask()).not.toContain("Careful");
    await fill.answer("Cancel");
  });

  it("asks on another port of a trusted host, and says which one is trusted", async () => {
    const origin = otherPort.origin.replace("127.0.0.1", "horizon.localhost");
    otherPort.put("/page.html", login);
    await story.page.goto(`${origin}/page.html`);
    fill = await story.openFill();
    expect(await fill.ask()).toContain(`You trust ${named("horizon")}, which is the same host in another way`);
    await fill.answer("Cancel");
    expect(await story.values()).toEqual(empty);
  });

  it("holds no secret, at any time of this", async () => {
    expect(await story.storedSecrets()).toEqual([]);
  });
});
