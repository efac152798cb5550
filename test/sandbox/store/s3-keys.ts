/** The S3 keys of users: one for each environment and region. */
import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";

export const S3Key = z.object({ region: z.string(), accessKeyId: z.string(), secretKey: z.string() });
export type S3Key = z.infer<typeof S3Key>;

export type S3Keys = ReturnType<typeof createS3Keys>;

/** Lists, replaces and removes S3 keys. */
export function createS3Keys(database: DatabaseSync) {
  const all = database.prepare(
    `SELECT region, access_key_id AS accessKeyId, secret_key AS secretKey FROM s3_keys
       WHERE user_id = ? AND environment_id = ? ORDER BY region`,
  );
  const replace = database.prepare("INSERT OR REPLACE INTO s3_keys VALUES (?, ?, ?, ?, ?)");
  const remove = database.prepare("DELETE FROM s3_keys WHERE user_id = ? AND environment_id = ? AND region = ?");

  return {
    all(userId: string, environmentId: string): S3Key[] {
      return all.all(userId, environmentId).map((row) => S3Key.parse(row));
    },

    /** The region's older key is gone for good. */
    replace(userId: string, environmentId: string, { region, accessKeyId, secretKey }: S3Key): void {
      replace.run(userId, environmentId, region, accessKeyId, secretKey);
    },

    remove(userId: string, environmentId: string, region: string): void {
      remove.run(userId, environmentId, region);
    },
  };
}
