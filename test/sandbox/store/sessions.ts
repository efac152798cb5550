/** Sessions, kept as digests with an expiry: reading the database file lets nobody in. */
import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { digest, newSecret } from "../security/tokens.ts";

/** `pending` is a sign-in in a page whose password was right and whose one-time code is still to come. */
export type SessionKind = "full" | "pending";

const LIFETIME_MILLISECONDS: Record<SessionKind, number> = { full: 8 * 3600_000, pending: 5 * 60_000 };

const Owner = z.object({ user_id: z.string() }).optional();

export type Sessions = ReturnType<typeof createSessions>;

/** Opens, finds and ends sessions. */
export function createSessions(database: DatabaseSync) {
  const insert = database.prepare("INSERT INTO sessions (digest, user_id, kind, expires) VALUES (?, ?, ?, ?)");
  const owner = database.prepare("SELECT user_id FROM sessions WHERE digest = ? AND kind = ? AND expires > ?");
  const remove = database.prepare("DELETE FROM sessions WHERE digest = ?");
  const removeExpired = database.prepare("DELETE FROM sessions WHERE expires <= ?");
  const removeAll = database.prepare("DELETE FROM sessions");

  return {
    /** Opens a session and gives its secret, which nothing else ever holds again. */
    open(userId: string, kind: SessionKind): string {
      removeExpired.run(Date.now());
      const secret = newSecret();
      insert.run(digest(secret), userId, kind, Date.now() + LIFETIME_MILLISECONDS[kind]);
      return secret;
    },

    /** The id of the user behind a secret, unless it is unknown or has expired. */
    userIdOf(secret: string, kind: SessionKind): string | undefined {
      return Owner.parse(owner.get(digest(secret), kind, Date.now()))?.user_id;
    },

    end(secret: string): void {
      remove.run(digest(secret));
    },

    endAll(): void {
      removeAll.run();
    },
  };
}
