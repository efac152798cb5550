/** Scripts for a shell, read by one: for the tests of openrc files. */
import { execFileSync } from "node:child_process";
import { readByShell } from "./carried.ts";

/** What a shell holds after it has read a file in an environment where everything was something else. */
export function environmentAfter(script: string, before: Record<string, string> = {}): Record<string, string> {
  const env = { ...before, PATH: process.env.PATH };
  const out = execFileSync("sh", ["-c", `${script}\nenv -0`], { env, encoding: "utf8" });
  const pairs = out.split("\0").map((line): [string, string] => {
    const at = line.indexOf("=");
    return [line.slice(0, at), line.slice(at + 1)];
  });
  return Object.fromEntries(pairs.filter(([name]) => /^(OS|ST)_/.test(name)));
}

/** What `sh` takes for the password, file by file. */
export const passwords = (texts: readonly string[]) =>
  readByShell(texts.map((text) => `${text}printf '%s\\0' "$OS_PASSWORD"`));

export const stale = {
  OS_AUTH_TYPE: "v3applicationcredential",
  OS_APPLICATION_CREDENTIAL_ID: "other",
  OS_TOKEN: "other",
  OS_CLOUD: "other",
  OS_PROJECT_ID: "other",
  OS_TENANT_NAME: "other",
  OS_USER_ID: "other",
  OS_REGION_NAME: "other",
  OS_DOMAIN_NAME: "other",
  ST_AUTH_VERSION: "1.0",
  OS_CACERT: "/etc/ssl/own.pem",
};
