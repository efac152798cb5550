/** The pages for signing in with a password, and with a one-time code where one is due. */
import { z } from "zod";
import type { Brand } from "../brands.ts";
import { type Answer, redirect } from "../http/answer.ts";
import { dropCookie, setCookie } from "../http/cookies.ts";
import { Refusal } from "../http/refusal.ts";
import type { Installation } from "../installation.ts";
import { checkPassword, checkSecondFactor, openSession } from "../sign-in.ts";
import type { User } from "../store/users.ts";
import { html } from "./html.ts";
import { alert, page, renderPage } from "./layout.ts";
import { formFields, type PageCall, type PageRoute, requireCsrf, visitorOf } from "./page-route.ts";
import { sentenceFor, wordsIn } from "./words.ts";

// Empty fields reach the check as empty text: a wrong sign-in like any other.
const SignInForm = z.object({
  userName: z.string().max(255).default(""),
  password: z.string().max(1000).default(""),
  organization: z.string().max(255).optional(),
});
const CodeForm = z.object({ otp: z.string().max(20).default("") });

export const loginPages: readonly PageRoute[] = [
  {
    method: "GET",
    path: /^\/login$/,
    access: "anyone",
    handle: (call, installation) =>
      visitorOf(call, installation) ? redirect("/api-credentials") : loginPage(installation),
  },
  {
    method: "POST",
    path: /^\/login$/,
    access: "anyone",
    handle: async (call, installation) => {
      try {
        const user = await checkPassword(installation.store, formFields(SignInForm, call));
        return user.otp_secret === null ? welcome(installation, user) : askForCode(installation, user);
      } catch (error) {
        if (error instanceof Refusal) return loginPage(installation, error, call.form.get("userName") ?? "");
        throw error;
      }
    },
  },
  {
    method: "GET",
    path: /^\/login\/second-factor$/,
    access: "anyone",
    handle: (call, installation) => (pendingUser(call, installation) ? codePage(installation) : expired(installation)),
  },
  {
    method: "POST",
    path: /^\/login\/second-factor$/,
    access: "anyone",
    handle: (call, installation) => {
      const user = pendingUser(call, installation);
      if (!user) return expired(installation);
      try {
        // A code left empty is a wrong code here: the page has asked for it already.
        checkSecondFactor(installation.store, user, formFields(CodeForm, call).otp || "-");
      } catch (error) {
        if (error instanceof Refusal) return codePage(installation, error);
        throw error;
      }
      installation.store.sessions.end(call.cookie(installation.cookies.pending) ?? "");
      return welcome(installation, user);
    },
  },
  {
    method: "POST",
    path: /^\/logout$/,
    access: "signed in",
    handle: (call, { store, cookies }, visitor) => {
      requireCsrf(call, visitor);
      store.sessions.end(visitor.secret);
      return redirect("/login", { "Set-Cookie": dropCookie(cookies.session) });
    },
  },
];

/** Opens the session and goes on to the page for API keys. */
export function welcome({ store, cookies }: Installation, user: User): Answer {
  const session = setCookie(cookies.session, openSession(store, user));
  const over = [dropCookie(cookies.pending), dropCookie(cookies.state)];
  return redirect("/api-credentials", { "Set-Cookie": [session, ...over] });
}

/** The sign-in page, with what went wrong the last time. */
export function loginPage({ brand, singleSignOn }: Installation, refusal?: Refusal, userName = ""): Answer {
  return page(brand, loginContent(brand, singleSignOn.name, refusal, userName), refusal?.status ?? 200);
}

/** The same as bare text, for the fault that answers API calls with it. */
export function loginPageText({ brand, singleSignOn }: Installation): string {
  return renderPage(brand, loginContent(brand, singleSignOn.name));
}

function loginContent(brand: Brand, providerName: string, refusal?: Refusal, userName = "") {
  const words = wordsIn[brand.language];
  const main = html`${alert(refusal && sentenceFor(words, refusal.code))}
<form method="post" action="/login">
<label>${words.userName} <input name="userName" autocomplete="username" required value="${userName}"></label>
<label>${words.password} <input name="password" type="password" autocomplete="current-password" required></label>
<label>${words.organization} <input name="organization" autocomplete="organization"></label>
<button>${words.signIn}</button>
</form>
<p><a href="/login/sso">${words.signInWith} ${providerName}</a></p>`;
  return { title: words.signIn, main, narrow: true };
}

function codePage({ brand }: Installation, refusal?: Refusal): Answer {
  const words = wordsIn[brand.language];
  const main = html`${alert(refusal && sentenceFor(words, refusal.code))}
<form method="post" action="/login/second-factor">
<label>${words.oneTimeCode} <input name="otp" inputmode="numeric" autocomplete="one-time-code" required></label>
<button>${words.verify}</button>
</form>
<p><a href="/login">${words.cancel}</a></p>`;
  return page(brand, { title: words.secondFactor, main, narrow: true }, refusal?.status ?? 200);
}

function askForCode({ store, cookies }: Installation, user: User): Answer {
  const pending = store.sessions.open(user.id, "pending");
  return redirect("/login/second-factor", { "Set-Cookie": setCookie(cookies.pending, pending) });
}

function pendingUser(call: PageCall, { store, cookies }: Installation): User | undefined {
  const secret = call.cookie(cookies.pending);
  const userId = secret === undefined ? undefined : store.sessions.userIdOf(secret, "pending");
  return userId === undefined ? undefined : store.users.find(userId);
}

function expired(installation: Installation): Answer {
  return loginPage(installation, new Refusal(403, "SIGN_IN_EXPIRED", "The sign-in has expired."));
}
