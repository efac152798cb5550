/** Hides a field in the very way that the facts name. */
import type { Hiding } from "../facts.ts";

const CONTROL_STYLES: Partial<Record<Hiding, string>> = {
  display: "display: none",
  visibility: "visibility: hidden",
  opacity: "opacity: 0",
  size: "width: 0; height: 0; padding: 0; border: 0; margin: 0; min-width: 0; min-height: 0",
  offscreen: "position: absolute; left: -9999px; top: 0",
};

const GROUP_STYLES: Partial<Record<Hiding, string>> = {
  "parent-display": "display: none",
  "parent-opacity": "opacity: 0",
};

/** The attributes of a field that is hidden by itself. `type` is among the field's own attributes already. */
export const hideControl = (hiding: Hiding | undefined) => style(CONTROL_STYLES, hiding);

/** The attributes of the element around a field that is hidden by what is around it. */
export const hideGroup = (hiding: Hiding | undefined) => style(GROUP_STYLES, hiding);

function style(styles: Partial<Record<Hiding, string>>, hiding: Hiding | undefined): Record<string, string> {
  const text = hiding === undefined ? undefined : styles[hiding];
  return text === undefined ? {} : { style: text };
}
