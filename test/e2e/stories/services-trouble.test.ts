/** Regenerating and S3 keys when answers get lost, the worker dies or two windows ask: one request, and the truth. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { control } from "../../sandbox/control.ts";
import { waitFor } from "../browsers/wait-for.ts";
import { PopupPage } from "../pages/popup.ts";
import { ServicesPart } from "../pages/services.ts";
import { type Story, startStory } from "./story.ts";

let story: Story;
let popup: PopupPage;
let services: ServicesPart;

const name = "Objects-r1 / production";
const card = `New credentials of ${name}`;
const running = `${name}: the console is making new credentials…`;
const nobodyKnows = `The answer never arrived: nobody knows yet whether the credentials of ${name} were replaced.`;
const apiInfo = { path: "/services/connections/[^/]+/apiInfo", method: "POST" } as const;
const s3Keys = { path: "/services/[^/]+/[^/]+/apiCredentials", method: "POST" } as const;

const use = (opened: PopupPage) => {
  popup = opened;
  services = new ServicesPart(opened);
};
const server = () => control(story.sandbox.cloudops.origin);
const stateOf = (service: string) => server().serviceCredentials({ userName: "ana" }, service, "production");
const password = async () => (await stateOf("Objects-r1")).fields.find(({ key }) => key === "password")?.value ?? "";
const asked = async (ending: string) =>
  (await server().requests()).filter(({ method, path }) => method === "POST" && path.endsWith(ending)).length;

async function submit(part: ServicesPart, open: string, title: string, button: string): Promise<void> {
  await part.popup.click("button", open);
  await part.clickIn(await part.popup.find("dialog", title), button);
}
const regenerate = () => submit(services, "Regenerate", "Regenerate credentials", "Regenerate");
const dismissNews = async () => {
  await popup.click("button", "Dismiss");
  await waitFor(async () => !(await popup.has("button", "Dismiss")), { what: "the news to be gone" });
};

/** Until the console has answered, and is being asked how far it is. */
async function untilFollowed(): Promise<void> {
  await popup.waitForText(running);
  await waitFor(async () => (await server().requests()).some(({ path }) => path.startsWith("/tasks/")), {
    what: "the task to be followed",
  });
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
  await server().endTasks();
  await server().clearRequests();
});

describe("regenerating, with a lost answer", () => {
  it("does not claim to know when the answer broke off", async () => {
    await server().fault({ ...apiInfo, fault: { kind: "truncate" } });
    await regenerate();
    await popup.waitForText(nobodyKnows);
    expect(await asked("/apiInfo")).toBe(1);
    await dismissNews();
  });

  it("tells the truth when the connection broke after the work, though the browser asks once more", async () => {
    const before = await password();
    await server().fault({ ...apiInfo, times: 0, fault: { kind: "reset", when: "after" } });
    await server().tasks({ polls: 0 });
    await regenerate();
    await popup.waitForText(nobodyKnows);
    expect(await password()).not.toBe(before);
    expect(await services.reveal(await services.table(name), "Password")).toBe(await password());
    await dismissNews();
  });

  it("is not taken for refused when the console says so to what the browser sent once more", async () => {
    const before = await password();
    await server().fault({ ...apiInfo, fault: { kind: "reset", when: "after" } });
    await server().tasks({ polls: 1_000 });
    await regenerate();
    await waitFor(async () => (await asked("/apiInfo")) === 2, { what: "the browser to ask once more" });
    await server().endTasks();
    expect(await password()).not.toBe(before);
    await popup.waitForText(nobodyKnows);
    await dismissNews();
  });

  it("does nothing twice by itself when the connection broke before the work", async () => {
    const before = await password();
    await server().fault({ ...apiInfo, times: 0, fault: { kind: "reset", when: "before" } });
    await regenerate();
    await popup.waitForText(nobodyKnows);
    expect(await password()).toBe(before);
    await dismissNews();
  });
});

