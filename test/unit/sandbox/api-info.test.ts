// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Control, control } from "../../sandbox/control.ts";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";
import { known } from "./known.ts";
import { placeOf } from "./service-place.ts";
import { createVisitor, type Visitor } from "./visitor.ts";

let sandbox: Sandbox;
let controls: Control;
let visitor: Visitor;
beforeAll(async () => {
  sandbox = await startSandbox();
  controls = control(sandbox.cloudops.origin);
  visitor = createVisitor(sandbox.cloudops);
  await visitor.signIn(known("ana"));
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await controls.tasks({});
  await controls.endTasks();
});

const get = (path: string) => visitor.api("GET", path);
const post = (path: string) => visitor.api("POST", path);
const poll = async (taskId: string) => (await get(`/tasks/${taskId}`)).json;

describe("apiInfo", () => {
  it("shows the fields of object storage in the console's order", async () => {
    const { json } = await get((await placeOf(controls, "Objects-r1", "production")).apiInfo);
    const { canRegenerateCredentials, fields } = json.data;
    expect(canRegenerateCredentials).toBe(true);
    expect(
      fields.map(({ key, sensitive }: { key: string; sensitive: boolean }) => key + (sensitive ? "*" : "")),
    ).toEqual([
      ...["authenticationEndpointV2", "projectName", "userName", "password*", "authenticationUrl"],
      ...["identityApiVersion", "domainId", "s3AccessKey", "s3SecretKey*"],
    ]);
    const values = Object.fromEntries(fields.map(({ key, value }: { key: string; value: string }) => [key, value]));
    expect(values).toMatchObject({ identityApiVersion: "3", domainId: "default" });
    expect(values.authenticationEndpointV2).toBe(`${values.authenticationUrl}/v2.0`);
    expect(fields[1].environmentSpecific).toBe(true);
  });

  it("shows region and S3 endpoint where the seed has them", async () => {
    const { json } = await get((await placeOf(controls, "Objects-r1", "staging")).apiInfo);
    expect(json.data.fields.slice(9)).toMatchObject([{ key: "region", value: "r1" }, { key: "s3Endpoint" }]);
  });

  it("shows the four documented fields of CloudStack", async () => {
    const { json } = await get((await placeOf(controls, "Compute-r1", "production")).apiInfo);
    expect(json.data.fields).toMatchObject([
      { key: "endpoint", value: expect.stringMatching(/\/client\/api$/), sensitive: false },
      { key: "api_key", sensitive: true },
      { key: "secret_key", sensitive: true },
      { key: "project_id", value: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/), sensitive: false },
    ]);
  });

  it("differs between users and environments, and stays the same", async () => {
    const production = await placeOf(controls, "Objects-r1", "production");
    const staging = await placeOf(controls, "Objects-r1", "staging");
    const otto = await placeOf(controls, "Objects-r1", "production", "otto");
    const passwords = await Promise.all([production, staging, otto].map(({ value }) => value("password")));
    expect(new Set(passwords).size).toBe(3);
    expect(otto.environmentId).toBe(production.environmentId);
    await controls.reset();
    await visitor.signIn(known("ana"));
    expect(await production.value("password")).toBe(passwords[0]);
  });

  it("is refused as documented", async () => {
    const production = await placeOf(controls, "Objects-r1", "production");
    const staging = await placeOf(controls, "Compute-r1", "production");
    const base = production.apiInfo.split("?")[0] ?? "";
    const status = async (path: string) => (await get(path)).status;
    expect(await status(base)).toBe(400);
    expect(await status(`${base}?environmentId=unknown`)).toBe(404);
    expect(await status(`${base}?environmentId=${staging.environmentId}`)).toBe(404);
    expect(await status(`/services/connections/unknown/apiInfo?environmentId=${production.environmentId}`)).toBe(404);
    expect(await status((await placeOf(controls, "Hidden-r1", "orphan")).apiInfo)).toBe(404);
    expect(await status((await placeOf(controls, "Objects-r2", "former-team")).apiInfo)).toBe(403);
    expect(await status((await placeOf(controls, "Analytics", "production")).apiInfo)).toBe(400);
    expect(await status((await placeOf(controls, "Stack-r1", "deleted")).apiInfo)).toBe(400);
    expect(await status((await placeOf(controls, "Compute-r2", "production")).apiInfo)).toBe(200);
    expect(await status("/services/connections/%E0/apiInfo")).toBe(404);
  });
});

