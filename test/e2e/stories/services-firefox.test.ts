/** The services in Firefox: choosing, reading, copying, saving, regenerating, S3 keys. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { control } from "../../sandbox/control.ts";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";
import { type FirefoxSession, launchFirefox } from "../browsers/firefox.ts";
import { createTemporaryFolder, deleteTemporaryFolder } from "../browsers/temporary-folder.ts";
import { waitFor } from "../browsers/wait-for.ts";
import { PopupPage } from "../pages/popup.ts";
import { ServicesPart } from "../pages/services.ts";
import { firefoxDirectory, passwordOf } from "./story.ts";

let sandbox: Sandbox;
let firefox: FirefoxSession;
let downloads: string;
let popup: PopupPage;
let services: ServicesPart;

const name = "Objects-r1 / production";
const server = () => control(sandbox.tigo.origin);
const truth = async (key: string) => {
  const { fields } = await server().serviceCredentials({ userName: "ana" }, "Objects-r1", "production");
  return fields.find((field) => field.key === key)?.value ?? "";
};
const open = async () => {
  popup = await new PopupPage(await firefox.openExtensionPage("popup.html")).ready();
  services = new ServicesPart(popup);
};

beforeAll(async () => {
  downloads = await createTemporaryFolder();
  [sandbox, firefox] = await Promise.all([
    startSandbox(),
    launchFirefox({ extensionDirectory: firefoxDirectory, downloadDirectory: downloads }),
  ]);
  await open();
  await popup.connect(sandbox.tigo.origin);
  await popup.signIn({ userName: "ana", password: passwordOf(sandbox.tigo, "ana") });
  await popup.find("button", "Generate API key");
});
afterAll(async () => {
  await firefox?.close();
  await sandbox?.close();
  await deleteTemporaryFolder(downloads);
});

describe("the services in Firefox", () => {
  it("are chosen by typing, also into a box that shows another one, and Esc only closes the list", async () => {
    await services.open();
    await services.show("Compute-r1 / production");
    await services.openList();
    await popup.page.keyboard.type("objects prod");
    await waitFor(async () => (await services.activeOption()) === name, { what: "what is found" });
    await popup.page.keyboard.press("Escape");
    await waitFor(async () => (await services.picked()) === "Compute-r1 / production", { what: "the chosen one back" });
    await services.show(name);
  });

  it("show their fields, reveal and copy them", async () => {
    const table = await services.table(name);
    expect(await services.document()).not.toContain(await truth("password"));
    expect(await services.reveal(table, "Password")).toBe(await truth("password"));
    await services.clickIn(table, "Copy Password");
    await popup.waitForText("Copied: Password");
  });

  it("are saved as files, with their own names", async () => {
    await popup.click("button", "Export as…");
    await popup.find("dialog", "Export credentials");
    for (const [group, format, file] of [
      ["OpenStack", "openrc (bash, zsh, sh)", "objects-r1-production-openrc.sh"],
      ["OpenStack", ".env", "objects-r1-production.env"],
      ["OpenStack", "clouds.yaml", "clouds.yaml"],
      ["S3", "AWS profile", "credentials"],
      ["S3", "s3cmd", "s3cfg"],
    ] as const) {
      await services.chooseFormat(group, format);
      await services.clickIn(await popup.find("dialog", "Export credentials"), `Save ${file}`);
      const secret = await truth(group === "S3" ? "s3SecretKey" : "password");
      await waitFor(
        async () =>
          (await readdir(downloads)).includes(file) && (await readFile(join(downloads, file), "utf8")).includes(secret),
        { what: `the file ${file}` },
      ).catch(async (error: unknown) => {
        throw new Error(`${String(error)} There are: ${(await readdir(downloads)).join(", ")}`);
      });
    }
    await popup.escape("dialog", "Export credentials");
  });

  it("are regenerated while the page is closed, and the new ones wait", async () => {
    const before = await truth("password");
    await server().tasks({ polls: 1_000 });
    await popup.click("button", "Regenerate");
    await services.clickIn(await popup.find("dialog", "Regenerate credentials"), "Regenerate");
    await popup.waitForText("the console is making new credentials…");
    await waitFor(async () => (await server().requests()).some(({ path }) => path.startsWith("/tasks/")), {
      what: "the task to be followed",
    });
    await popup.page.close();
    expect(await server().endTasks()).toBe(1);
    await server().tasks({});
    await open();
    const card = await popup.find("region", `New credentials of ${name}`);
    const password = await services.reveal(card, "Password");
    expect(password).toBe(await truth("password"));
    expect(password).not.toBe(before);
    expect((await services.stored()).local).not.toContain(password);
    await popup.click("button", "Dismiss");
    await popup.waitForText("Dismissed what was new of");
    expect((await services.stored()).session).not.toContain(password);
  });

  it("tell the truth about an answer that was lost", async () => {
    await server().fault({
      path: "/services/connections/[^/]+/apiInfo",
      method: "POST",
      fault: { kind: "truncate" },
    });
    await popup.click("button", "Regenerate");
    await services.clickIn(await popup.find("dialog", "Regenerate credentials"), "Regenerate");
    await popup.waitForText("nobody knows yet whether the credentials");
    await popup.click("button", "Dismiss");
  });

  it("make an S3 key whose secret is shown once, and delete it", async () => {
    await services.choose("Vault-r1 / production");
    await popup.find("region", "S3 keys");
    await popup.click("button", "Generate S3 key");
    const dialog = await popup.find("dialog", "Generate S3 key");
    await popup.fill("Region", "ca-west-1");
    await services.clickIn(dialog, "Generate");
    const card = await popup.find("region", "New S3 key of Vault-r1 / production (ca-west-1)");
    const secret = await services.reveal(card, "Secret key");
    const { apiCredentials } = await server().serviceCredentials({ userName: "ana" }, "Vault-r1", "production");
    expect(apiCredentials.find(({ region }) => region === "ca-west-1")?.secretKey).toBe(secret);
    await services.clickIn(card, "Copy Secret key");
    await popup.waitForText("Copied: Secret key");
    await services.clickIn(card, "Dismiss");
    await popup.waitForText("Dismissed what was new of");
    await popup.click("button", "Delete the S3 key of ca-west-1");
    await services.clickIn(await popup.find("dialog", "Delete S3 key"), "Delete");
    await popup.waitForText("Deleted the S3 key of ca-west-1");
  });
});
