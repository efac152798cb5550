// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { Credentials } from "../../../../lib/credentials/credentials.ts";
import { credentialsOf, keystoneRoot } from "../../../../lib/credentials/from-fields.ts";

type Given = Readonly<Record<string, string | null>>;
const from = (...lists: readonly Given[]) =>
  credentialsOf(lists.flatMap((list) => Object.entries(list).map(([key, value]) => ({ key, value }))));
const kindsOf = (given: Given) => from(given).map(({ kind }) => kind);
const only = (given: Given): Credentials | undefined => (from(given).length === 1 ? from(given)[0] : undefined);

const user = { userName: "ana", password: "p w", projectName: "shop" };
const keystone = { authUrl: "https://auth.example.com", ...user };
const screen: Given = {
  "Authentication endpoint (deprecated)": "https://auth.cloud.ca/v2.0",
  "Project name": "system-ccontini",
  "User name": "system-ccontini-2925",
  Password: "p",
  "Authentication URL": "https://auth.cloud.ca",
  "Identity API version": "3",
  "Domain ID": "default",
  "S3 API access key": "076d",
  "S3 API secret key": "s",
};

describe("several kinds in one list", () => {
  it("are all found, the recommended first", () => {
    expect(from(screen)).toEqual([
      {
        ...{ kind: "keystoneV3", authUrl: "https://auth.cloud.ca/v3", username: "system-ccontini-2925", userId: null },
        ...{ password: "p", projectId: null, projectName: "system-ccontini", regionName: null },
        ...{ userDomainId: "default", userDomainName: null, projectDomainId: "default", projectDomainName: null },
      },
      { kind: "s3", endpointUrl: null, accessKeyId: "076d", secretAccessKey: "s", regionName: null },
      {
        ...{ kind: "keystoneV2", authUrl: "https://auth.cloud.ca/v2.0", username: "system-ccontini-2925" },
        ...{ password: "p", projectName: "system-ccontini", projectId: null, regionName: null },
      },
    ]);
  });

  it("of CloudStack and S3 do not take each other’s secrets", () => {
    const both = {
      ...{ endpoint: "https://cs.example.com/client/api", api_key: "AK", secret_key: "SK", project_id: "P" },
      ...{ s3AccessKey: "s3-id", s3SecretKey: "s3-secret", s3Endpoint: "https://s3.example.com" },
    };
    expect(from(both)).toEqual([
      {
        ...{ kind: "s3", endpointUrl: "https://s3.example.com", accessKeyId: "s3-id" },
        ...{ secretAccessKey: "s3-secret", regionName: null },
      },
      {
        kind: "cloudStack",
        apiUrl: "https://cs.example.com/client/api",
        apiKey: "AK",
        secretKey: "SK",
        projectId: "P",
      },
    ]);
  });

  it("share nothing but what belongs to both", () => {
    const region = { region: "RegionOne", s3Region: "us-east-1" };
    const found = from({ ...keystone, ...region, s3AccessKey: "a", s3SecretKey: "b" });
    expect(found.map((each) => ("regionName" in each ? each.regionName : ""))).toEqual(["RegionOne", "us-east-1"]);
  });
});

