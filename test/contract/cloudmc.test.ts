/** The contract, for both brands of the CloudMC family, and what only this family has. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createCloudMcConsole, recognizeCloudMc } from "../../lib/console/cloudmc/client.ts";
import type { FaultRuleInput } from "../sandbox/faults/fault.ts";
import { type CloudMcStage, cloudMc, people } from "./cloudmc.ts";
import { consoleContract } from "./console-contract.ts";
import { createCookieFetch } from "./cookie-fetch.ts";
import { kindOf } from "./refusal.ts";
import { enter, newName, type Person, transportOver, visit, whose } from "./subject.ts";

for (const brand of ["cloudops", "tigo"] as const) consoleContract(cloudMc(brand));

describe.each(["cloudops", "tigo"] as const)("only CloudMC, as %s", (brand) => {
  const { routes } = cloudMc(brand);
  let stage: CloudMcStage;
  beforeAll(async () => {
    stage = await cloudMc(brand).start();
  });
  afterAll(() => stage.close());
  afterEach(() => stage.control.clear());

  /** A `fetch` that changes what passes through it: another installation in front of the same console. */
  const changing =
    (changeUrl: (url: URL) => void, changeBody?: (body: Record<string, unknown>) => unknown): typeof fetch =>
    async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      changeUrl(url);
      const response = await jar(url, init);
      if (changeBody === undefined || !response.ok || response.status === 204) return response;
      return Response.json(changeBody(await response.json()), {
        headers: { date: response.headers.get("date") ?? "" },
      });
    };
  let jar = createCookieFetch();
  const enterOver = async (fetch: typeof globalThis.fetch, person: Person) => {
    const console = visit(stage, fetch).console;
    await console.signIn(person);
    return console;
  };

  it("is found at /api/v2", async () => {
    const { endpointPath } = await recognizeCloudMc(stage.origin, transportOver(fetch));
    expect(endpointPath).toBe("/api/v2");
  });

  const older = () =>
    changing((url) => {
      url.pathname = url.pathname.replace("/api/v1/", "/api/v2/");
    });

  const notThere: readonly FaultRuleInput["fault"][] = [
    { kind: "status", status: 404 },
    { kind: "html" },
    { kind: "shape", body: {} },
  ];
  it.each(notThere)("is found at /api/v1 where /api/v2 answers with $kind", async (fault) => {
    await stage.control.fault({ ...routes.recognize, fault });
    const transport = transportOver(older());
    const { endpointPath, branding } = await recognizeCloudMc(stage.origin, transport);
    expect([endpointPath, branding.name]).toEqual(["/api/v1", cloudMc(brand).brandName]);
  });

  it("works at /api/v1, and says so to API clients", async () => {
    const transport = transportOver(older());
    const console = createCloudMcConsole({ origin: stage.origin, endpointPath: "/api/v1", transport });
    expect(console.endpoint).toBe(`${stage.origin}/api/v1`);
    await console.signIn(people.reader);
    expect((await console.listKeys()).keys).toHaveLength(10);
  });

  it("is not found at the identity provider", async () => {
    expect(await kindOf(recognizeCloudMc(stage.identityProvider, transportOver(fetch)))).toBe("not_a_console");
  });

  it("can be told other routes", async () => {
    jar = createCookieFetch();
    const moved = changing((url) => {
      url.pathname = url.pathname
        .replace("/me/login", "/session")
        .replace(/\/users\/self\/keys\/(.+)\/edit$/, "/api_keys/$1")
        .replace("/users/self/keys", "/api_keys");
    });
    const routes = { session: "/me/login", keys: "/users/self/keys", key: "/users/self/keys/:id/edit" };
    const transport = transportOver(moved);
    const console = createCloudMcConsole({ origin: stage.origin, endpointPath: "/api/v2", routes, transport });
    const { csrfToken } = await console.signIn(people.writer);
    const { id } = await console.createKey(newName(), csrfToken);
    await console.renameKey(id ?? "", newName(), csrfToken);
    await console.revokeKey(id ?? "", csrfToken);
    expect((await console.listKeys()).keys.map((key) => key.id)).not.toContain(id);
  });

  describe("a list", () => {
    const [, mila] = people.withKeys[3] ?? [0, people.reader];
    const capped = (url: URL) => {
      if (url.searchParams.has("page_size")) url.searchParams.set("page_size", "50");
    };
    const without =
      (...fields: string[]) =>
      (body: Record<string, unknown>) => {
        const metadata = Object.entries(Object(body.metadata)).filter(([name]) => !fields.includes(name));
        return { ...body, metadata: fields.includes("metadata") ? undefined : Object.fromEntries(metadata) };
      };

    it.each([
      ["and says so", without()],
      ["without saying so", without("pageSize")],
      ["and does not count", without("recordCount")],
      ["and says nothing at all of its pages", without("metadata")],
    ])("is complete where the console allows smaller pages %s", async (_how, changeBody) => {
      jar = createCookieFetch();
      const console = await enterOver(changing(capped, changeBody), mila);
      const { keys } = await console.listKeys();
      expect(new Set(keys.map(({ id }) => id)).size).toBe(1000);
      expect(keys).toHaveLength(1000);
    });

    it("of a console that always has the same page for an answer ends", async () => {
      const data = Array.from({ length: 500 }, (_, index) => ({ id: `${index}`, name: "k" }));
      await stage.control.fault({ ...routes.listKeys, times: 0, fault: { kind: "shape", body: { data } } });
      const { console } = await enter(stage, people.reader);
      const { keys, reported } = await console.listKeys();
      expect([keys.length, reported]).toEqual([500, null]);
    });

    it("of a console that cannot count is what it gave", async () => {
      for (const recordCount of [-1, 1.5, "many", null, {}]) {
        const body = { data: [{ id: 1, name: "k" }, null, { name: "no id" }], metadata: { recordCount } };
        await stage.control.fault({ ...routes.listKeys, times: 0, fault: { kind: "shape", body } });
        const { console } = await enter(stage, people.reader);
        const { keys, reported, unreadable } = await console.listKeys();
        expect([keys.length, reported, unreadable]).toEqual([1, null, 2]);
        await stage.control.clear();
      }
    });
  });

  describe("an answer", () => {
    /** Documented: 401 with this body once a key has been deleted. Only at sign-in is it about a password. */
    it("of invalid credentials to anything but a sign-in is a session that ended", async () => {
      const { console, csrfToken } = await enter(stage, people.reader);
      const body = { errors: [{ code: "INVALID_CREDENTIALS", message: "Invalid credentials." }] };
      const fault = { kind: "status", status: 401, body } as const;
      const acts = {
        listKeys: () => console.listKeys(),
        createKey: () => console.createKey(newName(), csrfToken),
        renameKey: () => console.renameKey("x", newName(), csrfToken),
        revokeKey: () => console.revokeKey("x", csrfToken),
      };
      for (const action of ["listKeys", "createKey", "renameKey", "revokeKey"] as const) {
        await stage.control.fault({ ...routes[action], fault });
        expect([action, await kindOf(acts[action]())]).toEqual([action, "session_expired"]);
      }
    });

    /** Documented: a body with `errors` is a failure whatever the status. */
    const failures: readonly (readonly [what: string, body: unknown])[] = [
      ["one error", { errors: [{ code: 2012, message: "No.", context: {} }] }],
      ["errors next to data", { data: {}, errors: [{ code: 2012, message: "No." }] }],
      ["errors without a code", { errors: [{ message: "No." }] }],
      ["errors of strange codes", { errors: [{ code: {}, message: [] }] }],
      ["errors in words", { errors: ["No."] }],
      ["an error next to nothing", { errors: [{ code: 2012, message: "No." }, null] }],
      // the documented envelope of what is done in the background
      ["a task that failed", { taskId: "9a1c4b1e-0000-4000-8000-000000000000", taskStatus: "FAILED" }],
    ];
    it.each(failures)("of %s is a failure, not a change that was made", async (_what, body) => {
      const { console, csrfToken } = await enter(stage, people.writer);
      for (const action of ["renameKey", "revokeKey"] as const) {
        const [key] = await stage.control.addKeys({ ...whose(people.writer), name: newName() });
        await stage.control.fault({ ...routes[action], fault: { kind: "status", status: 200, body } });
        const id = key?.id ?? "";
        const work =
          action === "renameKey" ? console.renameKey(id, newName(), csrfToken) : console.revokeKey(id, csrfToken);
        expect([action, await kindOf(work)]).toEqual([action, "rejected"]);
      }
    });

    it("that quotes at great length is cut", async () => {
      const { console } = await enter(stage, people.reader);
      const body = stage.refusalQuoting("word ".repeat(10_000));
      await stage.control.fault({ ...routes.listKeys, fault: { kind: "status", status: 400, body } });
      await expect(console.listKeys()).rejects.toMatchObject({
        facts: { reason: expect.stringMatching(/^.{0,301}$/) },
      });
    });
  });
});
