/** The users of a console and their organizations. */
import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";

const Flag = z.literal([0, 1]).transform(Boolean);

export const Organization = z.object({
  id: z.string(),
  name: z.string(),
  entry_point: z.string(),
  native_login: Flag,
  single_sign_on: Flag,
});
export type Organization = z.infer<typeof Organization>;

export const User = z.object({
  id: z.string(),
  organization_id: z.string(),
  user_name: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  email: z.string(),
  creation_date: z.string(),
  locale: z.string(),
  role: z.enum(["Administrator", "User"]),
  may_manage_keys: Flag,
  services: z.enum(["few", "realistic", "many", "none"]),
  locked: Flag,
  password_hash: z.string(),
  otp_secret: z.string().nullable(),
  last_login: z.string().nullable(),
  last_failed_login: z.string().nullable(),
  login_count: z.number(),
  failed_login_count: z.number(),
});
export type User = z.infer<typeof User>;

/** Documented: an administrator has to unlock a user after this many consecutive failures. */
const FAILURES_THAT_LOCK = 10;

export type Users = ReturnType<typeof createUsers>;

/** Reads users and keeps count of their sign-ins. */
export function createUsers(database: DatabaseSync) {
  const byId = database.prepare("SELECT * FROM users WHERE id = ?");
  const byName = database.prepare("SELECT * FROM users WHERE user_name = ? ORDER BY id");
  const byOrganization = database.prepare("SELECT * FROM users WHERE organization_id = ? ORDER BY user_name");
  const organization = database.prepare("SELECT * FROM organizations WHERE id = ?");
  const succeeded = database.prepare(
    "UPDATE users SET last_login = ?, login_count = login_count + 1, failed_login_count = 0 WHERE id = ?",
  );
  const failed = database.prepare(
    `UPDATE users SET last_failed_login = ?, failed_login_count = failed_login_count + 1,
       locked = (locked OR failed_login_count + 1 >= ${FAILURES_THAT_LOCK}) WHERE id = ?`,
  );

  const organizationOf = (user: User): Organization => Organization.parse(organization.get(user.organization_id));

  return {
    organizationOf,

    /** The user with this id, if there is one. */
    find(id: string): User | undefined {
      return User.optional().parse(byId.get(id));
    },

    /** Everybody with this user name; `where` narrows it to an organization's id, name or entry point. */
    named(userName: string, where?: string): User[] {
      const wanted = where?.trim().toLowerCase();
      return byName
        .all(userName.trim())
        .map((row) => User.parse(row))
        .filter((user) => {
          if (!wanted) return true;
          const { id, name, entry_point } = organizationOf(user);
          return [id, name, entry_point].some((text) => text.toLowerCase() === wanted);
        });
    },

    /** The people of the user's own organization. */
    colleaguesOf(user: User): User[] {
      return byOrganization.all(user.organization_id).map((row) => User.parse(row));
    },

    /** The organization with this id, if there is one. */
    findOrganization(id: string): Organization | undefined {
      return Organization.optional().parse(organization.get(id));
    },

    recordSuccess(user: User): void {
      succeeded.run(new Date().toISOString(), user.id);
    },

    /** One statement counts and locks, so that guesses made at the same time cannot outrun the lock. */
    recordFailure(user: User): void {
      failed.run(new Date().toISOString(), user.id);
    },
  };
}