describe("the address of Keystone", () => {
  it.each([
    "https://auth.example.com",
    "https://auth.example.com/",
    "https://auth.example.com///",
    "https://auth.example.com/v3",
    "https://auth.example.com/v3/",
    "https://auth.example.com/v3//",
    "https://auth.example.com/v3/auth/tokens",
    "  https://auth.example.com/v3\n",
    "https://AUTH.example.com:443/v3",
    "https://auth.example.com/v3?a=b#c",
  ])("%j becomes that of v3", (authUrl) => {
    expect(only({ ...user, authUrl })).toMatchObject({ kind: "keystoneV3", authUrl: "https://auth.example.com/v3" });
  });

  it.each([
    "https://auth.example.com/v2.0",
    "https://auth.example.com/v2.0/",
    "https://auth.example.com/v2.0//",
    "https://auth.example.com/v2",
    "https://auth.example.com/v2.0/tokens",
    " https://auth.example.com/v2.0 ",
  ])("%j is v2.0’s, under whatever name it comes", (url) => {
    const expected = { kind: "keystoneV2", authUrl: "https://auth.example.com/v2.0" };
    for (const key of ["authUrl", "Authentication endpoint (deprecated)", "authenticationEndpointV2"]) {
      expect(only({ ...user, [key]: url })).toMatchObject(expected);
    }
  });

  it.each(["authEndpoint", "authenticationEndpoint"])("that is called %s and says v3 is v3’s", (key) => {
    expect(kindsOf({ ...user, [key]: "https://auth.example.com/v3" })).toEqual(["keystoneV3"]);
  });

  it("that is v2.0’s by name, but has no version in it, is v2.0’s", () => {
    for (const key of ["authenticationEndpointV2", "authUrlV2", "keystone_v2_url"]) {
      expect([key, only({ ...user, [key]: "https://auth.example.com" })]).toMatchObject([key, { kind: "keystoneV2" }]);
    }
  });

  it.each(["https://a.example/identity/v3", "https://a.example:5000/identity"])(
    "keeps path and port: %s",
    (authUrl) => {
      expect(only({ ...user, authUrl })).toMatchObject({ authUrl: `${authUrl.replace("/v3", "")}/v3` });
    },
  );

  it.each(["", "auth.example.com", "ftp://auth.example.com", "javascript:alert(1)", "https://", "/v3", "n/a"])(
    "%j is none",
    (authUrl) => {
      expect(kindsOf({ ...user, authUrl })).toEqual([]);
    },
  );

  it("takes no user and password along", () => {
    expect(keystoneRoot("https://ana:secret@auth.example.com/v3?token=secret#secret")).toBe("https://auth.example.com");
  });

  it.each([`https://a.example/${"/".repeat(1_000_000)}x`, `https://a.example${"/v2.0".repeat(200_000)}x`])(
    "of a million characters takes no time (%#)",
    (authUrl) => {
      expect(from({ ...user, authUrl, authEndpoint: authUrl }).length).toBeLessThan(3);
    },
    2_000,
  );
});

describe("S3", () => {
  const keys = { accessKeyId: "a", secretAccessKey: "b" };
  it("in every region of Amazon’s names none", () => {
    expect(only({ ...keys, region: "global" })).toMatchObject({ kind: "s3", regionName: null, endpointUrl: null });
  });

  it("as the console tells a new key is understood", () => {
    expect(only({ accessKeyId: "a", secretKey: "b", region: "ca-east-1" })).toMatchObject({
      ...{ kind: "s3", accessKeyId: "a", secretAccessKey: "b", regionName: "ca-east-1" },
    });
  });

  it("with plain names, and no API key beside them, is no CloudStack", () => {
    expect(only({ endpoint: "https://s3.example.com", access_key: "a", secret_key: "b" })).toMatchObject({
      ...{ kind: "s3", endpointUrl: "https://s3.example.com", accessKeyId: "a", secretAccessKey: "b" },
    });
  });

  it.each(["accessKeyId", "secretAccessKey"])("without %s is nothing", (key) => {
    expect(kindsOf({ ...keys, [key]: null })).toEqual([]);
    expect(kindsOf({ ...keys, [key]: "" })).toEqual([]);
  });
});

describe("what is not enough, or too much", () => {
  it.each<Given>([
    {},
    user,
    { authUrl: "https://a.example", userName: "ana" },
    { endpoint: "https://cs/", api_key: "a" },
  ])("is nothing: %j", (given) => {
    expect(from(given)).toEqual([]);
  });

  it("is the first of two, whose first is not empty", () => {
    expect(from({ password: "" }, keystone, { Password: "second", AUTH_URL: "https://other.example" })).toMatchObject([
      { kind: "keystoneV3", password: "p w", authUrl: "https://auth.example.com/v3" },
    ]);
  });

  it("keeps values to the letter", () => {
    const password = " \t$'\"\\\u0000\u202e😀 ";
    expect(only({ ...keystone, password })).toMatchObject({ password });
  });
});
