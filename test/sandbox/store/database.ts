/** The embedded database of one console: a SQLite file of its own, opened or made. */
import { DatabaseSync } from "node:sqlite";

/** Raised whenever the tables or the seed change, so that an older file is seeded anew instead of misread. */
export const SCHEMA_VERSION = 2;

const SCHEMA = `
  CREATE TABLE organizations (
    id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, entry_point TEXT NOT NULL UNIQUE,
    native_login INTEGER NOT NULL, single_sign_on INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE users (
    id TEXT PRIMARY KEY, organization_id TEXT NOT NULL REFERENCES organizations, user_name TEXT NOT NULL COLLATE NOCASE,
    first_name TEXT NOT NULL, last_name TEXT NOT NULL, email TEXT NOT NULL, creation_date TEXT NOT NULL,
    locale TEXT NOT NULL, role TEXT NOT NULL, may_manage_keys INTEGER NOT NULL, services TEXT NOT NULL, locked INTEGER NOT NULL,
    password_hash TEXT NOT NULL, otp_secret TEXT, last_login TEXT, last_failed_login TEXT,
    login_count INTEGER NOT NULL DEFAULT 0, failed_login_count INTEGER NOT NULL DEFAULT 0,
    UNIQUE (user_name, organization_id)
  ) STRICT;
  CREATE TABLE sessions (
    digest BLOB PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users, kind TEXT NOT NULL, expires INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE api_keys (
    id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users, name TEXT NOT NULL, digest BLOB NOT NULL UNIQUE,
    creation_date TEXT NOT NULL, last_ip TEXT, last_activity TEXT
  ) STRICT;
  CREATE INDEX api_keys_by_user ON api_keys (user_id);
  CREATE TABLE service_credentials (
    user_id TEXT NOT NULL REFERENCES users, environment_id TEXT NOT NULL, fields TEXT NOT NULL, valid INTEGER NOT NULL,
    PRIMARY KEY (user_id, environment_id)
  ) STRICT;
  CREATE TABLE s3_keys (
    user_id TEXT NOT NULL REFERENCES users, environment_id TEXT NOT NULL, region TEXT NOT NULL,
    access_key_id TEXT NOT NULL, secret_key TEXT NOT NULL, PRIMARY KEY (user_id, environment_id, region)
  ) STRICT;
  CREATE TABLE tasks (
    id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users, subject TEXT, status TEXT NOT NULL,
    polls_left INTEGER NOT NULL, outcome TEXT NOT NULL, change TEXT NOT NULL, result TEXT, errors TEXT NOT NULL,
    created INTEGER NOT NULL
  ) STRICT;
`;

const TABLES = ["tasks", "s3_keys", "service_credentials", "api_keys", "sessions", "users", "organizations"];

/** Opens the file, which is made when it is not there. */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true });
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000;");
  return database;
}

/** Whether the file already holds a seeded console of this version. */
export function isSeeded(database: DatabaseSync): boolean {
  return database.prepare("PRAGMA user_version").get()?.user_version === SCHEMA_VERSION;
}

/** Drops everything and makes the tables anew, filled by `fill`; all of it or nothing. */
export function rebuild(database: DatabaseSync, fill: () => void): void {
  inTransaction(database, () => {
    for (const table of TABLES) database.exec(`DROP TABLE IF EXISTS ${table}`);
    database.exec(SCHEMA);
    fill();
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  });
}

/** Runs the work in one transaction, undone when it throws. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}
