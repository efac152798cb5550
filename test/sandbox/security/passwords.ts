/** Passwords: hashed with scrypt, each with a salt and cost parameters of its own. */
import { randomBytes, scrypt, scryptSync, timingSafeEqual } from "node:crypto";

/** Low, so that seeding two consoles takes a fraction of a second; a real service would take 2 ** 17. */
const COST = 2 ** 12;
const LENGTH = 32;

/** The text to store for a password: `scrypt$<cost>$<salt>$<hash>`. */
export function hashPassword(password: string): string {
  const salt = randomBytes(16);
  const hash = scryptSync(password.normalize("NFKC"), salt, LENGTH, { N: COST });
  return ["scrypt", COST, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

/** Checked when the user does not exist, so that the answer takes as long as for one who does. */
const HASH_OF_NOBODY = hashPassword(randomBytes(16).toString("hex"));

/** Whether the password is the one behind the stored text; `undefined` stands for a user that does not exist. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, cost = "", salt = "", hash = ""] = (stored ?? HASH_OF_NOBODY).split("$");
  const expected = Buffer.from(hash, "base64url");
  const actual = await new Promise<Buffer>((resolve, reject) => {
    scrypt(
      password.normalize("NFKC"),
      Buffer.from(salt, "base64url"),
      expected.length,
      { N: Number(cost) },
      (error, key) => (error ? reject(error) : resolve(key)),
    );
  });
  return timingSafeEqual(actual, expected) && stored !== undefined;
}
