/** The codes that the identity provider sends people back with: for one use, within a minute, known by digest. */
import { digest, newSecret } from "../security/tokens.ts";

/** Whom a code stands for, and to whom. */
export interface Grant {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly userId: string;
}

const LIFETIME_MILLISECONDS = 60_000;

/** An empty set of codes, kept in memory: none outlives the process by design. */
export function createCodes() {
  const grants = new Map<string, Grant & { readonly expires: number }>();
  return {
    issue(grant: Grant): string {
      for (const [key, { expires }] of grants) if (expires < Date.now()) grants.delete(key);
      const code = newSecret();
      grants.set(digest(code).toString("hex"), { ...grant, expires: Date.now() + LIFETIME_MILLISECONDS });
      return code;
    },

    /** The grant behind a code, which is used up by asking. */
    redeem(code: string): Grant | undefined {
      const key = digest(code).toString("hex");
      const grant = grants.get(key);
      grants.delete(key);
      return grant && grant.expires >= Date.now() ? grant : undefined;
    },
  };
}
