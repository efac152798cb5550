// @vitest-environment node
/** Forms of real dashboards and tools, as facts: the rules are measured on them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type NotedPage, scoreAll } from "./facts-of.ts";

const pages: readonly NotedPage[] = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../forms/forms.json"), "utf8"),
);

describe("real forms", () => {
  const score = scoreAll(pages);

  it("never get a secret in a wrong place", () => {
    expect(score.misplacedSecrets, score.faults.join("\n")).toBe(0);
  });

  it("are filled right, and nearly all of them", () => {
    expect(score.precision, score.faults.join("\n")).toBeGreaterThanOrEqual(0.99);
    expect(score.recall, score.faults.join("\n")).toBeGreaterThanOrEqual(0.97);
  });
});
