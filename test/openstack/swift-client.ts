/** Another client, for what the tools did in truth: it knows the cloud's credentials from the cloud and not from exports. */
import type { Cloud, CloudUser } from "./cloud-schema.ts";

export interface SwiftClient {
  readonly read: (container: string, object: string) => Promise<string>;
  readonly write: (container: string, object: string, text: string) => Promise<void>;
}

/** The containers of the user's first project, which are the buckets of its S3 key as well. */
export async function openSwift(cloud: Cloud, user: CloudUser): Promise<SwiftClient> {
  const [project] = user.projects;
  const token = await issueToken(cloud.authUrl, {
    identity: {
      methods: ["password"],
      password: { user: { id: user.id, password: user.password } },
    },
    scope: { project: { id: project.id } },
  });
  const send = async (path: string, init: RequestInit = {}) => {
    const url = `${cloud.swift}/v1/AUTH_${project.id}/${path}`;
    const response = await fetch(url, { ...init, headers: { "X-Auth-Token": token } });
    const text = await response.text();
    if (!response.ok) throw new Error(`${init.method ?? "GET"} ${path} answered ${response.status}: ${text}`);
    return text;
  };
  return {
    read: (container, object) => send(`${container}/${object}`),
    async write(container, object, text) {
      await send(container, { method: "PUT" });
      await send(`${container}/${object}`, { method: "PUT", body: text });
    },
  };
}

/** @throws Error unless Keystone issues one. */
export async function issueToken(authUrl: string, auth: object): Promise<string> {
  const response = await fetch(`${authUrl}/auth/tokens`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ auth }),
  });
  const token = response.headers.get("x-subject-token");
  if (token === null) throw new Error(`Keystone answered ${response.status}: ${await response.text()}`);
  return token;
}
