/** The sign-ins of the seeded accounts, by user name. */
import { seedAccounts } from "../../sandbox/accounts.ts";

/** What a user types; `sam` needs the organization's entry point. */
export function known(name: string, organization?: string) {
  const account = seedAccounts.find(
    (each) => each.userName === name && (organization === undefined || each.organization === organization),
  );
  if (!account) throw new Error(`There is no account ${name}.`);
  return { userName: account.userName, password: account.password, ...(organization ? { organization } : {}) };
}
