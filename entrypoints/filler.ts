/** Put into a page when the user asks to fill it: nothing but the page's side of forms. */
import { defineUnlistedScript } from "#imports";
import { createFiller } from "../lib/forms/filler.ts";
import type { Filler } from "../lib/forms/order.ts";

declare global {
  var llaveroFiller: Filler | undefined;
}

/** Chromium's way, and Firefox's, to see closed shadow roots from an extension. */
interface RootTeller {
  readonly chrome?: { readonly dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null } };
}
interface FirefoxElement {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

function openedRootOf(element: Element): ShadowRoot | null {
  try {
    const { chrome } = globalThis as RootTeller;
    return (
      chrome?.dom?.openOrClosedShadowRoot?.(element) ??
      (element as FirefoxElement).openOrClosedShadowRoot ??
      element.shadowRoot
    );
  } catch {
    // Chromium takes HTML elements only.
    return element.shadowRoot;
  }
}

export default defineUnlistedScript(() => {
  // A page may be asked for more than once; what was read of it must not be forgotten then.
  globalThis.llaveroFiller ??= createFiller(openedRootOf);
});
