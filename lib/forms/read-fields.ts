/** Reads a form's fields, each by itself and then beside the others: some words only make sense in pairs. */
import type { FormFacts } from "./facts.ts";
import type { Meaning } from "./meaning.ts";
import { type Reading, readField } from "./reading.ts";

/** Types that hold no text. */
const others = new Set(["hidden", "checkbox", "radio", "button", "submit", "reset", "image", "file", "color", "range"]);

const secrets: readonly Meaning[] = ["secretAccessKey", "secretKey", "secret", "applicationCredentialSecret"];

export function readFields({ fields }: FormFacts): readonly Reading[] {
  return pairKeys(fields.filter(({ type }) => !others.has(type)).map(readField));
}

/**
 * "Access ID" and "Access Key": where a form has two access keys and no secret, the one that is masked, and does not
 * call itself an id, is the secret.
 */
function pairKeys(readings: readonly Reading[]): readonly Reading[] {
  const seen = readings.filter(({ field }) => field.visibility === "visible");
  if (seen.some(({ top }) => top !== null && secrets.includes(top))) return readings;
  const keys = seen.filter(({ top }) => top === "accessKeyId");
  const masked = keys.filter(({ field, says }) => field.type === "password" && !/\bid\b/iu.test(says));
  const [secret] = masked;
  if (keys.length !== 2 || masked.length !== 1 || secret === undefined) return readings;
  const open = keys.find((key) => key !== secret);
  if (open === undefined || (open.field.type === "password" && !/\bid\b/iu.test(open.says))) return readings;
  const meanings = new Map(secret.meanings);
  meanings.delete("accessKeyId");
  meanings.set("secretAccessKey", { score: 0.9, reason: "the masked one of two access keys" });
  return readings.map((reading) => (reading === secret ? { ...reading, meanings, top: "secretAccessKey" } : reading));
}
