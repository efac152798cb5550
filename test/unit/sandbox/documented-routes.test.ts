// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { control } from "../../sandbox/control.ts";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";
import { known } from "./known.ts";
import { createVisitor } from "./visitor.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

describe("the documented routes", () => {
  it("tell strangers the brand", async () => {
    const { json } = await createVisitor(sandbox.tigo).api("GET", "/brandings");
    const [{ artifacts, ...branding }] = json.data;
    expect(branding).toMatchObject({ applicationName: "TIGO MCO", defaultLanguage: "es", activeLanguages: "es,en" });
    const content = Object.fromEntries(artifacts.map((each: { type: string; content: string }) => [each.type, each]));
    expect(Buffer.from(content.COLORS.content, "base64").toString()).toContain("--primary-color: #00377d");
    expect(Buffer.from(content.LOGO_SQUARE.content, "base64").toString()).toMatch(/^<svg /);
  });

  it("tell how an organization signs in", async () => {
    const visitor = createVisitor(sandbox.cloudops);
    const providers = async (organization: string) => {
      const { json } = await visitor.signIn(known("sam", organization));
      return (await visitor.api("GET", `/organizations/${json.data.organization.id}/identity_providers`)).json.data;
    };
    expect(await providers("nimbus")).toMatchObject([{ type: "OIDC", displayName: "Sello ID", rank: 1 }]);
    expect(await providers("delta")).toEqual([]);
  });

  it("show colleagues to administrators, and oneself to others", async () => {
    const visitor = createVisitor(sandbox.cloudops);
    await visitor.signIn(known("sam", "nimbus"));
    expect((await visitor.api("GET", "/users")).json.data).toHaveLength(10);
    await visitor.signIn(known("ana"));
    expect((await visitor.api("GET", "/users")).json.data).toHaveLength(1);
    expect((await visitor.api("GET", "/users?org_id=another")).status).toBe(403);
  });

  it.each([
    ["GET", "/users", 401],
    ["GET", "/nothing", 404],
    ["POST", "/brandings", 405],
    ["OPTIONS", "/api_keys", 405],
    ["OPTIONS", "/nothing", 404],
  ])("answer a stranger's %s %s with %i and the error envelope", async (method, path, status) => {
    const reply = await createVisitor(sandbox.cloudops).api(method, path);
    expect(reply.status).toBe(status);
    expect(reply.json.errors).toHaveLength(1);
    expect(reply.headers.get("Access-Control-Allow-Origin")).toBeNull();
  });

  it("are not there under the older endpoint", async () => {
    const reply = await createVisitor(sandbox.cloudops).go("/api/v1/brandings");
    expect([reply.status, reply.json.errors.length]).toEqual([404, 1]);
  });
});

describe("the control routes", () => {
  it("log what was asked, without secrets", async () => {
    const controls = control(sandbox.cloudops.origin);
    const visitor = createVisitor(sandbox.cloudops);
    await visitor.signIn(known("ana"));
    await controls.clearRequests();
    await visitor.api("GET", "/api_keys?page_number=2&secret=hush");
    await visitor.api("GET", "/users", undefined, { "MC-Api-Key": "hush" });
    const requests = await controls.requests();
    expect(requests).toMatchObject([
      { method: "GET", path: "/api_keys", query: { page_number: "2" }, hasCookie: true, hasApiKey: false },
      { method: "GET", path: "/users", query: {}, hasCookie: true, hasApiKey: true },
    ]);
    expect(JSON.stringify(requests)).not.toContain("hush");
  });

  it("make keys and list them", async () => {
    const controls = control(sandbox.cloudops.origin);
    await controls.addKeys({ userName: "vera", name: "many", count: 3 });
    const keys = await controls.keys({ userName: "vera" });
    expect(keys.map(({ name }) => name).toSorted()).toEqual(["many 1", "many 2", "many 3"]);
    await controls.reset();
    expect(await controls.keys({ userName: "vera" })).toEqual([]);
  });

  it("are closed to other sites and other names of this machine", async () => {
    const visitor = createVisitor(sandbox.cloudops);
    const reply = await visitor.go("/__sandbox/requests", { headers: { Origin: "http://elsewhere.example" } });
    expect(reply.status).toBe(403);
  });

  it("refuse a fault that makes no sense", async () => {
    const controls = control(sandbox.cloudops.origin);
    await expect(controls.fault({ path: "(", fault: { kind: "truncate" } })).rejects.toThrow(
      "not a regular expression",
    );
  });
});
