/** Starts the tools that configuration files are written for, once for many files, and gives what they read. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Reading = Readonly<Record<string, unknown>>;
type Files = Readonly<Record<string, string>>;

/** Debian's own Python, whose packages the tools are. */
const python = "/usr/bin/python3";

export function readWithPython(tool: "pyyaml" | "openstacksdk" | "botocore" | "s3cmd", files: readonly Files[]) {
  return JSON.parse(run(python, [here("read.py"), tool], JSON.stringify(files))) as Reading[];
}

export function readWithGo<T>(reader: "hcl" | "kubernetes-yaml" | "go-ini", input: string): T {
  return JSON.parse(run("go", ["run", here(`${reader}/main.go`)], input)) as T;
}

/** What rclone makes of its file, and what it still makes of it after it wrote it itself. */
export function readWithRclone(text: string): readonly Readonly<Record<string, Reading>>[] {
  const directory = mkdtempSync(join(tmpdir(), "llavero-rclone-"));
  const file = join(directory, "rclone.conf");
  try {
    writeFileSync(file, text);
    const rclone = (...args: string[]) => run("rclone", ["--config", file, ...args]);
    const first = JSON.parse(rclone("config", "dump"));
    rclone("config", "touch");
    rclone("config", "create", "another", "alias", "remote", "/tmp");
    if (readFileSync(file, "utf8") === text) throw new Error("rclone did not write its file");
    return [first, JSON.parse(rclone("config", "dump"))];
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function here(name: string): string {
  return new URL(name, import.meta.url).pathname;
}

/** Nothing of the developer's own: tools look into variables and into the home for what a file does not say. */
function run(command: string, args: readonly string[], input = ""): string {
  const environment = {
    PATH: process.env.PATH,
    HOME: join(tmpdir(), "llavero-no-home"),
    GOCACHE: join(tmpdir(), "llavero-go-cache"),
    GOPATH: "/usr/share/gocode",
    GO111MODULE: "off",
    PYTHONUTF8: "1",
  };
  return execFileSync(command, args, { input, env: environment, encoding: "utf8", maxBuffer: 1 << 30 });
}
