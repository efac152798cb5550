/** All that one console remembers: its database file, seeded once and put back on request. */
import { rmSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import type { Brand } from "../brands.ts";
import type { ServiceField } from "../services/service-field.ts";
import { findEnvironment } from "../services/visible-services.ts";
import { createApiKeys } from "./api-keys.ts";
import { inTransaction, isSeeded, openDatabase } from "./database.ts";
import { createS3Keys } from "./s3-keys.ts";
import { seed } from "./seed.ts";
import { makeChange, makeHalf, type ServiceChange } from "./service-changes.ts";
import { createServiceCredentials } from "./service-credentials.ts";
import { createSessions } from "./sessions.ts";
import { createTasks } from "./tasks.ts";
import { createUsers } from "./users.ts";

export type Store = ReturnType<typeof openStore>;

export interface StoreOptions {
  /** Forget what the file holds. */
  readonly fresh: boolean;
  /** What the main user's object storage hands out instead of what is made up. */
  readonly objectStorage?: readonly ServiceField[] | undefined;
}

/** Opens the console's file, seeding it when it is new, of an older version or asked to be fresh. */
export function openStore(file: string, brand: Brand, { fresh, objectStorage }: StoreOptions) {
  if (fresh) for (const part of ["", "-wal", "-shm"]) rmSync(file + part, { force: true });
  const database = openDatabase(file);
  if (!isSeeded(database)) seed(database, brand);
  let tables = createTables(database);
  const handOut = () => {
    if (!objectStorage) return;
    for (const user of tables.users.named("ana", "nimbus")) {
      const environment = findEnvironment(brand.id, user, "Objects-r1", "production");
      if (environment) tables.serviceCredentials.write(user.id, environment.id, objectStorage);
    }
  };
  handOut();

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
    get serviceCredentials() {
      return tables.serviceCredentials;
    },
    get s3Keys() {
      return tables.s3Keys;
    },
    get tasks() {
      return tables.tasks;
    },

    /** Makes a change of service credentials at once, without a task. */
    makeChange(userId: string, change: ServiceChange): void {
      makeChange(tables, userId, change);
    },

    /** Makes many changes at once: all of them or none, and far faster than one by one. */
    together<Result>(work: () => Result): Result {
      return inTransaction(database, work);
    },

    /** Back to the seed state. */
    reset(): void {
      seed(database, brand);
      tables = createTables(database);
      handOut();
    },

    close(): void {
      database.close();
    },
  };
}

function createTables(database: DatabaseSync) {
  const serviceTables = { serviceCredentials: createServiceCredentials(database), s3Keys: createS3Keys(database) };
  return {
    users: createUsers(database),
    sessions: createSessions(database),
    apiKeys: createApiKeys(database),
    ...serviceTables,
    tasks: createTasks(database, {
      whole: (userId, change) => makeChange(serviceTables, userId, change),
      half: (userId, change) => makeHalf(serviceTables, userId, change),
    }),
  };
}
