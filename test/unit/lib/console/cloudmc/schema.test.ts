// @vitest-environment node
import { describe, expect, it } from "vitest";
import {
  BrandingBody,
  CreatedBody,
  ErrorBody,
  KeyEntry,
  ListBody,
  SessionBody,
} from "../../../../../lib/console/cloudmc/schema.ts";

const key = {
  id: "k1",
  name: "ci",
  creationDate: "2026-01-02T03:04:05Z",
  lastIp: "192.0.2.1",
  lastActivity: "2026-02-03",
};

describe("an entry of the list of keys", () => {
  it.each([
    ["as documented", {}, {}],
    ["with fields that nobody knows", { scope: "all", owner: { id: 1 } }, {}],
    ["with a number for an id", { id: 17 }, { id: "17" }],
    ["with a number for a name", { name: 2026 }, { name: "2026" }],
    ["without a name", { name: undefined }, { name: "" }],
    ["with null for a name", { name: null }, { name: "" }],
    ["with an object for a name", { name: {} }, { name: "" }],
    ["never used", { lastIp: null, lastActivity: null }, { lastIp: null, lastActivity: null }],
    ["never used, left out", { lastIp: undefined, lastActivity: undefined }, { lastIp: null, lastActivity: null }],
    ["never used, empty", { lastIp: "", lastActivity: "" }, { lastIp: null, lastActivity: null }],
    ["with nonsense for an address", { lastIp: ["192.0.2.1"] }, { lastIp: null }],
    ["with milliseconds", { lastActivity: 1_767_323_045_000 }, { lastActivity: "2026-01-02T03:04:05.000Z" }],
    ["with a time before all time", { lastActivity: true }, { lastActivity: null }],
    [
      "with nanoseconds for a time",
      { lastActivity: 1_767_323_045_000_000_000 },
      { lastActivity: "1767323045000000000" },
    ],
    ["with a time in words", { lastActivity: "last Tuesday" }, { lastActivity: "last Tuesday" }],
  ])("%s is understood", (_what, change, expected) => {
    expect(KeyEntry.parse({ ...key, ...change })).toEqual({ ...key, ...expected });
  });

  it.each([
    [{ ...key, id: undefined }],
    [{ ...key, id: "" }],
    [{ ...key, id: null }],
    [{ ...key, id: {} }],
    ["k1"],
    [null],
  ])("without an id is refused: %j", (entry) => {
    expect(KeyEntry.safeParse(entry).success).toBe(false);
  });

  it("never holds the key itself", () => {
    expect(KeyEntry.parse({ ...key, key: "secret" })).not.toHaveProperty("key");
  });
});

describe("a list", () => {
  it.each([
    ["without metadata", {}, undefined],
    ["with null for metadata", { metadata: null }, null],
    ["with words for metadata", { metadata: "none" }, null],
    ["with numbers in words", { metadata: { recordCount: "7", pageSize: "x" } }, { recordCount: null, pageSize: null }],
    [
      "with numbers that cannot be",
      { metadata: { recordCount: -1, pageSize: 0 } },
      { recordCount: null, pageSize: null },
    ],
    ["with its count alone", { metadata: { recordCount: 7 } }, { recordCount: 7 }],
  ])("%s is understood", (_what, change, metadata) => {
    expect(ListBody.parse({ data: [1, null], ...change })).toEqual(
      metadata === undefined ? { data: [1, null] } : { data: [1, null], metadata },
    );
  });

  it.each([undefined, {}, { data: null }, { data: {} }, []])("that is none is refused: %j", (body) => {
    expect(ListBody.safeParse(body).success).toBe(false);
  });
});

describe("a created key", () => {
  it.each([
    [
      { id: "k1", name: "ci", key: "secret", creationDate: "x" },
      { id: "k1", name: "ci", key: "secret" },
    ],
    [
      { id: 1, name: 2, key: "secret" },
      { id: "1", name: "2", key: "secret" },
    ],
    [{ key: "secret" }, { id: null, name: null, key: "secret" }],
    [
      { id: {}, name: [], key: "secret" },
      { id: null, name: null, key: "secret" },
    ],
    [
      { id: "", name: "", key: "secret" },
      { id: null, name: null, key: "secret" },
    ],
  ])("is not lost for want of anything else: %j", (data, expected) => {
    expect(CreatedBody.parse({ data })).toEqual({ data: expected });
  });

  it.each([{ id: "k1", name: "ci" }, { key: "" }, { key: null }, { key: 7 }, null])(
    "without its value is refused: %j",
    (data) => {
      expect(CreatedBody.safeParse({ data }).success).toBe(false);
    },
  );
});

describe("a session", () => {
  const user = { userName: "ana", firstName: "Ana", lastName: "Ruiz", organization: { name: "Own" } };
  const account = { userName: "ana", displayName: "Ana Ruiz", organization: "Shop" };
  it.each([
    ["complete", { user, organization: { name: "Shop" }, csrfToken: "t" }, account, "t"],
    ["without a token", { user, organization: { name: "Shop" } }, account, null],
    ["in the user’s own organization", { user }, { ...account, organization: "Own" }, null],
    ["in no organization", { user: { ...user, organization: null } }, { ...account, organization: null }, null],
    [
      "with half a name",
      { user: { ...user, lastName: null } },
      { ...account, displayName: "Ana", organization: "Own" },
      null,
    ],
    [
      "of a user without a name",
      { user: { userName: 7 } },
      { userName: "7", displayName: null, organization: null },
      null,
    ],
    ["with words for an organization", { user, organization: "Shop" }, { ...account, organization: "Own" }, null],
  ])("%s is understood", (_what, data, expected, csrfToken) => {
    expect(SessionBody.parse({ data })).toEqual({ account: expected, csrfToken });
  });

  it.each([{}, { user: null }, { user: {} }, { user: { userName: null } }])("of nobody is refused: %j", (data) => {
    expect(SessionBody.safeParse({ data }).success).toBe(false);
  });
});

describe("a body with errors", () => {
  it.each([
    [[{ code: 2012, message: "Quota", context: {} }], [{ code: "2012", message: "Quota" }]],
    [[{ code: null, message: {} }], [{ code: null, message: null }]],
    [[{}], [{ message: null }]],
  ])("is understood: %j", (errors, expected) => {
    expect(ErrorBody.parse({ errors })).toEqual({ errors: expected });
  });

  it.each([{ errors: [] }, { errors: null }, { data: [] }, null])("has at least one: %j", (body) => {
    expect(ErrorBody.safeParse(body).success).toBe(false);
  });
});

describe("a branding", () => {
  it("passes over artifacts that are none, and keeps the rest", () => {
    const good = { type: "FAVICON", mimeType: "image/png", content: "AAAA" };
    const artifacts = [null, "LOGO", { type: 7 }, good, { type: "COLORS" }];
    expect(BrandingBody.parse({ data: [{ artifacts }] }).data[0]?.artifacts).toEqual([
      good,
      { type: "COLORS", mimeType: null, content: null },
    ]);
  });

  it.each([{}, { artifacts: null }, { artifacts: "none", applicationName: null, defaultLanguage: 7 }])(
    "may be bare: %j",
    (brand) => {
      expect(BrandingBody.parse({ data: [brand] }).data[0]?.artifacts).toEqual([]);
    },
  );

  it.each([{ data: [] }, { data: {} }, {}, null, "<html>"])("is more than nothing: %j", (body) => {
    expect(BrandingBody.safeParse(body).success).toBe(false);
  });
});
