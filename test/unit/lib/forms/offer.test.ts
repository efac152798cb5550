// @vitest-environment node
import { describe, expect, it } from "vitest";
import { isSecretKind, type Offer, offerOf, valueFor } from "../../../../lib/forms/offer.ts";

const keystone: Offer = {
  id: "k",
  kind: "keystoneV3",
  values: { authUrl: "https://k.example.com:5000/v3", username: "alice", userDomainId: "default", password: "p" },
};

describe("values of an offer", () => {
  it("know the default domain by both of its names", () => {
    expect(valueFor(keystone, "userDomainName")).toBe("Default");
    expect(valueFor({ ...keystone, values: { userDomainName: "Default" } }, "userDomainId")).toBe("default");
    expect(valueFor({ ...keystone, values: { userDomainId: "d1" } }, "userDomainName")).toBeUndefined();
    expect(valueFor({ ...keystone, values: { userDomainName: "Lab" } }, "userDomainId")).toBeUndefined();
  });

  it("are made of others where a form asks for them so", () => {
    expect(valueFor(keystone, "username@domain")).toBe("alice@Default");
    expect(valueFor(keystone, "authUrl:host")).toBe("k.example.com");
    expect(valueFor(keystone, "authUrl:port")).toBe("5000");
    expect(valueFor(keystone, "authUrl:authority")).toBe("k.example.com:5000");
    expect(valueFor(keystone, "identityApiVersion")).toBe("3");
  });

  it("are missing where nothing is known", () => {
    expect(valueFor(keystone, "endpointUrl:host")).toBeUndefined();
    expect(valueFor({ ...keystone, values: { authUrl: "https://k.example.com/v3" } }, "authUrl:port")).toBeUndefined();
    expect(valueFor({ ...keystone, values: { authUrl: "not an address" } }, "authUrl:host")).toBeUndefined();
  });

  it("come from credentials, without what is null", () => {
    const s3 = { kind: "s3", endpointUrl: null, accessKeyId: "a", secretAccessKey: "s", regionName: null } as const;
    expect(offerOf("1", s3)).toEqual({ id: "1", kind: "s3", values: { accessKeyId: "a", secretAccessKey: "s" } });
  });

  it("are secret by role", () => {
    expect(isSecretKind("password")).toBe(true);
    expect(isSecretKind("apiKey")).toBe(true);
    expect(isSecretKind("username@domain")).toBe(false);
    expect(isSecretKind("accessKeyId")).toBe(false);
  });
});
