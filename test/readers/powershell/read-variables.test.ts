/** The stand-in for PowerShell, by examples of about_Quoting_Rules and about_Special_Characters. */
import { describe, expect, it } from "vitest";
import { readVariables } from "./read-variables.ts";

describe("a string", () => {
  it.each([
    ["'plain'", "plain"],
    ["''", ""],
    ["'it''s'", "it's"],
    ["'''quoted'''", "'quoted'"],
    ["'a \"b\" $c `d \\e'", 'a "b" $c `d \\e'],
    ["'two\nlines'", "two\nlines"],
    // Typographic quotes are quotes, also to each other.
    ["‘plain’", "plain"],
    ["'don’’t'", "don’t"],
    ["'don‘’t'", "don’t"],
    ["“plain„", "plain"],
    ['"it\'s"', "it's"],
    ['"a ""b"""', 'a "b"'],
    ['"`$c ``d `"e`" `n`t`0`u{1F600}"', '$c `d "e" \n\t\0😀'],
    ['"100$ $"', "100$ $"],
    ["'a' + 'b'", "ab"],
    ["-join ('a', [char]0x2019, 'b', [char]10)", "a’b\n"],
    ["-join ('a',\n  'b')", "ab"],
  ])("%s", (written, read) => {
    expect(readVariables(`$env:NAME = ${written}`)).toEqual({ NAME: read });
  });
});

it("reads assignments, comments and removals one after the other", () => {
  const script =
    "# it's a comment\r\n$env:A = '1' # another\r\n$Env:B='2'; $env:C = '3'\nRemove-Item -Path Env:B, Env:X\n";
  expect(readVariables(script)).toEqual({ A: "1", C: "3" });
});

it.each([
  "$env:A = 'don’t'",
  "$env:A = 'open",
  '$env:A = "$HOME"',
  '$env:A = "$(id)"',
  "$env:A = word",
  "$env:A = 'a' 'b'",
  "$env:A = 'a' + ",
  "$env:A = 'a'; Invoke-Expression 'b'",
  "$env:A = 'a' | Out-Null",
  "@'\na\n'@",
])("refuses %j", (script) => {
  expect(() => readVariables(script)).toThrow();
});
