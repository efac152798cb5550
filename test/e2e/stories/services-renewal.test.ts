/** Regenerating a service's credentials: asked for once, followed to its end, and kept until it is dismissed. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { control } from "../../sandbox/control.ts";
import { waitFor } from "../browsers/wait-for.ts";
import { PopupPage } from "../pages/popup.ts";
import { ServicesPart } from "../pages/services.ts";
import { passwordOf, type Story, startStory } from "./story.ts";

let story: Story;
let popup: PopupPage;
let services: ServicesPart;

const name = "Objects-r1 / production";
const card = `New credentials of ${name}`;
const running = `${name}: the console is making new credentials…`;

const use = (opened: PopupPage) => {
  popup = opened;
  services = new ServicesPart(opened);
};
const reopen = async () => {
  await story.closePopup();
  use(await story.open());
};
const server = () => control(story.sandbox.cloudops.origin);
const truth = async (key: string, environment = "production") => {
  const { fields } = await server().serviceCredentials({ userName: "ana" }, "Objects-r1", environment);
  return fields.find((field) => field.key === key)?.value ?? "";
};
const isValid = async () =>
  (await server().serviceCredentials({ userName: "ana" }, "Objects-r1", "production")).isValid;
const asked = async () =>
  (await server().requests()).filter(({ method, path }) => method === "POST" && path.endsWith("/apiInfo")).length;

async function regenerate(): Promise<void> {
  await popup.click("button", "Regenerate");
  const dialog = await popup.find("dialog", "Regenerate credentials");
  await services.clickIn(dialog, "Regenerate");
}
/** Until the console has answered, and is being asked how far it is. */
async function untilFollowed(): Promise<void> {
  await popup.waitForText(running);
  await waitFor(async () => (await server().requests()).some(({ path }) => path.startsWith("/tasks/")), {
    what: "the task to be followed",
  });
}
async function dismiss(): Promise<void> {
  await popup.click("button", "Dismiss");
  await waitFor(async () => !(await popup.has("button", "Dismiss")), { what: "the news to be gone" });
  await waitFor(async () => (await services.badge()) === "", { what: "no badge" });
}

beforeAll(async () => {
  story = await startStory();
  use(await story.openSignedIn("ana"));
  await services.open();
  await services.show(name);
});
afterAll(() => story.close());
afterEach(async () => {
  await server().clear();
  await server().tasks({});
  await server().clearRequests();
});

describe("regenerating", () => {
  it("says what goes and where, with the focus on the harmless button, and does nothing on Esc", async () => {
    await popup.click("button", "Regenerate");
    await popup.waitForText("You get new secrets for Objects-r1, in every environment of it that you are a member of.");
    await popup.waitForText("As far as the list shows, these are: production, staging.");
    await popup.waitForText("Whatever uses the old ones stops working at once.");
    expect(await popup.page.evaluate(() => document.activeElement?.textContent)).toBe("Cancel");
    await reopen();
    await popup.find("dialog", "Regenerate credentials");
    await popup.escape("dialog", "Regenerate credentials");
    expect(await asked()).toBe(0);
  });

  it("goes on while the popup is closed, and the new secrets wait with a badge", async () => {
    const before = await truth("password");
    await server().tasks({ polls: 1_000 });
    await regenerate();
    await untilFollowed();
    expect(await popup.has("dialog", "Regenerate credentials")).toBe(false);
    await story.closePopup();
    expect(await server().endTasks("success")).toBe(1);
    const witness = await quietPage();
    await waitFor(async () => (await witness.badge()) === "1", { what: "a badge that says 1", timeout: 20_000 });
    await witness.page.close();
    use(await story.open());
    const region = await popup.find("region", card);
    const password = await services.reveal(region, "Password");
    expect(password).toBe(await truth("password"));
    expect(password).not.toBe(before);
    expect(await services.reveal(region, "S3 API secret key")).toBe(await truth("s3SecretKey"));
    expect(await asked()).toBe(1);
    await popup.waitForText("They hold in every environment of Objects-r1 that you are a member of.");
  });

  it("shows the new ones in the service's own table too", async () => {
    expect(await services.reveal(await services.table(name), "Password")).toBe(await truth("password"));
  });

  it("keeps the new secrets in memory alone, until they are dismissed", async () => {
    const secret = await truth("password");
    const kept = await services.stored();
    expect(kept.session).toContain(secret);
    expect(kept.local).not.toContain(secret);
    await reopen();
    await popup.find("region", card);
    expect((await services.document()).includes(secret)).toBe(false);
    await popup.click("button", "Dismiss");
    await popup.waitForText(`Dismissed what was new of ${name}`);
    await waitFor(async () => (await services.badge()) === "", { what: "no badge" });
    expect((await services.stored()).session).not.toContain(secret);
  });

  it("is not offered twice while it runs, for any environment of the connection", async () => {
    await server().tasks({ polls: 1_000 });
    await regenerate();
    await untilFollowed();
    await services.show("Objects-r1 / staging");
    const button = await popup.find("button", "Regenerate");
    expect(await button.evaluate((element) => element.matches(":disabled, [aria-disabled=true]"))).toBe(true);
    await services.show("Compute-r1 / production");
    const other = await popup.find("button", "Regenerate");
    expect(await other.evaluate((element) => element.matches(":disabled, [aria-disabled=true]"))).toBe(false);
    await services.show(name);
    await server().endTasks();
    await popup.find("region", card);
    await dismiss();
    expect(await asked()).toBe(1);
  });

  it("works where the console answers at once, and where it tells its tasks in the older form", async () => {
    for (const settings of [{ synchronous: true }, { form: "older" }, { data: "post" }, { polls: 0 }] as const) {
      const before = await truth("password");
      await server().tasks(settings);
      await regenerate();
      const region = await popup.find("region", card);
      const password = await services.reveal(region, "Password");
      expect(password).toBe(await truth("password"));
      expect(password).not.toBe(before);
      await dismiss();
    }
  });
});

