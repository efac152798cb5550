/** The cloud itself, by real tools with credentials that nobody exported: what fails here is no fault of an export. */
import { describe, expect, inject, it } from "vitest";
import { applicationEnvironment, passwordEnvironment, s3Environment } from "./tool-environment.ts";
import { ToolHome, type ToolOptions } from "./tool-home.ts";

const cloud = inject("cloud");
const { main, dashed, secondDomain } = cloud.users;
const text = "stored and read back\n";

/** Runs a script in bash that ends at its first failure, and gives what it printed. */
async function outputOf(script: string, options: ToolOptions, files: Record<string, string> = {}): Promise<string> {
  await using home = await ToolHome.create({ "object.txt": text, ...files });
  const { status, stdout, stderr } = await home.bash(`set -e\n${script}`, { timeout: 60_000, ...options });
  expect(status, `${stdout}\n${stderr}`).toBe(0);
  return stdout;
}

describe("Keystone", () => {
  const projectOfToken = "openstack token issue -f value -c project_id";

  it.each(Object.entries(cloud.users))("issues a token to the user “%s”", async (_, user) => {
    const project = await outputOf(projectOfToken, { env: passwordEnvironment(cloud, user) });
    expect(project.trim()).toBe(user.projects[0].id);
  });

  it("issues a token for the other project", async () => {
    const [, other] = main.projects;
    const project = await outputOf(projectOfToken, { env: passwordEnvironment(cloud, main, other) });
    expect(project.trim()).toBe(other?.id);
  });

  it.each(Object.entries(cloud.applicationCredentials))(
    "issues a token for the application credential “%s”",
    async (_, credential) => {
      const project = await outputOf(projectOfToken, { env: applicationEnvironment(cloud, credential) });
      expect(project.trim()).toBe(main.projects[0].id);
    },
  );

  it("refuses the password of the same name in another domain", async () => {
    await using home = await ToolHome.create();
    const env = passwordEnvironment(cloud, { ...main, password: secondDomain.password });
    const { status, stderr } = await home.run("openstack", ["token", "issue"], { env });
    expect(status).toBe(1);
    expect(stderr).toContain("HTTP 401");
  });
});

describe("Swift keeps an object", () => {
  it("by openstack", async () => {
    const script = `
      openstack container create by-openstack >&2
      openstack object create by-openstack object.txt >&2
      openstack object save --file - by-openstack object.txt`;
    expect(await outputOf(script, { env: passwordEnvironment(cloud, main) })).toBe(text);
  });

  it("by swift", async () => {
    const script = "swift upload by-swift object.txt >&2; swift download by-swift object.txt -o -";
    expect(await outputOf(script, { env: passwordEnvironment(cloud, dashed) })).toBe(text);
  });

  it("by rclone", async () => {
    const env = { ...passwordEnvironment(cloud, secondDomain), RCLONE_CONFIG_LAB_TYPE: "swift" };
    const script = "rclone copy object.txt lab:by-rclone; rclone cat lab:by-rclone/object.txt";
    expect(await outputOf(script, { env: { ...env, RCLONE_CONFIG_LAB_ENV_AUTH: "true" } })).toBe(text);
  });

  it("by swiftclient", async () => {
    const program = `
import os
from swiftclient import Connection

connection = Connection(
    authurl=os.environ["OS_AUTH_URL"], auth_version="3", user=os.environ["OS_USERNAME"], key=os.environ["OS_PASSWORD"],
    os_options={name: os.environ["OS_" + name.upper()] for name in
                ("user_domain_name", "project_name", "project_domain_name", "region_name")})
connection.put_container("by-swiftclient")
connection.put_object("by-swiftclient", "object.txt", open("object.txt", "rb"))
print(connection.get_object("by-swiftclient", "object.txt")[1].decode(), end="")
`;
    const env = passwordEnvironment(cloud, dashed);
    expect(await outputOf("python3 program.py", { env }, { "program.py": program })).toBe(text);
  });
});

describe("Swift's S3 keeps an object", () => {
  const { endpoint, region } = cloud.s3;

  it.each([
    ["a key of Keystone's", main],
    ["an awkward key", dashed],
  ])("by aws, with %s", async (name, user) => {
    const bucket = `by-aws-${name.length}`;
    const script = `
      s3() { aws --endpoint-url ${endpoint} s3 "$@"; }
      s3 mb s3://${bucket} >&2
      s3 cp object.txt s3://${bucket}/ >&2
      s3 cp s3://${bucket}/object.txt -`;
    expect(await outputOf(script, { env: s3Environment(cloud, user) })).toBe(text);
  });

  it("by rclone", async () => {
    const env = {
      RCLONE_CONFIG_OBJECTS_TYPE: "s3",
      RCLONE_CONFIG_OBJECTS_PROVIDER: "Other",
      RCLONE_CONFIG_OBJECTS_ENDPOINT: endpoint,
      RCLONE_CONFIG_OBJECTS_REGION: region,
      RCLONE_CONFIG_OBJECTS_ACCESS_KEY_ID: dashed.s3.accessKey,
      RCLONE_CONFIG_OBJECTS_SECRET_ACCESS_KEY: dashed.s3.secretKey,
    };
    const script = "rclone copy object.txt objects:by-rclone-s3; rclone cat objects:by-rclone-s3/object.txt";
    expect(await outputOf(script, { env })).toBe(text);
  });

  it("by s3cmd", async () => {
    const host = new URL(endpoint).host;
    const config = `[default]
access_key = ${main.s3.accessKey}
secret_key = ${main.s3.secretKey}
host_base = ${host}
host_bucket = ${host}
use_https = False
bucket_location = ${region}
`;
    const script = `
      s3cmd --quiet mb s3://by-s3cmd
      s3cmd --quiet put object.txt s3://by-s3cmd/
      s3cmd --quiet get s3://by-s3cmd/object.txt -`;
    expect(await outputOf(script, {}, { ".s3cfg": config })).toBe(text);
  });

  it("by boto3", async () => {
    const program = `
import boto3

bucket = boto3.resource("s3", endpoint_url="${endpoint}").Bucket("by-boto3")
bucket.create()
bucket.upload_file("object.txt", "object.txt")
print(bucket.Object("object.txt").get()["Body"].read().decode(), end="")
`;
    const env = s3Environment(cloud, dashed);
    expect(await outputOf("python3 program.py", { env }, { "program.py": program })).toBe(text);
  });
});

describe("Horizon", () => {
  it.each(Object.entries(cloud.horizon ?? {}))("shows its form: %s", async (_, origin) => {
    const page = await (await fetch(`${origin}/auth/login/`)).text();
    expect(page).toContain('id="id_username"');
    expect(page).toContain('id="id_password"');
  });
});
