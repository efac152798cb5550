/** All disguises that the browser at hand knows. */
import type { Disguise } from "./disguise.ts";
import { byMarkup } from "./disguises-by-markup.ts";
import { byStyle } from "./disguises-by-style.ts";
import { testedBrowser } from "./tested-browser.ts";

export const disguises: readonly Disguise[] = [...byStyle, ...byMarkup].filter(
  ({ onlyIn }) => onlyIn === undefined || onlyIn === testedBrowser,
);
