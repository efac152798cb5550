/** S3 keys of a service: one for each region, generated, replaced and deleted; a secret that is told but once. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { control } from "../../sandbox/control.ts";
import { waitFor } from "../browsers/wait-for.ts";
import type { PopupPage } from "../pages/popup.ts";
import { ServicesPart } from "../pages/services.ts";
import { type Story, startStory } from "./story.ts";

let story: Story;
let popup: PopupPage;
let services: ServicesPart;

const vault = "Vault-r1 / production";
const use = (opened: PopupPage) => {
  popup = opened;
  services = new ServicesPart(opened);
};
const reopen = async () => {
  await story.closePopup();
  use(await story.open());
};
const server = () => control(story.sandbox.cloudops.origin);
const keysOf = async (service: string, environment = "production") =>
  (await server().serviceCredentials({ userName: "ana" }, service, environment)).apiCredentials;
const keyIn = async (region: string) => (await keysOf("Vault-r1")).find((key) => key.region === region);
const listed = async () =>
  (await popup.find("region", "S3 keys")).$$eval("li", (items) =>
    items.map((item) => [item.querySelector("span")?.textContent, item.querySelector("code")?.textContent]),
  );

async function generate(region: string | null, open = "Generate S3 key"): Promise<void> {
  await popup.click("button", open);
  const dialog = await popup.find("dialog", "Generate S3 key");
  if (region !== null) await popup.fill("Region", region);
  await services.clickIn(dialog, "Generate");
}

beforeAll(async () => {
  story = await startStory();
  use(await story.openSignedIn("ana"));
  await services.open();
  await services.choose(vault);
  await popup.find("region", "S3 keys");
});
afterAll(() => story.close());
afterEach(async () => {
  await server().clear();
  await server().tasks({});
});

describe("S3 keys", () => {
  const card = `New S3 key of ${vault} (ca-west-1)`;

  it("are listed by region, with their access keys to copy", async () => {
    const keys = await keysOf("Vault-r1");
    expect(await listed()).toEqual(keys.map(({ region, accessKeyId }) => [region, accessKeyId]));
    await popup.click("button", "Copy the access key of gt-central-1");
    await popup.waitForText("Copied: Access key");
    expect(await story.chromium.clipboard()).toBe((await keyIn("gt-central-1"))?.accessKeyId);
  });

  it("keep the region that was being typed when the popup closes", async () => {
    await popup.click("button", "Generate S3 key");
    await popup.fill("Region", "ca-we");
    await reopen();
    await popup.find("dialog", "Generate S3 key");
    expect(await popup.valueOf("Region")).toBe("ca-we");
    await popup.escape("dialog", "Generate S3 key");
  });

  it("are generated in a region, and the secret is shown this once", async () => {
    await generate("ca-west-1");
    const secret = await services.reveal(await popup.find("region", card), "Secret key");
    expect(secret).toBe((await keyIn("ca-west-1"))?.secretKey);
    await waitFor(async () => (await listed()).length === 3, { what: "the new key in the list" });
    expect(await services.badge()).toBe("1");
  });

  it("keep their secret when the popup and the worker are gone, in memory alone", async () => {
    const secret = (await keyIn("ca-west-1"))?.secretKey ?? "";
    await story.closePopup();
    await story.chromium.killWorker();
    use(await story.open());
    const region = await popup.find("region", card);
    expect(await services.document()).not.toContain(secret);
    expect(await services.reveal(region, "Secret key")).toBe(secret);
    const { local, session } = await services.stored();
    expect(local).not.toContain(secret);
    expect(session).toContain(secret);
  });

  it("are dismissed after a question unless the secret was copied, and are gone then", async () => {
    const secret = (await keyIn("ca-west-1"))?.secretKey ?? "";
    const region = await popup.find("region", card);
    await services.clickIn(region, "Copy S3 API access key");
    await popup.waitForText("Copied: S3 API access key");
    await services.clickIn(region, "Dismiss");
    await popup.find("dialog", "Dismiss the new S3 key?");
    await popup.escape("dialog", "Dismiss the new S3 key?");
    await services.clickIn(region, "Copy Secret key");
    await popup.waitForText("Copied: Secret key");
    expect(await story.chromium.clipboard()).toBe(secret);
    await waitFor(async () => (await services.stored()).session.includes('"copied":true'), {
      what: "that to be noted",
    });
    await reopen();
    await services.clickIn(await popup.find("region", card), "Dismiss");
    await popup.waitForText(`Dismissed what was new of ${vault} (ca-west-1)`);
    expect((await services.stored()).session).not.toContain(secret);
    await waitFor(async () => (await services.badge()) === "", { what: "no badge" });
  });

  it("are replaced after being told what goes", async () => {
    const old = (await keyIn("ca-east-1"))?.accessKeyId ?? "";
    await popup.click("button", "Generate a new S3 key for ca-east-1");
    await popup.waitForText(`It replaces ${old} in ca-east-1 for good`);
    await popup.escape("dialog", "Generate S3 key");
    expect((await keyIn("ca-east-1"))?.accessKeyId).toBe(old);
    await generate(null, "Generate a new S3 key for ca-east-1");
    const region = await popup.find("region", `New S3 key of ${vault} (ca-east-1)`);
    expect(await services.reveal(region, "Secret key")).toBe((await keyIn("ca-east-1"))?.secretKey);
    expect((await keyIn("ca-east-1"))?.accessKeyId).not.toBe(old);
    await services.clickIn(region, "Dismiss");
    const dialog = await popup.find("dialog", "Dismiss the new S3 key?");
    await services.clickIn(dialog, "Dismiss");
    await popup.waitForText("Dismissed what was new of");
  });

  it("are deleted after a question", async () => {
    const { accessKeyId = "" } = (await keyIn("ca-west-1")) ?? {};
    await popup.click("button", "Delete the S3 key of ca-west-1");
    await popup.waitForText(`Whatever uses ${accessKeyId} in ca-west-1 stops working at once.`);
    await popup.click("button", "Cancel");
    expect(await keyIn("ca-west-1")).toBeDefined();
    await popup.click("button", "Delete the S3 key of ca-west-1");
    await services.clickIn(await popup.find("dialog", "Delete S3 key"), "Delete");
    await popup.waitForText("Deleted the S3 key of ca-west-1");
    expect(await keyIn("ca-west-1")).toBeUndefined();
    await waitFor(async () => (await listed()).length === 2, { what: "two keys in the list" });
  });

  it("say so when deleting failed, and show what is there", async () => {
    await server().tasks({ outcome: "failed" });
    await popup.click("button", "Delete the S3 key of ca-east-1");
    await services.clickIn(await popup.find("dialog", "Delete S3 key"), "Delete");
    await popup.waitForText("The console began, but could not finish.");
    await popup.waitForText("The service did not do it.");
    await popup.escape("dialog", "Delete S3 key");
    expect(await keyIn("ca-east-1")).toBeDefined();
  });

  it("say why a region was refused", async () => {
    for (const [region, why] of [
      ["mars-1", "region: the service is not there"],
      ["", "region: required"],
    ] as const) {
      await generate(region);
      await popup.waitForText(why);
      await popup.escape("dialog", "Generate S3 key");
    }
    expect(await services.badge()).toBe("");
  });
});

describe("S3 keys of other services", () => {
  it("are generated where there is but one region, without naming it, and with a name that has to be encoded", async () => {
    await services.choose("Archive-r1 / production");
    await popup.find("button", "Delete the S3 key of global");
    await generate("");
    const region = await popup.find("region", "New S3 key of Archive-r1 / production");
    const [key] = await keysOf("Archive-r1");
    expect(await services.reveal(region, "Secret key")).toBe(key?.secretKey);
    await services.clickIn(region, "Copy Secret key");
    await popup.waitForText("Copied: Secret key");
    await services.clickIn(region, "Dismiss");
    await popup.waitForText("Dismissed what was new of Archive-r1 / production");
    await services.choose("Vault-r1 / copias de año");
    await popup.waitForText("There is no S3 key yet.");
    await generate("ca-east-1");
    const other = await popup.find("region", "New S3 key of Vault-r1 / copias de año (ca-east-1)");
    const [made] = await keysOf("Vault-r1", "copias de año");
    expect(await services.reveal(other, "Secret key")).toBe(made?.secretKey);
  });
});
