/** The tools that prove exports, and how each tells its version. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bareEnvironment } from "./tool-home.ts";

type Source =
  | { readonly run: readonly [program: string, ...args: string[]] }
  /** Debian's, for what is no program or tells no version. */
  | { readonly debian: string }
  | { readonly npm: string }
  | { readonly version: string };

const tools = {
  openstack: { run: ["openstack", "--version"] },
  swift: { run: ["swift", "--version"] },
  aws: { run: ["aws", "--version"] },
  "@aws-sdk/client-s3": { npm: "@aws-sdk/client-s3" },
  rclone: { run: ["rclone", "version"] },
  s3cmd: { run: ["s3cmd", "--version"] },
  "python-swiftclient": { debian: "python3-swiftclient" },
  boto3: { debian: "python3-boto3" },
  curl: { run: ["curl", "--version"] },
  fetch: { version: "" },
  bash: { run: ["bash", "--version"] },
  "bash (pasted)": { run: ["bash", "--version"] },
  dash: { debian: "dash" },
  zsh: { run: ["zsh", "--version"] },
  fish: { run: ["fish", "--version"] },
  pwsh: { run: ["pwsh", "--version"] },
  "PowerShell’s rules (a substitute reader)": { version: "" },
  openstacksdk: { debian: "python3-openstacksdk" },
  botocore: { debian: "python3-botocore" },
  "go-ini": { debian: "golang-gopkg-ini.v1-dev" },
  HCL: { debian: "golang-github-hashicorp-hcl-v2-dev" },
  "sigs.k8s.io/yaml": { debian: "golang-k8s-sigs-yaml-dev" },
  PyYAML: { debian: "python3-yaml" },
  Python: { run: ["/usr/bin/python3", "--version"] },
  "python-dotenv": { debian: "python3-dotenv" },
  dotenv: { npm: "dotenv" },
  Node: { version: process.versions.node },
} as const satisfies Readonly<Record<string, Source>>;

export type Tool = keyof typeof tools;

export function isTool(name: string): name is Tool {
  return Object.hasOwn(tools, name);
}

const known = new Map<Tool, string>();

/** Empty for what has none. */
export function versionOf(tool: Tool): string {
  const version = known.get(tool) ?? read(tools[tool]);
  known.set(tool, version);
  return version;
}

function read(source: Source): string {
  if ("version" in source) return source.version;
  const text =
    "npm" in source ? npmVersion(source.npm) : "run" in source ? run(source.run) : debianVersion(source.debian);
  return /\d+(\.\d+)+/.exec(text)?.[0] ?? "";
}

function run([program, ...args]: readonly [string, ...string[]]): string {
  return execFileSync(program, args, { env: bareEnvironment(tmpdir()), encoding: "utf8" });
}

function debianVersion(name: string): string {
  // without the epoch, and what Debian adds behind is cut off by whoever looks for a number
  return run(["dpkg-query", "--show", "--showformat", `\${source:Upstream-Version}`, name]);
}

function npmVersion(name: string): string {
  const file = join(import.meta.dirname, "../../node_modules", name, "package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