describe("regenerating, with a worker that dies", () => {
  it("asks nothing and says so when it died before", async () => {
    await server().fault({ path: "/session", method: "GET", fault: { kind: "hang", when: "before" } });
    await regenerate();
    await waitFor(async () => (await server().requests()).some(({ path }) => path.endsWith("/session")), {
      what: "the session to be checked",
    });
    await story.chromium.killWorker();
    await popup.waitForText("The browser stopped Llavero before the console was asked.");
    expect(await asked("/apiInfo")).toBe(0);
    await popup.escape("dialog", "Regenerate credentials");
  });

  it("tells that nobody knows when it died while the console was asked, in the popup that stayed open", async () => {
    await server().fault({ ...apiInfo, fault: { kind: "hang", when: "after" } });
    await regenerate();
    await waitFor(async () => (await asked("/apiInfo")) === 1, { what: "the console to be asked" });
    await story.chromium.killWorker();
    await popup.waitForText(nobodyKnows);
    expect(await asked("/apiInfo")).toBe(1);
    await dismissNews();
  });

  it("goes on where it was when it died while the console worked, in the popup that stayed open", async () => {
    await server().tasks({ polls: 1_000 });
    await regenerate();
    await untilFollowed();
    await story.chromium.killWorker();
    await server().endTasks();
    // an alarm wakes it: half a minute at the most
    await waitFor(() => popup.has("region", card), { what: "the new credentials", timeout: 45_000 });
    expect(await services.reveal(await popup.find("region", card), "Password")).toBe(await password());
    expect(await asked("/apiInfo")).toBe(1);
    await dismissNews();
  });
});

describe("regenerating in two windows", () => {
  it("asks the console once, and shows the same in both", async () => {
    const target = story.chromium.browser.waitForTarget((one) => one.url().includes("popup.html?tab"));
    await popup.click("button", "Open in a window");
    const other = new ServicesPart(await new PopupPage(await (await target).asPage()).ready());
    use(await story.open());
    await services.table(name);
    await other.table(name);
    await popup.click("button", "Regenerate");
    const dialogs = [services, other].map((part) => part.popup.find("dialog", "Regenerate credentials"));
    // in both before either can tell the other
    await Promise.all(
      dialogs.map(async (dialog) => {
        const buttons = await (await dialog).$$("button");
        await buttons.at(-1)?.evaluate((button) => button.click());
      }),
    );
    await popup.find("region", card);
    await other.popup.find("region", card);
    expect(await asked("/apiInfo")).toBe(1);
    expect(await services.reveal(await popup.find("region", card), "Password")).toBe(await password());
    await popup.click("button", "Dismiss");
    await other.popup.waitForNoText(card);
    await other.page.close();
  });
});

describe("an S3 key whose answer is lost", () => {
  const generate = () => submit(services, "Generate a new S3 key for global", "Generate S3 key", "Generate");
  const key = async () => (await stateOf("Archive-r1")).apiCredentials.map(({ accessKeyId }) => accessKeyId).join();

  beforeAll(async () => {
    await services.choose("Archive-r1 / production");
    await popup.find("region", "S3 keys");
  });

  it("is said to be lost when the console has a new one", async () => {
    const before = await key();
    await server().fault({ ...s3Keys, fault: { kind: "truncate" } });
    await server().tasks({ polls: 0 });
    await generate();
    await popup.waitForText("was made, but its secret never arrived and cannot be shown again.");
    expect(await key()).not.toBe(before);
    await waitFor(async () => (await popup.text()).includes(await key()), { what: "the new access key in the list" });
    await dismissNews();
  });

  it("is said to be absent when the console has the old one", async () => {
    const before = await key();
    await server().fault({ ...s3Keys, times: 0, fault: { kind: "reset", when: "before" } });
    await generate();
    await popup.waitForText("The answer never arrived, and the console shows the S3 key of");
    expect(await key()).toBe(before);
    await dismissNews();
  });

  it("arrives in one piece when the browser asked twice", async () => {
    await server().fault({ ...s3Keys, fault: { kind: "reset", when: "after" } });
    await server().tasks({ polls: 0 });
    await generate();
    const region = await popup.find("region", "New S3 key of Archive-r1 / production (global)");
    const secret = await services.reveal(region, "Secret key");
    expect((await stateOf("Archive-r1")).apiCredentials.map(({ secretKey }) => secretKey)).toEqual([secret]);
    await services.clickIn(region, "Copy Secret key");
    await popup.waitForText("Copied: Secret key");
    await dismissNews();
  });

  it("is said to be lost when the worker dies before the answer comes", async () => {
    await server().tasks({ polls: 0 });
    await server().fault({ ...s3Keys, fault: { kind: "hang", when: "after" } });
    const before = await key();
    await generate();
    await waitFor(async () => (await key()) !== before, { what: "the console to make the key" });
    await story.chromium.killWorker();
    await popup.waitForText("was made, but its secret never arrived and cannot be shown again.");
    await dismissNews();
  });
});
