/** API keys, kept as SHA-256 digests: a key can be recognised but never shown again. */
import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { digest, newSecret } from "../security/tokens.ts";

export const ApiKey = z.object({
  id: z.string(),
  user_id: z.string(),
  name: z.string(),
  creation_date: z.string(),
  last_ip: z.string().nullable(),
  last_activity: z.string().nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;

/** What a list may be sorted by, and the SQL for it: never built from what a client sent. */
const SORTS = { name: "name COLLATE NOCASE", creationDate: "creation_date", lastActivity: "last_activity" } as const;

export const KeyPage = z.object({
  number: z.number().int().min(1),
  size: z.number().int().min(1),
  sortBy: z.enum(["name", "creationDate", "lastActivity"]),
  sortOrder: z.enum(["ASC", "DESC"]),
});
export type KeyPage = z.infer<typeof KeyPage>;

export interface NewKey {
  readonly name: string;
  readonly creationDate: string;
  readonly lastIp?: string | undefined;
  readonly lastActivity?: string | undefined;
}

const Count = z.object({ count: z.number() });
const COLUMNS = "id, user_id, name, creation_date, last_ip, last_activity";

export type ApiKeys = ReturnType<typeof createApiKeys>;

/** Lists, makes, renames, revokes and recognises keys. */
export function createApiKeys(database: DatabaseSync) {
  const count = database.prepare("SELECT count(*) AS count FROM api_keys WHERE user_id = ?");
  const insert = database.prepare(
    `INSERT INTO api_keys (${COLUMNS}, digest) VALUES (:id, :userId, :name, :creationDate, :lastIp, :lastActivity, :digest)`,
  );
  const all = database.prepare(`SELECT ${COLUMNS} FROM api_keys WHERE user_id = ? ORDER BY creation_date, id`);
  const one = database.prepare(`SELECT ${COLUMNS} FROM api_keys WHERE id = ? AND user_id = ?`);
  const byDigest = database.prepare(`SELECT ${COLUMNS} FROM api_keys WHERE digest = ?`);
  const rename = database.prepare("UPDATE api_keys SET name = ? WHERE id = ? AND user_id = ?");
  const remove = database.prepare("DELETE FROM api_keys WHERE id = ? AND user_id = ?");
  const touch = database.prepare("UPDATE api_keys SET last_ip = ?, last_activity = ? WHERE id = ?");

  return {
    count(userId: string): number {
      return Count.parse(count.get(userId)).count;
    },

    /** One page of a user's keys. Keys never used come first when the oldest activity does. */
    page(userId: string, { number, size, sortBy, sortOrder }: KeyPage): ApiKey[] {
      // The id breaks ties, or a key could be on two pages and another on none.
      const statement = database.prepare(
        `SELECT ${COLUMNS} FROM api_keys WHERE user_id = ? ORDER BY ${SORTS[sortBy]} ${sortOrder}, id LIMIT ? OFFSET ?`,
      );
      return statement.all(userId, size, (number - 1) * size).map((row) => ApiKey.parse(row));
    },

    /** All keys of a user, oldest first. */
    all(userId: string): ApiKey[] {
      return all.all(userId).map((row) => ApiKey.parse(row));
    },

    find(userId: string, id: string): ApiKey | undefined {
      return ApiKey.optional().parse(one.get(id, userId));
    },

    /** Makes a key; the answer is the only place where its secret ever is. */
    create(userId: string, { name, creationDate, lastIp, lastActivity }: NewKey) {
      const id = randomUUID();
      const key = newSecret();
      insert.run({
        id,
        userId,
        name,
        creationDate,
        lastIp: lastIp ?? null,
        lastActivity: lastActivity ?? null,
        digest: digest(key),
      });
      return { id, name, key, creationDate };
    },

    /** False when the user has no such key. */
    rename(userId: string, id: string, name: string): boolean {
      return rename.run(name, id, userId).changes > 0;
    },

    /** False when the user has no such key. */
    revoke(userId: string, id: string): boolean {
      return remove.run(id, userId).changes > 0;
    },

    /** The key behind a secret that a client showed, now marked as used from that address. */
    use(secret: string, ip: string): ApiKey | undefined {
      const key = ApiKey.optional().parse(byDigest.get(digest(secret)));
      if (key) touch.run(ip, new Date().toISOString(), key.id);
      return key;
    },
  };
}
