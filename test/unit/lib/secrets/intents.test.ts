// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { ApiKey } from "../../../../lib/console/console.ts";
import { alignAfterRestart, alignWithSecrets, type Evidence, settleAll } from "../../../../lib/secrets/intents.ts";
import type { Intent } from "../../../../lib/storage/items.ts";
import { sampleIntent, sampleKey } from "../../../fakes/samples.ts";

const startedAt = Date.UTC(2026, 4, 1, 12);
const minute = 60_000;
const at = (time: number) => new Date(time).toISOString();
const intentOf = (change: Partial<Intent> = {}) => sampleIntent({ startedAt, ...change });
/** What a list says of one intent; `claimed` are keys that others have. */
const settle = (intent: Intent, list: Evidence, claimed: ReadonlySet<string>) => {
  const others = [...claimed].map((keyId) => sampleIntent({ id: `has ${keyId}`, name: "other", state: "lost", keyId }));
  return settleAll([...others, intent], list).at(-1) ?? intent;
};
/** A list that says of itself that it is complete. */
const listed = (keys: readonly ApiKey[], change: Partial<Evidence> = {}): Evidence => ({
  keys,
  reported: keys.length,
  unreadable: 0,
  ...change,
});
const keyOf = (change: Partial<ApiKey> = {}) => sampleKey("ci", { id: "k1", creationDate: at(startedAt), ...change });

/** When a key was made, and whether that is the time of the intent. */
const times: readonly (readonly [string, Partial<Intent>, string | null, boolean])[] = [
  ["just then", {}, at(startedAt), true],
  ["long before", {}, at(startedAt - 10 * minute), false],
  ["a little before, by a clock a little off", {}, at(startedAt - minute), true],
  ["a little too long before", {}, at(startedAt - minute - 1), false],
  ["as late as a request can last", {}, at(startedAt + 6 * minute), true],
  ["later than any request lasts", {}, at(startedAt + 6 * minute + 1), false],
  ["nobody knows when", {}, null, true],
  ["at a time that is none", {}, "just now", true],
  ["by a clock 2 hours behind", { clockOffset: -120 * minute }, at(startedAt - 120 * minute), true],
  ["before, by a clock 2 hours ahead", { clockOffset: 120 * minute }, at(startedAt + 60 * minute), false],
  ["half an hour before, by a clock nobody knows", { clockOffset: null }, at(startedAt - 30 * minute), true],
];

describe("an unsettled intent", () => {
  it.each<[string, Partial<Intent>, Partial<ApiKey>, boolean]>([
    ["a key of that name", {}, {}, true],
    ["a key of another name", {}, { name: "CI" }, false],
    ["a key that bore the name before", { namesakes: ["k1"] }, {}, false],
  ])("looks at %s", (_what, change, keyChange, isMatch) => {
    const intent = intentOf(change);
    const key = keyOf(keyChange);
    const expected = isMatch ? { state: "lost", keyId: "k1" } : { state: "absent", keyId: null };
    expect(settle(intent, listed([sampleKey("other"), key]), new Set())).toEqual({ ...intent, ...expected });
  });

  it.each(times)("takes a key that is new under its name for its own: made %s", (_when, change, creationDate) => {
    expect(settle(intentOf(change), listed([keyOf({ creationDate })]), new Set())).toMatchObject({ state: "lost" });
  });

  it("is not matched with a key of another day, which somebody gave its name", () => {
    for (const days of [-3 * 365, -2, 2]) {
      const key = keyOf({ creationDate: at(startedAt + days * 24 * 60 * minute) });
      expect(settle(intentOf(), listed([key]), new Set())).toMatchObject({ state: "absent", keyId: null });
    }
  });

  it("is not matched with a key that another intent has", () => {
    expect(settle(intentOf(), listed([keyOf()]), new Set(["k1"]))).toMatchObject({ state: "absent" });
    const keys = [keyOf(), keyOf({ id: "k2" })];
    expect(settle(intentOf(), listed(keys), new Set(["k1"]))).toMatchObject({ state: "lost", keyId: "k2" });
  });

  it("is matched with the key made next after it, wherever that stands in the list", () => {
    const keys = [keyOf({ id: "later", creationDate: at(startedAt + 3 * minute) }), keyOf({ id: "its own" })];
    expect(settle(intentOf(), listed(keys), new Set())).toMatchObject({ keyId: "its own" });
    expect(settle(intentOf(), listed(keys.toReversed()), new Set())).toMatchObject({ keyId: "its own" });
  });

  it.each<[Intent["state"], Partial<Evidence>, Intent["state"]]>([
    ["sent", {}, "absent"],
    ["unknown", { reported: null }, "absent"],
    ["sent", { reported: 2 }, "unknown"],
    ["sent", { unreadable: 1 }, "unknown"],
    ["unknown", { reported: 2 }, "unknown"],
    ["absent", { reported: 2 }, "absent"],
  ])("that is %s and not found in a list with %j is %s", (state, change, expected) => {
    const intent = intentOf({ state });
    expect(settle(intent, listed([sampleKey("other")], change), new Set())).toEqual({ ...intent, state: expected });
  });

  it("is found in a list with gaps as well", () => {
    expect(settle(intentOf(), listed([keyOf()], { reported: 9, unreadable: 2 }), new Set())).toMatchObject({
      state: "lost",
      keyId: "k1",
    });
  });

  it("that was absent may yet be found", () => {
    const absent = settle(intentOf(), listed([]), new Set());
    expect(absent.state).toBe("absent");
    expect(settle(absent, listed([keyOf()]), new Set())).toMatchObject({ state: "lost", keyId: "k1" });
  });
});

