/** Services and their credentials, from a console over HTTP: the list, what each shows, and who may see it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { entryId, entryName } from "../../lib/console/service.ts";
import { credentialsOf } from "../../lib/credentials/from-fields.ts";
import { cloudMc, people } from "./cloudmc.ts";
import { createSignedIn } from "./extension.ts";
import { refusalOf } from "./refusal.ts";
import { enterServices, entryNamed, type Insider, serviceRoutes, swift, truthOf, vault } from "./services-of.ts";
import { newName, requestsOf, type Stage, whose } from "./subject.ts";

const kinds: readonly (readonly [name: string, kinds: readonly string[], keys: readonly string[] | null])[] = [
  [swift, ["keystoneV3", "s3", "keystoneV2"], null],
  ["Objects-r1 / staging", ["keystoneV3", "s3", "keystoneV2"], null],
  ["Objects-r2 / production", ["keystoneV3", "s3", "keystoneV2"], null],
  ["Compute-r1 / production", ["cloudStack"], null],
  ["Compute-r2 / production", ["cloudStack"], null],
  ["Stack-r1 / production", ["keystoneV3"], null],
  ["Archive-r1 / production", [], ["global"]],
  [vault, [], ["ca-east-1", "gt-central-1"]],
  ["Vault-r1 / copias de año", [], []],
];
const refused: readonly (readonly [name: string, kind: string])[] = [
  ["Objects-r2 / former-team", "environment_forbidden"],
  ["Analytics / production", "no_credentials"],
  ["Backup-r1", "no_credentials"],
  ["Stack-r1 / asked-for", "rejected"],
  ["Stack-r1 / in-the-making", "rejected"],
  ["Stack-r1 / failed", "rejected"],
  ["Stack-r1 / deleted", "rejected"],
  ["Hidden-r1 / orphan", "not_found"],
];

describe.each(["cloudops", "tigo"] as const)("services of %s", (brand) => {
  const person = people.withServices;
  let stage: Stage;
  let insider: Insider;
  beforeAll(async () => {
    stage = await cloudMc(brand).start();
    insider = await enterServices(stage, person);
  });
  afterAll(() => stage.close());
  beforeEach(() => stage.control.clearRequests());
  afterEach(() => stage.control.clear());

  describe("the list", () => {
    it("is every environment and every connection without one, in the order of names", async () => {
      const { entries, unreadable } = await insider.services.list();
      const names = entries.map(entryName);
      expect(new Set(names)).toEqual(new Set([...kinds, ...refused].map(([name]) => name)));
      expect(names).toEqual(names.toSorted(new Intl.Collator(undefined, { numeric: true }).compare));
      expect([new Set(entries.map(entryId)).size, unreadable]).toEqual([entries.length, 0]);
    });

    it("says in which state each is, as far as the console does", async () => {
      expect(insider.entry(swift)).toMatchObject({
        ...{ connectionName: "Objects-r1", type: "swift", serviceCode: "objects-r1", isReachable: true },
        environment: { name: "production", state: "PROVISIONED" },
      });
      expect(insider.entry("Compute-r2 / production").isReachable).toBe(false);
      expect(insider.entry("Stack-r1 / asked-for").environment?.state).toBe("PENDING");
      expect(insider.entry("Hidden-r1 / orphan")).toMatchObject({ type: "cloudstack", isReachable: null });
      expect(insider.entry("Backup-r1").environment).toBeNull();
    });

    it("is empty for those who have none", async () => {
      const [, nobody] = people.withKeys[0] ?? [0, person];
      const { services } = await enterServices(stage, nobody);
      expect(await services.list()).toEqual({ entries: [], unreadable: 0 });
    });

    it("of 5,000 environments is there, each once", async () => {
      const { services } = await enterServices(stage, people.withManyServices);
      await stage.control.clearRequests();
      const { entries, unreadable } = await services.list();
      expect([new Set(entries.map(entryId)).size, entries.length, unreadable]).toEqual([5_000, 5_000, 0]);
      expect((await requestsOf(stage, serviceRoutes.listEnvironments)).length).toBe(10);
      const last = entryNamed(entries, "Grid-200 / team-25");
      expect((await services.credentials(last)).s3Keys).toEqual([]);
    });

    it("of 5,000 environments of which a page is dropped is complete all the same", async () => {
      const { services } = await enterServices(stage, people.withManyServices);
      const fault = { kind: "paging", how: "drop", page: 4 } as const;
      await stage.control.fault({ ...serviceRoutes.listEnvironments, fault });
      expect((await services.list()).entries).toHaveLength(5_000);
    });

    it("leaves out environments that belong to no service, and says nothing of them", async () => {
      const fault = { kind: "patchItems", set: { serviceConnection: null } } as const;
      await stage.control.fault({ ...serviceRoutes.listEnvironments, fault });
      const { entries, unreadable } = await insider.services.list();
      expect([entries.every(({ environment }) => environment === null), unreadable]).toEqual([true, 0]);
    });

    it.each([7, {}, "words", { id: null }])(
      "counts what it cannot read: a connection that is %j",
      async (serviceConnection) => {
        const fault = { kind: "patchItems", set: { serviceConnection } } as const;
        await stage.control.fault({ ...serviceRoutes.listEnvironments, fault });
        const { entries, unreadable } = await insider.services.list();
        expect(unreadable).toBeGreaterThan(10);
        expect(entries.every(({ environment }) => environment === null)).toBe(true);
      },
    );
  });

  describe("credentials", () => {
    it.each(kinds)("of %s are those of %j, with S3 keys in %j", async (name, expected, regions) => {
      const { fields, s3Keys } = await insider.services.credentials(insider.entry(name));
      const truth = await truthOf(stage, person, name);
      expect(fields.map(({ key, value }) => [key, value])).toEqual(truth.fields.map(({ key, value }) => [key, value]));
      for (const { key, isSensitive } of fields) {
        const isSecret = truth.fields.find((field) => field.key === key)?.sensitive === true;
        if (isSecret) expect([key, isSensitive]).toEqual([key, true]);
      }
      expect(credentialsOf(fields).map(({ kind }) => kind)).toEqual(expected);
      expect(s3Keys?.map(({ region }) => region) ?? null).toEqual(regions);
      expect(JSON.stringify(s3Keys)).not.toContain("secretKey");
    });

    it.each(refused)("of %s are refused as %s", async (name, kind) => {
      expect((await refusalOf(insider.services.credentials(insider.entry(name)))).kind).toBe(kind);
    });

    it("can be regenerated where the console says so", async () => {
      const can = async (name: string) => (await insider.services.credentials(insider.entry(name))).canRegenerate;
      expect(await can(swift)).toBe(true);
      expect([await can("Objects-r2 / production"), await can(vault)]).toEqual([false, false]);
    });

    it("are not asked for where the type of service has none, and are where nobody says", async () => {
      await refusalOf(insider.services.credentials(insider.entry("Analytics / production")));
      expect(await requestsOf(stage, serviceRoutes.showCredentials)).toEqual([]);
      const entry = { ...insider.entry(swift), type: "nobody knows" };
      expect((await insider.services.credentials(entry)).fields.length).toBeGreaterThan(5);
    });

    const odd: readonly (readonly [what: string, fields: unknown, shown: unknown])[] = [
      ["no list", null, "bad_answer"],
      ["words", "words", "bad_answer"],
      ["an empty list", [], []],
      ["nothing in a list", [null, 7, "x", {}], []],
      [
        "numbers and booleans",
        [
          { key: 1, value: 2 },
          { key: "b", value: true },
        ],
        [
          ["1", "2"],
          ["b", "true"],
        ],
      ],
      ["nulls", [{ key: "a", value: null, sensitive: null, environmentSpecific: null }], [["a", null]]],
      [
        "the same twice",
        [
          { key: "a", value: "1" },
          { key: "a", value: "2" },
        ],
        [
          ["a", "1"],
          ["a", "2"],
        ],
      ],
      ["a megabyte", [{ key: "a", value: "x".repeat(1_000_000) }], [["a", "x".repeat(1_000_000)]]],
      ["control characters", [{ key: "\u0000", value: "\u202e\u0007\n" }], [["\u0000", "\u202e\u0007\n"]]],
    ];
    it.each(odd)("of %s are shown as far as they can be", async (_what, fields, shown) => {
      const name = "Objects-r1 / staging";
      await stage.control.serviceFields(whose(person), "Objects-r1", "staging", fields);
      const work = insider.services.credentials(insider.entry(name));
      if (typeof shown === "string") expect((await refusalOf(work)).kind).toBe(shown);
      else expect((await work).fields.map(({ key, value }) => [key, value])).toEqual(shown);
    });

    it("stay on screen when only the S3 keys cannot be asked for", async () => {
      const { secrets } = await truthOf(stage, person, vault);
      await stage.control.fault({ ...serviceRoutes.showS3Keys, fault: { kind: "status", status: 500 } });
      const shown = await insider.services.credentials(insider.entry(vault));
      expect(shown).toMatchObject({ s3Keys: null, s3Problem: { kind: "server_failed" } });
      for (const secret of secrets) expect(JSON.stringify(shown.s3Problem)).not.toContain(secret);
      expect(shown.fields.map(({ key }) => key)).toEqual(["s3Endpoint"]);
    });

    it("are not shown when they cannot be asked for, whatever there is of S3", async () => {
      const { secrets } = await truthOf(stage, person, swift);
      await stage.control.fault({ ...serviceRoutes.showCredentials, fault: { kind: "status", status: 500 } });
      expect((await refusalOf(insider.services.credentials(insider.entry(vault)), secrets)).kind).toBe("server_failed");
    });

    it("of two environments in which the name has to be encoded stay apart", async () => {
      const entry = insider.entry("Vault-r1 / copias de año");
      await stage.control.tasks({ synchronous: true });
      const region = "gt-central-1";
      const { fields } = await insider.services.generateS3Key(entry, region, insider.csrfToken);
      const truth = await truthOf(stage, person, entryName(entry));
      expect(fields?.find(({ key }) => key === "secretKey")?.value).toBe(truth.apiCredentials[0]?.secretKey);
      expect((await insider.services.credentials(entry)).s3Keys).toMatchObject([{ region }]);
      expect(await insider.services.deleteS3Key(entry, region, insider.csrfToken)).toMatchObject({ status: "SUCCESS" });
      expect((await truthOf(stage, person, entryName(entry))).apiCredentials).toEqual([]);
    });

    it.each(["..", ".", "a/b", "%2e%2e", newName()])(
      "of an environment called %j ask for nothing else",
      async (name) => {
        const entry = insider.entry(vault);
        const environment = { id: name, name, state: null };
        const { kind } = await refusalOf(insider.services.credentials({ ...entry, environment }));
        expect(["not_found", "rejected"]).toContain(kind);
        const asked = (await stage.control.requests()).map(({ path }) => path);
        expect(asked.filter((path) => !/^\/(?:services\/(?:descriptors|connections|vault-r1)\/)/.test(path))).toEqual(
          [],
        );
      },
    );
  });

  describe("for the pages", () => {
    it("are handed over and kept nowhere", async () => {
      const { connections, consoleId, written, session, local } = await createSignedIn(stage, person);
      const { list, owner } = await connections.list(consoleId);
      const { fields } = await connections.credentials(consoleId, entryNamed(list.entries, swift), owner);
      expect(fields.length).toBeGreaterThan(5);
      const { secrets } = await truthOf(stage, person, swift);
      for (const secret of secrets) expect(written.join() + session.dump() + local.dump()).not.toContain(secret);
      const other = connections.credentials(consoleId, entryNamed(list.entries, swift), "Nimbus Labs\nsomebody");
      expect((await refusalOf(other, secrets)).kind).toBe("other_account");
    });
  });
});
