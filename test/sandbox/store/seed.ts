/** The seed state of a console: its organizations, its people and their keys. */
import type { DatabaseSync } from "node:sqlite";
import { organizations, seedAccounts } from "../accounts.ts";
import type { Brand } from "../brands.ts";
import { hashPassword } from "../security/passwords.ts";
import { startingKeys } from "../services/credentials.ts";
import { environmentsOf } from "../services/visible-services.ts";
import { createApiKeys } from "./api-keys.ts";
import { rebuild } from "./database.ts";
import { createS3Keys } from "./s3-keys.ts";
import { seedKeys } from "./seed-keys.ts";
import { stableId } from "./stable-id.ts";

/** Makes the tables anew and fills them: what a console knows when nobody has touched it. */
export function seed(database: DatabaseSync, brand: Brand): void {
  const now = Date.now();
  rebuild(database, () => {
    const addOrganization = database.prepare("INSERT INTO organizations VALUES (?, ?, ?, ?, ?)");
    for (const { name, entryPoint, nativeLogin, singleSignOn } of organizations) {
      const id = stableId(brand.id, "organization", entryPoint);
      addOrganization.run(id, name, entryPoint, Number(nativeLogin), Number(singleSignOn));
    }
    const addUser = database.prepare(
      `INSERT INTO users (id, organization_id, user_name, first_name, last_name, email, creation_date, locale, role,
         may_manage_keys, services, locked, password_hash, otp_secret, failed_login_count) VALUES (${Array(15).fill("?").join()})`,
    );
    const apiKeys = createApiKeys(database);
    const s3Keys = createS3Keys(database);
    for (const account of seedAccounts) {
      const id = stableId(brand.id, "user", account.organization, account.userName);
      const organizationId = stableId(brand.id, "organization", account.organization);
      const services = account.services ?? "few";
      addUser.run(
        id,
        organizationId,
        account.userName,
        account.firstName,
        account.lastName,
        `${account.userName}@${account.organization}.example`,
        new Date(now - 1000 * 24 * 3600_000).toISOString(),
        brand.language,
        account.role,
        Number(!account.withoutKeyPermission),
        services,
        Number(account.locked ?? false),
        hashOnce(account.password),
        account.otpSecret ?? null,
        account.locked ? 10 : 0,
      );
      for (const key of seedKeys(account.keys, now)) apiKeys.create(id, key);
      for (const environment of environmentsOf(brand.id, { organization_id: organizationId, services })) {
        const keys = startingKeys(id, environment);
        for (const key of keys) s3Keys.replace(id, environment.id, key);
      }
    }
  });
}

const hashes = new Map<string, string>();

/** Hashing is slow by design and the seed's passwords are public: once in a process is enough. */
function hashOnce(password: string): string {
  const hash = hashes.get(password) ?? hashPassword(password);
  hashes.set(password, hash);
  return hash;
}
