// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { PageFacts } from "../../../../lib/forms/facts.ts";
import { loginOffer, type Offer } from "../../../../lib/forms/offer.ts";
import { orderOf, planPage } from "../../../../lib/forms/plan.ts";
import { factsOf } from "./facts-of.ts";
import { type Outline, pageOf } from "./notes.ts";

const facts = (fields: readonly string[], more: Partial<Outline> = {}): PageFacts =>
  factsOf(pageOf({ kind: "generic-login", name: "x", heading: "Sign in", buttons: ["Sign in"], fields, ...more }));
const login = loginOffer("login", "alice", "secret");
const keystone: Offer = {
  id: "k",
  kind: "keystoneV3",
  values: { username: "bob", password: "other", userDomainName: "Lab" },
};
const kinds = (page: PageFacts, offers: readonly Offer[]) =>
  planPage(page, offers).assignments.map(({ fieldId, kind }) => [fieldId, kind]);

describe("a plan", () => {
  it("holds no value, and its order does", () => {
    const page = facts(["User name | name=u", "Password | pw; name=p"]);
    const plan = planPage(page, [login]);
    expect(JSON.stringify(plan)).not.toMatch(/alice|secret"/);
    expect(orderOf(page, plan, [login])).toEqual({
      token: page.token,
      items: [
        { fieldId: 0, value: "alice", option: null, isSecret: false },
        { fieldId: 1, value: "secret", option: null, isSecret: true },
      ],
    });
  });

  it("gives a page that is not secure nothing", () => {
    const page = { ...facts(["User name | name=u", "Password | pw; name=p"]), isSecure: false };
    expect(orderOf(page, planPage(page, [login]), [login]).items).toEqual([]);
  });

  it("leaves out what is too short for a value, rather than to cut it", () => {
    const plan = planPage(facts(["User name | name=u", "Password | pw; name=p; maxlength=3"]), [login]);
    expect(plan.assignments.map(({ kind }) => kind)).toEqual(["username"]);
    expect(plan.leftOut).toContainEqual({ fieldId: 1, why: "tooLong", kind: "password" });
  });

  it("asks where two passwords look alike", () => {
    const plan = planPage(facts(["User name | name=u", "Password | pw; name=p", "Password | pw; name=q"]), [login]);
    expect(plan.assignments.filter(({ isSecret }) => isSecret)).toEqual([]);
    expect(plan.ambiguous).toContainEqual(
      expect.objectContaining({ kind: "password", fieldIds: [1, 2], why: "fields" }),
    );
  });

  it("asks where two offers fit alike, and takes the one whose form it is", () => {
    const plain = facts(["User name | name=u", "Password | pw; name=p"]);
    expect(planPage(plain, [login, { ...login, id: "second" }]).ambiguous).toContainEqual(
      expect.objectContaining({ why: "offers" }),
    );
    expect(planPage(plain, [keystone, login]).assignments.map(({ offerId }) => offerId)).toEqual(["login", "login"]);
    const openStack = facts(["Domain | name=d", "User name | name=u", "Password | pw; name=p"]);
    expect(new Set(planPage(openStack, [login, keystone]).assignments.map(({ offerId }) => offerId))).toEqual(
      new Set(["k"]),
    );
  });

  it("fills one of two forms alike only when one is in use", () => {
    const one = facts(["User name | name=u", "Password | pw; name=p"]);
    const [form] = one.forms;
    if (form === undefined) throw new Error("no form");
    const second = { ...form, index: 1, fields: form.fields.map((field) => ({ ...field, id: field.id + 2 })) };
    const both = { ...one, forms: [form, second] };
    expect(planPage(both, [login])).toMatchObject({
      assignments: [],
      ambiguous: [{ why: "forms", formIndexes: [0, 1] }],
    });
    const used = { ...second, fields: second.fields.map((field, index) => ({ ...field, isFocused: index === 0 })) };
    expect(kinds({ ...one, forms: [form, used] }, [login])).toEqual([
      [2, "username"],
      [3, "password"],
    ]);
  });

  it("never puts a secret into what is not a line of text", () => {
    const plan = planPage(facts(["User name | name=u", "Password | textarea; name=p"]), [login]);
    expect(plan.assignments.filter(({ isSecret }) => isSecret)).toEqual([]);
  });

  it("never fills half a pair of keys", () => {
    const s3: Offer = { id: "s", kind: "s3", values: { accessKeyId: "a", secretAccessKey: "s" } };
    expect(kinds(facts(["Access key | name=a", "Secret key | pw; name=s; disabled="]), [s3])).toEqual([]);
  });

  it("reports a choice that does not exist", () => {
    const page = facts(["User name | name=u", "Password | pw; name=p", "Domain | select; name=d; options=1:One,2:Two"]);
    expect(planPage(page, [keystone]).leftOut).toContainEqual({
      fieldId: 2,
      why: "noSuchOption",
      kind: "userDomainName",
    });
  });

  it("ends soon, whatever a page holds", () => {
    const many = Array.from({ length: 380 }, (_, index) => `Password Username Access key | pw; name=password${index}`);
    const start = performance.now();
    planPage(facts(many), [login, keystone]);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
