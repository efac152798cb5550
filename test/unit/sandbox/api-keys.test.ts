// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { control } from "../../sandbox/control.ts";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";
import { known } from "./known.ts";
import { createVisitor, type Visitor } from "./visitor.ts";

let sandbox: Sandbox;
let visitor: Visitor;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await control(sandbox.tigo.origin).reset();
  visitor = createVisitor(sandbox.tigo);
  await visitor.signIn(known("ana"));
});

const names = (reply: { json: { data: { name: string }[] } }) => reply.json.data.map(({ name }) => name);

describe("listing keys", () => {
  it("shows those of the user, odd names and unused keys included", async () => {
    const { json } = await visitor.api("GET", "/api_keys");
    expect(json.metadata).toEqual({
      recordCount: 14,
      pageSize: 50,
      pageCurrent: 1,
      sortField: "name",
      sortOrder: "ASC",
    });
    expect(names({ json })).toEqual(expect.arrayContaining(["🚀 despliegue", "<script>alert(1)</script>"]));
    const unused = json.data.find(({ name }: { name: string }) => name === "prueba de integración");
    expect(unused).toMatchObject({ lastIp: null, lastActivity: null });
    expect(json.data[0]).not.toHaveProperty("key");
  });

  it("pages through 10,000 keys without a gap or a repetition", async () => {
    await visitor.signIn(known("maya"));
    const seen = new Set<string>();
    for (let page = 1; page <= 20; page++) {
      const path = `/api_keys?page_number=${page}&page_size=500&sort_by=lastActivity&sort_order=desc`;
      for (const { id } of (await visitor.api("GET", path)).json.data) seen.add(id);
    }
    expect(seen.size).toBe(10_000);
    expect((await visitor.api("GET", "/api_keys?page_number=201")).json.data).toEqual([]);
  });

  it("cuts a page down to 500 and says so", async () => {
    await visitor.signIn(known("mila"));
    const { json } = await visitor.api("GET", "/api_keys?page_size=9999");
    expect([json.data.length, json.metadata.pageSize, json.metadata.recordCount]).toEqual([500, 500, 1000]);
  });

  it("sorts", async () => {
    const sorted = (by: string, order: string) => visitor.api("GET", `/api_keys?sort_by=${by}&sort_order=${order}`);
    expect(names(await sorted("name", "DESC"))).toEqual(names(await sorted("name", "ASC")).toReversed());
    expect(names(await sorted("creationDate", "ASC"))[0]).toBe("old-migration-script");
    expect(names(await sorted("lastActivity", "DESC"))[0]).toBe("monitoring (zabbix)");
  });

  it.each(["page_number=0", "page_size=x", "sort_by=digest", "sort_order=up"])("refuses ?%s", async (query) => {
    const { status, json } = await visitor.api("GET", `/api_keys?${query}`);
    expect([status, json.errors[0].context.field]).toEqual([400, query.split("=")[0]]);
  });

  it("is refused without the permission, and empty for a newcomer", async () => {
    await visitor.signIn(known("nora"));
    expect((await visitor.api("GET", "/api_keys")).status).toBe(403);
    await visitor.signIn(known("vera"));
    expect((await visitor.api("GET", "/api_keys")).json.data).toEqual([]);
  });
});

describe("a key", () => {
  it("works from its making until it is revoked", async () => {
    const { json } = await visitor.api("POST", "/api_keys", { name: "  ci  " });
    const { id, key, name } = json.data;
    expect(name).toBe("ci");
    expect(key).toMatch(/^[\w-]{40,}$/);

    const client = createVisitor(sandbox.tigo);
    const use = (path: string) => client.api("GET", path, undefined, { "MC-Api-Key": key });
    expect((await use("/users")).json.data).toMatchObject([{ userName: "ana" }]);
    expect((await use("/environments")).json.data).toHaveLength(16);
    expect((await use("/services/connections")).json.data).toHaveLength(9);

    const { json: list } = await visitor.api("GET", "/api_keys?sort_by=lastActivity&sort_order=DESC");
    expect(list.data[0]).toMatchObject({ id, lastIp: "127.0.0.1" });
    expect(new Date(list.data[0].lastActivity).toISOString()).toBe(list.data[0].lastActivity);

    expect((await visitor.api("DELETE", `/api_keys/${id}`)).status).toBe(204);
    const refused = await use("/users");
    expect([refused.status, refused.json.errors[0].code]).toEqual([401, "INVALID_CREDENTIALS"]);
    expect((await visitor.api("DELETE", `/api_keys/${id}`)).status).toBe(404);
  });

  it("is refused where only people may go", async () => {
    const [seeded] = await control(sandbox.tigo.origin).addKeys({ userName: "ana", name: "robot" });
    const client = createVisitor(sandbox.tigo);
    const headers = { "MC-Api-Key": seeded?.key ?? "" };
    for (const path of ["/api_keys", "/session"]) {
      expect((await client.api("GET", path, undefined, headers)).status).toBe(403);
    }
    expect((await client.api("POST", "/session", known("ana"), headers)).status).toBe(403);
    expect((await client.api("GET", "/api_keys", undefined, { "MC-Api-Key": "made up" })).status).toBe(401);
  });

  it("can be renamed, to a name that another one has", async () => {
    const [first] = (await visitor.api("GET", "/api_keys")).json.data;
    const { json } = await visitor.api("PUT", `/api_keys/${first.id}`, { name: "ci-runner" });
    expect(json.data).toEqual({ ...first, name: "ci-runner" });
  });

  it.each([
    ["no", ""],
    ["a blank", "   "],
    ["too long a", "x".repeat(256)],
    ["a numeric", 7],
  ])("cannot be made with %s name", async (_what, name) => {
    const { status, json } = await visitor.api("POST", "/api_keys", { name });
    expect([status, json.errors[0].context]).toEqual([400, { field: "name" }]);
  });

  it("is only its user's", async () => {
    const [first] = (await visitor.api("GET", "/api_keys")).json.data;
    await visitor.signIn(known("diego"));
    expect((await visitor.api("PUT", `/api_keys/${first.id}`, { name: "mine" })).status).toBe(404);
    expect((await visitor.api("DELETE", `/api_keys/${first.id}`)).status).toBe(404);
  });

  it("is not touched by a request without the token", async () => {
    visitor.forgetToken();
    const [first] = (await visitor.api("GET", "/api_keys")).json.data;
    expect((await visitor.api("DELETE", `/api_keys/${first.id}`)).status).toBe(403);
    expect((await visitor.api("POST", "/api_keys", { name: "forged" })).json.errors[0].code).toBe("CSRF_TOKEN_INVALID");
  });
});
