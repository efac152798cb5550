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
  {
    name: "a dialog over an inert page",
    css: "main { min-height: 90vh; background: #eee; } #dialog { position: fixed; inset: 10vh 20vw; z-index: 9; background: white; }",
    html: `<div id="dialog" role="dialog"></div>`,
    run: () => {
      document.querySelector("#dialog")?.append(document.querySelector("#login") ?? "");
      document.querySelector("main")?.setAttribute("inert", "");
    },
  },
  {
    name: "a modal dialog, and a message at the edge",
    html: `<dialog id="dialog"></dialog><div id="message" popover="manual" style="inset: auto 0 0 auto; margin: 0">Welcome</div>`,
    run: () => {
      const dialog = document.querySelector<HTMLDialogElement>("#dialog");
      dialog?.append(document.querySelector("#login") ?? "");
      document.querySelector<HTMLElement>("#message")?.showPopover();
      dialog?.showModal();
    },
  },
  { name: "a small scale", css: `${FORM} { transform: scale(0.8); }` },
];
