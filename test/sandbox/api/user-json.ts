/** Users and organizations, as the API shows them. */
import type { Store } from "../store/store.ts";
import type { Organization, User } from "../store/users.ts";

/** A user, with the documented fields. */
export function userJson(user: User, store: Store) {
  return {
    id: user.id,
    userName: user.user_name,
    firstName: user.first_name,
    lastName: user.last_name,
    email: user.email,
    creationDate: user.creation_date,
    status: user.locked ? "LOCKED" : "ACTIVE",
    locale: user.locale,
    timezone: "America/Guatemala",
    organization: organizationJson(store.users.organizationOf(user)),
    serviceConnections: [],
    lastLogin: user.last_login,
    lastFailedLogin: user.last_failed_login,
    loginCount: user.login_count,
    failedLoginCount: user.failed_login_count,
    tfaEnabled: user.otp_secret !== null,
    backupCodesRemaining: 0,
    primaryRoleBinding: { role: { name: user.role } },
  };
}

/** An organization, as it is named wherever it appears. */
export function organizationJson({ id, name, entry_point }: Organization) {
  return { id, name, entryPoint: entry_point };
}
