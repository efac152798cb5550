// @vitest-environment node
import { execFileSync } from "node:child_process";
import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { asCurl, asDotenv, asHeader } from "../../../../lib/exports/api-key.ts";

const endpoint = "https://console.example.com/api/v2";

/** Keys that mean something to a shell, a `.env` file or both. */
const awkward = [
  "plain-KEY_123",
  "it's",
  "'''",
  "$HOME",
  "$(echo gone)",
  "`echo gone`",
  'say "hello"',
  "back\\slash",
  "ends with \\",
  "a b\tc",
  "!history !!",
  "*?[a]{b,c}~",
  "a;b&c|d>e<f#g",
  "%s %d %%",
  "-n --flag",
  "ñandú 🔑",
  'it\'s $HOME and `x` and \\ and "y"',
];

/** What a real shell makes of a script. */
const run = (script: string) => execFileSync("sh", ["-c", script], { encoding: "utf8" });

describe("a header", () => {
  it("is the one of the consoles’ reference", () => {
    expect(asHeader({ key: "abc", endpoint })).toBe("MC-Api-Key: abc");
  });
});

describe.each(awkward)("the key %j", (key) => {
  it("reaches curl as it is, in one argument", () => {
    const script = `curl() { for argument in "$@"; do printf '%s\\0' "$argument"; done; }\n${asCurl({ key, endpoint })}`;
    expect(run(script).split("\0")).toEqual(["--header", `MC-Api-Key: ${key}`, `${endpoint}/environments`, ""]);
  });

  it("is the value of the variable in a shell that reads the line", () => {
    expect(run(`${asDotenv({ key, endpoint })}\nprintf '%s' "$MC_API_KEY"`)).toBe(key);
  });

  it("stands on one line", () => {
    expect(asCurl({ key, endpoint })).not.toContain("\n");
    expect(asDotenv({ key, endpoint })).not.toContain("\n");
  });
});

describe("a .env line", () => {
  // a reader of .env files knows no escapes: a single quote together with others is beyond what the format can say
  it.each(awkward.filter((key) => !key.includes("'") || !/["\\$`]/.test(key)))("is read as it is meant: %j", (key) => {
    expect(parseEnv(asDotenv({ key, endpoint }))).toEqual({ MC_API_KEY: key });
  });

  it("keeps a key of several lines on one", () => {
    const line = asDotenv({ key: "one\ntwo", endpoint });
    expect(line).not.toContain("\n");
    expect(parseEnv(line)).toEqual({ MC_API_KEY: "one\ntwo" });
  });
});

describe("an endpoint", () => {
  it.each(["https://console.example.com/it's/$HOME", "https://console.example.com/a b&c"])(
    "reaches curl as it is: %j",
    (odd) => {
      const script = `curl() { printf '%s' "$3"; }\n${asCurl({ key: "k", endpoint: odd })}`;
      expect(run(script)).toBe(`${odd}/environments`);
    },
  );
});
