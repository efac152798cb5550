// @vitest-environment node
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ConnectionEntry,
  CredentialsBody,
  DeletionBody,
  DescriptorBody,
  EnvironmentEntry,
  RenewalBody,
  S3KeysBody,
  TaskBody,
} from "../../../../../lib/console/cloudmc/service-schema.ts";

const fieldsOf = (fields: unknown) => CredentialsBody.safeParse({ data: { fields } }).data?.data.fields;
const field = (given: unknown) => fieldsOf([given])?.[0];

describe("a connection", () => {
  it("needs no more than an id", () => {
    const nothing = { name: "", type: "", serviceCode: null };
    for (const given of [
      {},
      { name: null, type: null, serviceCode: null, status: null },
      { status: "odd", name: {} },
    ]) {
      expect(ConnectionEntry.parse({ id: "c", ...given })).toMatchObject({ id: "c", ...nothing });
    }
  });

  it("is read with numbers, unknown fields and an odd status", () => {
    const given = { id: 7, name: 8, type: 9, serviceCode: 10, status: { reachable: "yes", lastUpdated: 3 }, extra: {} };
    expect(ConnectionEntry.parse(given)).toEqual({
      ...{ id: "7", name: "8", type: "9", serviceCode: "10", status: { reachable: null } },
    });
  });

  it.each([{}, { id: null }, { id: "" }, { id: {} }, { id: "x".repeat(5000) }, { id: "\ud800" }, null, [], "c"])(
    "without a proper id is none: %j",
    (given) => {
      expect(ConnectionEntry.safeParse(given).success).toBe(false);
      // an environment without any belongs to no service
      expect(EnvironmentEntry.safeParse({ id: "e", serviceConnection: given }).success).toBe(given === null);
    },
  );
});

describe("a field", () => {
  it.each([
    ["text", "v", "v"],
    ["a number", 3, "3"],
    ["zero", 0, "0"],
    ["true", true, "true"],
    ["false", false, "false"],
    ["null", null, null],
    ["nothing", undefined, null],
    ["an empty text", "", null],
    ["spaces", "  ", "  "],
    ["a megabyte", "x".repeat(1_000_000), "x".repeat(1_000_000)],
  ])("with %s as its value is shown", (_what, given, shown) => {
    expect(field({ key: "region", value: given, sensitive: false })?.value).toBe(shown);
  });

  it("is left out without a name, and the others stay in their order", () => {
    const odd = [null, "words", 7, [], {}, { value: "v" }, { key: null, value: "v" }, { key: {}, value: "v" }];
    const named = ["b", "a", 3].map((key) => ({ key, value: "v", unknown: [] }));
    expect(fieldsOf([named[0], ...odd, named[1], named[2]])?.map(({ key }) => key)).toEqual(["b", "a", "3"]);
    expect(fieldsOf([])).toEqual([]);
  });

  it.each<[string, unknown, boolean]>([
    ["password", false, true],
    ["OS_PASSWORD", null, true],
    ["secret_key", false, true],
    ["API key", undefined, true],
    ["userName", undefined, false],
    ["userName", null, false],
    ["userName", true, true],
    ["userName", "yes", false],
    ["nobody knows", undefined, true],
    ["nobody knows", null, true],
    ["nobody knows", "no", true],
    ["nobody knows", false, false],
    ["nobody knows", true, true],
  ])("called %j with sensitive %j is masked: %j", (key, sensitive, isSensitive) => {
    expect(field({ key, value: "v", sensitive })).toMatchObject({ isSensitive });
  });

  it("belongs to the environment only where the console says so", () => {
    const of = (environmentSpecific: unknown) =>
      field({ key: "k", value: "v", environmentSpecific })?.isEnvironmentSpecific;
    expect([true, false, null, undefined, "true", 1].map(of)).toEqual([true, false, false, false, false, false]);
  });
});

describe("credentials", () => {
  it.each([
    undefined,
    null,
    {},
    [],
    { data: null },
    { data: {} },
    { data: { fields: null } },
    { data: { fields: {} } },
    { data: [] },
  ])("that are none are refused: %j", (given) => {
    expect(CredentialsBody.safeParse(given).success).toBe(false);
  });

  it.each([true, false, null, undefined, "true", 1])("may be regenerated only where that is said: %j", (said) => {
    const body = CredentialsBody.parse({ data: { fields: [], canRegenerateCredentials: said } });
    expect(body.data.canRegenerateCredentials).toBe(said === true);
  });
});

describe("a descriptor", () => {
  it.each([
    [{ data: { supportsApiCredentials: false } }, false],
    [{ data: { supportsApiCredentials: true, type: 3 } }, true],
    [{ data: { supportsApiCredentials: "no" } }, null],
    [{ data: {} }, undefined],
    [{}, undefined],
  ])("%j says %j", (given, said) => {
    expect(DescriptorBody.safeParse(given).data?.data.supportsApiCredentials).toBe(said);
  });
});

