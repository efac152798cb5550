// @vitest-environment node
/** What makes Keystone's credentials complete: its version, its domains, and application credentials. */
import { describe, expect, it } from "vitest";
import type { Credentials } from "../../../../lib/credentials/credentials.ts";
import { credentialsOf } from "../../../../lib/credentials/from-fields.ts";

type Given = Readonly<Record<string, string | null>>;
const from = (given: Given) => credentialsOf(Object.entries(given).map(([key, value]) => ({ key, value })));
const kindsOf = (given: Given) => from(given).map(({ kind }) => kind);
const only = (given: Given): Credentials | undefined => (from(given).length === 1 ? from(given)[0] : undefined);

const keystone = { authUrl: "https://auth.example.com", userName: "ana", password: "p w", projectName: "shop" };

describe("the version of Keystone", () => {
  it.each(["2", "2.0", "v2", "v2.0", " 2.0 "])("%j is v2.0, whatever the address says", (version) => {
    expect(kindsOf({ ...keystone, identityApiVersion: version })).toEqual(["keystoneV2"]);
  });

  it.each(["3", "v3", "3.14", "20", "", null])("%j is not", (version) => {
    expect(kindsOf({ ...keystone, identityApiVersion: version })).toEqual(["keystoneV3"]);
  });

  it("3 wins over an address of v2.0", () => {
    expect(kindsOf({ ...keystone, authUrl: "https://a.example/v2.0", identityApiVersion: "3" })).toContain(
      "keystoneV3",
    );
  });
});

describe("domains", () => {
  const cases: readonly (readonly [string, Given, Given])[] = [
    ["none are the default", {}, { userDomainId: "default", projectDomainId: "default" }],
    ["one is that of both", { domainId: "d1" }, { userDomainId: "d1", projectDomainId: "d1" }],
    ["one by name is that of both", { domainName: "D" }, { userDomainName: "D", projectDomainName: "D" }],
    [
      "two are each their own",
      { userDomainId: "u", projectDomainId: "p" },
      { userDomainId: "u", projectDomainId: "p" },
    ],
    [
      "of id and name are not mixed up",
      { userDomainId: "u", projectDomainName: "P" },
      { userDomainId: "u", projectDomainName: "P" },
    ],
    [
      "of the project alone leave the user the default, and the project its own",
      { projectDomainName: "P" },
      { userDomainId: "default", projectDomainName: "P" },
    ],
    [
      "of the project alone by id likewise",
      { projectDomainId: "p" },
      { userDomainId: "default", projectDomainId: "p" },
    ],
    [
      "that are empty are none",
      { domainId: "", domainName: null },
      { userDomainId: "default", projectDomainId: "default" },
    ],
  ];
  it.each(cases)("%s", (_what, given, expected) => {
    const none = { userDomainId: null, userDomainName: null, projectDomainId: null, projectDomainName: null };
    expect(only({ ...keystone, ...given })).toMatchObject({ ...none, ...expected });
  });
});

describe("application credentials", () => {
  const secret = { authUrl: "https://a.example", applicationCredentialSecret: "s" };
  it.each<[string, Given, boolean]>([
    ["by id need nothing more", { applicationCredentialId: "i" }, true],
    ["by name need a user", { applicationCredentialName: "n", userName: "ana" }, true],
    ["by name will do with a user’s id", { applicationCredentialName: "n", userId: "u" }, true],
    ["by name alone are nobody’s", { applicationCredentialName: "n" }, false],
    ["without id and name are none", {}, false],
  ])("%s", (_what, given, isOne) => {
    expect(kindsOf({ ...secret, ...given })).toEqual(isOne ? ["keystoneApplicationCredential"] : []);
  });

  it("stand before the password", () => {
    expect(kindsOf({ ...keystone, ...secret, applicationCredentialId: "i" })).toEqual([
      "keystoneApplicationCredential",
      "keystoneV3",
    ]);
  });
});
