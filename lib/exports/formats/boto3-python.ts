/** A Python program that lists the buckets. */
import { defineFormat } from "../format.ts";
import { pythonCall, pythonStrings } from "../python-call.ts";

/**
 * Stores other than Amazon's may have no name of its own for each bucket, and may not know the checksums that botocore
 * adds since 1.36. Older ones refuse to be configured about those, so it is said by variables, which they do not read.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-dataintegrity.html
 */
const forOtherStores = [
  "# only Amazon’s own storage is sure to know newer checksums",
  'os.environ.setdefault("AWS_REQUEST_CHECKSUM_CALCULATION", "when_required")',
  'os.environ.setdefault("AWS_RESPONSE_CHECKSUM_VALIDATION", "when_required")',
  "",
];

export const boto3Python = defineFormat({
  id: "boto3-python",
  name: "Python (boto3)",
  kinds: ["s3"],
  source: "https://boto3.amazonaws.com/v1/documentation/api/latest/guide/credentials.html",
  write({ endpointUrl, accessKeyId, secretAccessKey, regionName }, context) {
    const isAmazon = endpointUrl === null;
    const parameters = [
      '"s3"',
      ...pythonStrings(
        ["endpoint_url", endpointUrl],
        ["aws_access_key_id", accessKeyId],
        ["aws_secret_access_key", secretAccessKey],
        ["region_name", regionName],
      ),
      ...(isAmazon ? [] : ['config=Config(s3={"addressing_style": "path"})']),
    ];
    const lines = [
      "# pip install boto3",
      ...(isAmazon ? ["import boto3"] : ["import os", "", "import boto3", "from botocore.config import Config"]),
      "",
      ...(isAmazon ? [] : forOtherStores),
      `s3 = ${pythonCall("boto3.client", parameters)}`,
      "",
      'for bucket in s3.list_buckets()["Buckets"]:',
      '    print(bucket["Name"])',
    ];
    return [{ name: `${context.name}-s3.py`, place: null, text: `${lines.join("\n")}\n` }];
  },
});