describe("regenerating", () => {
  it("replaces the secrets in every environment of the service once its task has succeeded", async () => {
    const production = await placeOf(controls, "Objects-r1", "production");
    const staging = await placeOf(controls, "Objects-r1", "staging");
    const all = async () => [(await production.truth()).fields, (await staging.truth()).fields] as const;
    const before = await all();
    const { status, json } = await post(production.regenerate);
    expect([status, json]).toEqual([200, { taskId: expect.any(String), taskStatus: "PENDING" }]);
    expect(await poll(json.taskId)).toEqual({ taskId: json.taskId, taskStatus: "PENDING" });
    expect(await all()).toEqual(before);

    const done = await poll(json.taskId);
    const after = await all();
    expect(done).toMatchObject({ taskStatus: "SUCCESS", result: { canRegenerateCredentials: true, fields: after[0] } });
    expect((await get(production.apiInfo)).json.data).toEqual(done.result);
    for (const [index, fields] of after.entries()) {
      const changed = fields.filter(({ value }, at) => value !== before[index]?.[at]?.value).map(({ key }) => key);
      expect(changed).toEqual(["password", "s3SecretKey"]);
    }
    expect(await poll(json.taskId)).toEqual(done);
  });

  it("replaces the pair of CloudStack", async () => {
    const { regenerate, truth } = await placeOf(controls, "Compute-r1", "production");
    const before = (await truth()).fields;
    await controls.tasks({ polls: 0 });
    const { json } = await post(regenerate);
    expect(json).toMatchObject({ taskStatus: "SUCCESS", data: { fields: (await truth()).fields } });
    const changed = json.data.fields.filter(({ value }: { value: string }, at: number) => value !== before[at]?.value);
    expect(changed).toMatchObject([{ key: "api_key" }, { key: "secret_key" }]);
  });

  it("is refused while it is being done, for that service and that user alone", async () => {
    const production = await placeOf(controls, "Objects-r1", "production");
    const staging = await placeOf(controls, "Objects-r1", "staging");
    const { taskId } = (await post(production.regenerate)).json;
    const refused = await post(staging.regenerate);
    expect([refused.status, refused.json.errors[0].code]).toEqual([409, "TASK_PENDING"]);
    expect((await post((await placeOf(controls, "Compute-r1", "production")).regenerate)).status).toBe(200);
    const diego = createVisitor(sandbox.cloudops);
    await diego.signIn(known("diego"));
    expect((await diego.api("POST", production.regenerate)).status).toBe(200);
    await poll(taskId);
    await poll(taskId);
    expect((await post(staging.regenerate)).status).toBe(200);
  });

  it("is refused where it cannot be done", async () => {
    const fixed = await placeOf(controls, "Objects-r2", "production");
    expect((await get(fixed.apiInfo)).json.data.canRegenerateCredentials).toBe(false);
    expect((await post(fixed.regenerate)).status).toBe(403);
    expect((await post((await placeOf(controls, "Objects-r2", "former-team")).regenerate)).status).toBe(403);
    expect((await post((await placeOf(controls, "Analytics", "production")).regenerate)).status).toBe(400);
    const { apiInfo, regenerate } = await placeOf(controls, "Objects-r1", "production");
    expect((await post(apiInfo)).status).toBe(400);
    expect((await visitor.api("POST", regenerate, undefined, { "X-CSRF-Token": "" })).status).toBe(403);
  });

  it("is done for an API key without a token", async () => {
    const [seeded] = await controls.addKeys({ userName: "ana", name: "robot" });
    const { regenerate } = await placeOf(controls, "Objects-r1", "production");
    const robot = createVisitor(sandbox.cloudops);
    const headers = { "MC-Api-Key": seeded?.key ?? "" };
    const { json } = await robot.api("POST", regenerate, undefined, headers);
    expect((await robot.api("GET", `/tasks/${json.taskId}`, undefined, headers)).status).toBe(200);
  });
});
