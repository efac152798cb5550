// @vitest-environment node
/** What is said beside a field's name: examples, explanations, and the other field of a pair. */
import { describe, expect, it } from "vitest";
import { scoreAll } from "./facts-of.ts";
import { type Outline, outlineOf, pageOf } from "./notes.ts";

const storage = outlineOf("s3-form");
const cloud = outlineOf("openstack-form");
const KEYS = ["Access key | name=access | =s3AccessKey", "Secret key | name=secret; pw | =s3SecretKey"];
const settings = (name: string, ...fields: string[]): Outline =>
  storage(name, "Storage", "S3 bucket", ["Save"], [...fields, ...KEYS]);

const outlines: readonly Outline[] = [
  settings("an example without a scheme", "Endpoint | name=endpoint; ph=s3.eu.example.com | =s3Endpoint:host"),
  settings(
    "an example of parts to fill in",
    "Endpoint | name=endpoint; ph={{bucket}}.s3.{{region}}.example.com | =s3Endpoint:host",
  ),
  settings(
    "an example in a sentence",
    "Server | name=endpoint; ph=the address (e.g., s3.example.com) | =s3Endpoint:host",
  ),
  settings("an example with a scheme", "Endpoint | name=endpoint; ph=https://s3.eu.example.com | =s3Endpoint"),
  settings("no example", "Endpoint | name=endpoint | =s3Endpoint"),
  settings(
    "a region, and what must be the same",
    "Endpoint | name=endpoint | =s3Endpoint",
    "Region | name=region | =region",
    "Location constraint - must be set to match the region | name=location | !",
  ),
  storage(
    "two masked keys of which one is an id",
    "New destination",
    "S3",
    ["Set up"],
    [
      "S3 Key ID | name=access_key_id; pw | =s3AccessKey",
      "S3 Access Key | name=secret_access_key; pw | =s3SecretKey",
      "S3 Bucket Name | name=s3_bucket_name | !",
    ],
  ),
  cloud(
    "a host of a service, and its port",
    "Monitoring",
    "OpenStack controller",
    ["Add"],
    [
      "Keystone host | name=ks_host | =authUrl:host",
      "Keystone port | name=ks_port; type=number | =authUrl:port",
      "User name | name=ks_user | =username",
      "Password | name=ks_pass; pw | =password",
      "Project name | name=ks_project | =projectName",
    ],
  ),
  ...["Version de l’API Keystone", "Versión de la API de identidad", "Identity service API version"].map((label) =>
    cloud(
      label,
      "Storage",
      "OpenStack",
      ["Test connection"],
      [
        "Auth URL | name=server | =authUrl",
        `${label} | name=v; select; options=:,v2:v2,v3:v3 | =identityApiVersion`,
        "User name | name=user | =username",
        "Password | name=pass; pw | =password",
        "Tenant name | name=tenant | =projectName",
      ],
    ),
  ),
];

const others: readonly Outline[] = [
  outlineOf("negative")(
    "DNS keys on a CloudStack page",
    "CloudStack",
    "Add backup DNS credential",
    ["OK"],
    [
      "Provider | name=provider | !",
      "API key of the DNS provider | name=apikey; pw | !",
      "Secret key of the DNS provider | name=secretkey; pw | !",
    ],
  ),
  outlineOf("negative")(
    "DNS keys for a certificate",
    "SSL Certificates",
    "Add Let’s Encrypt certificate",
    ["Save"],
    [
      "Domain Names | name=domains | !",
      "DNS Provider | name=dns; select; options=Route 53 | ",
      "Access Key ID | name=aws_key | !",
      "Secret Access Key | name=aws_secret; pw | !",
    ],
  ),
];

describe("keys of another service, as one field says", () => {
  it.each(others.map((outline) => [outline.name, pageOf(outline)] as const))("get nothing: %s", (_, page) => {
    expect(scoreAll([page], true).faults).toEqual([]);
  });
});

describe("beside a field’s name", () => {
  it.each(outlines.map((outline) => [outline.name, pageOf(outline)] as const))("counts %s", (_, page) => {
    expect(scoreAll([page], false).faults).toEqual([]);
  });
});
