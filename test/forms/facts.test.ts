/** The facts, and the samples that are offered for them, belong together. */
import { describe, expect, it } from "vitest";
import { offeredSecrets, offersFor, rightValues, secretValues } from "./bench/samples.ts";
import { FactRole, fieldsOf, readFacts } from "./facts.ts";
import { layOut } from "./pages/layout.ts";
import { controlsIn } from "./pages/tree.ts";

const facts = readFacts();

describe("the facts", () => {
  it("are all read", () => {
    expect(facts).toHaveLength(61);
    expect(new Set(facts.map(({ name }) => name)).size).toBe(61);
    expect(facts.flatMap(fieldsOf)).toHaveLength(324);
  });

  it.each(facts)("of $name can be answered with what is offered", (page) => {
    const offered = offersFor(page.kind).flatMap(({ values }) => Object.values(values));
    for (const [, { expect: wanted, accept = [] }] of fieldsOf(page)) {
      const roles = [...(wanted === undefined ? [] : [wanted]), ...accept];
      if (roles.length === 0) continue;
      // The version is not offered by every engine as a value of its own.
      const known = roles.flatMap((role) => (role === "identityApiVersion" ? offered : rightValues[role]));
      expect(known.some((value) => offered.includes(value))).toBe(true);
    }
  });

  it.each(facts)("of $name become a page with all their fields", (page) => {
    expect(controlsIn(layOut(page)).map(({ control }) => control)).toEqual(fieldsOf(page).map(([name]) => name));
  });
});

describe("the samples", () => {
  it("are each unlike all others", () => {
    const values = FactRole.options.flatMap((role) => rightValues[role]);
    expect(new Set(values).size).toBe(values.length);
    const contained = values.filter(
      (one) => one.length > 4 && values.some((other) => other !== one && other.includes(one)),
    );
    // A host is part of its address, and a user name of the one with a domain.
    const parts = [
      rightValues["authUrl:host"],
      rightValues["s3Endpoint:host"],
      rightValues.username,
      rightValues.domain,
    ];
    expect(contained.filter((one) => !parts.flat().includes(one))).toEqual([]);
  });

  it("name every secret that is offered", () => {
    expect([...offeredSecrets].toSorted()).toEqual([...secretValues].toSorted());
  });
});
