/** What the popup exports, unchanged, does its work in the tools that it is made for, at a real Keystone and Swift. */
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Format } from "../../lib/exports/format.ts";
import { awsProfile } from "../../lib/exports/formats/aws-profile.ts";
import { cloudsYaml } from "../../lib/exports/formats/clouds-yaml.ts";
import { cloudsYamlSecure } from "../../lib/exports/formats/clouds-yaml-secure.ts";
import { dotenv } from "../../lib/exports/formats/dotenv.ts";
import { openrcV3 } from "../../lib/exports/formats/openrc-v3.ts";
import { openrcV3Fish } from "../../lib/exports/formats/openrc-v3-fish.ts";
import { rcloneS3 } from "../../lib/exports/formats/rclone-s3.ts";
import { s3cmd } from "../../lib/exports/formats/s3cmd.ts";
import { swiftCli } from "../../lib/exports/formats/swift-cli.ts";
import type { CloudUser } from "./cloud-schema.ts";
import { Exporter } from "./exports/exporter.ts";
import { testBesideHorizon } from "./exports/horizon.ts";
import { testOpenstack } from "./exports/openstack.ts";
import { testS3 } from "./exports/s3.ts";
import { objectName, objectText, outputOf, placed, type Subject } from "./exports/subject.ts";
import { testSwift } from "./exports/swift.ts";
import { testTerminal } from "./exports/terminal.ts";
import { testVersion2 } from "./exports/version-2.ts";
import { applicationFields, documentedFields, userFields, version2Fields } from "./handed-out.ts";
import { isProven } from "./proof.ts";
import { openSwift, type SwiftClient } from "./swift-client.ts";
import { ToolHome } from "./tool-home.ts";

const cloud = inject("cloud");
const { main, dashed, secondDomain } = cloud.users;
const { plain, awkward } = cloud.applicationCredentials;

let exporter: Exporter;
beforeAll(async () => {
  exporter = await Exporter.start();
});
afterAll(() => exporter.close());

function subjectOf(id: string, kind: Subject["kind"], user: CloudUser): Subject {
  let swift: SwiftClient;
  beforeAll(async () => {
    swift = await openSwift(cloud, user);
  });
  const { id: userId, projects } = user;
  return { id, kind, userId, projectId: projects[0].id, swift: () => swift, exporter: () => exporter };
}

const isChanged = "has characters that this format would change";
const isQuoted = "has quotation marks that this format cannot hold";
type Refused = ReadonlyMap<Format, string>;
const none: Refused = new Map();
/** Readers of `.env` agree on no form for a value with both kinds of quotation marks. */
const refusedPassword: Refused = new Map([[dotenv, `Password ${isQuoted}`]]);
const all = [openrcV3, openrcV3Fish, cloudsYaml, cloudsYamlSecure];

describe("a user", () => {
  beforeAll(() => exporter.handOut(userFields(cloud, main)));
  const subject = subjectOf("main", "keystoneV3", main);
  testOpenstack(subject, { storing: [openrcV3, cloudsYaml] });
  testSwift(subject, { refused: refusedPassword });
  testTerminal(subject);
  if (cloud.horizon !== null) testBesideHorizon(subject, cloud.horizon.plain, main);
});

describe("a password with every character of ASCII that is no letter or digit", () => {
  it("has them", () => {
    const signs = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).filter(
      (c) => !/\w/.test(c),
    );
    expect(signs.filter((sign) => !dashed.password.includes(sign))).toEqual([]);
  });

  beforeAll(() => exporter.handOut(userFields(cloud, dashed)));
  const subject = subjectOf("dashed", "keystoneV3", dashed);
  testOpenstack(subject, { storing: all });
  testSwift(subject, { refused: refusedPassword });
  testTerminal(subject);
});

describe("a user of another domain, who has another's name", () => {
  beforeAll(() => exporter.handOut(userFields(cloud, secondDomain)));
  const subject = subjectOf("second", "keystoneV3", secondDomain);
  testOpenstack(subject, { storing: [] });
  testSwift(subject, { refused: none });
});

const applications: readonly { id: string; known: "id" | "name"; storing: Format[]; refused: Refused }[] = [
  { id: "plain", known: "id", storing: [], refused: none },
  { id: "awkward", known: "id", storing: [openrcV3, cloudsYamlSecure], refused: new Map([[dotenv, isQuoted]]) },
  {
    id: "awkward",
    known: "name",
    storing: [],
    refused: new Map([
      [swiftCli, "Application credential ID is missing"],
      [dotenv, isQuoted],
    ]),
  },
];
describe.each(applications)("an application credential, $id, by its $known", ({ id, known, ...options }) => {
  beforeAll(() => exporter.handOut(applicationFields(cloud, id === "plain" ? plain : awkward, known)));
  const subject = subjectOf(`${id}-${known}`, "keystoneApplicationCredential", main);
  testOpenstack(subject, options);
  testSwift(subject, options);
});

describe.each<{ id: string; title: string; user: CloudUser; refused: Refused }>([
  { id: "key", title: "of Keystone's making", user: main, refused: none },
  {
    id: "milder",
    title: "as awkward as every format but .env holds",
    user: secondDomain,
    refused: new Map([[dotenv, isQuoted]]),
  },
  {
    id: "awkward",
    title: "more awkward",
    user: dashed,
    refused: new Map([
      [awsProfile, isChanged],
      [rcloneS3, isChanged],
      [dotenv, isQuoted],
    ]),
  },
])("an S3 key $title", ({ id, user, refused }) => {
  beforeAll(() => exporter.handOut(userFields(cloud, user)));
  testS3(subjectOf(id, "s3", user), { endpoint: cloud.s3.endpoint, refused });
});

describe("what the console does not say", () => {
  beforeAll(() => exporter.handOut(documentedFields(cloud, main)));
  const subject = subjectOf("documented", "s3", main);

  it("is typed into the dialog, and is in the export", async () => {
    const { endpoint, region } = cloud.s3;
    const files = await exporter.take("s3", s3cmd, { "S3 endpoint": endpoint, Region: region });
    await using home = await ToolHome.create(placed(files));
    await subject.swift().write("typed", objectName, objectText);
    expect(await outputOf(home, `s3cmd --quiet get 's3://typed/${objectName}' -`)).toBe(objectText);
  });
});

describe("Keystone v2.0, at an endpoint that records", () => {
  testVersion2(() => exporter, { usual: secondDomain, awkward: dashed });
});

it("leaves out only formats of tools that Debian does not have", async () => {
  const endpointOfOld = version2Fields(cloud.authUrl, main, "a tenant", cloud.region).slice(0, 1);
  const application = applicationFields(cloud, plain, "id").slice(1, 3);
  await exporter.handOut([...userFields(cloud, main), ...application, ...endpointOfOld]);
  const left = (await exporter.offered()).filter((id) => !isProven(id));
  const expected = ["kubernetes-secret", "openrc-v3-powershell", "terraform-aws", "terraform-openstack"];
  expect([...new Set(left)].sort()).toEqual(expected);
});
