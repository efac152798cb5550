/** Starting and stopping an HTTP server on an address of this machine. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Listening {
  readonly origin: string;
  /** Handed over once it exists: a handler has to know its own origin and its neighbours'. */
  serve(handler: Handler): void;
  /** Stops listening and hangs up on everybody. */
  close(): Promise<void>;
  /** Resolves when no handler is at work any more. */
  idle(): Promise<void>;
}

/** Listens on a port, 0 being any free one. A port that is taken is told in a sentence. */
export async function listen(host: string, port: number): Promise<Listening> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explain(error, host, port)));
    server.listen(port, host, resolve);
  });
  // With a port it listens on an address, never on a pipe.
  const { port: actual } = server.address() as AddressInfo;
  const working = new Set<Promise<void>>();
  return {
    origin: `http://${host.includes(":") ? `[${host}]` : host}:${actual}`,
    serve: (handler) => {
      server.on("request", (request, response) => {
        const work = handler(request, response).finally(() => working.delete(work));
        working.add(work);
      });
    },
    close: () => close(server),
    idle: async () => {
      await Promise.allSettled(working);
    },
  };
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code !== "EADDRINUSE") return error;
  const sentence = `Port ${port} on ${host} is taken by another program: stop it, or choose another port.`;
  return new Error(sentence, { cause: error });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
