/** What is written into configuration files is what the tools themselves read out of them, or it is refused. */
import { expect, it } from "vitest";
import { cloudmonkey } from "../../../lib/exports/formats/cloudmonkey.ts";
import { cloudsYaml } from "../../../lib/exports/formats/clouds-yaml.ts";
import { cloudsYamlSecure } from "../../../lib/exports/formats/clouds-yaml-secure.ts";
import { rcloneS3 } from "../../../lib/exports/formats/rclone-s3.ts";
import { rcloneSwift } from "../../../lib/exports/formats/rclone-swift.ts";
import { s3cmd } from "../../../lib/exports/formats/s3cmd.ts";
import { applicationOf, cloudStackOf, keystoneOf, s3Of } from "../../fakes/credentials.ts";
import { type Reading, readWithGo, readWithPython, readWithRclone } from "../../readers/files/readers.ts";
import { proven } from "../proof.ts";
import { type Carried, carriedBy, expectEach } from "./carried.ts";

const remoteOf = (index: number) => `cloud-${index}`;

/** Of the realistic ones: none but a dollar sign at the beginning, one of 94. */
const firstOfAscii = 0.04;
/** A reference such as `%(a)s` hardly comes about by chance. */
const rarely = 0.01;

it.each([cloudsYaml, cloudsYamlSecure])("$id: a password, by openstacksdk", (format) => {
  const carried = carriedBy({ format, credentialsOf: keystoneOf });
  const read = readWithPython(
    "openstacksdk",
    carried.map(({ files }) => files),
  );
  expectEach<Reading>(carried, read, ({ secret, name }) =>
    expect.objectContaining({
      auth_url: "https://auth.example.com/v3",
      password: secret,
      username: name,
      user_domain_name: name,
      project_name: name,
      project_domain_name: name,
      region_name: "east-1",
    }),
  );
  proven("read", format, "openstacksdk");
});

it.each([cloudsYaml, cloudsYamlSecure])("$id: an application credential, by openstacksdk", (format) => {
  const carried = carriedBy({ format, credentialsOf: applicationOf });
  const read = readWithPython(
    "openstacksdk",
    carried.map(({ files }) => files),
  );
  expectEach<Reading>(carried, read, ({ secret, name }) =>
    expect.objectContaining({
      application_credential_secret: secret,
      application_credential_name: name,
      username: name,
      user_domain_name: name,
    }),
  );
  proven("read", format, "openstacksdk");
});

it("s3cmd: its own file, by s3cmd", () => {
  const carried = carriedBy({ format: s3cmd, credentialsOf: s3Of, refusing: firstOfAscii });
  const read = readWithPython(
    "s3cmd",
    carried.map(({ files }) => files),
  );
  expectEach<Reading>(carried, read, ({ secret, name }) => ({
    access_key: name,
    secret_key: secret,
    host_base: "objects.example.com",
    host_bucket: "objects.example.com",
    use_https: true,
    bucket_location: "east-1",
  }));
  proven("read", s3cmd, "s3cmd");
});

it("rclone-swift: a remote, by rclone, also after it wrote the file itself", () => {
  const carried = carriedBy({ format: rcloneSwift, credentialsOf: keystoneOf, cloudOf: remoteOf, refusing: rarely });
  for (const remotes of readWithRclone(joined(carried, "rclone.conf"))) {
    const read = carried.map(({ cloud }) => remotes[cloud]);
    expectEach<Reading | undefined>(carried, read, ({ secret, name }) => ({
      type: "swift",
      auth: "https://auth.example.com/v3",
      user: name,
      key: secret,
      domain: name,
      tenant: name,
      tenant_domain: name,
      region: "east-1",
      auth_version: "3",
    }));
  }
  proven("read", rcloneSwift, "rclone");
});

it("rclone-s3: a remote, by rclone, also after it wrote the file itself", () => {
  const carried = carriedBy({ format: rcloneS3, credentialsOf: s3Of, cloudOf: remoteOf, refusing: rarely });
  for (const remotes of readWithRclone(joined(carried, "rclone.conf"))) {
    const read = carried.map(({ cloud }) => remotes[cloud]);
    expectEach<Reading | undefined>(carried, read, ({ secret, name }) => ({
      type: "s3",
      provider: "Other",
      access_key_id: name,
      secret_access_key: secret,
      endpoint: "https://objects.example.com",
      region: "east-1",
    }));
  }
  proven("read", rcloneS3, "rclone");
});

it("cloudmonkey: a profile, by go-ini, also after it wrote the file itself", () => {
  const carried = carriedBy({ format: cloudmonkey, credentialsOf: cloudStackOf, cloudOf: remoteOf, refusing: 0.05 });
  for (const profiles of readWithGo<Record<string, Reading>[]>("go-ini", joined(carried, "config"))) {
    const read = carried.map(({ cloud }) => profiles[cloud]);
    expectEach<Reading | undefined>(carried, read, ({ secret, name }) => ({
      url: "https://compute.example.com/client/api",
      apikey: name,
      secretkey: secret,
    }));
  }
  proven("read", cloudmonkey, "go-ini");
});

function joined(carried: readonly Carried[], file: string): string {
  return carried.map(({ files }) => files[file]).join("\n");
}
