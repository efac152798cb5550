/** Judges what became of a form's fields, by the facts alone: it knows nothing of the engine. Pure. */
import { type FactField, type FactPage, type FactRole, fieldsOf } from "../facts.ts";
import type { Reading } from "../pages/apps/page-bench.ts";
import type { Value } from "../pages/tree.ts";

export type Verdict =
  /** Holds what it must. */
  | "right"
  /** Nothing was put there, or the framework does not know of it. */
  | "missed"
  /** Holds something else, or something where nothing belongs. */
  | "wrong"
  /** Neither asked for nor a fault. */
  | "uncounted";

/** What can be read off a page, by the fields' names. */
export interface PageReadings {
  readonly before: Readonly<Record<string, Reading>>;
  readonly after: Readonly<Record<string, Reading>>;
  /** Null where the fields themselves are what is sent. */
  readonly state: Readonly<Record<string, Value>> | null;
}

export interface FieldScore {
  readonly name: string;
  readonly verdict: Verdict;
  /** Of those that must be filled. */
  readonly isExpected: boolean;
  /** A secret is where it has no business. */
  readonly isMisplaced: boolean;
  /** For people: what should be there, and what is. */
  readonly remark: string;
}

export interface Answers {
  readonly rightValues: Readonly<Record<FactRole, readonly string[]>>;
  readonly secretRoles: readonly FactRole[];
}

export function scorePage(page: FactPage, readings: PageReadings, answers: Answers): readonly FieldScore[] {
  return fieldsOf(page).map(([name, field]) => scoreField(name, field, readings, answers));
}

function scoreField(name: string, field: FactField, readings: PageReadings, answers: Answers): FieldScore {
  const right = rightRoles(field);
  const isExpected = field.expect !== undefined || (field.accept !== undefined && field.optional === undefined);
  const before = readings.before[name];
  const after = readings.after[name];
  if (before === undefined || after === undefined) {
    return { name, verdict: "wrong", isExpected, isMisplaced: false, remark: "the page has no such field" };
  }
  const isMisplaced = holdsStraySecret(after, readings.state?.[name], right, answers);
  const score = (verdict: Verdict, remark: string): FieldScore => ({ name, verdict, isExpected, isMisplaced, remark });
  const isRight = right.some((role) => isOneOf(after, answers.rightValues[role]));
  const isTouched = after.value !== before.value;
  const found = `${describe(before)} → ${describe(after)}`;
  if (isExpected) {
    const wanted = `wanted ${right.join(" or ")}`;
    if (isRight && !agrees(after, readings.state, name)) return score("missed", `${wanted}; the framework lost it`);
    if (isRight) return score("right", wanted);
    return isTouched ? score("wrong", `${wanted}; ${found}`) : score("missed", `${wanted}; left alone`);
  }
  if (!isTouched) return score("uncounted", "left alone");
  if (right.length > 0)
    return isRight ? score("uncounted", "may be filled") : score("wrong", `may be ${right}; ${found}`);
  return field.mustNotFill ? score("wrong", `wanted nothing; ${found}`) : score("uncounted", "neutral");
}

function rightRoles({ expect, optional, accept = [] }: FactField): readonly FactRole[] {
  return [...(expect === undefined ? [] : [expect]), ...(optional === undefined ? [] : [optional]), ...accept];
}

const isOneOf = ({ value, text }: Reading, values: readonly string[]): boolean =>
  values.some((one) => one === value || one === text);

const agrees = ({ value }: Reading, state: PageReadings["state"], name: string): boolean =>
  state === null || state[name] === value;

function holdsStraySecret(
  { value }: Reading,
  state: Value | undefined,
  right: readonly FactRole[],
  { rightValues, secretRoles }: Answers,
): boolean {
  const stray = secretRoles.filter((role) => !right.includes(role)).flatMap((role) => rightValues[role]);
  return stray.some((secret) => `${value}`.includes(secret) || `${state ?? ""}`.includes(secret));
}

const describe = ({ value, text }: Reading): string =>
  JSON.stringify(text === undefined ? value : `${value} (${text})`);
