// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Control, control } from "../../sandbox/control.ts";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";
import { known } from "./known.ts";
import { type Place, placeOf } from "./service-place.ts";
import { createVisitor, type Visitor } from "./visitor.ts";

const ana = { userName: "ana" };
const cloud = [
  { key: "authenticationUrl", value: "http://127.0.0.1:5000", sensitive: false },
  { key: "password", value: "a 'real' one", sensitive: true },
];

let sandbox: Sandbox;
let controls: Control;
let visitor: Visitor;
let objects: Place;
beforeAll(async () => {
  sandbox = await startSandbox({ objectStorage: cloud });
  controls = control(sandbox.cloudops.origin);
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await controls.reset();
  visitor = createVisitor(sandbox.cloudops);
  await visitor.signIn(known("ana"));
  objects = await placeOf(controls, "Objects-r1", "production");
});

const fields = async () => (await visitor.api("GET", objects.apiInfo)).json.data.fields;

describe("the main user's object storage", () => {
  it("hands out a real cloud's credentials from the start and after a reset", async () => {
    expect(await fields()).toEqual(cloud);
    await controls.serviceFields(ana, "Objects-r1", "production", []);
    await controls.reset();
    await visitor.signIn(known("ana"));
    expect(await fields()).toEqual(cloud);
    expect((await objects.truth()).fields).toEqual(cloud);
    const staging = await placeOf(controls, "Objects-r1", "staging");
    expect((await staging.truth()).fields).toHaveLength(11);
  });
});

describe("fields", () => {
  it.each([
    ["an empty list", []],
    ["nothing", null],
    ["text", "none"],
    ["what is unknown, missing or of a wrong kind", [{ key: "color" }, {}, null, 7, { key: "password", value: 7 }]],
    ["1 MB", [{ key: "password", value: "x".repeat(1_000_000), sensitive: true }]],
  ])("may be %s", async (_what, odd) => {
    await controls.serviceFields(ana, "Objects-r1", "production", odd);
    expect(await fields()).toEqual(odd);
  });

  it("that are odd survive regenerating, those that can be replaced are", async () => {
    await controls.tasks({ synchronous: true });
    await controls.serviceFields(ana, "objects-r1", "production", [null, { key: "password", value: 7, extra: true }]);
    const { json } = await visitor.api("POST", objects.regenerate);
    expect(json.data.fields).toEqual([null, { key: "password", value: expect.any(String), extra: true }]);
    expect(await fields()).toEqual(json.data.fields);
    await controls.serviceFields(ana, "Objects-r1", "production", "none");
    expect((await visitor.api("POST", objects.regenerate)).json.data.fields).toBe("none");
  });

  it("are one user's in one environment", async () => {
    await controls.serviceFields({ userName: "otto" }, "Objects-r1", "production", []);
    expect(await fields()).toEqual(cloud);
    await expect(controls.serviceFields(ana, "Objects-r9", "production", [])).rejects.toThrow("404");
    await expect(controls.serviceCredentials(ana, "Objects-r1", "moon")).rejects.toThrow("404");
  });
});

describe("a fault on a service's routes", () => {
  const password = () => objects.value("password");

  it.each([
    ["before", false],
    ["after", true],
  ] as const)("resets the connection %s the work", async (when, isDone) => {
    await controls.tasks({ synchronous: true });
    const archive = await placeOf(controls, "Archive-r1", "production");
    const before = [await password(), (await archive.truth()).apiCredentials];
    await controls.fault({ method: "POST", path: "/services/.*", times: 2, fault: { kind: "reset", when } });
    await expect(visitor.api("POST", objects.regenerate)).rejects.toThrow();
    await expect(visitor.api("POST", archive.generate, {})).rejects.toThrow();
    const after = [await password(), (await archive.truth()).apiCredentials];
    expect(after.map((one, index) => JSON.stringify(one) !== JSON.stringify(before[index]))).toEqual([isDone, isDone]);
  });

  it("leaves a task behind that its client has not heard of", async () => {
    const before = await password();
    await controls.fault({ method: "POST", path: "/services/.*", fault: { kind: "reset", when: "after" } });
    await expect(visitor.api("POST", objects.regenerate)).rejects.toThrow();
    expect((await visitor.api("POST", objects.regenerate)).status).toBe(409);
    expect(await controls.endTasks()).toBe(1);
    expect(await password()).not.toBe(before);
  });

  it.each([
    ["/environments", "GET", () => "/environments"],
    ["/services/connections", "GET", () => "/services/connections"],
    ["/services/descriptors/.*", "GET", () => "/services/descriptors/swift"],
    ["/services/connections/[^/]+/apiInfo", "GET", () => objects.apiInfo],
    ["/services/connections/[^/]+/apiInfo", "POST", () => objects.regenerate],
    ["/services/archive-r1/production/apiCredentials", "GET", () => "/services/archive-r1/production/apiCredentials"],
    ["/services/.*/apiCredentials/global", "DELETE", () => "/services/archive-r1/production/apiCredentials/global"],
    ["/tasks/.*", "GET", () => "/tasks/any"],
  ])("answers a status on %s", async (path, method, target) => {
    await controls.fault({ path, method, fault: { kind: "status", status: 503 } });
    expect((await visitor.api(method, target())).status).toBe(503);
    expect((await visitor.api(method, target())).status).not.toBe(503);
  });

  it("repeats a page of environments", async () => {
    const page = async (number: number) =>
      (await visitor.api("GET", `/environments?page_size=5&page_number=${number}`)).json.data;
    await controls.fault({ path: "/environments", fault: { kind: "paging", how: "repeat", page: 2 } });
    expect(await page(2)).toEqual(await page(1));
  });
});

describe("the request log", () => {
  it("tells the environment and the operation", async () => {
    await controls.clearRequests();
    await visitor.api("POST", objects.regenerate);
    const query = { operation: "regenerate", environmentId: objects.environmentId };
    expect(await controls.requests()).toMatchObject([{ method: "POST", query }]);
  });
});
