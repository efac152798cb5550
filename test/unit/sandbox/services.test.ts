// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";
import { known } from "./known.ts";
import { createVisitor, type Visitor } from "./visitor.ts";

let sandbox: Sandbox;
let visitor: Visitor;
let paula: Visitor;
beforeAll(async () => {
  sandbox = await startSandbox();
  visitor = createVisitor(sandbox.cloudops);
  await visitor.signIn(known("ana"));
  paula = createVisitor(sandbox.cloudops);
  await paula.signIn(known("paula"));
});
afterAll(() => sandbox.close());

const get = async (path: string) => (await visitor.api("GET", path)).json;

describe("connections", () => {
  it("are of every kind, with the documented fields", async () => {
    const { data, metadata } = await get("/services/connections");
    expect(metadata).toEqual({ recordCount: 9, pageSize: 50, pageCurrent: 1, sortField: "name", sortOrder: "ASC" });
    expect(data[0]).toEqual({
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      name: "Analytics",
      serviceCode: "analytics",
      type: "gcp",
      status: { lastUpdated: expect.any(String), reachable: true },
      organization: expect.objectContaining({ name: "Nimbus Labs" }),
    });
    const types = data.map(({ name, type }: { name: string; type: string }) => [name, type]);
    expect(Object.fromEntries(types)).toMatchObject({
      "Objects-r1": "swift",
      "Compute-r1": "cloudstack",
      "Archive-r1": "aws",
      "Vault-r1": "cloudian",
      "Stack-r1": "openstack",
    });
    const unreachable = data.filter((each: { status: { reachable: boolean } }) => !each.status.reachable);
    expect(unreachable).toMatchObject([{ name: "Compute-r2" }]);
  });

  it("are paged and sorted like keys", async () => {
    const { data, metadata } = await get(
      "/services/connections?page_number=2&page_size=4&sort_by=type&sort_order=desc",
    );
    expect(data.map(({ type }: { type: string }) => type)).toEqual(["gcp", "cloudstack", "cloudstack", "cloudian"]);
    expect(metadata).toMatchObject({ recordCount: 9, pageSize: 4, pageCurrent: 2, sortField: "type" });
    expect((await visitor.api("GET", "/services/connections?sort_by=status")).status).toBe(400);
    expect((await visitor.api("GET", "/services/connections?organizationId=another")).status).toBe(403);
  });
});

describe("environments", () => {
  it("are in all states, and lead to their connections but for one", async () => {
    const { data } = await get("/environments?sort_by=state");
    const states = data.map(({ state }: { state: string }) => state);
    expect([...new Set(states)]).toEqual(["ERROR_PROVISIONING", "PENDING", "PROVISIONED", "PROVISIONING", "PURGED"]);

    const ids = (await get("/services/connections")).data.map(({ id }: { id: string }) => id);
    const used = data.map((each: { serviceConnection: { id: string } }) => each.serviceConnection.id);
    const orphans = data.filter((_each: unknown, index: number) => !ids.includes(used[index]));
    expect(orphans).toMatchObject([{ name: "orphan", serviceConnection: { name: "Hidden-r1", type: "cloudstack" } }]);
    const bare = (await get("/services/connections")).data.filter(({ id }: { id: string }) => !used.includes(id));
    expect(bare).toMatchObject([{ name: "Backup-r1" }]);
  });

  it("are few for most people, and none for a newcomer", async () => {
    const other = createVisitor(sandbox.cloudops);
    await other.signIn(known("diego"));
    const { data } = (await other.api("GET", "/environments")).json;
    const pairs = data.map((each: { name: string; serviceConnection: { name: string } }) =>
      [each.serviceConnection.name, each.name].join("/"),
    );
    expect(pairs.toSorted()).toEqual(["Compute-r1/production", "Objects-r1/production", "Objects-r1/staging"]);
    await other.signIn(known("vera"));
    expect((await other.api("GET", "/environments")).json.data).toEqual([]);
    expect((await other.api("GET", "/services/connections")).json.data).toEqual([]);
  });

  it("may be 5,000, a page of which comes quickly", async () => {
    const seen = new Set<string>();
    const times: number[] = [];
    for (let page = 1; page <= 10; page++) {
      const start = performance.now();
      const { json } = await paula.api("GET", `/environments?page_number=${page}&page_size=500`);
      times.push(performance.now() - start);
      for (const { id } of json.data) seen.add(id);
      expect(json.metadata.recordCount).toBe(5000);
    }
    expect(seen.size).toBe(5000);
    // The quickest: the machine may be busy with something else during the others.
    expect(Math.min(...times)).toBeLessThan(150);
    const { json } = await paula.api("GET", "/services/connections?page_size=500");
    expect(json.data).toHaveLength(200);
  });
});

describe("descriptors", () => {
  it.each([
    ["swift", true],
    ["aws", true],
    ["cloudian", true],
    ["gcp", false],
    ["purestorage", false],
  ])("tell whether %s has credentials: %s", async (type, supportsApiCredentials) => {
    expect((await get(`/services/descriptors/${type}`)).data).toEqual({
      type,
      name: expect.any(String),
      supportsApiCredentials,
    });
  });

  it("are not there for unknown types, nor for strangers", async () => {
    expect((await visitor.api("GET", "/services/descriptors/abacus")).status).toBe(404);
    expect((await createVisitor(sandbox.cloudops).api("GET", "/services/descriptors/swift")).status).toBe(401);
  });
});
