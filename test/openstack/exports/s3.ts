/** The S3 API, by `aws`, Amazon's SDKs, rclone and s3cmd: a bucket, an object stored and read back. */
import { expect, it } from "vitest";
import type { Format } from "../../../lib/exports/format.ts";
import { awsProfile } from "../../../lib/exports/formats/aws-profile.ts";
import { boto3Python } from "../../../lib/exports/formats/boto3-python.ts";
import { dotenv } from "../../../lib/exports/formats/dotenv.ts";
import { rcloneS3 } from "../../../lib/exports/formats/rclone-s3.ts";
import { s3cmd } from "../../../lib/exports/formats/s3cmd.ts";
import { proven } from "../proof.ts";
import { cloudName } from "./exporter.ts";
import { javascriptProgram } from "./javascript-program.ts";
import { homeWith, objectName, objectText, outputOf, printed, type Subject } from "./subject.ts";

export interface S3Options {
  readonly endpoint: string;
  /** Formats that refuse these credentials, with what the dialog says of it. */
  readonly refused?: ReadonlyMap<Format, string>;
}

export function testS3(subject: Subject, { endpoint, refused = new Map() }: S3Options): void {
  const { id } = subject;
  const isHeld = (format: Format) => !refused.has(format);
  const expectStored = async (bucket: string) =>
    expect(await subject.swift().read(bucket, objectName)).toBe(objectText);
  const byAws = async (bucket: string, before: string, homeFor: Format, options: string) => {
    const [home, file] = await homeWith(subject, homeFor);
    await using _ = home;
    const script = `${before.replace("FILE", file?.name ?? "")}
      s3() { aws ${options} s3 "$@"; }
      s3 mb s3://${bucket} >&2
      s3 cp '${objectName}' s3://${bucket}/ >&2
      s3 cp 's3://${bucket}/${objectName}' -`;
    expect(await outputOf(home, script)).toBe(objectText);
    await expectStored(bucket);
  };

  it.each([...refused].map(([format, reason]) => ({ id: format.id, format, reason })))(
    "$id refuses it",
    async ({ format, reason }) => {
      expect(await subject.exporter().refusal("s3", format)).toContain(reason);
    },
  );

  // 2.9, Debian's, does not know `endpoint_url` in a profile yet
  it.runIf(isHeld(awsProfile))("aws, with the profile", async () => {
    await byAws(`aws-${id}`, "", awsProfile, `--profile ${cloudName} --endpoint-url ${endpoint}`);
    proven("used", awsProfile, "aws");
  });

  it.runIf(isHeld(awsProfile))("@aws-sdk/client-s3, with the profile and the endpoint in it", async () => {
    const [home] = await homeWith(subject, awsProfile);
    await using _ = home;
    const bucket = `sdk-${id}`;
    await home.write("program.mjs", javascriptProgram);
    const args = ["program.mjs", bucket, objectName];
    expect(printed(await home.run(process.execPath, args, { env: { AWS_PROFILE: cloudName } }))).toBe(objectText);
    await expectStored(bucket);
    proven("used", awsProfile, "@aws-sdk/client-s3");
  });

  it.runIf(isHeld(dotenv))("aws and @aws-sdk/client-s3, by .env", async () => {
    await byAws(`aws-env-${id}`, "set -a; . './FILE'; set +a", dotenv, `--endpoint-url "$AWS_ENDPOINT_URL_S3"`);
    proven("used", dotenv, "aws");
    const [home, file] = await homeWith(subject, dotenv);
    await using _ = home;
    const bucket = `sdk-env-${id}`;
    await home.write("program.mjs", javascriptProgram);
    const args = [`--env-file=${file?.name}`, "program.mjs", bucket, objectName];
    expect(printed(await home.run(process.execPath, args))).toBe(objectText);
    await expectStored(bucket);
    proven("used", dotenv, "@aws-sdk/client-s3");
  });

  it.runIf(isHeld(rcloneS3))("rclone", async () => {
    const [home] = await homeWith(subject, rcloneS3);
    await using _ = home;
    const bucket = `rclone-s3-${id}`;
    const script = `
      rclone copy '${objectName}' ${cloudName}:${bucket}
      rclone cat '${cloudName}:${bucket}/${objectName}'`;
    expect(await outputOf(home, script)).toBe(objectText);
    await expectStored(bucket);
    proven("used", rcloneS3, "rclone");
  });

  it.runIf(isHeld(s3cmd))("s3cmd", async () => {
    const [home] = await homeWith(subject, s3cmd);
    await using _ = home;
    const bucket = `s3cmd-${id}`;
    const script = `
      s3cmd --quiet mb s3://${bucket} >&2
      s3cmd --quiet put '${objectName}' s3://${bucket}/ >&2
      s3cmd --quiet get 's3://${bucket}/${objectName}' -`;
    expect(await outputOf(home, script)).toBe(objectText);
    await expectStored(bucket);
    proven("used", s3cmd, "s3cmd");
  });

  it("boto3", async () => {
    const bucket = `boto3-${id}`;
    await subject.swift().write(bucket, objectName, objectText);
    const [home, file] = await homeWith(subject, boto3Python);
    await using _ = home;
    expect((await outputOf(home, `python3 './${file?.name}'`)).split("\n")).toContain(bucket);
    proven("used", boto3Python, "boto3");
  });
}
