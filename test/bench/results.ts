/** What a run found out, as it is kept in `.output/bench.json`; all times in milliseconds. */
import type { Opening } from "./measure-opening.ts";
import type { Scrolling } from "./measure-scrolling.ts";
import type { SubjectName } from "./stage.ts";
import type { Summary } from "./statistics.ts";

export interface Results {
  readonly when: string;
  readonly machine: { cores: number; model: string };
  readonly browser: string;
  readonly openings: readonly {
    readonly name: SubjectName;
    readonly summary: Summary;
    /** Of the medians. */
    readonly ratio: number;
    /** Until the browser began to load the popup's page. */
    readonly begun: Summary;
    /** From there to the first key. */
    readonly loading: Summary;
    readonly all: readonly Opening[];
  }[];
  readonly search: { readonly summary: Summary; readonly all: readonly number[] };
  readonly scrolling: Scrolling;
}
