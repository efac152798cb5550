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
  { name: "a low box that must be scrolled", isToScroll: true, css: `${FORM} { height: 90px; overflow: auto; }` },
  {
    name: "a bar that stays at the top",
    isToScroll: true,
    css: `main { margin-top: 300px; padding-bottom: 2000px; } #bar { position: fixed; inset: 0 0 auto; height: 240px; background: #eee; }`,
    html: `<div id="bar">Menu</div>`,
    run: () => window.scrollTo(0, 200),
  },
  {
    name: "a drawing behind it that lets clicks through",
    css: "main { position: relative; z-index: 1; }",
    html: `<svg style="position: fixed; inset: 0; width: 100vw; height: 100vh; pointer-events: none"><rect width="100%" height="100%" fill="#eee" /></svg>`,
  },
  {
    name: "a tour of the page, which shows the form in a hole",
    html: `<div id="hole"></div>`,
    run: () => {
      const form = document.querySelector("#login")?.getBoundingClientRect();
      const hole = document.querySelector<HTMLElement>("#hole");
      if (form === undefined || hole === null) return;
      const { left, top, width, height } = form;
      hole.style.cssText = `position: fixed; left: ${left}px; top: ${top}px; width: ${width}px; height: ${height}px; pointer-events: none; box-shadow: 0 0 0 9999px rgba(0, 0, 0, 0.5)`;
    },
  },
  { name: "read from the right", css: "html { direction: rtl; }" },
  { name: "greyed and a little dimmed", css: `${FORM} { filter: grayscale(1) brightness(0.9); }` },
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
