/** The few numbers that sum up many. */

export interface Summary {
  readonly count: number;
  readonly median: number;
  readonly p90: number;
  readonly worst: number;
}

export function summarize(values: readonly number[]): Summary {
  if (values.length === 0) throw new Error("Nothing was measured.");
  return {
    count: values.length,
    median: quantile(values, 0.5),
    p90: quantile(values, 0.9),
    worst: Math.max(...values),
  };
}

/** Between two values, it lies on the line that joins them. */
function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}
