/** Time-based one-time codes (RFC 6238: SHA-1, six digits, steps of 30 seconds). */
import { createHmac } from "node:crypto";
import { isSameSecret } from "./tokens.ts";

const STEP_SECONDS = 30;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The code of a base32 secret at a moment. */
export function oneTimeCode(secret: string, milliseconds: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(milliseconds / 1000 / STEP_SECONDS)));
  const mac = createHmac("sha1", decodeBase32(secret)).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

/**
 * Whether the code is right now, or was or will be one step away, for clocks that differ a little.
 * A used code may be used again, against the RFC's advice: otherwise a test could sign in only once in 30 seconds.
 */
export function isOneTimeCode(code: string, secret: string, milliseconds: number): boolean {
  const typed = code.replaceAll(/\s/g, "");
  return [-1, 0, 1].some((step) => isSameSecret(typed, oneTimeCode(secret, milliseconds + step * STEP_SECONDS * 1000)));
}

/** For how many seconds the current code stays current. */
export function secondsLeft(milliseconds: number): number {
  return STEP_SECONDS - (Math.floor(milliseconds / 1000) % STEP_SECONDS);
}

function decodeBase32(text: string): Buffer {
  const bits = [...text.toUpperCase()].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/[01]{8}/g) ?? []).map((octet) => Number.parseInt(octet, 2)));
}
