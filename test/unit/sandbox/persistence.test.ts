// @vitest-environment node
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { control } from "../../sandbox/control.ts";
import { startSandbox } from "../../sandbox/sandbox.ts";
import { known } from "./known.ts";
import { placeOf } from "./service-place.ts";
import { createVisitor } from "./visitor.ts";

const directory = mkdtempSync(join(tmpdir(), "llavero-persistence-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const bytesOnDisk = () =>
  Buffer.concat(readdirSync(directory).map((name) => readFileSync(join(directory, name)))).toString("latin1");

describe("what the sandbox keeps", () => {
  it("survives a restart, holds no secret, and is forgotten when asked", async () => {
    const first = await startSandbox({ directory });
    const visitor = createVisitor(first.cloudops);
    const { json: session } = await visitor.signIn(known("ana"));
    const { key, id } = (await visitor.api("POST", "/api_keys", { name: "survivor" })).json.data;
    await control(first.cloudops.origin).tasks({ polls: 1 });
    const { regenerate } = await placeOf(control(first.cloudops.origin), "Objects-r1", "production");
    const { taskId } = (await visitor.api("POST", regenerate)).json;
    const secrets = [key, known("ana").password, session.data.csrfToken, ...visitor.jar.values()];
    const whileRunning = bytesOnDisk();
    await first.close();
    for (const bytes of [whileRunning, bytesOnDisk()]) {
      expect(bytes).toContain("survivor");
      for (const secret of secrets) expect(bytes.includes(secret)).toBe(false);
    }

    const second = await startSandbox({ directory });
    const later = createVisitor(second.cloudops);
    for (const [name, value] of visitor.jar) later.jar.set(name, value);
    expect((await later.api("GET", "/session")).json.data.csrfToken).toBe(session.data.csrfToken);
    expect((await later.api("GET", "/users", undefined, { "MC-Api-Key": key })).status).toBe(200);
    const renewed = (await later.api("GET", `/tasks/${taskId}`)).json.result.fields;
    const state = () =>
      control(second.cloudops.origin).serviceCredentials({ userName: "ana" }, "Objects-r1", "production");
    expect((await state()).fields).toEqual(renewed);
    await second.close();

    const third = await startSandbox({ directory, fresh: true });
    const ids = (await control(third.cloudops.origin).keys({ userName: "ana" })).map((each) => each.id);
    expect(ids).toHaveLength(14);
    expect(ids).not.toContain(id);
    const fresh = await placeOf(control(third.cloudops.origin), "Objects-r1", "production");
    expect((await fresh.truth()).fields).not.toEqual(renewed);
    await third.close();
  });

  it("says in a sentence that a port is taken", async () => {
    const first = await startSandbox();
    const port = Number(new URL(first.tigo.origin).port);
    await expect(startSandbox({ ports: { tigo: port } })).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`);
    await first.close();
  });

  it("stops at once while a request hangs", async () => {
    const sandbox = await startSandbox();
    await control(sandbox.cloudops.origin).fault({ path: "/brandings", fault: { kind: "hang", when: "before" } });
    const hanging = createVisitor(sandbox.cloudops).api("GET", "/brandings");
    hanging.catch(() => undefined);
    while ((await control(sandbox.cloudops.origin).requests()).length === 0);
    await sandbox.close();
    await expect(hanging).rejects.toThrow();
  });
});
