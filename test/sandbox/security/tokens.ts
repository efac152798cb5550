/** Random secrets, and the digests that are kept in their place. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** A new unguessable secret of 43 URL-safe characters: an API key, a session, a state. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * What the database keeps of a secret. A plain SHA-256 is enough: a random secret of 256 bits leaves nothing to guess,
 * unlike a password.
 */
export function digest(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/** The CSRF token of a session: derived from its secret, so that it needs no storage and cannot be had without it. */
export function csrfTokenFor(sessionSecret: string): string {
  return createHmac("sha256", sessionSecret).update("csrf").digest("base64url");
}

/** Compares in a time that says nothing about where two secrets differ. */
export function isSameSecret(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}
