// @vitest-environment node
/** Lines that people read, marks that fields are known by, and roles that were put in by hand. */
import { describe, expect, it } from "vitest";
import { labelOfKind } from "../../../../lib/autofill/kind-label.ts";
import {
  addressesOf,
  gapsOf,
  isFilled,
  labelOf,
  lineKey,
  linesOf,
  planFor,
  withOutcomes,
} from "../../../../lib/autofill/lines.ts";
import { marksOf } from "../../../../lib/autofill/mark.ts";
import { withTaught } from "../../../../lib/autofill/taught.ts";
import { roles, secretRoles } from "../../../../lib/credentials/role.ts";
import { type FieldFacts, type FormFacts, limits } from "../../../../lib/forms/facts.ts";
import { offerOf } from "../../../../lib/forms/offer.ts";
import { fillStatuses } from "../../../../lib/forms/order.ts";
import { orderOf, type Plan, planPage } from "../../../../lib/forms/plan.ts";
import { cloudStackOf, keystoneOf, s3Of } from "../../../fakes/credentials.ts";
import {
  passwordField,
  sampleFieldFacts,
  sampleForm,
  samplePage,
  signInPage,
  userField,
} from "../../../fakes/fill-page.ts";

const secret = "s3cr3t";
const offers = [offerOf("keystoneV3", keystoneOf({ secret, name: "ana" }))];
const nothing: Plan = { assignments: [], leftOut: [], ambiguous: [], forms: [] };
const form = sampleForm([]);
/** Of a field that is alone in that form. */
const markOf = (of: FormFacts, field: FieldFacts) => marksOf(samplePage([{ ...of, fields: [field] }])).get(field.id);

describe("lines", () => {
  const page = signInPage();
  const plan = planPage(page, offers);

  it("say what goes where, without secrets", () => {
    const lines = linesOf(page, plan, orderOf(page, plan, offers));
    expect(lines.map(({ label, shown }) => [label, shown])).toEqual([
      ["User Name", "ana"],
      ["Password", null],
    ]);
    expect(JSON.stringify(lines)).not.toContain(secret);
  });

  it("are none for what has no value, or is no longer there", () => {
    expect(linesOf(page, plan, { token: page.token, items: [] })).toEqual([]);
    expect(linesOf(samplePage([]), plan, orderOf(page, plan, offers))).toEqual([]);
    expect(linesOf(page, plan, orderOf({ ...page, isSecure: false }, plan, offers))).toEqual([]);
  });

  it("hide what either the plan or the order calls a secret", () => {
    const open = { ...plan, assignments: plan.assignments.map((one) => ({ ...one, isSecret: false })) };
    const lines = linesOf(page, open, orderOf(page, plan, offers));
    expect(JSON.stringify(lines)).not.toContain(secret);
  });

  it.each(fillStatuses)("tell what became of a field: %s", (status) => {
    const lines = linesOf(page, plan, orderOf(page, plan, offers));
    const done = withOutcomes(lines, [
      { fieldId: 1, status, reason: "why" },
      { fieldId: 999, status: "filled", reason: null },
    ]);
    expect(done.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      [status, "why"],
      ["gone", null],
    ]);
    expect(done.map(isFilled)).toEqual([status === "filled" || status === "reformatted", false]);
  });

  it.each(fillStatuses)("of a secret are filled when the page holds that very secret: %s", (status) => {
    expect(isFilled({ outcome: status, isSecret: true })).toBe(status === "filled");
  });

  it("are kept for what may be filled, by field and kind together", () => {
    const isUser = ({ kind }: { kind: string }) => kind === "username";
    expect(planFor(page, plan, isUser).assignments.map(({ kind }) => kind)).toEqual(["username"]);
    expect(planFor(samplePage([]), plan, () => true).assignments).toEqual([]);
    expect(new Set(["a\nb|c", "a|b\nc"].map((mark) => lineKey({ mark, kind: "x" }))).size).toBe(2);
  });

  it("call a field as the page does, the label first, and by nothing when it has no name", () => {
    const field = sampleFieldFacts(1, "n", { label: " ", labelledBy: " Name ", textBefore: "before" });
    expect(labelOf(field)).toBe("Name");
    expect(labelOf({ ...field, labelledBy: "", attributes: { placeholder: "Here" } })).toBe("Here");
    expect(labelOf({ ...field, labelledBy: "", attributes: {}, textBefore: "" })).toBe("");
  });

  it("of gaps have no value in them, also for fields that nobody knows", () => {
    const gaps = gapsOf(page, {
      ...nothing,
      leftOut: [{ fieldId: 99, why: "hidden", kind: "password" }],
      ambiguous: [{ kind: null, offerIds: ["a"], formIndexes: [0], fieldIds: [1], why: "offers" }],
    });
    expect(gaps).toEqual([
      { label: "", kind: "password", why: "hidden" },
      { label: "", kind: null, why: "offers" },
    ]);
  });

  it("of gaps tell of choices and fields that were not read", () => {
    const options = Array.from({ length: limits.options }, (_, at) => ({ value: `${at}`, text: `${at}` }));
    const long = sampleFieldFacts(1, "region", { tag: "select", type: "select", options });
    const short = sampleFieldFacts(2, "region", { tag: "select", type: "select", options: options.slice(1) });
    const leftOut = [1, 2].map((fieldId) => ({ fieldId, why: "noSuchOption", kind: "regionName" }) as const);
    const gaps = gapsOf(samplePage([sampleForm([long, short])], { isCut: true }), { ...nothing, leftOut });
    expect(gaps.map(({ why }) => why)).toEqual(["manyOptions", "noSuchOption", "tooLarge"]);
  });

  it("name the addresses of credentials and no other value", () => {
    const values = { secret, name: "https://name.example.com" };
    expect(addressesOf([keystoneOf(values), s3Of(values), cloudStackOf(values)])).toEqual([
      "https://auth.example.com/v3",
      "https://objects.example.com",
      "https://compute.example.com/client/api",
    ]);
  });
});

