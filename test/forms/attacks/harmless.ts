/** What hides nothing: it has to be filled, or the rest proves little. */
import type { Disguise } from "./disguise.ts";

const FORM = "#login";

export const harmless: readonly Disguise[] = [
  { name: "as it is" },
  { name: "below the fold", css: "main { margin-top: 3000px; }" },
  {
    name: "a banner at the bottom",
    html: `<div style="position: fixed; bottom: 0; left: 0; right: 0; height: 60px; background: #eee">Cookies</div>`,
  },
  {
    name: "a bar at the top",
    html: `<div style="position: fixed; top: 0; left: 0; right: 0; height: 20px; background: #eee">Menu</div>`,
  },
  { name: "a box that can be scrolled", css: `${FORM} { height: 400px; overflow: auto; }` },
  { name: "half transparent", css: `${FORM} { opacity: 0.6; }` },
  {
    name: "a label over an empty field",
    css: ".row { position: relative; } label { position: absolute; left: 6px; top: 4px; pointer-events: none; }",
  },
  { name: "a small scale", css: `${FORM} { transform: scale(0.8); }` },
];