describe("all intents of a console", () => {
  const sent = (id: string, after: number, change: Partial<Intent> = {}) =>
    intentOf({ id, startedAt: startedAt + after, ...change });
  const made = (id: string, after: number) => keyOf({ id, creationDate: at(startedAt + after) });
  const summary = (intents: readonly Intent[], keys: readonly ApiKey[]) =>
    settleAll(intents, listed(keys)).map(({ id, state, keyId, strays }) => [id, state, keyId, ...strays]);

  it.each([
    ["as they were made", [made("k1", 0), made("k2", 3 * minute)]],
    ["the other way round", [made("k2", 3 * minute), made("k1", 0)]],
  ])("are each matched with their own key, listed %s", (_what, keys) => {
    expect(summary([sent("a", 0), sent("b", 3 * minute)], keys)).toEqual([
      ["a", "lost", "k1"],
      ["b", "lost", "k2"],
    ]);
  });

  it("share no key", () => {
    expect(summary([sent("a", 0), sent("b", 0)], [made("k1", 0)])).toEqual([
      ["a", "lost", "k1"],
      ["b", "absent", null],
    ]);
  });

  it("have the keys that the same request made beside theirs, each once", () => {
    const received = sent("a", 0, { state: "received", keyId: "k1" });
    const keys = [made("k1", 0), made("k2", 100), made("old", -10 * minute), made("new", 10 * minute)];
    expect(summary([received, sent("b", 0, { state: "lost", keyId: "k9" })], keys)).toEqual([
      ["a", "received", "k1", "k2"],
      ["b", "lost", "k9"],
    ]);
  });

  it.each(times)("take a second key for a slip of their request only if it is of their time: made %s", (...row) => {
    const [, change, creationDate, isOfThatTime] = row;
    const received = sent("a", 0, { ...change, state: "received", keyId: "k1" });
    const second = keyOf({ id: "k2", creationDate });
    const expected = isOfThatTime ? ["a", "received", "k1", "k2"] : ["a", "received", "k1"];
    expect(summary([received], [made("k1", 0), second])).toEqual([expected]);
  });

  it("that know of no time take nothing that is years old for theirs", () => {
    const received = sent("a", 0, { state: "received", keyId: "k1", clockOffset: null });
    expect(summary([received], [made("k1", 0), made("years old", -3 * 365 * 24 * 60 * minute)])).toEqual([
      ["a", "received", "k1"],
    ]);
  });

  it("find the key of one that arrived without an id, whether its value is still here or not", () => {
    expect(summary([sent("a", 0, { state: "received" })], [made("k1", 0)])).toEqual([["a", "received", "k1"]]);
    expect(summary([sent("a", 0, { state: "lost" })], [made("k1", 0)])).toEqual([["a", "lost", "k1"]]);
    expect(summary([sent("a", 0, { state: "lost" })], [])).toEqual([["a", "lost", null]]);
  });

  it("are left alone while a key of their name is being made", () => {
    const waiting = [sent("a", 0, { state: "unknown" }), sent("b", 0, { state: "received", keyId: "k1" })];
    expect(settleAll(waiting, listed([made("k1", 0), made("k2", 0)]), new Set(["ci"]))).toEqual(waiting);
    expect(summary(waiting, [made("k1", 0), made("k2", 0)])).toEqual([
      ["a", "lost", "k2"],
      ["b", "received", "k1"],
    ]);
  });

  it("lose sight of a stray that is gone", () => {
    const received = sent("a", 0, { state: "received", keyId: "k1", strays: ["k2"] });
    expect(summary([received], [made("k1", 0)])).toEqual([["a", "received", "k1"]]);
  });
});

describe("an intent in the light of the secrets that are there", () => {
  it.each<[Intent["state"], boolean, Intent["state"]]>([
    ["sent", true, "received"],
    ["sent", false, "sent"],
    ["received", true, "received"],
    ["received", false, "lost"],
    ["lost", true, "received"],
    ["lost", false, "lost"],
    ["absent", true, "received"],
    ["absent", false, "absent"],
  ])("that is %s, with its secret %s, is %s", (state, hasSecret, expected) => {
    const intent = intentOf({ state });
    expect(alignWithSecrets(intent, (id) => hasSecret && id === "intent")).toEqual({ ...intent, state: expected });
  });

  it.each<[Intent["state"], boolean, Intent["state"]]>([
    ["sent", false, "unknown"],
    ["sent", true, "received"],
    ["unknown", false, "unknown"],
    ["received", false, "lost"],
    ["absent", false, "absent"],
  ])("that was %s at the worker’s end, with its secret %s, is %s", (state, hasSecret, expected) => {
    const intent = intentOf({ state });
    expect(alignAfterRestart(intent, () => hasSecret)).toEqual({ ...intent, state: expected });
  });

  it("is the very same when nothing changes, so that nothing is written", () => {
    const intent = intentOf({ state: "received" });
    expect(alignWithSecrets(intent, () => true)).toBe(intent);
    const sent = intentOf();
    expect(alignWithSecrets(sent, () => false)).toBe(sent);
  });
});
