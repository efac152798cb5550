/** The credentials of a service on screen: every field that the console shows, and what is said where there are none. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { control } from "../../sandbox/control.ts";
import { waitFor } from "../browsers/wait-for.ts";
import type { PopupPage } from "../pages/popup.ts";
import { ServicesPart } from "../pages/services.ts";
import { type Story, startStory } from "./story.ts";

let story: Story;
let popup: PopupPage;
let services: ServicesPart;

const ana = { userName: "ana" } as const;
const server = () => control(story.sandbox.cloudops.origin);
const truth = async (service: string, environment = "production") =>
  (await server().serviceCredentials(ana, service, environment)).fields;
const give = (environment: string, fields: unknown) => server().serviceFields(ana, "Stack-r1", environment, fields);

beforeAll(async () => {
  story = await startStory();
  popup = await story.openSignedIn("ana");
  services = await new ServicesPart(popup).open();
});
afterAll(() => story.close());

describe("the fields of a service", () => {
  it("stand in the console's order, under names that people know", async () => {
    await services.show("Objects-r1 / production");
    const shown = await services.fields("Credentials of Objects-r1 / production");
    expect(shown.map(({ label }) => label)).toEqual([
      "Authentication endpoint (deprecated)",
      "Project name",
      "User name",
      "Password",
      "Authentication URL",
      "Identity API version",
      "Domain ID",
      "S3 API access key",
      "S3 API secret key",
    ]);
    const fields = await truth("Objects-r1");
    expect(shown.map(({ value }) => value)).toEqual(fields.map(({ sensitive, value }) => (sensitive ? "" : value)));
    expect(shown.map(({ isMasked }) => isMasked)).toEqual(fields.map(({ sensitive }) => sensitive));
    expect(shown.map(({ isEnvironmentOnly }) => isEnvironmentOnly)).toEqual(
      fields.map(({ environmentSpecific }) => environmentSpecific === true),
    );
    expect(shown.some(({ isRaw }) => isRaw)).toBe(false);
  });

  it("are revealed one by one, and hidden again", async () => {
    const table = await services.table("Objects-r1 / production");
    const [password, s3] = ["password", "s3SecretKey"].map(async (key) =>
      (await truth("Objects-r1")).find((field) => field.key === key),
    );
    expect(await services.reveal(table, "Password")).toBe((await password)?.value);
    expect(await services.document()).not.toContain((await s3)?.value);
    await services.clickIn(table, "Hide Password");
    await table.waitForSelector('::-p-aria([name="Password, hidden"])');
    expect(await services.document()).not.toContain((await password)?.value);
  });

  it("are copied whole, masked or not", async () => {
    const table = await services.table("Objects-r1 / production");
    const fields = await truth("Objects-r1");
    for (const [label, key] of [
      ["Password", "password"],
      ["User name", "userName"],
    ] as const) {
      await services.clickIn(table, `Copy ${label}`);
      await popup.waitForText(`Copied: ${label}`);
      expect(await story.chromium.clipboard()).toBe(fields.find((field) => field.key === key)?.value);
    }
  });

  it("that nobody has heard of are shown as they come, and masked unless the console vouches for them", async () => {
    const long = "x".repeat(1_000_000);
    await give("production", [
      { key: "zz_odd-Key", value: "odd value", sensitive: false },
      { key: "noWordOfIt", value: "who knows" },
      { key: "password", value: "called harmless", sensitive: false },
      { key: "port", value: 8774, sensitive: false },
      { key: "nothing", value: null, sensitive: false },
      { key: "hollow", value: "", sensitive: true },
      { key: "<b>bold</b>", value: "<img src=x>", sensitive: false },
      { key: "twice", value: "one", sensitive: false },
      { key: "twice", value: "two", sensitive: false },
      { key: "long", value: long, sensitive: false },
      "no field at all",
    ]);
    await services.show("Stack-r1 / production");
    const shown = await services.fields("Credentials of Stack-r1 / production");
    expect(shown.slice(0, 9).map(({ label, value, isRaw, isMasked }) => [label, value, isRaw, isMasked])).toEqual([
      ["zz_odd-Key", "odd value", true, false],
      ["noWordOfIt", "", true, true],
      ["Password", "", false, true],
      ["port", "8774", true, false],
      ["nothing", "empty", true, false],
      ["hollow", "empty", true, false],
      ["<b>bold</b>", "<img src=x>", true, false],
      ["twice", "one", true, false],
      ["twice", "two", true, false],
    ]);
    expect(shown).toHaveLength(10);
    await popup.waitForText("1,000,000 characters in all; copying takes every one.");
    expect((await services.document()).length).toBeLessThan(100_000);
    const table = await services.table("Stack-r1 / production");
    await services.clickIn(table, "Copy long");
    await popup.waitForText("Copied: long");
    expect((await story.chromium.clipboard()) === long).toBe(true);
  });

  it("may be none at all", async () => {
    await give("production", []);
    await services.choose("Stack-r1 / production");
    await popup.waitForText("The console shows no credentials for this service.");
    expect(await popup.has("button", "Export as…")).toBe(false);
  });

  it("that are no list at all are an answer that makes no sense, and are asked for again by hand", async () => {
    await give("production", { odd: true });
    await services.choose("Stack-r1 / production");
    await popup.waitForText("gave an answer that makes no sense");
    await give("production", [{ key: "userName", value: "back", sensitive: false }]);
    // what was on screen goes, or stays beside the failure
    const again = (await popup.has("button", "Try again")) ? popup.click("button", "Try again") : undefined;
    await (again ?? services.choose("Stack-r1 / production"));
    await popup.waitForText("back");
  });
});

describe("where there are no credentials", () => {
  const asked = async () => (await server().requests()).filter(({ path }) => path.endsWith("/apiInfo")).length;

  it.each([
    ["Objects-r2 / former-team", "You may not see the credentials of this environment."],
    ["Analytics / production", "This service hands out no credentials."],
  ])("%s says why", async (name, why) => {
    await services.choose(name);
    await popup.waitForText(why);
    expect(await popup.has("button", "Export as…")).toBe(false);
    expect(await popup.has("button", "Regenerate")).toBe(false);
  });

  it.each([
    ["Stack-r1 / asked-for", "This environment is still being set up (PENDING)."],
    ["Stack-r1 / in-the-making", "This environment is still being set up (PROVISIONING)."],
    ["Stack-r1 / failed", "Setting up this environment failed (ERROR_PROVISIONING)"],
    ["Stack-r1 / deleted", "This environment has been removed or is about to be (PURGED)."],
    ["Backup-r1", "You are a member of no environment of this service"],
  ])("%s says why, without asking the console", async (name, why) => {
    const before = await asked();
    await services.choose(name);
    await popup.waitForText(why);
    expect(await asked()).toBe(before);
    expect(await popup.page.$("table")).toBe(null);
  });

  it("an unreachable service shows what the console has, with a warning", async () => {
    await services.show("Compute-r2 / production");
    await popup.waitForText("The console cannot reach this service at the moment.");
  });

  it("one whose connection is not listed shows its own all the same, or says why not", async () => {
    await services.choose("Hidden-r1 / orphan");
    await waitFor(async () => (await popup.page.$("[role=alert], table")) !== null, { what: "an answer" });
  });

  it("a service that cannot regenerate does not offer it", async () => {
    await services.show("Objects-r2 / production");
    await popup.find("button", "Export as…");
    expect(await popup.has("button", "Regenerate")).toBe(false);
  });

  it("a console that fails is said to, and asked again by hand", async () => {
    await server().fault({ path: "/services/connections/.*", times: 0, fault: { kind: "status", status: 503 } });
    await services.choose("Compute-r1 / production");
    await popup.waitForText("has a problem of its own (HTTP 503)");
    await server().clear();
    await popup.click("button", "Try again");
    await services.table("Compute-r1 / production");
    expect(await popup.page.$("[role=alert]")).toBe(null);
  });
});
