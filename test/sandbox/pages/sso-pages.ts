/** Signing in by way of the identity provider: off to it with a state, and back with a code. */
import { z } from "zod";
import { type Answer, redirect } from "../http/answer.ts";
import { dropCookie, setCookie } from "../http/cookies.ts";
import { invalidCredentials, Refusal } from "../http/refusal.ts";
import type { Installation } from "../installation.ts";
import { isSameSecret, newSecret } from "../security/tokens.ts";
import { refuseLocked } from "../sign-in.ts";
import { loginPage, welcome } from "./login-pages.ts";
import type { PageRoute } from "./page-route.ts";

const CALLBACK = "/login/sso/callback";
const Identity = z.object({ userId: z.string() });

export const ssoPages: readonly PageRoute[] = [
  {
    method: "GET",
    path: /^\/login\/sso$/,
    access: "anyone",
    handle: (_call, { origin, singleSignOn, cookies }) => {
      // Kept in a cookie, so that only the browser that set out can come back: nobody can be signed in by a link.
      const state = newSecret();
      const query = new URLSearchParams({
        client_id: singleSignOn.clientId,
        redirect_uri: origin + CALLBACK,
        response_type: "code",
        state,
      });
      const headers = { "Set-Cookie": setCookie(cookies.state, state) };
      return redirect(`${singleSignOn.origin}/authorize?${query}`, headers);
    },
  },
  {
    method: "GET",
    path: /^\/login\/sso\/callback$/,
    access: "anyone",
    handle: async (call, installation) => {
      try {
        const expected = call.cookie(installation.cookies.state);
        if (expected === undefined || !isSameSecret(call.query.get("state") ?? "", expected)) {
          throw new Refusal(403, "SIGN_IN_EXPIRED", "The state is not the one that this browser set out with.");
        }
        return await arrive(installation, call.query.get("code") ?? "");
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const answer = loginPage(installation, error);
        // A state is for one try, whatever came of it.
        return { ...answer, headers: { ...answer.headers, "Set-Cookie": dropCookie(installation.cookies.state) } };
      }
    },
  },
];

async function arrive(installation: Installation, code: string): Promise<Answer> {
  const { origin, singleSignOn, store } = installation;
  const response = await fetch(`${singleSignOn.origin}/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code,
      redirect_uri: origin + CALLBACK,
      client_id: singleSignOn.clientId,
      client_secret: singleSignOn.clientSecret,
    }),
  });
  if (!response.ok) throw new Refusal(403, "SIGN_IN_EXPIRED", "The identity provider does not know this code.");
  const user = store.users.find(Identity.parse(await response.json()).userId);
  if (!user || !store.users.organizationOf(user).single_sign_on) throw invalidCredentials();
  return welcome(installation, refuseLocked(user));
}
