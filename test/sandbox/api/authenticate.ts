/** Who is behind an API call: an API key, or the session of a browser. */
import { invalidCredentials, Refusal } from "../http/refusal.ts";
import type { Installation } from "../installation.ts";
import { csrfTokenFor, isSameSecret } from "../security/tokens.ts";
import type { ApiCall, Caller } from "./route.ts";

/** Refuses API keys where only people may go (assumed: keys cannot make keys). */
export function refuseKey(call: ApiCall, installation: Installation): void {
  if (call.apiKey === undefined) return;
  callerOfKey(call.apiKey, call, installation);
  throw new Refusal(403, "KEY_NOT_ALLOWED", "API keys are not accepted here: sign in.");
}

/** The caller, by key if there is one and by session otherwise. */
export function authenticate(call: ApiCall, installation: Installation): Caller {
  if (call.apiKey !== undefined) return callerOfKey(call.apiKey, call, installation);
  const { sessions, users } = installation.store;
  const secret = call.sessionSecret;
  const userId = secret === undefined ? undefined : sessions.userIdOf(secret, "full");
  const user = userId === undefined ? undefined : users.find(userId);
  if (secret === undefined || !user) throw new Refusal(401, "NOT_SIGNED_IN", "Sign in first.");
  // A browser sends the cookie with what other sites make it send too; the token it sends for our own pages only.
  if (call.method !== "GET" && !isSameSecret(call.csrfToken ?? "", csrfTokenFor(secret))) {
    throw new Refusal(403, "CSRF_TOKEN_INVALID", "The header X-CSRF-Token is missing or wrong.");
  }
  return { user, sessionSecret: secret };
}

function callerOfKey(secret: string, call: ApiCall, { store }: Installation): Caller {
  const key = store.apiKeys.use(secret, call.ip);
  const user = key && store.users.find(key.user_id);
  if (!user) throw invalidCredentials();
  return { user };
}
