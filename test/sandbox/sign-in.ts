/** Who may come in: the checks behind the API's sign-in and behind the pages'. */
import { invalidCredentials, Refusal } from "./http/refusal.ts";
import { isOneTimeCode } from "./security/one-time-code.ts";
import { isPassword } from "./security/passwords.ts";
import type { Store } from "./store/store.ts";
import type { User } from "./store/users.ts";

export interface Credentials {
  readonly userName: string;
  readonly password: string;
  readonly organization?: string | undefined;
}

/** The user whose password this is. Not signed in yet: a one-time code may still be due. */
export async function checkPassword(store: Store, credentials: Credentials): Promise<User> {
  const users = store.users.named(credentials.userName, credentials.organization);
  if (users.length > 1) {
    throw new Refusal(400, "ORGANIZATION_REQUIRED", "This user name exists in several organizations: name yours.", {
      field: "organization",
    });
  }
  const [user] = users;
  if (user) refuseLocked(user);
  if (user && !store.users.organizationOf(user).native_login) {
    throw new Refusal(403, "NATIVE_LOGIN_BLOCKED", "This organization allows single sign-on only.");
  }
  const right = await isPassword(credentials.password, user?.password_hash);
  if (!user) throw invalidCredentials();
  if (!right) {
    store.users.recordFailure(user);
    throw invalidCredentials();
  }
  // Read again: guesses made while this one was being hashed may have locked the user.
  return refuseLocked(store.users.find(user.id) ?? user);
}

/** Refuses unless the user needs no one-time code or gave the right one. */
export function checkSecondFactor(store: Store, user: User, otp: string | undefined): void {
  refuseLocked(user);
  if (user.otp_secret === null) return;
  if (!otp) throw new Refusal(403, "OTP_REQUIRED", "A one-time code is required.");
  if (!isOneTimeCode(otp, user.otp_secret, Date.now())) {
    store.users.recordFailure(user);
    throw new Refusal(403, "OTP_INVALID", "The one-time code is wrong.");
  }
}

/** Opens the session of a user who has shown everything; gives the cookie's value. */
export function openSession(store: Store, user: User): string {
  store.users.recordSuccess(user);
  return store.sessions.open(user.id, "full");
}

/** Passes on a user who is not locked. */
export function refuseLocked(user: User): User {
  if (user.locked) throw new Refusal(403, "USER_LOCKED", "This user is locked. Ask an administrator to unlock it.");
  return user;
}
