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
  controls = control(sandbox.tigo.origin);
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await controls.reset();
  visitor = createVisitor(sandbox.tigo);
  await visitor.signIn(known("ana"));
});

const get = (path: string) => visitor.api("GET", path);
const finish = async (taskId: string) => {
  await get(`/tasks/${taskId}`);
  return (await get(`/tasks/${taskId}`)).json;
};

describe("the keys of an S3 service", () => {
  it("are listed by region, without their secrets", async () => {
    const vault = await placeOf(controls, "Vault-r1", "production");
    const { data } = (await get(vault.keys)).json;
    expect(data).toEqual([
      { accessKeyId: expect.stringMatching(/^[\da-f]{20}$/), region: "ca-east-1" },
      { accessKeyId: expect.any(String), region: "gt-central-1" },
    ]);
    const archive = await placeOf(controls, "Archive-r1", "production");
    expect((await get(archive.keys)).json.data).toEqual([
      { accessKeyId: expect.stringMatching(/^AKIA[A-Z2-7]{16}$/), region: "global" },
    ]);
    expect((await get((await placeOf(controls, "Vault-r1", "copias de año")).keys)).json.data).toEqual([]);
    expect((await get(archive.apiInfo)).json.data).toEqual({ canRegenerateCredentials: false, fields: [] });
    expect((await get(vault.apiInfo)).json.data.fields).toMatchObject([{ key: "s3Endpoint" }]);
  });

  it("are replaced for good when a new one is made", async () => {
    const { generate, keys, truth } = await placeOf(controls, "Archive-r1", "production");
    const [old] = (await truth()).apiCredentials;
    const { json } = await visitor.api("POST", generate, {});
    expect(json).toEqual({
      data: { accessKeyId: expect.any(String), secretKey: expect.stringMatching(/^.{40}$/), region: "global" },
      taskId: expect.any(String),
      taskStatus: "PENDING",
    });
    expect((await truth()).apiCredentials).toEqual([old]);
    expect(await finish(json.taskId)).toEqual({ taskId: json.taskId, taskStatus: "SUCCESS" });
    expect((await truth()).apiCredentials).toEqual([json.data]);
    expect((await get(keys)).json.data).toEqual([{ accessKeyId: json.data.accessKeyId, region: "global" }]);
    expect(json.data.accessKeyId).not.toBe(old?.accessKeyId);
  });

  it("are made in the region that is asked for, and leave those of others alone", async () => {
    const { generate, truth } = await placeOf(controls, "Vault-r1", "production");
    const before = (await truth()).apiCredentials;
    const { json } = await visitor.api("POST", generate, { region: "ca-west-1" });
    await finish(json.taskId);
    expect((await truth()).apiCredentials).toEqual([before[0], json.data, before[1]]);
  });

  it("need no body where there is one region", async () => {
    expect((await visitor.api("POST", (await placeOf(controls, "Archive-r1", "production")).generate)).status).toBe(
      200,
    );
  });

  it("can be made in an environment whose name has to be encoded", async () => {
    const { generate, truth } = await placeOf(controls, "Vault-r1", "copias de año");
    await controls.tasks({ polls: 0 });
    const { json } = await visitor.api("POST", generate, { region: "ca-east-1" });
    expect((await truth()).apiCredentials).toEqual([json.data]);
  });

  it("are removed", async () => {
    const { keys, truth } = await placeOf(controls, "Vault-r1", "production");
    const { status, json } = await visitor.api("DELETE", `${keys}/ca-east-1`);
    expect([status, json]).toEqual([200, { taskId: expect.any(String), taskStatus: "PENDING" }]);
    expect((await truth()).apiCredentials).toHaveLength(2);
    expect(await finish(json.taskId)).toEqual({ taskId: json.taskId, taskStatus: "SUCCESS" });
    expect((await truth()).apiCredentials).toMatchObject([{ region: "gt-central-1" }]);
    expect((await visitor.api("DELETE", `${keys}/ca-east-1`)).status).toBe(404);
  });

  it.each([
    ["no region where there are several", {}, 400],
    ["a region where the service is not", { region: "the-moon-1" }, 400],
    ["a region that is a number", { region: 7 }, 400],
  ])("are refused for %s", async (_what, body, status) => {
    const { generate } = await placeOf(controls, "Vault-r1", "production");
    const reply = await visitor.api("POST", generate, body);
    expect([reply.status, reply.json.errors[0].context]).toEqual([status, { field: "region" }]);
  });

  it("are refused where there are none, and to forged requests", async () => {
    expect((await get("/services/objects-r1/production/apiCredentials")).status).toBe(404);
    expect((await get("/services/archive-r1/nowhere/apiCredentials")).status).toBe(404);
    expect((await get("/services/abacus/production/apiCredentials")).status).toBe(404);
    const { keys, generate } = await placeOf(controls, "Archive-r1", "production");
    expect((await visitor.api("POST", keys, {})).status).toBe(400);
    visitor.forgetToken();
    expect((await visitor.api("POST", generate, {})).status).toBe(403);
    expect((await visitor.api("DELETE", `${keys}/global`)).status).toBe(403);
  });
});
