/** Which browser this run is about: each has a project of its own in `test/vitest.config.ts`. */
import { inject } from "vitest";
import type { BrowserKind } from "../browser/form-browser.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly formBrowser: BrowserKind;
  }
}

export const testedBrowser: BrowserKind = inject("formBrowser");
