// @vitest-environment node
/** What the user has shown about one field says something of the others as well. */
import { describe, expect, it } from "vitest";
import { marksOf } from "../../../../lib/autofill/mark.ts";
import { withTaught } from "../../../../lib/autofill/taught.ts";
import type { Role } from "../../../../lib/credentials/role.ts";
import type { FieldFacts } from "../../../../lib/forms/facts.ts";
import { offerOf } from "../../../../lib/forms/offer.ts";
import { type Plan, planPage } from "../../../../lib/forms/plan.ts";
import { keystoneOf } from "../../../fakes/credentials.ts";
import { passwordField, sampleFieldFacts, sampleForm, samplePage, userField } from "../../../fakes/fill-page.ts";

const offers = [offerOf("keystoneV3", keystoneOf({ secret: "s3cr3t", name: "ana" }))];
const right: FieldFacts = sampleFieldFacts(3, "magic", { label: "Magic" });
const pageWith = (field: FieldFacts) => samplePage([sampleForm([userField(), passwordField(), field])]);

/** After the user has put a value into the third field of a sign-in page. */
function learned(role: Role, field = right, change: (plan: Plan) => Plan = (plan) => plan) {
  const page = pageWith(field);
  const mark = marksOf(page).get(field.id) ?? "";
  return withTaught(page, change(planPage(page, offers)), offers, { [mark]: role });
}
const placesOf = ({ assignments }: Plan, kind: string) =>
  assignments.filter((one) => one.kind === kind).map(({ fieldId }) => fieldId);

describe("the right field for a value", () => {
  it("is the only one in its form: a secret does not go into the one that was guessed as well", () => {
    expect(placesOf(planPage(pageWith(right), offers), "password")).toEqual([2]);
    const plan = learned("password");
    expect(placesOf(plan, "password")).toEqual([3]);
    expect(plan.leftOut).toContainEqual({ fieldId: 2, kind: "password", why: "twin" });
  });

  it("leaves what else is in its form as it was", () => {
    expect(placesOf(learned("password"), "username")).toEqual([1]);
  });

  it("says nothing of other forms", () => {
    const page = pageWith(right);
    const guess = planPage(page, offers);
    const elsewhere = { ...guess, assignments: guess.assignments.map((one) => ({ ...one, formIndex: 1 })) };
    const plan = withTaught(page, elsewhere, offers, { [marksOf(page).get(3) ?? ""]: "password" });
    expect(placesOf(plan, "password")).toEqual([2, 3]);
  });

  it.each([{ isDisabled: true }, { visibility: "offscreen" }] as const)(
    "keeps the value out of the wrong one also while nobody can type into it: %j",
    (change) => expect(placesOf(learned("password", { ...right, ...change }), "password")).toEqual([]),
  );

  it("says nothing where there is no value for what was taught", () => {
    expect(placesOf(learned("secretAccessKey"), "password")).toEqual([2]);
  });

  it("answers which of several fields is meant, and no other question", () => {
    const open = { offerIds: ["keystoneV3"], formIndexes: [0], fieldIds: [2, 3] };
    const asked = { ...open, kind: "password", why: "fields" } as const;
    const others = [
      { ...open, kind: "username", why: "fields" },
      { ...open, kind: null, why: "offers" },
      { ...open, kind: "password", why: "fields", formIndexes: [1] },
    ] as const;
    const plan = learned("password", right, (guess) => ({ ...guess, ambiguous: [asked, ...others] }));
    expect(plan.ambiguous).toEqual(others);
  });
});
