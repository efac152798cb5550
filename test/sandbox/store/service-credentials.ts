/**
 * The credentials that services show: a user's fields in an environment, whatever they hold. Unlike API keys they are
 * kept as they are, since a console shows them again and again.
 */
import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";

const Row = z.object({ fields: z.string(), valid: z.literal([0, 1]).transform(Boolean) });

/** The fields as the console shows them, and whether the service would still take them. */
export interface ServiceCredentials {
  readonly fields: unknown;
  readonly isValid: boolean;
}

export type ServiceCredentialTable = ReturnType<typeof createServiceCredentials>;

/** Reads and writes fields, by user and environment. */
export function createServiceCredentials(database: DatabaseSync) {
  const one = database.prepare(
    "SELECT fields, valid FROM service_credentials WHERE user_id = ? AND environment_id = ?",
  );
  const write = database.prepare("INSERT OR REPLACE INTO service_credentials VALUES (?, ?, ?, 1)");
  const invalidate = database.prepare(
    "UPDATE service_credentials SET valid = 0 WHERE user_id = ? AND environment_id = ?",
  );

  return {
    read(userId: string, environmentId: string): ServiceCredentials | undefined {
      const row = Row.optional().parse(one.get(userId, environmentId));
      return row && { fields: JSON.parse(row.fields), isValid: row.valid };
    },

    /** What is written is valid. */
    write(userId: string, environmentId: string, fields: unknown): void {
      write.run(userId, environmentId, JSON.stringify(fields));
    },

    /** The service takes them no longer, although the console goes on showing them. */
    invalidate(userId: string, environmentId: string): void {
      invalidate.run(userId, environmentId);
    },
  };
}
