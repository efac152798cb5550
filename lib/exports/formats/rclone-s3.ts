/** A remote of rclone for S3. */
import { valuesOf } from "../../credentials/credentials.ts";
import { fieldsOf } from "../fields.ts";
import { defineFormat } from "../format.ts";
import { iniLines } from "../quoting/ini.ts";
import { quoteRclone } from "../quoting/rclone.ts";

export const rcloneS3 = defineFormat({
  id: "rclone-s3",
  name: "rclone (S3)",
  kinds: ["s3"],
  source: "https://rclone.org/s3/",
  write: (credentials, { name }) => {
    const fields = fieldsOf(valuesOf(credentials), [
      ["access_key_id", "accessKeyId"],
      ["secret_access_key", "secretAccessKey"],
      ["endpoint", "endpointUrl"],
      ["region", "regionName"],
    ]);
    const provider = credentials.endpointUrl === null ? "AWS" : "Other";
    const text = `[${name}]\ntype = s3\nprovider = ${provider}\n${iniLines(fields, quoteRclone)}`;
    return [{ name: "rclone.conf", place: "~/.config/rclone/rclone.conf", text }];
  },
});
