/** What is made to be pasted is what an interactive bash takes, which has an eye on `!`. */
import { expect, it } from "vitest";
import { curl } from "../../../lib/exports/formats/curl.ts";
import { openrcV3 } from "../../../lib/exports/formats/openrc-v3.ts";
import { swiftCli } from "../../../lib/exports/formats/swift-cli.ts";
import { consoleKeyOf, keystoneOf } from "../../fakes/credentials.ts";
import { readPastedVariable } from "../../readers/shells/pasted.ts";
import { proven } from "../proof.ts";
import { type Carried, carriedBy, expectEach } from "./carried.ts";

const textsOf = (carried: readonly Carried[]) => carried.map(({ files }) => Object.values(files).join(""));

it("openrc, variables", () => {
  const carried = carriedBy({ format: openrcV3, credentialsOf: keystoneOf });
  expectEach(carried, readPastedVariable(textsOf(carried), "OS_PASSWORD"), ({ secret }) => secret);
  proven("read", openrcV3, "bash (pasted)");
});

it.each([
  {
    format: swiftCli,
    command: "swift",
    credentialsOf: keystoneOf,
    refusing: 0.35,
    wordOf: (secret: string) => `--os-password=${secret}`,
  },
  {
    format: curl,
    command: "curl",
    credentialsOf: consoleKeyOf,
    refusing: 0,
    wordOf: (secret: string) => `MC-Api-Key: ${secret}`,
  },
])("$format.id, words", ({ format, command, wordOf, ...options }) => {
  const carried = carriedBy({ format, ...options });
  // in the shell itself: a process for each would take minutes
  const stand = `${command}() { printf -v words '%s\\036' "$@"; }`;
  const [, ...read] = readPastedVariable([stand, ...textsOf(carried)], "words");
  const words = read.map((line) => line.split("\x1e").slice(0, -1));
  expect(words).toHaveLength(carried.length);
  expectEach(carried, words, ({ secret }) => expect.arrayContaining([wordOf(secret)]));
  proven("read", format, "bash (pasted)");
});