describe("the label of a kind", () => {
  it.each([...roles, "username@domain", "authUrl:host", "apiUrl:port", "endpointUrl:authority", "made up", ""])(
    "is there in three languages: %s",
    (kind) => {
      for (const text of Object.values(labelOfKind(kind))) expect(text).toBeTypeOf("string");
      if (kind !== "") expect(Object.values(labelOfKind(kind)).every((text) => text !== "")).toBe(true);
    },
  );
});

describe("the mark of a field", () => {
  it("is the same when the page is drawn anew, with other numbers", () => {
    const one = passwordField({ id: 3, attributes: { id: "input-21", name: "pw" }, isFocused: true, isEmpty: false });
    const other = passwordField({ id: 8, attributes: { id: "input-97", name: "pw" } });
    expect(markOf(form, one)).toBe(markOf(form, other));
  });

  it.each([
    ["name", { attributes: { name: "other" } }],
    ["type", { type: "text" }],
    ["label", { label: "Other" }],
    ["placeholder", { attributes: { name: "password", placeholder: "Other" } }],
  ])("is another for another %s", (_, change) => {
    expect(markOf(form, passwordField(change))).not.toBe(markOf(form, passwordField()));
  });

  it("tells the fields of one form apart, however long the form's own names are", () => {
    const long = sampleForm([], { id: "login-".repeat(30), action: `/${"path-".repeat(35)}` });
    const fields = [passwordField(), userField({ type: "password" })];
    expect(new Set(marksOf(samplePage([{ ...long, fields }])).values()).size).toBe(2);
  });

  it("says nothing of what the page says, and is of no great length", () => {
    const huge = passwordField({ label: "Mein Konto".repeat(1000), attributes: { name: "geheim" } });
    expect(markOf(form, huge)).toMatch(/^[0-9a-z]{1,7}-[0-9a-z]{1,7}$/);
    expect(markOf(form, huge)).not.toBe(markOf(form, { ...huge, label: `${huge.label}!` }));
  });

  it("is another for each of many fields that differ little", () => {
    const fields = Array.from({ length: 5000 }, (_, at) =>
      sampleFieldFacts(at, "", { label: String.fromCharCode(97 + (at % 26), 97 + ((at / 26) % 26), 97 + at / 676) }),
    );
    expect(new Set(marksOf(samplePage([sampleForm(fields)])).values()).size).toBe(5000);
  });
});

describe("what was put in by hand", () => {
  const odd = sampleFieldFacts(5, "odd", { label: "Magic" });
  const page = samplePage([sampleForm([odd, passwordField()])]);
  const taught = (role: (typeof roles)[number], field = odd) => {
    const facts = samplePage([sampleForm([field])]);
    const [only] = facts.forms;
    const mark = only === undefined ? "" : (markOf(only, field) ?? "");
    return withTaught(facts, nothing, offers, { [mark]: role }).assignments;
  };

  it("goes there again, above what is guessed", () => {
    const guess = planPage(page, offers);
    const [only] = page.forms;
    const plan = withTaught(page, guess, offers, {
      [only === undefined ? "" : (markOf(only, passwordField()) ?? "")]: "username",
    });
    expect(plan.assignments.filter(({ fieldId }) => fieldId === 2)).toMatchObject([
      { kind: "username", isSecret: false },
    ]);
  });

  it.each([...secretRoles])("never goes into what is not a line of text, when it is a secret: %s", (role) => {
    const places = [
      { tag: "textarea", type: "textarea" },
      { type: "email" },
      { type: "hidden" },
      { type: "search" },
    ] as const;
    for (const place of places) expect(taught(role, { ...odd, ...place })).toEqual([]);
  });

  it.each([{ visibility: "offscreen" }, { isDisabled: true }, { isReadOnly: true }] as const)(
    "never goes where nobody could type: %j",
    (change) => expect(taught("username", { ...odd, ...change })).toEqual([]),
  );

  it("goes into a choice only where there is that very choice", () => {
    const choice = (...options: string[]) =>
      ({
        ...odd,
        tag: "select",
        type: "select",
        options: options.map((text) => ({ value: `v-${text}`, text })),
      }) as const;
    expect(taught("username", choice("bob", "ana"))).toMatchObject([{ option: { value: "v-ana", text: "ana" } }]);
    expect(taught("username", choice("bob", "Anastasia"))).toEqual([]);
  });

  it("goes nowhere when there is no such value, or it was taught under a name that all objects have", () => {
    expect(taught("secretAccessKey")).toEqual([]);
    expect(withTaught(page, nothing, offers, {}).assignments).toEqual([]);
  });
});
