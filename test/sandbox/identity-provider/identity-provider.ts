/** The identity provider: a site of its own that checks a password and vouches for the user to a console. */
import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { type BrandId, squareLogo } from "../brands.ts";
import { type Answer, json, redirect, send, text } from "../http/answer.ts";
import type { Handler } from "../http/listen.ts";
import { parseWith, readBody } from "../http/read-body.ts";
import { errorAnswer, notFound, Refusal } from "../http/refusal.ts";
import { htmlAnswer } from "../pages/layout.ts";
import { styleSheet } from "../pages/style-sheet.ts";
import { isSameSecret } from "../security/tokens.ts";
import { createCodes } from "./codes.ts";
import { providerPage } from "./provider-page.ts";

/** A console that has registered here. */
export interface Client {
  readonly id: BrandId;
  readonly name: string;
  readonly secret: string;
  readonly origin: string;
  /** The id of the user with that password, if that user may come in this way. */
  identify(userName: string, password: string): Promise<string | undefined>;
}

const Authorization = z.object({ client_id: z.string(), redirect_uri: z.string(), state: z.string().max(500) });
const Credentials = z.object({ userName: z.string().max(255), password: z.string().max(1000) });
const Exchange = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  redirect_uri: z.string(),
  code: z.string(),
});

const PRIMARY_COLOR = "#5b3f8c";

/** The provider's request handler, for these clients. */
export function createIdentityProvider(name: string, clients: readonly Client[]): Handler {
  const codes = createCodes();

  /** Only to a registered address of a registered client may anybody be sent. */
  function clientOf(asked: { client_id: string; redirect_uri: string }): Client {
    const client = clients.find(({ id }) => id === asked.client_id);
    if (client && asked.redirect_uri === `${client.origin}/login/sso/callback`) return client;
    throw new Refusal(400, "UNKNOWN_CLIENT", "This site is not registered here.");
  }

  function authorize(query: URLSearchParams, wrong?: string): Answer {
    const client = clientOf(parseWith(Authorization, Object.fromEntries(query)));
    const body = providerPage({ name, clientName: client.name, query, wrong });
    return htmlAnswer(body, wrong === undefined ? 200 : 401, {}, [client.origin]);
  }

  async function vouch(query: URLSearchParams, form: URLSearchParams): Promise<Answer> {
    const { redirect_uri, state, ...asked } = parseWith(Authorization, Object.fromEntries(query));
    const client = clientOf({ ...asked, redirect_uri });
    const { userName, password } = parseWith(Credentials, Object.fromEntries(form));
    const userId = await client.identify(userName, password);
    if (userId === undefined) return authorize(query, "The user name or the password is wrong.");
    const code = codes.issue({ clientId: client.id, redirectUri: redirect_uri, userId });
    return redirect(`${redirect_uri}?${new URLSearchParams({ code, state })}`);
  }

  function exchange(form: URLSearchParams): Answer {
    const asked = parseWith(Exchange, Object.fromEntries(form));
    const client = clientOf(asked);
    const grant = codes.redeem(asked.code);
    const fits = grant && grant.clientId === client.id && grant.redirectUri === asked.redirect_uri;
    if (!fits || !isSameSecret(asked.client_secret, client.secret)) return json(400, { error: "invalid_grant" });
    return json(200, { userId: grant.userId });
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://provider.invalid");
    const form = new URLSearchParams(await readBody(request));
    switch (`${request.method} ${pathname}`) {
      case "GET /authorize":
        return authorize(searchParams);
      case "POST /authorize":
        return vouch(searchParams, form);
      case "POST /token":
        return exchange(form);
      case "GET /style.css":
        return text(200, "text/css; charset=utf-8", styleSheet(PRIMARY_COLOR));
      case "GET /logo.svg":
        return text(200, "image/svg+xml", squareLogo({ primaryColor: PRIMARY_COLOR, initials: "ID" }));
      default:
        throw notFound({ path: pathname });
    }
  }

  return async (request, response) => {
    try {
      send(response, await answer(request));
    } catch (error) {
      send(response, errorAnswer(error));
    }
  };
}
