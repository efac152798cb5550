/** Servers that are no console: what a person may reach by a wrong address. */
import { readFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";

export interface OddServer {
  readonly origin: string;
  close(): Promise<void>;
}

async function listen(server: Server, scheme: "http" | "https"): Promise<OddServer> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${scheme}://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A plain server that answers everything the same way. */
export function serve(listener: RequestListener): Promise<OddServer> {
  return listen(createServer(listener), "http");
}

/** A server whose certificate nobody vouches for. The key is for this test alone. */
export function serveUntrusted(): Promise<OddServer> {
  const file = (name: string) => readFileSync(new URL(`../certificates/${name}`, import.meta.url));
  const options = { key: file("untrusted-key.pem"), cert: file("untrusted.pem") };
  return listen(
    createSecureServer(options, (_, response) => response.end("{}")),
    "https",
  );
}
