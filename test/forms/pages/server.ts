/** Serves pages over loopback: under `127.0.0.1`, under `localhost`, and under any name that a browser maps there. */
import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { join } from "node:path";
import { createTemporaryFolder, deleteTemporaryFolder } from "../../e2e/browsers/temporary-folder.ts";
import type { FactPage } from "../facts.ts";
import { bundleApps } from "./bundle.ts";
import { layOut } from "./layout.ts";
import { pageHtml, type Variant, variants } from "./page.ts";

export interface PageServer {
  readonly origin: string;
  /** Another origin on the same machine. */
  readonly otherOrigin: string;
  readonly port: number;
  /** Puts HTML under a path of all origins; what was there before is replaced. */
  put(path: string, html: string): void;
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly facts?: readonly FactPage[];
  /** Pages of one's own need no apps. */
  readonly apps?: boolean;
}

/** Under this path nothing ever comes. */
export const NEVER = "/never";

const HTML = "text/html; charset=utf-8";

export const formPath = (facts: FactPage, variant: Variant): string => `/forms/${facts.name}/${variant}.html`;

export async function startPages({ facts = [], apps = true }: ServerOptions = {}): Promise<PageServer> {
  const folder = await createTemporaryFolder();
  if (apps) await bundleApps(folder);
  const pages = new Map<string, string>();

  const answer = async (path: string, response: ServerResponse) => {
    const html = pages.get(path) ?? findForm(facts, path);
    if (html !== undefined) return send(response, HTML, html);
    const [, app] = /^\/apps\/([\w.-]+\.js)$/.exec(path) ?? [];
    if (app !== undefined) return send(response, "text/javascript", await readFile(join(folder, app), "utf8"));
    const page = facts.find(({ name }) => path === `/forms/${name}/layout.json`);
    if (page !== undefined) return send(response, "application/json", JSON.stringify(layOut(page)));
    response.writeHead(404).end();
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://pages");
    if (pathname === NEVER) return;
    answer(pathname, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The pages have no port.");
  const { port } = address;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    otherOrigin: `http://localhost:${port}`,
    put: (path, html) => void pages.set(path, html),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await deleteTemporaryFolder(folder);
    },
  };
}

function findForm(facts: readonly FactPage[], path: string): string | undefined {
  for (const page of facts) {
    const variant = variants.find((one) => path === formPath(page, one));
    if (variant !== undefined) return pageHtml(page, variant);
  }
  return undefined;
}

function send(response: ServerResponse, type: string, content: string): void {
  response.writeHead(200, { "content-type": type, "cache-control": "no-store" }).end(content);
}
