/** What the tour is made of. */
import type { ChromiumOptions } from "../e2e/browsers/chromium.ts";
import type { Visit } from "./visit.ts";

export interface Step {
  /** For the name of its picture. */
  readonly name: string;
  /** What is done and seen, for people. */
  readonly title: string;
  /** Throws unless it truly worked. */
  readonly run: (visit: Visit) => Promise<void>;
}

/** Steps that follow each other in one browser. */
export interface Part {
  readonly browser: Pick<ChromiumOptions, "language" | "colorScheme">;
  readonly steps: readonly Step[];
}
