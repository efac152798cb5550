// @vitest-environment node
/** Forms that we made up, in several languages, so that the rules are not made for the real ones alone. */
import { describe, expect, it } from "vitest";
import { scoreAll } from "./facts-of.ts";
import { firstPart, secondPart } from "./invented-forms.ts";

describe.each([
  ["of the first part", firstPart],
  ["of the second part", secondPart],
] as const)("invented forms %s", (_, pages) => {
  const score = scoreAll(pages);

  it("never get a secret in a wrong place", () => {
    expect(score.misplacedSecrets, score.faults.join("\n")).toBe(0);
  });

  it("are filled right, and nearly all of them", () => {
    expect(score.precision, score.faults.join("\n")).toBeGreaterThanOrEqual(0.99);
    expect(score.recall, score.faults.join("\n")).toBeGreaterThanOrEqual(0.97);
  });

  it("never get a secret in a wrong place when everything is offered at once", () => {
    expect(scoreAll(pages, true).misplacedSecrets).toBe(0);
  });
});
