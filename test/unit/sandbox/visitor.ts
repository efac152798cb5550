/** A client with a cookie jar, as a browser would be, over real HTTP; it never follows a redirect by itself. */
import { ENDPOINT_PATH } from "../../sandbox/installation.ts";
import type { SandboxConsole } from "../../sandbox/sandbox.ts";

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // What came is looked at by assertions, field by field.
  // biome-ignore lint/suspicious/noExplicitAny: an assertion is the check.
  readonly json: any;
}

interface SignIn {
  readonly userName: string;
  readonly password: string;
  readonly organization?: string;
  readonly otp?: string;
}

/** A visitor of one console, signed out at first. */
export function createVisitor({ origin }: Pick<SandboxConsole, "origin">) {
  const jar = new Map<string, string>();
  let csrfToken: string | undefined;

  async function go(url: string, init: RequestInit = {}): Promise<Reply> {
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set("Cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(new URL(url, origin), { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    const text = await response.text();
    const isJson = response.headers.get("Content-Type")?.startsWith("application/json") && text !== "";
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
  }

  function api(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
    signal?: AbortSignal,
  ) {
    return go(`${ENDPOINT_PATH}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(csrfToken === undefined ? {} : { "X-CSRF-Token": csrfToken }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  }

  return {
    go,
    api,
    jar,
    post: (url: string, form: Record<string, string>) => go(url, { method: "POST", body: new URLSearchParams(form) }),
    async signIn({ userName, password, organization, otp }: SignIn): Promise<Reply> {
      const reply = await api("POST", "/session", { userName, password, organization, otp });
      csrfToken = reply.json?.data?.csrfToken;
      return reply;
    },
    /** Forgets the token, as a forged request would not have it. */
    forgetToken(): void {
      csrfToken = undefined;
    },
  };
}

export type Visitor = ReturnType<typeof createVisitor>;
