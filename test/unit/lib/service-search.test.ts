// @vitest-environment node
import { describe, expect, it } from "vitest";
import { environmentStates } from "../../../lib/console/service.ts";
import { createServiceSearch, hasCredentials, readinessOf } from "../../../lib/service-search.ts";
import { sampleEntry, withState } from "../../fakes/services.ts";

const entries = [
  sampleEntry("Objects / production"),
  sampleEntry("Región Sur / pruebas", { type: "cloudian" }),
  sampleEntry("straße / İstanbul", { type: "" }),
  sampleEntry("Compute", { type: "cloudstack" }),
  sampleEntry("Objects / production-2"),
];
const find = createServiceSearch(entries);
const found = (typed: string) => find(typed).map((entry) => entries.indexOf(entry));

describe("searching services", () => {
  it.each([
    ["", [0, 1, 2, 3, 4]],
    ["   ", [0, 1, 2, 3, 4]],
    ["/", [0, 1, 2, 3, 4]],
    [" / ", [0, 1, 2, 3, 4]],
    ["objects", [0, 4]],
    ["OBJECTS", [0, 4]],
    ["prod obj", [0, 4]],
    ["objects / prod", [0, 4]],
    ["objects/production-2", [4]],
    ["region", [1]],
    ["REGIÓN", [1]],
    ["Regio\u0301n", [1]],
    ["cloudian", [1]],
    ["swift", [0, 4]],
    ["istanbul", [2]],
    ["stack", [3]],
    ["objects staging", []],
    [".*", []],
    ["\u0000", []],
  ])("for %j finds %j", (typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });

  it("keeps the order of the list, whatever the words’ order", () => {
    expect(found("production objects")).toEqual(found("objects production"));
  });

  it("finds every service by its own name as it is shown", () => {
    for (const [index, entry] of entries.entries()) {
      const name = [entry.connectionName, entry.environment?.name].filter(Boolean).join(" / ");
      expect(found(name)).toContain(index);
    }
  });

  it("of nothing finds nothing", () => {
    expect(createServiceSearch([])("x")).toEqual([]);
  });
});

describe("what is known of a service before its credentials", () => {
  const entry = sampleEntry("Objects / production");

  it.each([
    ["PROVISIONED", "ready"],
    ["provisioned", "ready"],
    ["PENDING", "preparing"],
    ["Provisioning", "preparing"],
    ["ERROR_PROVISIONING", "broken"],
    ["PURGING", "gone"],
    ["PURGED", "gone"],
    ["ERROR_PURGING", "ready"],
    ["SOMETHING_NEW", "ready"],
    ["", "ready"],
    [null, "ready"],
  ])("in the state %j is: %s", (state, expected) => {
    expect(readinessOf(withState(entry, state))).toBe(expected);
  });

  it.each([
    [true, "ready"],
    [null, "ready"],
    [false, "unreachable"],
  ])("that is reachable (%s) is: %s", (isReachable, expected) => {
    expect(readinessOf({ ...entry, isReachable })).toBe(expected);
  });

  it("that it is being set up counts for more than that it cannot be reached", () => {
    expect(readinessOf({ ...withState(entry, "PENDING"), isReachable: false })).toBe("preparing");
  });

  it("without an environment is said, reachable or not", () => {
    expect(readinessOf(sampleEntry("Objects"))).toBe("noEnvironment");
    expect(readinessOf(sampleEntry("Objects", { isReachable: false }))).toBe("noEnvironment");
  });

  it("lets one ask for credentials only where there can be some", () => {
    const may = environmentStates.filter((state) => hasCredentials(withState(entry, state)));
    expect(may).toEqual(["PROVISIONED", "ERROR_PURGING"]);
    expect(hasCredentials({ ...entry, isReachable: false })).toBe(true);
    expect(hasCredentials(sampleEntry("Objects"))).toBe(false);
  });
});
