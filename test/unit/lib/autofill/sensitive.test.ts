// @vitest-environment node
/** What is not shown, and not kept as text: secrets, what the console calls sensitive, and all that holds them. */
import { describe, expect, it } from "vitest";
import { gapsOf, linesOf } from "../../../../lib/autofill/lines.ts";
import { sensitiveOf } from "../../../../lib/autofill/sensitive.ts";
import type { FieldFacts } from "../../../../lib/forms/facts.ts";
import { type Offer, offerOf, type ValueKind } from "../../../../lib/forms/offer.ts";
import { orderOf, type Plan } from "../../../../lib/forms/plan.ts";
import { keystoneOf } from "../../../fakes/credentials.ts";
import { sampleFieldFacts, sampleForm, samplePage } from "../../../fakes/fill-page.ts";

const credentials = {
  ...keystoneOf({ secret: "s3cr3t", name: "anastasia" }),
  authUrl: "https://auth.example.com:35357",
};
const offers: readonly Offer[] = [offerOf("keystoneV3", credentials)];
const told = (...values: string[]) => values.map((value) => ({ value, isSensitive: true }));

/** The line and the gap of one field with this value, where the console calls these values sensitive. */
function kept(kind: ValueKind, values: readonly string[], field: Partial<FieldFacts> = {}, optionText?: string) {
  const facts = sampleFieldFacts(1, "odd", { label: "Label", ...field });
  const page = samplePage([sampleForm([facts])]);
  const option = optionText === undefined ? null : { value: "1", text: optionText };
  const assignment = { formIndex: 0, fieldId: 1, kind, offerId: "keystoneV3", isSecret: false, score: 1, reason: "" };
  const plan: Plan = {
    assignments: [{ ...assignment, option, replaces: false }],
    leftOut: [{ fieldId: 1, why: "unsure", kind: null }],
    ambiguous: [],
    forms: [],
  };
  const sensitive = sensitiveOf(told(...values), offers);
  return { lines: linesOf(page, plan, orderOf(page, plan, offers), sensitive), gaps: gapsOf(page, plan, sensitive) };
}
const shown = (...input: Parameters<typeof kept>) => kept(...input).lines[0]?.shown;

describe("a value", () => {
  it("is shown when nobody calls it sensitive", () => {
    expect(shown("username", [])).toBe("anastasia");
    expect(shown("username@domain", [])).toBe("anastasia@anastasia");
    expect(shown("regionName", [], {}, "East (east-1)")).toBe("East (east-1)");
  });

  it.each([
    ["the user's name", "username", ["anastasia"]],
    ["it in capitals", "username", ["ANASTASIA"]],
    ["the user's name, with the domain", "username@domain", ["anastasia"]],
    ["an address, of which this is a part", "authUrl:host", ["https://auth.example.com:35357"]],
    ["an address, as the console writes it", "authUrl:port", ["https://auth.example.com"]],
    ["a domain's name, said as an id", "userDomainName", ["anastasia"]],
  ] as const)("is hidden when the console calls sensitive %s", (_, kind, values) => {
    expect(shown(kind, values)).toBeNull();
  });

  it.each([
    ["a secret", "Mine: s3cr3t", []],
    ["what is sensitive", "East for anastasia", ["anastasia"]],
    ["a short one, as a word", "East (xy)", ["xy"]],
  ])("is hidden when the text of the choice holds %s", (_, text, values) => {
    expect(shown("regionName", values, {}, text)).toBeNull();
  });

  it("is not hidden for a short one that stands in it by chance", () => {
    expect(shown("regionName", ["as"], {}, "East")).toBe("East");
    expect(shown("username", [""])).toBe("anastasia");
  });
});

describe("what a page calls a field", () => {
  it("is not kept when it quotes a secret", () => {
    const { lines, gaps } = kept("regionName", [], { label: "Your password (s3cr3t)" });
    expect([lines[0]?.label, gaps[0]?.label]).toEqual(["", ""]);
    expect(JSON.stringify([lines, gaps])).not.toContain("s3cr3t");
  });

  it("is kept else", () => {
    const { lines, gaps } = kept("regionName", [], { label: "Your password" });
    expect([lines[0]?.label, gaps[0]?.label]).toEqual(["Your password", "Your password"]);
  });
});
