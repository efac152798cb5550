/** What a form's fields and words say together: what the questions about its kind are asked of. */
import type { FormFacts, PageFacts } from "./facts.ts";
import { asker, type FormWords, wordsOf } from "./form-words.ts";
import type { Meaning } from "./meaning.ts";
import { foreign } from "./read-fields.ts";
import { byTypeAlone, type Reading } from "./reading.ts";
import type { Context } from "./rules-context.ts";
import type { FormKind } from "./rules-forms.ts";
import { plainWords } from "./words.ts";

export const isFillable = ({ field, top }: Reading): boolean =>
  field.visibility === "visible" && !field.isDisabled && !field.isReadOnly && top !== "decoy";

/** What is asked of a form, by its fields and by its words. */
export interface Signs {
  readonly words: FormWords;
  readonly usable: readonly Reading[];
  readonly count: (...meanings: readonly Meaning[]) => number;
  readonly has: (...meanings: readonly Meaning[]) => boolean;
  /** Of anything that the form says, its fields too. */
  readonly isAbout: (context: Context) => boolean;
  readonly fieldsAreAbout: (context: Context) => boolean;
  /** Lines of text that a login has no use for. */
  readonly strange: number;
}

/** With the reason, for people. */
export type Kind = readonly [FormKind, string];
export type Question = (signs: Signs) => Kind | null;

export function signsOf(page: PageFacts, form: FormFacts, fields: readonly Reading[]): Signs {
  const usable = fields.filter(isFillable);
  const words = wordsOf(page, form);
  // What belongs to something else says nothing of the rest.
  const own = fields.filter(({ top, meanings }) => top === null || meanings.get(top)?.reason !== foreign);
  const said = plainWords(
    own.flatMap(({ says, field }) => [says, field.attributes.name ?? "", field.attributes.id ?? ""]),
  );
  const count = (...meanings: readonly Meaning[]) =>
    usable.filter(({ top }) => top !== null && meanings.includes(top)).length;
  const fieldsAreAbout = asker(said);
  return {
    words,
    usable,
    count,
    has: (...meanings) => count(...meanings) > 0,
    isAbout: (context) => words.isAbout(context) || fieldsAreAbout(context),
    fieldsAreAbout,
    strange: usable.filter(({ field, top }) => field.tag !== "select" && (top === null || isStrange(top))).length,
  };
}

const isStrange = (meaning: Meaning) =>
  ["objectName", "personal", "otherUrl", "otherSecret", "bucket", "url", "host", "port", "comment", "other"].includes(
    meaning,
  );

export const userNames = ["username", "email", "userId"] as const;
export const projects = ["project", "projectName", "projectId"] as const;
export const domains = ["domain", "userDomain", "userDomainId"] as const;
export const projectDomains = ["projectDomain", "projectDomainId"] as const;

/** Called a password: that it is masked tells nothing, codes and new keys are as well. */
export const isPassword = ({ top, meanings }: Reading): boolean =>
  top === "password" && meanings.get("password")?.reason !== byTypeAlone;
