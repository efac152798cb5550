/** A home folder to run command-line tools in, which know nothing of the real one or of the environment around. */
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface ToolOptions {
  /** On top of the little that every tool gets: a path, a home and a language. */
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  /** Milliseconds; what takes longer is killed, with its children. */
  readonly timeout?: number;
}

export interface ToolResult {
  /** Null for what was killed. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const TIMEOUT = 30_000;

export class ToolHome {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  /** @param files by their paths from the home folder, such as `.aws/credentials` */
  static async create(files: Readonly<Record<string, string>> = {}): Promise<ToolHome> {
    const home = new ToolHome(await mkdtemp(join(tmpdir(), "llavero-home-")));
    for (const [path, text] of Object.entries(files)) await home.write(path, text);
    return home;
  }

  async write(path: string, text: string | Uint8Array): Promise<void> {
    const file = join(this.path, path);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, text, { mode: 0o600 });
  }

  read(path: string): Promise<string> {
    return readFile(join(this.path, path), "utf8");
  }

  /** Runs a script in bash, as if it was typed: `source openrc.sh && openstack token issue`. */
  bash(script: string, options?: ToolOptions): Promise<ToolResult> {
    return this.run("bash", ["--noprofile", "--norc", "-c", script], options);
  }

  /** Runs a program in the home folder. */
  run(command: string, args: readonly string[], options: ToolOptions = {}): Promise<ToolResult> {
    const { promise, resolve, reject } = Promise.withResolvers<ToolResult>();
    const env = { ...bareEnvironment(this.path), ...options.env };
    // In a group of its own, so that a script ends with what it started.
    const child = spawn(command, args, { cwd: this.path, env, detached: true });
    const timer = setTimeout(() => killGroup(child.pid), options.timeout ?? TIMEOUT);
    const stdout = collect(child.stdout);
    const stderr = collect(child.stderr);
    child.stdin.on("error", () => {}); // Some tools end without having read it.
    child.stdin.end(options.stdin ?? "");
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on("close", (status) => {
      clearTimeout(timer);
      resolve({ status, stdout: stdout(), stderr: stderr() });
    });
    return promise;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}

/** No clouds, no proxies and no Python but Debian's own. */
export function bareEnvironment(home: string): Record<string, string> {
  const mark = process.env.LLAVERO_CI_RUN;
  return {
    PATH: "/usr/sbin:/usr/bin:/sbin:/bin",
    HOME: home,
    TMPDIR: home,
    LANG: "C.UTF-8",
    LC_ALL: "C.UTF-8",
    no_proxy: "*",
    NO_PROXY: "*",
    // Amazon's metadata service would be asked for what a profile does not say.
    AWS_EC2_METADATA_DISABLED: "true",
    // By this, .ci/run finds what is left over.
    ...(mark === undefined ? {} : { LLAVERO_CI_RUN: mark }),
  };
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString("utf8");
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended in between.
  }
}
