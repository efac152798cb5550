/** The best joint assignment within a form: each value once, each field once, and the sum of the scores the highest. */
import type { Candidate } from "./candidates.ts";
import type { Want } from "./wants.ts";

/** Hostile pages could make the search long; what is found by then is good. */
const MOST_STEPS = 20_000;
/** Of one value, only the likeliest fields are tried. */
const MOST_FIELDS = 6;

export function assign(candidates: readonly Candidate[]): readonly Candidate[] {
  const byWant = Map.groupBy(candidates, ({ want }) => want.kinds.join());
  const groups = [...byWant.values()].map((group) => bestPerField(group).slice(0, MOST_FIELDS));
  let best: readonly Candidate[] = [];
  let bestScore = -1;
  let steps = 0;
  const visit = (at: number, taken: readonly Candidate[], score: number) => {
    steps += 1;
    if (steps > MOST_STEPS) return;
    const group = groups[at];
    if (group === undefined) {
      if (score > bestScore) {
        best = taken;
        bestScore = score;
      }
      return;
    }
    for (const candidate of group) {
      if (taken.some(({ field }) => field === candidate.field)) continue;
      visit(at + 1, [...taken, candidate], score + candidate.score);
    }
    visit(at + 1, taken, score);
  };
  visit(0, [], 0);
  return best;
}

function bestPerField(group: readonly Candidate[]): readonly Candidate[] {
  const best = new Map<number, Candidate>();
  for (const candidate of group) {
    if (candidate.score > (best.get(candidate.field.id)?.score ?? 0)) best.set(candidate.field.id, candidate);
  }
  return [...best.values()].toSorted((a, b) => b.score - a.score);
}

/** How much surer one field must be than the next for the same value. */
const margins = { secret: 0.1, other: 0.03 };

/** Other fields, left without a value, that could take this one nearly as well. */
export function rivalsOf(
  chosen: Candidate,
  taken: readonly Candidate[],
  candidates: readonly Candidate[],
  isSecret: boolean,
): readonly Candidate[] {
  const margin = isSecret ? margins.secret : margins.other;
  return bestPerField(candidates.filter(({ want }) => isSame(want, chosen.want))).filter(
    ({ field, score }) =>
      field !== chosen.field && score > chosen.score - margin && !taken.some((other) => other.field === field),
  );
}

const isSame = (one: Want, other: Want) => one === other || one.kinds[0] === other.kinds[0];
