/** The assumed routes around signing in and out. */
import { z } from "zod";
import { data, noContent } from "../http/answer.ts";
import { dropCookie, setCookie } from "../http/cookies.ts";
import { parseJson } from "../http/read-body.ts";
import type { Installation } from "../installation.ts";
import { csrfTokenFor } from "../security/tokens.ts";
import { checkPassword, checkSecondFactor, openSession } from "../sign-in.ts";
import type { User } from "../store/users.ts";
import type { ApiRoute } from "./route.ts";
import { organizationJson, userJson } from "./user-json.ts";

const SignIn = z.object({
  userName: z.string().min(1).max(255),
  password: z.string().min(1).max(1000),
  organization: z.string().max(255).optional(),
  otp: z.string().max(20).optional(),
});

export const sessionRoutes: readonly ApiRoute[] = [
  {
    method: "POST",
    path: /^\/session$/,
    access: "sign-in",
    handle: async (call, installation) => {
      const { store, cookies } = installation;
      const { otp, ...credentials } = parseJson(SignIn, call.body, call.contentType);
      const user = await checkPassword(store, credentials);
      checkSecondFactor(store, user, otp);
      const secret = openSession(store, user);
      const headers = { "Set-Cookie": setCookie(cookies.session, secret) };
      return data(sessionJson(store.users.find(user.id) ?? user, secret, installation), undefined, headers);
    },
  },
  {
    method: "GET",
    path: /^\/session$/,
    access: "session",
    handle: (_call, installation, { user, sessionSecret = "" }) => data(sessionJson(user, sessionSecret, installation)),
  },
  {
    method: "DELETE",
    path: /^\/session$/,
    access: "session",
    handle: (_call, { store, cookies }, { sessionSecret = "" }) => {
      store.sessions.end(sessionSecret);
      return noContent({ "Set-Cookie": dropCookie(cookies.session) });
    },
  },
];

function sessionJson(user: User, secret: string, { store }: Installation) {
  return {
    user: userJson(user, store),
    organization: organizationJson(store.users.organizationOf(user)),
    csrfToken: csrfTokenFor(secret),
  };
}
