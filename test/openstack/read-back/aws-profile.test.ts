/** A profile of the AWS CLI is what its loader and Amazon's SDK for JavaScript read, or it is refused. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PutObjectCommand, S3Client, type S3ClientConfig } from "@aws-sdk/client-s3";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { awsProfile } from "../../../lib/exports/formats/aws-profile.ts";
import { s3Of } from "../../fakes/credentials.ts";
import { type Reading, readWithPython } from "../../readers/files/readers.ts";
import { proven } from "../proof.ts";
import { carriedBy, expectEach } from "./carried.ts";

/** Of two random ones of up to 40 characters, one in twenty pairs has what some reader takes for something else. */
const refusing = 0.1;
const carried = carriedBy({ format: awsProfile, credentialsOf: s3Of, cloudOf: (index) => `cloud-${index}`, refusing });
const joined = (of: typeof carried) => ({
  credentials: of.map(({ files }) => files.credentials).join("\n"),
  config: of.map(({ files }) => files.config).join("\n"),
});

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "llavero-aws-"));
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", join(directory, "credentials"));
  vi.stubEnv("AWS_CONFIG_FILE", join(directory, "config"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(directory, { recursive: true });
});

it("by botocore, whose loader the AWS CLI has", () => {
  const [read] = readWithPython("botocore", [joined(carried)]);
  const { credentials, config } = read as Record<string, Record<string, Reading>>;
  const profiles = carried.map(({ cloud }) => [credentials?.[cloud], config?.[cloud]]);
  expectEach<unknown>(carried, profiles, ({ secret, name }) => [
    { aws_access_key_id: name, aws_secret_access_key: secret },
    {
      region: "east-1",
      endpoint_url: "https://objects.example.com",
      request_checksum_calculation: "when_required",
      response_checksum_validation: "when_required",
      s3: { addressing_style: "path" },
    },
  ]);
  proven("read", awsProfile, "botocore");
});

it("by the SDK for JavaScript", async () => {
  // each client parses the whole file, so a file is kept short
  for (let start = 0; start < carried.length; start += 200) {
    const some = carried.slice(start, start + 200);
    const place = join(directory, `${start}`);
    writeFileSync(`${place}.credentials`, joined(some).credentials);
    writeFileSync(`${place}.config`, joined(some).config);
    vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", `${place}.credentials`);
    vi.stubEnv("AWS_CONFIG_FILE", `${place}.config`);
    for (const { cloud, secret, name } of some) {
      const { config } = new S3Client({ profile: cloud });
      expect(await config.region()).toBe("east-1");
      expect(await config.credentials()).toMatchObject({ accessKeyId: name, secretAccessKey: secret });
    }
  }
  proven("read", awsProfile, "@aws-sdk/client-s3");
});

it("makes the SDK go to the endpoint, without checksums", async () => {
  const [profile] = carried;
  if (profile === undefined) throw new Error("nothing was carried");
  for (const [name, text] of Object.entries(joined([profile]))) writeFileSync(join(directory, name), text);
  const handle = vi.fn().mockRejectedValue(new Error("not sent"));
  const requestHandler = { handle } as unknown as NonNullable<S3ClientConfig["requestHandler"]>;
  vi.stubEnv("AWS_PROFILE", profile.cloud);
  const client = new S3Client({ maxAttempts: 1, requestHandler });
  const command = new PutObjectCommand({ Bucket: "a-bucket", Key: "a-key", Body: "text" });
  await expect(client.send(command)).rejects.toThrow("not sent");
  const [request] = handle.mock.calls[0] ?? [];
  // the addressing style is for the CLI: in this SDK it is the program that says it
  expect(request.hostname).toBe("a-bucket.objects.example.com");
  expect(Object.keys(request.headers).filter((header) => header.includes("checksum"))).toEqual([]);
});
