/** Sums scores up, and holds them against the marks. Pure. */
import type { FieldScore } from "./score.ts";

export interface Tally {
  readonly expected: number;
  readonly right: number;
  readonly missed: number;
  readonly wrong: number;
  readonly misplaced: number;
  /** Of what was put somewhere, how much was right. */
  readonly precision: number;
  /** Of what was asked for, how much is there. */
  readonly recall: number;
}

/** What `--check` asks for. */
export const marks = { misplaced: 0, precision: 0.99, recall: 0.97 } as const;

export function tally(scores: readonly FieldScore[], strays = 0): Tally {
  const count = (test: (score: FieldScore) => boolean) => scores.filter(test).length;
  const expected = count(({ isExpected }) => isExpected);
  const right = count(({ verdict }) => verdict === "right");
  const wrong = count(({ verdict }) => verdict === "wrong");
  return {
    expected,
    right,
    missed: count(({ verdict }) => verdict === "missed"),
    wrong,
    misplaced: count(({ isMisplaced }) => isMisplaced) + strays,
    precision: share(right, right + wrong),
    recall: share(right, expected),
  };
}

/** Where nothing was to be done, nothing was done badly. */
const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** What is below the marks, in sentences. */
export function shortfalls(what: string, { misplaced, precision, recall }: Tally): readonly string[] {
  return [
    ...(misplaced > marks.misplaced ? [`${what}: ${misplaced} secrets are where they have no business.`] : []),
    ...(precision < marks.precision
      ? [`${what}: precision ${percent(precision)} is below ${percent(marks.precision)}.`]
      : []),
    ...(recall < marks.recall ? [`${what}: recall ${percent(recall)} is below ${percent(marks.recall)}.`] : []),
  ];
}

/** Cut, not rounded: 98.96 % must not read as 99.0 %. */
export const percent = (share: number): string => `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
