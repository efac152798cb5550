/** The readers of shells and programs, by examples written by hand. */
import { describe, expect, it } from "vitest";
import { readPastedVariable } from "./shells/pasted.ts";
import { readArguments, readVariable, readWithPython } from "./shells/readers.ts";

const posix = [
  ["A='$HOME `id` \\ \"x\" !! # é'", '$HOME `id` \\ "x" !! # é'],
  ["A='it'\\''s'", "it's"],
  ["A='two\nlines'\n", "two\nlines"],
  ["A=", ""],
] as const;

describe.each(["bash", "dash", "zsh"] as const)("%s", (shell) => {
  it("reads variables", () => {
    const read = readVariable(
      shell,
      posix.map(([script]) => script),
      "A",
    );
    expect(read).toEqual(posix.map(([, value]) => value));
  });

  it("reads the words of a command", () => {
    const calls = ["tool -k='it'\\''s' '' 'a b'", "tool", "tool 'two\nlines' \\\n  é"];
    expect(readArguments(shell, "tool", calls)).toEqual([["-k=it's", "", "a b"], [], ["two\nlines", "é"]]);
  });
});

it("fish reads variables", () => {
  const scripts = ["set -gx A 'it\\'s \\\\ $HOME (id)'", 'set -gx A "two\nlines"', "set -gx A ''"];
  expect(readVariable("fish", scripts, "A")).toEqual(["it's \\ $HOME (id)", "two\nlines", ""]);
});

it("an interactive bash expands what a script's does not", () => {
  const scripts = ["A='a!!b'", 'A="!tr"', "A='it'\\''s !tr'", "A='two\nlines !!'"];
  const [inSingle, inDouble, ...others] = readPastedVariable(scripts, "A");
  expect(inSingle).toBe("a!!b");
  expect(inDouble).toBe("true earlier");
  expect(others).toEqual(["it's !tr", "two\nlines !!"]);
});

it("Python reads the literals of calls", () => {
  const program = "f(a='it\\'s', b=\"\\u00e9\\n\", c=g(d=None, e='\\\\'), h=x)";
  expect(readWithPython("literals", [program])).toEqual([{ a: "it's", b: "é\n", d: null, e: "\\" }]);
});

it("python-dotenv reads quotes and expands variables", () => {
  const texts = ["A='$B \\'x\\''\nB=\"a\\nb\"\nC=plain # comment", `A=\${B}c\n`];
  expect(readWithPython("dotenv", texts)).toEqual([{ A: "$B 'x'", B: "a\nb", C: "plain" }, { A: "c" }]);
});

it("swift reads its options", () => {
  const words = ["--os-username=-a", "--os-password=-p w", "--os-auth-url", "http://a/v3", "list"];
  const [read] = readWithPython("swift", [words]);
  expect(read).toMatchObject({ user: "-a", key: "-p w", auth: "http://a/v3", arguments: "list" });
});
