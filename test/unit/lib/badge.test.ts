// @vitest-environment node
import { describe, expect, it } from "vitest";
import { badgeOf } from "../../../lib/badge.ts";
import { createTranslator } from "../../../lib/i18n.ts";
import type { Intent } from "../../../lib/storage/items.ts";
import { sampleIntent } from "../../fakes/samples.ts";

const quiet = { text: "", title: "Llavero" };
const news = { text: "!", title: "Llavero: there is news of an API key" };

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
    const intents = states.map((state, index) => sampleIntent({ id: `i${index}`, state }));
    expect(badgeOf(intents, createTranslator("en"))).toEqual(expected);
  });

  it("speaks the user’s language and names no key", () => {
    const badge = badgeOf([sampleIntent({ state: "received", name: "ci-runner" })], createTranslator("es"));
    expect(badge.title).toMatch(/^Llavero: .*clave/);
    expect(badge.title).not.toContain("ci-runner");
  });
});
