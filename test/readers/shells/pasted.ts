/** Types scripts into an interactive bash, which has an eye on `!` that a bash with a script has not. */
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";

/** What the variable holds after each script. */
export function readPastedVariable(scripts: readonly string[], name: string): readonly string[] {
  // An earlier event, so that an expansion has something to find.
  const lines = ["true earlier", ...scripts.flatMap((script) => [script, `printf '%s\\0' "$${name}"`]), "exit", ""];
  const output = execFileSync("bash", ["--norc", "--noprofile", "-i"], {
    input: lines.join("\n"),
    env: { PATH: process.env.PATH, HOME: tmpdir(), LC_ALL: "C.UTF-8", HISTFILE: "/dev/null", PS1: "", PS2: "" },
    encoding: "utf8",
    maxBuffer: 1 << 30,
    // It complains that it has no terminal.
    stdio: ["pipe", "pipe", "ignore"],
  });
  return output.split("\0").slice(0, -1);
}
