/** Starts shells, and programs in Python, once for many texts, and gives what they read. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type PosixShell = "bash" | "dash" | "zsh";
export type Shell = PosixShell | "fish" | "pwsh";
export type Strings = Readonly<Record<string, string | null>>;

const plain: Readonly<Record<Shell, readonly string[]>> = {
  bash: ["--norc", "--noprofile"],
  dash: [],
  zsh: ["-f"],
  fish: ["--no-config"],
  pwsh: ["-NoProfile", "-NonInteractive"],
};

export function hasProgram(name: string): boolean {
  return spawnSync(name, ["--version"], { stdio: "ignore" }).error === undefined;
}

/** Has each script read in turn, as a file, and then says what the variable holds. */
export function readVariable(shell: Shell, scripts: readonly string[], name: string): readonly string[] {
  const print = shell === "pwsh" ? `[Console]::Out.Write($env:${name} + [char]0)` : `printf '%s\\0' "$${name}"`;
  return runScript(shell, scripts.map((script) => `${script}\n${print}\n`).join(""));
}

/** What the shell calls a command with, call by call. */
export function readArguments(shell: PosixShell, command: string, calls: readonly string[]): readonly string[][] {
  const stand = `${command}() { printf '%s\\0' "$#" "$@"; }`;
  const words = [...runScript(shell, [stand, ...calls, ""].join("\n"))];
  return calls.map(() => words.splice(0, Number(words.shift())));
}

function runScript(shell: Shell, script: string): readonly string[] {
  const directory = mkdtempSync(join(tmpdir(), "llavero-shell-"));
  try {
    const file = join(directory, shell === "pwsh" ? "script.ps1" : "script");
    writeFileSync(file, script);
    return run(shell, [...plain[shell], file])
      .split("\0")
      .slice(0, -1);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Debian's own Python, whose packages the tools are. */
export function readWithPython<T>(tool: "literals" | "dotenv" | "swift", input: readonly unknown[]): T[] {
  const program = new URL("read.py", import.meta.url).pathname;
  return JSON.parse(run("/usr/bin/python3", [program, tool], JSON.stringify(input)));
}

/** Nothing of the developer's own, who may have sourced an openrc. */
function run(command: string, args: readonly string[], input = ""): string {
  const { PATH, PYTHONPATH } = process.env;
  const env = { PATH, ...(PYTHONPATH === undefined ? {} : { PYTHONPATH }), HOME: tmpdir(), LC_ALL: "C.UTF-8" };
  return execFileSync(command, args, {
    input,
    env,
    encoding: "utf8",
    maxBuffer: 1 << 30,
    stdio: ["pipe", "pipe", "inherit"],
  });
}
