// @vitest-environment node
/** Whatever a console shows: nothing throws, and nothing is made up. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { valuesOf } from "../../../../lib/credentials/credentials.ts";
import { credentialsOf, keystoneRoot } from "../../../../lib/credentials/from-fields.ts";
import { knownFields } from "../../../../lib/credentials/known-fields.ts";
import { awkwardValue } from "../../../fakes/awkward-values.ts";

const knownKeys = knownFields.flatMap(({ keys }) => keys);

/** A known key as somebody might write it. */
const spelledKey = fc
  .tuple(
    fc.constantFrom(...knownKeys),
    fc.constantFrom("", "OS_", "os-"),
    fc.infiniteStream(fc.constantFrom("", "_", "-", " ")),
    fc.boolean(),
  )
  .map(([key, prefix, separators, isUpper]) => {
    const spelled = prefix + [...key].map((letter) => letter + separators.next().value).join("");
    return isUpper ? spelled.toUpperCase() : spelled;
  });
const key = fc.oneof(
  { weight: 6, arbitrary: spelledKey },
  { weight: 1, arbitrary: awkwardValue },
  { weight: 1, arbitrary: fc.constantFrom("__proto__", "constructor", "hasOwnProperty", "") },
);
const url = fc
  .tuple(
    fc.constantFrom(
      "https://a.example",
      "http://b.example:5000",
      "HTTPS://ana:pw@c.example",
      "ftp://d.example",
      "https:",
    ),
    fc.array(fc.constantFrom("/", "/v3", "/v2.0", "/v2", "/tokens", "/auth", "/identity", "//", "?q", "#f"), {
      maxLength: 5,
    }),
  )
  .map(([start, parts]) => start + parts.join(""));
const value = fc.oneof(
  { weight: 3, arbitrary: url },
  { weight: 2, arbitrary: awkwardValue },
  { weight: 1, arbitrary: fc.constantFrom(null, "", "2", "3", "v2.0", "global", "default") },
);
const some = fc.array(fc.record({ key, value }), { maxLength: 12 });
const of = (name: string, arbitrary: fc.Arbitrary<string | null>) =>
  fc.record({ key: fc.constant(name), value: arbitrary });
/** Almost complete ones among whatever else: of fields by chance alone hardly anything comes about. */
const complete = fc.constantFrom(
  [of("authUrl", url), of("userName", value), of("password", value)],
  [of("authEndpoint", url), of("userName", value), of("password", value)],
  [of("authUrl", url), of("applicationCredentialId", value), of("applicationCredentialSecret", value)],
  [of("accessKeyId", value), of("secretKey", value), of("endpoint", url), of("region", value)],
  [of("endpoint", url), of("api_key", value), of("secret_key", value)],
);
type Given = readonly { readonly key: string; readonly value: string | null }[];
const inOrder = (list: readonly ReturnType<typeof of>[]) =>
  list.reduce<fc.Arbitrary<Given>>(
    (before, last) => fc.tuple(before, last).map(([given, one]) => [...given, one]),
    fc.constant([]),
  );
const fields = fc.oneof(
  some,
  fc.tuple(some, complete.chain(inOrder), some).map(([before, list, after]) => [...before, ...list, ...after]),
);

describe("any list of fields", () => {
  it("gives credentials in which every value is one of its own, or derived as documented", () => {
    fc.assert(
      fc.property(fields, (given) => {
        const values = new Set(given.flatMap((field) => (field.value === null ? [] : [field.value])));
        const roots = [...values].flatMap((one) => keystoneRoot(one) ?? []);
        const derived = new Set([...roots.map((root) => `${root}/v3`), ...roots.map((root) => `${root}/v2.0`)]);
        for (const credentials of credentialsOf(given)) {
          for (const [role, one] of valuesOf(credentials)) {
            const isKeystones = credentials.kind.startsWith("keystone");
            if (role === "authUrl") expect(derived).toContain(one);
            else if (isKeystones && one === "default" && /DomainId$/.test(role)) expect(one).toBe("default");
            else expect(values).toContain(one);
            expect(one).not.toBe("");
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("gives credentials that are complete, and each kind at most once", () => {
    fc.assert(
      fc.property(fields, (given) => {
        const found = credentialsOf(given);
        expect(new Set(found.map(({ kind }) => kind)).size).toBe(found.length);
        for (const one of found) {
          if (one.kind === "keystoneV3") {
            expect(one.username ?? one.userId).not.toBeNull();
            expect(one.userDomainId ?? one.userDomainName).not.toBeNull();
            expect(one.projectDomainId ?? one.projectDomainName).not.toBeNull();
          }
          if (one.kind.startsWith("keystone")) expect("authUrl" in one && URL.canParse(one.authUrl)).toBe(true);
          if (one.kind === "keystoneV2" || one.kind === "keystoneV3") {
            expect(one.authUrl).toMatch(one.kind === "keystoneV2" ? /\/v2\.0$/ : /\/v3$/);
          }
          if (one.kind === "s3") expect(one.regionName).not.toBe("global");
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("means the same with fields in it that nobody knows, or that are empty", () => {
    fc.assert(
      fc.property(fields, (given) => {
        const more = given.flatMap((field) => [
          { key: "nobody knows", value: "x" },
          { ...field, value: null },
          field,
          { ...field, value: "" },
        ]);
        expect(credentialsOf(more)).toEqual(credentialsOf(given));
      }),
    );
  });
});
