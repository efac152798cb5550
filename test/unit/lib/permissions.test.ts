// @vitest-environment node
import { describe, expect, it } from "vitest";
import { forgetOrigin, hasOrigin, originPattern, requestOrigin } from "../../../lib/permissions.ts";
import { createPermissions } from "../../fakes/permissions.ts";
import { problemOf } from "../../fakes/problem.ts";

describe("the pattern of an origin", () => {
  it.each([
    ["https://console.example.com", "https://console.example.com/*"],
    ["https://console.example.com:8443", "https://console.example.com/*"],
    ["http://localhost:8101", "http://localhost/*"],
    ["http://[::1]:8101", "http://[::1]/*"],
  ])("%s is %s", (origin, pattern) => {
    expect(originPattern(origin)).toBe(pattern);
  });
});

describe("asking for an origin", () => {
  it("gets it when the user allows it, and asks for that one alone", async () => {
    const permissions = createPermissions();
    await requestOrigin(permissions, "https://a.example");
    expect(permissions.asked).toEqual(["https://a.example/*"]);
    expect(await hasOrigin(permissions, "https://a.example")).toBe(true);
    expect(await hasOrigin(permissions, "https://b.example")).toBe(false);
  });

  it("asks the browser in the very task of the click", () => {
    const permissions = createPermissions();
    void requestOrigin(permissions, "https://a.example");
    expect(permissions.asked).toEqual(["https://a.example/*"]);
  });

  it("fails when the user does not allow it", async () => {
    const permissions = createPermissions();
    permissions.answer = false;
    expect(await problemOf(requestOrigin(permissions, "https://a.example:8443"))).toEqual({
      kind: "permission_refused",
      facts: { host: "a.example:8443" },
    });
  });
});

describe("giving an origin back", () => {
  it.each([
    ["nobody else needs it", [], false],
    ["another host is in use", ["https://b.example"], false],
    ["another scheme is in use", ["http://a.example"], false],
    ["it is in use", ["https://a.example"], true],
    ["another port of it is in use", ["https://b.example", "https://a.example:8443"], true],
  ])("or not: when %s", async (_what, stillUsed, isKept) => {
    const permissions = createPermissions("https://a.example/*");
    await forgetOrigin(permissions, "https://a.example", stillUsed);
    expect(permissions.granted.has("https://a.example/*")).toBe(isKept);
  });
});