describe("S3 keys", () => {
  it("that make no sense do not spoil the others", () => {
    const odd = [null, 7, {}, { region: "r" }, { accessKeyId: {}, region: "r" }];
    const good = { accessKeyId: "a", region: "r", secretKey: "never", more: 1 };
    expect(S3KeysBody.parse({ data: [...odd, good] }).data).toEqual([{ accessKeyId: "a", region: "r" }]);
  });

  it("are taken with numbers where text is due", () => {
    expect(S3KeysBody.parse({ data: [{ accessKeyId: 12, region: 3 }] }).data).toEqual([
      { accessKeyId: "12", region: "3" },
    ]);
  });
});

const told = { canRegenerateCredentials: true, fields: [{ key: "password", value: "p" }] };
const password = [{ key: "password", value: "p", isSensitive: true, isEnvironmentSpecific: false }];

describe("a task", () => {
  const forms: readonly (readonly [string, (status: unknown, result?: unknown) => unknown])[] = [
    ["documented", (taskStatus, result) => ({ taskId: "t", taskStatus, result })],
    ["older", (status, result) => ({ data: { id: "t", status, result } })],
  ];
  it.each(forms)("in the %s form is read", (_name, form) => {
    expect(TaskBody.parse(form("PENDING"))).toMatchObject({ taskId: "t", status: "PENDING", fields: null });
    expect(TaskBody.parse(form("SUCCESS", told))).toMatchObject({ status: "SUCCESS", fields: password });
    expect(TaskBody.parse(form("SUCCESS", null))).toMatchObject({ status: "SUCCESS", fields: null });
    for (const odd of ["RUNNING", "pending", "IN_PROGRESS", "CANCELLED", ""]) {
      expect(TaskBody.safeParse(form(odd, told)).data?.status).not.toBe("SUCCESS");
    }
  });

  it.each(forms)("in the %s form says why it failed", (_name, form) => {
    const reasonsOf = (result: unknown) => TaskBody.parse(form("FAILED", result)).reasons;
    expect(reasonsOf({ errors: [{ code: 1, message: "one" }, { code: "2" }, "three"] })).toEqual(["one", "three"]);
    expect(reasonsOf({ message: "one" })).toEqual(["one"]);
    expect(reasonsOf("one")).toEqual(["one"]);
    for (const odd of [undefined, null, {}, [], 7, { errors: [] }, { errors: {} }, told])
      expect(reasonsOf(odd)).toEqual([]);
  });

  it("that failed says so as well with its errors beside it", () => {
    const errors = [{ code: "E", message: "why" }];
    expect(TaskBody.parse({ taskId: "t", taskStatus: "FAILED", errors }).reasons).toEqual(["why"]);
  });

  it("that has just begun tells new credentials with its data", () => {
    expect(RenewalBody.parse({ taskId: "t", taskStatus: "PENDING", data: told })).toMatchObject({ fields: password });
    const key = { accessKeyId: "a", secretKey: "s", region: null };
    const { fields } = RenewalBody.parse({ taskId: 7, taskStatus: "PENDING", data: key });
    expect(fields?.map(({ key: name, value, isSensitive }) => [name, value, isSensitive])).toEqual([
      ["accessKeyId", "a", false],
      ["secretKey", "s", true],
    ]);
  });

  it.each([
    { secretKey: "" },
    { secretKey: 7 },
    { secretKey: null },
    { secretKey: "x".repeat(5000) },
    { accessKeyId: null },
  ])("is not taken to tell an S3 key by %j", (change) => {
    const data = { accessKeyId: "a", secretKey: "s", region: "r", ...change };
    expect(RenewalBody.parse({ taskId: "t", taskStatus: "SUCCESS", data }).fields).toBeNull();
    expect(RenewalBody.safeParse({ data }).success).toBe(false);
  });

  it.each([
    undefined,
    null,
    [],
    {},
    "t",
    { data: null },
    { data: [] },
    { data: {} },
    { taskId: "t" },
    { taskStatus: "SUCCESS" },
    { taskId: null, taskStatus: "PENDING", data: told },
  ])("%j is none", (given) => {
    expect(TaskBody.safeParse(given).success).toBe(false);
    expect(RenewalBody.safeParse(given).success).toBe(false);
  });

  it("is not needed where the new credentials are told at once", () => {
    expect(RenewalBody.parse({ data: told })).toMatchObject({ taskId: null, status: "SUCCESS", fields: password });
  });

  it("that deletes is done where nothing is said of a task, and not where one is at it", () => {
    expect(DeletionBody.parse({ data: {} })).toMatchObject({ taskId: null, status: "SUCCESS" });
    expect(DeletionBody.parse({ taskId: "t", taskStatus: "PENDING" })).toMatchObject({
      taskId: "t",
      status: "PENDING",
    });
    expect(DeletionBody.parse({ data: { id: "t", status: "RUNNING" } }).status).not.toBe("SUCCESS");
  });

  it("whatever it is throws nothing, and never succeeds without saying so", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        for (const schema of [TaskBody, RenewalBody, DeletionBody, CredentialsBody, S3KeysBody, EnvironmentEntry])
          schema.safeParse(json);
        expect(TaskBody.safeParse({ data: json }).data?.status).not.toBe("SUCCESS");
      }),
    );
  });
});
