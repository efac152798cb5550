/** Scores of hand-made outcomes: what the marks are taken from. */
import { describe, expect, it } from "vitest";
import type { FactField, FactPage } from "../facts.ts";
import type { Reading } from "../pages/apps/page-bench.ts";
import { rightValues, secretFactRoles } from "./samples.ts";
import { type Answers, type PageReadings, scorePage } from "./score.ts";
import { marks, percent, shortfalls, tally } from "./tally.ts";

const answers: Answers = { rightValues, secretRoles: secretFactRoles };
const [username = ""] = rightValues.username;
const [password = ""] = rightValues.password;
const [accessKey = ""] = rightValues.s3AccessKey;

function score(field: Partial<FactField>, after: Reading, rest: Partial<PageReadings> = {}) {
  const page: FactPage = {
    name: "page",
    kind: "negative",
    source: "",
    title: "",
    forms: [{ tag: "form", buttons: [], fields: [{ tag: "input", attributes: {}, ...field }] }],
  };
  const [only] = scorePage(
    page,
    { before: { "0.0": { value: "" } }, after: { "0.0": after }, state: null, ...rest },
    answers,
  );
  if (only === undefined) throw new Error("There is no score.");
  return only;
}

describe("a field that must be filled", () => {
  it.each([
    ["right with its value", { value: username }, "right"],
    ["missed when it is left alone", { value: "" }, "missed"],
    ["wrong with another value", { value: accessKey }, "wrong"],
    ["wrong with nearly its value", { value: `${username} ` }, "wrong"],
  ] as const)("is %s", (_, after, verdict) => {
    expect(score({ expect: "username" }, after)).toMatchObject({ verdict, isExpected: true, isMisplaced: false });
  });

  it("is right with an answer that is accepted", () => {
    const field = { accept: ["s3AccessKey", "username"] } as const;
    expect(score({ accept: [...field.accept] }, { value: username })).toMatchObject({
      verdict: "right",
      isExpected: true,
    });
    expect(score({ accept: [...field.accept] }, { value: "" }).verdict).toBe("missed");
  });

  it("is missed when the framework does not know of its value", () => {
    expect(score({ expect: "username" }, { value: username }, { state: { "0.0": "" } }).verdict).toBe("missed");
    expect(score({ expect: "username" }, { value: username }, { state: { "0.0": username } }).verdict).toBe("right");
  });

  it("is right by the text of a select as by its value", () => {
    expect(score({ tag: "select", expect: "region" }, { value: "1", text: "RegionTwo" }).verdict).toBe("right");
    expect(score({ tag: "select", expect: "region" }, { value: "RegionTwo", text: "Two" }).verdict).toBe("right");
    expect(score({ tag: "select", expect: "region" }, { value: "2", text: "RegionThree" }).verdict).toBe("wrong");
  });

  it.each(["3", "v3", "3.0"])("takes version %s", (value) => {
    expect(score({ expect: "identityApiVersion" }, { value }).verdict).toBe("right");
  });

  it("is right when it held its value already", () => {
    expect(score({ expect: "username" }, { value: username }, { before: { "0.0": { value: username } } }).verdict).toBe(
      "right",
    );
  });
});

describe("a field that need not be filled", () => {
  it("does not count when it may be filled, rightly or not at all", () => {
    expect(score({ optional: "region" }, { value: "RegionTwo" }).verdict).toBe("uncounted");
    expect(score({ optional: "region" }, { value: "" }).verdict).toBe("uncounted");
    expect(score({ optional: "region" }, { value: username }).verdict).toBe("wrong");
  });

  it("is a fault when nothing may be put there", () => {
    expect(score({ mustNotFill: true }, { value: username })).toMatchObject({ verdict: "wrong", isExpected: false });
    expect(score({ mustNotFill: true }, { value: "" }).verdict).toBe("uncounted");
    expect(score({ mustNotFill: true }, { value: "x" }, { before: { "0.0": { value: "x" } } }).verdict).toBe(
      "uncounted",
    );
  });

  it("does not count when it is neutral", () => {
    expect(score({}, { value: username })).toMatchObject({ verdict: "uncounted", isMisplaced: false });
  });
});

describe("a secret", () => {
  it("is misplaced anywhere but where it is wanted", () => {
    expect(score({}, { value: password }).isMisplaced).toBe(true);
    expect(score({ mustNotFill: true }, { value: password }).isMisplaced).toBe(true);
    expect(score({ expect: "username" }, { value: password }).isMisplaced).toBe(true);
    expect(score({ expect: "s3SecretKey" }, { value: password }).isMisplaced).toBe(true);
    expect(score({ optional: "region" }, { value: `x${password}y` }).isMisplaced).toBe(true);
  });

  it("is in its place where it is wanted, accepted or allowed", () => {
    expect(score({ expect: "password" }, { value: password }).isMisplaced).toBe(false);
    expect(score({ optional: "password" }, { value: password }).isMisplaced).toBe(false);
    expect(score({ accept: ["s3SecretKey", "password"] }, { value: password }).isMisplaced).toBe(false);
  });

  it("is misplaced in the state alone, too", () => {
    expect(score({}, { value: "" }, { state: { "0.0": password } }).isMisplaced).toBe(true);
  });
});

describe("the sums", () => {
  const right = score({ expect: "username" }, { value: username });
  const missed = score({ expect: "username" }, { value: "" });
  const wrong = score({ mustNotFill: true }, { value: username });
  const misplaced = score({}, { value: password });

  it("are parts of what was put, and of what was asked for", () => {
    expect(tally([right, right, right, missed, wrong])).toEqual({
      expected: 4,
      right: 3,
      missed: 1,
      wrong: 1,
      misplaced: 0,
      precision: 0.75,
      recall: 0.75,
    });
  });

  it("count a wrong field that was asked for against both", () => {
    const swapped = score({ expect: "username" }, { value: accessKey });
    expect(tally([right, swapped])).toMatchObject({ precision: 0.5, recall: 0.5 });
  });

  it("are full where nothing was to be done and nothing was", () => {
    expect(tally([])).toMatchObject({ precision: 1, recall: 1 });
  });

  it("are held against the marks", () => {
    expect(shortfalls("x", tally([right]))).toEqual([]);
    expect(shortfalls("x", tally([right, misplaced]))).toEqual([expect.stringContaining("1 secrets")]);
    expect(shortfalls("x", tally([right], 1))).toHaveLength(1);
    expect(shortfalls("x", tally([right, missed, wrong]))).toHaveLength(2);
    expect(marks).toEqual({ misplaced: 0, precision: 0.99, recall: 0.97 });
  });

  it("are cut when written", () => {
    expect(percent(0.98999)).toBe("98.9 %");
    expect(percent(1)).toBe("100.0 %");
  });
});
