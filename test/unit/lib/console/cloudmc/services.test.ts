// @vitest-environment node
import { describe, expect, it } from "vitest";
import { documented, fillRoute, RouteOverrides } from "../../../../../lib/console/cloudmc/routes.ts";
import { ConnectionEntry, EnvironmentEntry } from "../../../../../lib/console/cloudmc/service-schema.ts";
import { toServiceList } from "../../../../../lib/console/cloudmc/services.ts";
import { entryId, entryName } from "../../../../../lib/console/service.ts";

const connection = (id: string, more: object = {}) =>
  ConnectionEntry.parse({
    id,
    name: `name ${id}`,
    type: "swift",
    serviceCode: `code-${id}`,
    status: { reachable: true },
    ...more,
  });
const environment = (id: string, connectionId: string, more: object = {}) =>
  EnvironmentEntry.parse({
    id,
    name: `env ${id}`,
    state: "PROVISIONED",
    serviceConnection: { id: connectionId, name: "short", type: "aws" },
    ...more,
  });
const namesOf = (...given: Parameters<typeof toServiceList>) => toServiceList(...given).entries.map(entryName);

describe("the list of services", () => {
  it("is every environment with its connection, and the connections without one", () => {
    const { entries, unreadable } = toServiceList(
      [connection("b"), connection("a")],
      [environment("2", "a"), environment("1", "a")],
      3,
    );
    expect(entries.map(entryName)).toEqual(["name a / env 1", "name a / env 2", "name b"]);
    expect(entries[0]).toEqual({
      ...{ connectionId: "a", connectionName: "name a", type: "swift", serviceCode: "code-a", isReachable: true },
      environment: { id: "1", name: "env 1", state: "PROVISIONED" },
    });
    expect([entries[2]?.environment, unreadable]).toEqual([null, 3]);
  });

  it("has environments whose connection is not listed, by what they know of it", () => {
    const { entries } = toServiceList([], [environment("1", "hidden")], 0);
    expect(entries).toMatchObject([
      { connectionId: "hidden", connectionName: "short", type: "aws", serviceCode: null, isReachable: null },
    ]);
  });

  it("fills what the connection leaves out from the environment’s note of it", () => {
    const bare = connection("a", { name: null, type: "", serviceCode: null, status: null });
    const { entries } = toServiceList([bare], [environment("1", "a")], 0);
    expect(entries).toMatchObject([{ connectionName: "short", type: "aws", isReachable: null }]);
  });

  it("is in the order of names, with numbers as numbers, and deaf to upper case", () => {
    const connections = ["r10", "R2", "r1", "é", "e", "z"].map((name) => connection(name, { name }));
    expect(namesOf(connections, [], 0)).toEqual(["e", "é", "r1", "R2", "r10", "z"]);
  });

  it("is empty where there is nothing", () => {
    expect(toServiceList([], [], 0)).toEqual({ entries: [], unreadable: 0 });
  });

  it("tells its entries apart, of one name too", () => {
    const same = [environment("1", "a", { name: "x" }), environment("2", "a", { name: "x" })];
    const { entries } = toServiceList([connection("a")], same, 0);
    expect(new Set(entries.map(entryId)).size).toBe(2);
  });

  it("of 5,000 environments takes no time worth the name", () => {
    const connections = Array.from({ length: 200 }, (_, index) => connection(`c${index}`));
    const environments = Array.from({ length: 5_000 }, (_, index) => environment(`e${index}`, `c${index % 200}`));
    expect(toServiceList(connections, environments, 0).entries).toHaveLength(5_000);
  }, 2_000);
});

describe("a route", () => {
  it("has its gaps filled, and what is filled in stays in its place", () => {
    const gaps = { id: "a/b?c#d:id&=%", environmentId: "é ü+" };
    const path = fillRoute(documented.credentials, gaps) ?? "";
    const url = new URL(`https://console.example.com${path}`);
    expect([url.pathname, url.hash]).toEqual([`/services/connections/${encodeURIComponent(gaps.id)}/apiInfo`, ""]);
    expect([...url.searchParams]).toEqual([["environmentId", gaps.environmentId]]);
  });

  it.each([".", "..", "\ud800", ""])("is none with %j in a gap", (region) => {
    expect(fillRoute(documented.s3Key, { serviceCode: "s", environment: "e", region })).toBeNull();
    expect(fillRoute(documented.s3Keys, { serviceCode: "s", environment: region })).toBeNull();
  });

  it("leaves a gap that nobody fills as it is, and takes nothing that is not given", () => {
    expect(fillRoute("/a/:id/:toString/:constructor", { id: "1" })).toBe("/a/1/:toString/:constructor");
  });

  it("of regenerating can be corrected by a profile that says where connection and environment go", () => {
    const parse = (regenerate: string) => RouteOverrides.safeParse({ regenerate }).success;
    expect(parse("/x/:environmentId/:id")).toBe(true);
    expect(["x/:id/:environmentId", "/x/:id", "/x/:environmentId", ""].map(parse)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
