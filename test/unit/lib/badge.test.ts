// @vitest-environment node
import { describe, expect, it } from "vitest";
import { badgeOf } from "../../../lib/badge.ts";
import { createTranslator } from "../../../lib/i18n.ts";
import type { Intent } from "../../../lib/storage/items.ts";
import type { Renewal } from "../../../lib/storage/service-items.ts";
import { sampleIntent, sampleRenewal } from "../../fakes/samples.ts";

const quiet = { text: "", title: "Llavero" };
const news = { text: "!", title: "Llavero: there is news of an API key" };
const intentsOf = (states: readonly Intent["state"][]) =>
  states.map((state, index) => sampleIntent({ id: `i${index}`, state }));
const renewalsOf = (states: readonly Renewal["state"][]) =>
  states.map((state, index) => sampleRenewal({ id: `r${index}`, state }));

describe("the badge", () => {
  it.each<[Intent["state"][], { text: string; title: string }]>([
    [[], quiet],
    [["sent"], quiet],
    [["received"], { text: "1", title: "Llavero: 1 new API key is waiting" }],
    [["received", "received", "sent"], { text: "2", title: "Llavero: 2 new API keys are waiting" }],
    [["lost"], news],
    [["unknown"], news],
    [["absent", "sent"], news],
    [["lost", "received"], { text: "1", title: "Llavero: 1 new API key is waiting" }],
  ])("of keys that are %j", (states, expected) => {
    expect(badgeOf(intentsOf(states), [], createTranslator("en"))).toEqual(expected);
  });

  it.each<[Renewal["state"][], string]>([
    [["sent"], ""],
    [["pending"], ""],
    [["received"], "1"],
    [["received", "pending", "received"], "2"],
    [["failed"], "!"],
    [["unfinished"], "!"],
    [["lost"], "!"],
    [["absent"], "!"],
    [["unknown", "sent"], "!"],
    [["failed", "received"], "1"],
  ])("of credentials that are %j is %j", (states, text) => {
    expect(badgeOf([], renewalsOf(states), createTranslator("en")).text).toBe(text);
  });

  it("counts keys and credentials together, and calls them by a word for both", () => {
    const badge = badgeOf(intentsOf(["received"]), renewalsOf(["received", "failed"]), createTranslator("en"));
    expect(badge).toEqual({ text: "2", title: "Llavero: 2 new secrets are waiting" });
    expect(badgeOf([], renewalsOf(["received"]), createTranslator("en")).title).toMatch(/1 new secret is/);
  });

  it("speaks the user’s language and names no key and no service", () => {
    const badge = badgeOf([sampleIntent({ state: "received", name: "ci-runner" })], [], createTranslator("es"));
    expect(badge.title).toMatch(/^Llavero: .*clave/);
    expect(badge.title).not.toContain("ci-runner");
    expect(badgeOf([], renewalsOf(["received"]), createTranslator("fr")).title).not.toContain("Objects");
  });
});
