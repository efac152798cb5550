/** The web pages of one console: finds the route of a request, and sends strangers to the sign-in page. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { squareLogo } from "../brands.ts";
import { type Answer, redirect, send, text } from "../http/answer.ts";
import { readCookie } from "../http/cookies.ts";
import { readBody } from "../http/read-body.ts";
import { notFound, Refusal } from "../http/refusal.ts";
import { ENDPOINT_PATH, type Installation } from "../installation.ts";
import { credentialPages } from "./credential-pages.ts";
import { html } from "./html.ts";
import { alert, page } from "./layout.ts";
import { loginPages } from "./login-pages.ts";
import { type PageCall, type PageRoute, visitorOf } from "./page-route.ts";
import { ssoPages } from "./sso-pages.ts";
import { styleSheet } from "./style-sheet.ts";
import { sentenceFor, wordsIn } from "./words.ts";

const plainPages: readonly PageRoute[] = [
  { method: "GET", path: /^\/$/, access: "anyone", handle: () => redirect("/api-credentials") },
  {
    method: "GET",
    path: /^\/api-docs$/,
    access: "anyone",
    handle: (_call, { brand, origin }) => {
      const words = wordsIn[brand.language];
      const main = html`<p>${words.documentationText}</p><p><code>${origin}${ENDPOINT_PATH}</code></p>`;
      return page(brand, { title: words.documentation, main });
    },
  },
  {
    method: "GET",
    path: /^\/style\.css$/,
    access: "anyone",
    handle: (_call, { brand }) => text(200, "text/css; charset=utf-8", styleSheet(brand.primaryColor)),
  },
  {
    method: "GET",
    path: /^\/logo\.svg$/,
    access: "anyone",
    handle: (_call, { brand }) => text(200, "image/svg+xml", squareLogo(brand)),
  },
];

const routes = [...plainPages, ...loginPages, ...ssoPages, ...credentialPages];

/** Serves one page. */
export async function servePage(
  installation: Installation,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
): Promise<void> {
  const form = new URLSearchParams(await readBody(request));
  const cookie = (name: string) => readCookie(request.headers.cookie, name);
  const call = { path, query, form, parameters: [], cookie };
  try {
    refuseForeignForm(request, installation);
    send(response, await answer(request.method ?? "GET", call, installation));
  } catch (error) {
    send(response, failurePage(error, installation));
  }
}

async function answer(method: string, call: PageCall, installation: Installation): Promise<Answer> {
  const route = routes.find((candidate) => candidate.method === method && candidate.path.test(call.path));
  if (!route) throw notFound({ path: call.path });
  const matched = { ...call, parameters: route.path.exec(call.path)?.slice(1) ?? [] };
  if (route.access === "anyone") return await route.handle(matched, installation);
  const visitor = visitorOf(call, installation);
  return visitor ? await route.handle(matched, installation, visitor) : redirect("/login");
}

/** Covers the forms that come before there is a session, and with it a token, to check. */
function refuseForeignForm({ method, headers }: IncomingMessage, { origin }: Installation): void {
  const own = [origin, `http://${headers.host}`];
  if (method === "GET" || headers.origin === undefined || own.includes(headers.origin)) return;
  throw new Refusal(403, "CSRF_TOKEN_INVALID", "This form was sent from another site.");
}

function failurePage(error: unknown, { brand }: Installation): Answer {
  const words = wordsIn[brand.language];
  if (!(error instanceof Refusal)) console.error(error);
  const status = error instanceof Refusal ? error.status : 500;
  const code = error instanceof Refusal ? error.code : "";
  const sentence = status === 404 ? words.notFound : sentenceFor(words, code);
  return page(brand, { title: brand.name, main: html`${alert(sentence)}` }, status);
}
