/** How well each field of a form fits what the form may want, with what only the whole form can tell. */

import type { FormReading } from "./form-kind.ts";
import { isFillable } from "./form-signs.ts";
import type { Meaning } from "./meaning.ts";
import type { Offer, ValueKind } from "./offer.ts";
import type { Reading } from "./reading.ts";
import { type Want, wants } from "./wants.ts";

/** A meaning counts where it is (nearly) the field's most likely one. */
const NEARLY = 0.85;

/** Looks like a name, and stands before the password: what else could it be? */
const BEFORE_PASSWORD = 0.6;
const ONLY_PASSWORD = 0.8;
/** A console of object storage that calls its keys user name and password on screen. */
const BY_NAMES_ALONE = 0.8;
const CALLED_SO = "called so in the page’s code";

/** Lines of text. */
export const lines = new Set(["text", "password"]);

/** "URL" and "Server URL" may be ours; what is called the URL of something that no rule knows is that thing's. */
const WHOLE = 0.75;

const isOfSomethingElse = ({ seen }: Reading, meaning: Meaning): boolean =>
  meaning === "url" && seen.size > 0 && (seen.get("url")?.score ?? 0) < WHOLE;

function scoreOf(reading: Reading, want: Want): { readonly score: number; readonly reason: string } | null {
  const { meanings } = reading;
  const highest = Math.max(0, ...[...meanings.values()].map(({ score }) => score));
  const [best] = Object.entries(want.meanings)
    .flatMap(([name, factor]) => {
      const meaning = name as Meaning;
      const found = meanings.get(meaning);
      return found === undefined || found.score < highest * NEARLY || isOfSomethingElse(reading, meaning)
        ? []
        : [{ score: found.score * factor, reason: found.reason }];
    })
    .toSorted((a, b) => b.score - a.score);
  return best ?? null;
}

/** What a form of this kind may want, with the score of each field; including what only the whole form can tell. */
export function scored(
  form: FormReading,
  offer: Offer,
): readonly { want: Want; reading: Reading; score: number; reason: string }[] {
  const list = form.kind === "login" && offer.kind === "s3" ? [] : (wants[form.kind] ?? []);
  const found = list.flatMap((want) =>
    form.fields.flatMap((reading) => {
      const score = scoreOf(reading, want);
      return score === null ? [] : [{ want, reading, ...score }];
    }),
  );
  if (form.kind !== "login") return found;
  const usable = form.fields.filter(isFillable);
  if (offer.kind === "s3") {
    const pair: readonly (readonly [ValueKind, readonly Meaning[]])[] = [
      ["accessKeyId", ["accessKeyId"]],
      ["secretAccessKey", ["secretAccessKey", "secretKey"]],
    ];
    return pair.flatMap(([kind, meanings]) =>
      usable.flatMap((reading) =>
        meanings.some((meaning) => reading.names.has(meaning))
          ? [{ want: { kinds: [kind], meanings: {} }, reading, score: BY_NAMES_ALONE, reason: CALLED_SO }]
          : [],
      ),
    );
  }
  const passwords = usable.filter(({ field }) => field.type === "password");
  const [password] = passwords;
  const [username, secret] = list;
  if (passwords.length !== 1 || password === undefined || username === undefined || secret === undefined) return found;
  const before = form.fields[form.fields.indexOf(password) - 1];
  const extra = [];
  if (password.top === "password")
    extra.push({ want: secret, reading: password, score: ONLY_PASSWORD, reason: "the only password" });
  if (before?.top === null && isFillable(before) && lines.has(before.field.type)) {
    extra.push({ want: username, reading: before, score: BEFORE_PASSWORD, reason: "stands before the password" });
  }
  return [...found, ...extra];
}
