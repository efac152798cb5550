/** All that one console remembers: its database file, seeded once and put back on request. */
import { rmSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import type { Brand } from "../brands.ts";
import { createApiKeys } from "./api-keys.ts";
import { inTransaction, isSeeded, openDatabase } from "./database.ts";
import { seed } from "./seed.ts";
import { createSessions } from "./sessions.ts";
import { createUsers } from "./users.ts";

export type Store = ReturnType<typeof openStore>;

/** Opens the console's file, seeding it when it is new, of an older version or asked to be fresh. */
export function openStore(file: string, brand: Brand, fresh: boolean) {
  if (fresh) for (const part of ["", "-wal", "-shm"]) rmSync(file + part, { force: true });
  const database = openDatabase(file);
  if (!isSeeded(database)) seed(database, brand);
  let tables = createTables(database);

  return {
    get users() {
      return tables.users;
    },
    get sessions() {
      return tables.sessions;
    },
    get apiKeys() {
      return tables.apiKeys;
    },

    /** Makes many changes at once: all of them or none, and far faster than one by one. */
    together<Result>(work: () => Result): Result {
      return inTransaction(database, work);
    },

    /** Back to the seed state. */
    reset(): void {
      seed(database, brand);
      tables = createTables(database);
    },

    close(): void {
      database.close();
    },
  };
}

function createTables(database: DatabaseSync) {
  return {
    users: createUsers(database),
    sessions: createSessions(database),
    apiKeys: createApiKeys(database),
  };
}