describe("regenerating, when the console does not manage", () => {
  it("says that it failed, and why, and what to try", async () => {
    const before = await truth("password");
    await server().tasks({ outcome: "failed" });
    await regenerate();
    await popup.waitForText(`The console could not make new credentials of ${name}.`);
    await popup.waitForText("The service did not do it.");
    await popup.waitForText("Try the ones that the console shows now");
    expect(await services.badge()).toBe("!");
    expect(await services.reveal(await services.table(name), "Password")).toBe(before);
    await dismiss();
  });

  it("does not claim that the old ones still work after half of it", async () => {
    await server().tasks({ outcome: "half-way" });
    await regenerate();
    await popup.waitForText("The old ones may have stopped working all the same.");
    expect(await isValid()).toBe(false);
    await dismiss();
    await server().tasks({});
    await regenerate();
    await popup.find("region", card);
    expect(await isValid()).toBe(true);
    await dismiss();
  });

  it("tells nothing that it does not know of a task that was forgotten, done or not", async () => {
    for (const outcome of ["expired", "lost"] as const) {
      await server().tasks({ outcome });
      await regenerate();
      await popup.waitForText(`nobody knows yet whether the credentials of ${name} were replaced`);
      await services.table(name);
      await dismiss();
    }
  });

  it("waits for one that never ends for as long as it takes, closed and reopened, and then has it", async () => {
    await server().tasks({ outcome: "never" });
    await regenerate();
    await untilFollowed();
    await reopen();
    await popup.waitForText(running);
    await story.chromium.killWorker();
    await reopen();
    await popup.waitForText(running);
    expect(await popup.has("button", "Dismiss")).toBe(false);
    await server().endTasks("success");
    const region = await popup.find("region", card);
    expect(await services.reveal(region, "Password")).toBe(await truth("password"));
    expect(await asked()).toBe(1);
    await dismiss();
  });

  it("is refused where it is not allowed, and nothing is said to run", async () => {
    const refused = { errors: [{ code: "NOT_ALLOWED", message: "Not you.", context: {} }] };
    await server().fault({
      path: "/services/connections/[^/]+/apiInfo",
      method: "POST",
      fault: { kind: "status", status: 403, body: refused },
    });
    await regenerate();
    await popup.waitForText("Not you.");
    await popup.escape("dialog", "Regenerate credentials");
    expect(await services.badge()).toBe("");
    expect(await popup.has("button", "Dismiss")).toBe(false);
  });
});

describe("regenerating, by somebody else", () => {
  it("is not even asked when the session has become another's, and changes nothing of either", async () => {
    const theirs = async () =>
      JSON.stringify(await server().serviceCredentials({ userName: "diego" }, "Objects-r1", "production"));
    const before = [await truth("password"), await theirs()];
    await popup.click("button", "Regenerate");
    await popup.find("dialog", "Regenerate credentials");
    await signInByTab("diego");
    use(await story.open());
    await popup.waitForText("Choose a service");
    expect(await popup.has("dialog", "Regenerate credentials")).toBe(false);
    expect([await truth("password"), await theirs()]).toEqual(before);
    expect(await asked()).toBe(0);
  });
});

/** A page of the extension that shows nothing of what is going on. */
async function quietPage(): Promise<ServicesPart> {
  const page = await story.chromium.newPage(`chrome-extension://${story.chromium.extensionId}/options.html`);
  return new ServicesPart(await new PopupPage(page).ready());
}

/** On the console's own page, as a person does in a tab. */
async function signInByTab(userName: string): Promise<void> {
  const { cloudops } = story.sandbox;
  const tab = await story.chromium.newPage(cloudops.origin);
  await Promise.all([tab.waitForNavigation(), tab.click('::-p-aria([name="Sign out"][role="button"])')]);
  await tab.goto(`${cloudops.origin}/login`);
  const inputs = await tab.$$("form input:not([type=hidden])");
  await inputs[0]?.type(userName);
  await inputs[1]?.type(passwordOf(cloudops, userName));
  await Promise.all([tab.waitForNavigation(), tab.keyboard.press("Enter")]);
  await tab.close();
}
