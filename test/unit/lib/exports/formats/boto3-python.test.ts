// @vitest-environment node
import { describe, expect, it } from "vitest";
import { boto3Python } from "../../../../../lib/exports/formats/boto3-python.ts";
import { expectCarried, pythonStrings } from "../carried.ts";
import { fileNameOf, previewOf, s3, textOf } from "../exported.ts";

describe("a Python program for boto3", () => {
  it("lists the buckets of a store that is not Amazon's", () => {
    expect(textOf(boto3Python, s3)).toBe(`# pip install boto3
import os

import boto3
from botocore.config import Config

# only Amazon’s own storage is sure to know newer checksums
os.environ.setdefault("AWS_REQUEST_CHECKSUM_CALCULATION", "when_required")
os.environ.setdefault("AWS_RESPONSE_CHECKSUM_VALIDATION", "when_required")

s3 = boto3.client(
    "s3",
    endpoint_url="https://objects.example.com",
    aws_access_key_id="AKIA7",
    aws_secret_access_key="correct horse",
    region_name="east-1",
    config=Config(s3={"addressing_style": "path"}),
)

for bucket in s3.list_buckets()["Buckets"]:
    print(bucket["Name"])
`);
  });

  it("leaves Amazon's own to its defaults", () => {
    expect(textOf(boto3Python, { ...s3, endpointUrl: null, regionName: null })).toBe(`# pip install boto3
import boto3

s3 = boto3.client(
    "s3",
    aws_access_key_id="AKIA7",
    aws_secret_access_key="correct horse",
)

for bucket in s3.list_buckets()["Buckets"]:
    print(bucket["Name"])
`);
  });

  it("carries every value", () => {
    expectCarried(boto3Python, s3, "secretAccessKey", (texts) => pythonStrings(texts, "aws_secret_access_key"));
  });

  it("has a name to be saved by, and a preview without secrets", () => {
    expect(fileNameOf(boto3Python, s3)).toBe("shop-s3.py");
    expect(previewOf(boto3Python, s3)).not.toContain("correct horse");
  });
});
