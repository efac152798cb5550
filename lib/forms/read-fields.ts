/** Reads a form's fields, each by itself and then beside the others: some words only make sense in pairs. */
import type { FieldFacts, FormFacts } from "./facts.ts";
import type { Meaning } from "./meaning.ts";
import { namesOf, type Reading, readField } from "./reading.ts";
import { accounts, contextRules, elsewhere, ofAdministrator } from "./rules-context.ts";
import { toWords } from "./words.ts";

/** Types that hold no text. */
const others = new Set(["hidden", "checkbox", "radio", "button", "submit", "reset", "image", "file", "color", "range"]);

const secrets: readonly Meaning[] = ["secretAccessKey", "secretKey", "secret", "applicationCredentialSecret"];

export function readFields({ fields }: FormFacts): readonly Reading[] {
  const readings = fields.filter(({ type }) => !others.has(type)).map(readField);
  return pairKeys(withAccount(withoutForeign(readings)));
}

const isSeen = ({ field }: Reading): boolean => field.visibility === "visible";

/** What a field is called, on screen and in the code; not what is explained about it. */
const titlesOf = ({ label, labelledBy, textBefore, attributes }: FieldFacts): readonly string[] =>
  [label, labelledBy, attributes["aria-label"] ?? "", textBefore, attributes.placeholder ?? ""].filter(
    (text) => text !== "",
  );
const calls = (reading: Reading, pattern: RegExp): boolean =>
  [...titlesOf(reading.field), ...namesOf(reading.field)].some((text) => pattern.test(toWords(text).join(" ")));

const withMeaning = (reading: Reading, top: Meaning, score: number, reason: string): Reading => ({
  ...reading,
  meanings: new Map([[top, { score, reason }]]),
  top,
});

export const foreign = "belongs to something else that the form asks about";
const addresses: readonly Meaning[] = ["host", "port", "url"];

/**
 * "SSH port", "AMQP password", "Administrator's password of the instance": beside a password that is nobody's in
 * particular, those that say whose they are are not the same one's.
 */
function withoutForeign(readings: readonly Reading[]): readonly Reading[] {
  const isForeign = (reading: Reading): boolean => calls(reading, elsewhere);
  const own = (tops: readonly Meaning[], isOther: (reading: Reading) => boolean) => {
    const all = readings.filter((reading) => isSeen(reading) && reading.top !== null && tops.includes(reading.top));
    const left = all.filter((reading) => !isOther(reading));
    return left.length === 0 ? new Set<Reading>() : new Set(all.filter(isOther));
  };
  const taken = new Set([...own(["password"], isForeign), ...own(["username", "email"], isForeign)]);
  const passwords = readings.filter((reading) => isSeen(reading) && reading.top === "password" && !taken.has(reading));
  if (passwords.some((reading) => !isForeign(reading)))
    for (const reading of readings)
      if (reading.top !== null && addresses.includes(reading.top) && isForeign(reading)) taken.add(reading);
  if (passwords.length > 1) {
    const named = passwords.filter((reading) => calls(reading, contextRules.openstackByName));
    const plain = passwords.filter((reading) => !calls(reading, ofAdministrator));
    const kept = named.length === 1 ? named : plain.length === 0 ? passwords : plain;
    for (const reading of passwords) if (!kept.includes(reading)) taken.add(reading);
  }
  return readings.map((reading) =>
    taken.has(reading)
      ? withMeaning(
          reading,
          reading.top !== null && addresses.includes(reading.top) ? "otherUrl" : "otherSecret",
          0.9,
          foreign,
        )
      : reading,
  );
}

/** "Account", right before the only password of a form that names no user: a name as good as any. */
function withAccount(readings: readonly Reading[]): readonly Reading[] {
  const seen = readings.filter((reading) => isSeen(reading) && reading.field.tag !== "select");
  if (seen.some(({ top }) => top === "username" || top === "email" || top === "userId")) return readings;
  const passwords = seen.filter(({ top }) => top === "password");
  const [password] = passwords;
  if (password === undefined || passwords.length > 1) return readings;
  const before = seen[seen.indexOf(password) - 1];
  if (before === undefined || before.field.type === "password") return readings;
  const isAccount = titlesOf(before.field).some((text) => accounts.test(toWords(text).join(" ")));
  if (!isAccount) return readings;
  const reason = "the account that a password belongs to";
  return readings.map((reading) => (reading === before ? withMeaning(reading, "username", 0.85, reason) : reading));
}

const isId = ({ field }: Reading): boolean => titlesOf(field).some((title) => /\bid\b/iu.test(title));

/**
 * "Access ID" and "Access Key": where a form has two access keys and no secret, the one that is masked, and does not
 * call itself an id, is the secret.
 */
function pairKeys(readings: readonly Reading[]): readonly Reading[] {
  const seen = readings.filter(({ field }) => field.visibility === "visible");
  if (seen.some(({ top }) => top !== null && secrets.includes(top))) return readings;
  const keys = seen.filter(({ top }) => top === "accessKeyId");
  const masked = keys.filter((key) => key.field.type === "password" && !isId(key));
  const [secret] = masked;
  if (keys.length !== 2 || masked.length !== 1 || secret === undefined) return readings;
  const open = keys.find((key) => key !== secret);
  if (open === undefined || (open.field.type === "password" && !isId(open))) return readings;
  const meanings = new Map(secret.meanings);
  meanings.delete("accessKeyId");
  meanings.set("secretAccessKey", { score: 0.9, reason: "the masked one of two access keys" });
  return readings.map((reading) => (reading === secret ? { ...reading, meanings, top: "secretAccessKey" } : reading));
}
