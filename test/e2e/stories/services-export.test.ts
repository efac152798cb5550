/** Exporting a service's credentials: every format that its kind has, masked on screen, whole in the clipboard and file. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { control } from "../../sandbox/control.ts";
import { createTemporaryFolder, deleteTemporaryFolder } from "../browsers/temporary-folder.ts";
import { waitFor } from "../browsers/wait-for.ts";
import type { PopupPage } from "../pages/popup.ts";
import { ServicesPart } from "../pages/services.ts";
import { type Story, startStory } from "./story.ts";

let story: Story;
let popup: PopupPage;
let services: ServicesPart;
let downloads: string;

const use = (opened: PopupPage) => {
  popup = opened;
  services = new ServicesPart(opened);
};
const server = () => control(story.sandbox.cloudops.origin);
const truth = async (service: string, key: string, environment = "production") => {
  const { fields } = await server().serviceCredentials({ userName: "ana" }, service, environment);
  return fields.find((field) => field.key === key)?.value ?? "";
};
const openExport = async (name: string) => {
  await services.show(name);
  await popup.click("button", "Export as…");
  await popup.find("dialog", "Export credentials");
};
const close = () => popup.escape("dialog", "Export credentials");

/** Without what lies around: a mask may need quotation marks that the secret does not need. */
const plain = (text: string) => text.trim().replaceAll(/['"]/g, "");

/** The file of this name once it is whole. */
const downloaded = (name: string) =>
  waitFor(
    async () =>
      (await readdir(downloads)).includes(name) &&
      !(await readdir(downloads)).some((file) => file.endsWith(".crdownload")) &&
      (await readFile(join(downloads, name), "utf8")),
    { what: `the file ${name} to arrive` },
  ).catch(async (error: unknown) => {
    throw new Error(`${String(error)} There are: ${(await readdir(downloads)).join(", ")}`);
  });

beforeAll(async () => {
  downloads = await createTemporaryFolder();
  story = await startStory();
  const session = await story.chromium.browser.target().createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
  use(await story.openSignedIn("ana"));
  await services.open();
});
afterAll(async () => {
  await story.close();
  await deleteTemporaryFolder(downloads);
});

const openStack = [
  "openrc (bash, zsh, sh)",
  "openrc (fish)",
  "openrc (PowerShell)",
  "clouds.yaml",
  "clouds.yaml + secure.yaml",
  "Swift command line",
  "rclone (Swift)",
  "Python (swiftclient)",
  "Terraform (OpenStack)",
  ".env",
  "JSON",
  "Kubernetes Secret",
];
const s3 = [
  "AWS profile",
  "rclone (S3)",
  "s3cmd",
  "Python (boto3)",
  "Terraform (S3)",
  ".env",
  "JSON",
  "Kubernetes Secret",
];
const deprecated = [
  "openrc, Identity API v2.0 (bash, zsh, sh)",
  "Swift command line",
  "rclone (Swift)",
  "Python (swiftclient)",
  ".env",
  "JSON",
  "Kubernetes Secret",
];
const cloudStack = ["CloudMonkey", "Terraform (CloudStack)", ".env", "JSON", "Kubernetes Secret"];
const groups = {
  OpenStack: openStack,
  S3: s3,
  "OpenStack, Keystone v2.0 (deprecated)": deprecated,
};

describe("the formats", () => {
  it("of object storage are those of Keystone v3, of S3, and of v2.0 last", async () => {
    await openExport("Objects-r1 / production");
    const all = Object.entries(groups).flatMap(([group, names]) => names.map((name) => ({ group, name })));
    expect((await services.formats()).map(({ group, name }) => ({ group, name }))).toEqual(all);
  });

  it("all hide the secret on screen and copy it whole", async () => {
    const secrets = { OpenStack: "password", S3: "s3SecretKey", "OpenStack, Keystone v2.0 (deprecated)": "password" };
    for (const [group, key] of Object.entries(secrets)) {
      const secret = await truth("Objects-r1", key);
      for (const { name } of (await services.formats()).filter((one) => one.group === group)) {
        await services.chooseFormat(group, name);
        expect(await services.document()).not.toContain(secret);
        const previews = await services.previews();
        const masked = Object.entries(previews).filter(([, text]) => text?.includes("********"));
        expect(masked.map(([file]) => file).length, `${group}, ${name}`).toBe(1);
        const [[file, preview] = ["", ""]] = masked;
        await services.clickIn(await popup.find("dialog", "Export credentials"), `Copy ${file}`);
        // the clipboard is set before that is said, which may be said already of the one before
        const whole = plain(preview?.replaceAll("********", secret) ?? "");
        await waitFor(async () => plain(await story.chromium.clipboard()) === whole, {
          what: `${group}, ${name} in the clipboard`,
        });
      }
    }
  });

  it("say so where they are deprecated, and only there", async () => {
    await services.chooseFormat("OpenStack, Keystone v2.0 (deprecated)", ".env");
    await popup.waitForText("Keystone v2.0 is deprecated and gone from every current OpenStack release.");
    await services.chooseFormat("OpenStack", ".env");
    await popup.waitForNoText("Keystone v2.0 is deprecated and gone");
  });

  it("say where a file goes, and are remembered with the dialog when the popup closes", async () => {
    await services.chooseFormat("OpenStack", "clouds.yaml + secure.yaml");
    await popup.waitForText("Goes to ~/.config/openstack/secure.yaml");
    expect(Object.keys(await services.previews())).toEqual(["clouds.yaml", "secure.yaml"]);
    await story.closePopup();
    use(await story.open());
    await popup.find("dialog", "Export credentials");
    await popup.waitForText("Goes to ~/.config/openstack/secure.yaml");
    await close();
    await openExport("Stack-r1 / production");
    await popup.waitForText("Goes to ~/.config/openstack/secure.yaml");
    expect((await services.formats()).map(({ name }) => name)).toEqual(openStack);
    await close();
  });

  it("of CloudStack are its own", async () => {
    await openExport("Compute-r1 / production");
    const all = cloudStack.map((name) => ({ group: "CloudStack", name }));
    expect((await services.formats()).map(({ group, name }) => ({ group, name }))).toEqual(all);
    await close();
  });

  it("are none where the fields are no credentials", async () => {
    await services.show("Vault-r1 / production");
    await popup.find("region", "S3 keys");
    expect([await popup.has("button", "Export as…"), await popup.has("button", "Fill this page")]).toEqual([
      false,
      false,
    ]);
  });
});

describe("saving", () => {
  it.each([
    ["OpenStack", "openrc (bash, zsh, sh)", "objects-r1-production-openrc.sh"],
    ["OpenStack", "clouds.yaml", "clouds.yaml"],
    ["OpenStack", ".env", "objects-r1-production.env"],
    ["OpenStack", "openrc (PowerShell)", "objects-r1-production-openrc.ps1"],
    ["OpenStack", "openrc (fish)", "objects-r1-production-openrc.fish"],
    ["OpenStack", "Python (swiftclient)", "objects-r1-production-swift.py"],
    ["OpenStack", "Terraform (OpenStack)", "provider.tf"],
    ["OpenStack", "rclone (Swift)", "rclone.conf"],
    ["OpenStack", "JSON", "objects-r1-production.json"],
    ["S3", "AWS profile", "credentials"],
    ["S3", "AWS profile", "config"],
    ["S3", "s3cmd", "s3cfg"],
  ])("%s, %s gives a file called %s, with the secret", async (group, format, file) => {
    if (!(await popup.has("dialog", "Export credentials"))) await openExport("Objects-r1 / production");
    await services.chooseFormat(group, format);
    const [preview] = Object.entries(await services.previews()).flatMap(([name, text]) =>
      name === file ? [text] : [],
    );
    await services.clickIn(await popup.find("dialog", "Export credentials"), `Save ${file}`);
    const secret = await truth("Objects-r1", group === "S3" ? "s3SecretKey" : "password");
    expect((await downloaded(file)).trim()).toBe(preview?.replaceAll("********", secret).trim());
    await popup.waitForText(`Saved: ${file}`);
  });

  it("has no button where there is nothing but a command", async () => {
    await services.chooseFormat("OpenStack", "Swift command line");
    expect(await popup.has("button", "Save Swift command line")).toBe(false);
    await close();
  });
});

describe("what the console does not say", () => {
  it("is asked for, goes into every format, and is remembered for that service", async () => {
    await openExport("Objects-r1 / production");
    await services.chooseFormat("S3", "AWS profile");
    await popup.fill("S3 endpoint", "https://s3.example.com");
    await popup.fill("Region", "ca-1");
    await waitFor(async () => (await services.previews()).config?.includes("endpoint_url = https://s3.example.com"), {
      what: "the endpoint in the preview",
    });
    await story.closePopup();
    use(await story.open());
    expect(await popup.valueOf("S3 endpoint")).toBe("https://s3.example.com");
    expect((await services.previews()).config).toContain("region = ca-1");
    await services.chooseFormat("OpenStack", ".env");
    await waitFor(async () => /OS_REGION_NAME='?ca-1/.test(JSON.stringify(await services.previews())), {
      what: "the region in the preview",
    });
    await close();
    await openExport("Compute-r1 / production");
    expect(await popup.has("textbox", "Region")).toBe(false);
    await close();
  });

  it("is not asked for where the console says it", async () => {
    await openExport("Objects-r1 / staging");
    await services.chooseFormat("S3", "AWS profile");
    expect(await popup.has("textbox", "Region")).toBe(false);
    expect(await popup.has("textbox", "S3 endpoint")).toBe(false);
    await close();
  });
});

describe("what a format cannot carry", () => {
  it("is refused with the name of the field, and another format takes it", async () => {
    const { fields } = await server().serviceCredentials({ userName: "ana" }, "Stack-r1", "production");
    const odd = fields.map((field) => (field.key === "password" ? { ...field, value: "two\nlines" } : field));
    await server().serviceFields({ userName: "ana" }, "Stack-r1", "production", odd);
    await openExport("Stack-r1 / production");
    await services.chooseFormat("OpenStack", "rclone (Swift)");
    await popup.waitForText("Password has a line break, which this format cannot hold.");
    expect(await services.previews()).toEqual({});
    await services.chooseFormat("OpenStack", "JSON");
    await popup.waitForNoText("Password has a line break");
    await services.clickIn(await popup.find("dialog", "Export credentials"), "Copy stack-r1-production.json");
    await waitFor(async () => (await story.chromium.clipboard()).includes('"two\\nlines"'), { what: "the JSON" });
    await close();
  });
});
