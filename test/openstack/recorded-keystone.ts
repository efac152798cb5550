/**
 * A Keystone v2.0 and a Swift that only record what they are sent: no release of today has the old version any more, but
 * `swift` still speaks it.
 */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  /** Keystone's token, where there is one. */
  readonly token: string | undefined;
  /** Parsed where it is JSON; null where there is none. */
  readonly body: unknown;
}

export interface RecordedKeystone extends AsyncDisposable {
  /** Ends with `/v2.0`. */
  readonly authUrl: string;
  readonly requests: readonly RecordedRequest[];
}

export const recordedToken = "a-recorded-token";
const storagePath = "/v1/AUTH_recorded";

/** @param region what the catalog calls the only region */
export async function startRecordedKeystone(region = "RegionOne"): Promise<RecordedKeystone> {
  const requests: RecordedRequest[] = [];
  const server = createServer(async (request, response) => {
    const { method = "", url: path = "", headers } = request;
    const body = parse(await read(request));
    requests.push({ method, path, token: headers["x-auth-token"]?.toString(), body });
    if (path === "/v2.0/tokens" && !isPassword(body)) {
      response.statusCode = 401;
      response.end();
    } else if (path === "/v2.0/tokens" && method === "POST") {
      response.setHeader("Content-Type", "application/json");
      response.end(JSON.stringify(access(origin, region)));
    } else if (path.startsWith(storagePath) && method === "GET") {
      response.setHeader("Content-Type", "application/json");
      response.end("[]");
    } else {
      response.statusCode = path.startsWith(storagePath) ? 204 : 404;
      response.end();
    }
  });
  const listening = Promise.withResolvers<void>();
  server.once("error", listening.reject).listen(0, "127.0.0.1", listening.resolve);
  await listening.promise;
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    authUrl: `${origin}/v2.0`,
    requests,
    async [Symbol.asyncDispose]() {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      server.closeAllConnections();
      await closed.promise;
    },
  };
}

/** All that Keystone itself took; Rackspace's had another form. */
export function isPassword(body: unknown): boolean {
  const { auth } = (body ?? {}) as { auth?: object };
  return auth !== undefined && "passwordCredentials" in auth;
}

/** https://docs.openstack.org/archive/api-ref/identity/v2/ */
function access(origin: string, region: string): object {
  const url = `${origin}${storagePath}`;
  const endpoint = { region, publicURL: url, internalURL: url, adminURL: url };
  return {
    access: {
      token: {
        id: recordedToken,
        issued_at: new Date().toISOString(),
        expires: new Date(Date.now() + 3_600_000).toISOString(),
        tenant: { id: "recorded", name: "recorded", enabled: true },
      },
      user: { id: "recorded", name: "recorded", username: "recorded", roles: [{ name: "member" }], roles_links: [] },
      serviceCatalog: [{ type: "object-store", name: "swift", endpoints: [endpoint], endpoints_links: [] }],
      metadata: { is_admin: 0, roles: [] },
    },
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString("utf8");
}

function parse(text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
