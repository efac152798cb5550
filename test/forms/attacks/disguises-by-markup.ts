/** Hidden by something that lies over the form, or by an element around it. */
import type { Disguise } from "./disguise.ts";

const COVER = "position: fixed; inset: 0; background: white; z-index: 1000;";

export const byMarkup: readonly Disguise[] = [
  { name: "an overlay", html: `<div style="${COVER}">Win a prize</div>` },
  { name: "an overlay that lets clicks through", html: `<div style="${COVER} pointer-events: none">Win a prize</div>` },
  {
    name: "an overlay that insists on letting clicks through",
    html: `<div style="${COVER} pointer-events: none !important">Win a prize</div>`,
  },
  {
    name: "an overlay that is slow to take clicks",
    html: `<div style="${COVER} pointer-events: none; transition: pointer-events 1000000s allow-discrete">Win a prize</div>`,
  },
  {
    name: "a ::before of something else over it",
    html: `<i id="over"></i>`,
    css: `#over::before { content: "Win"; ${COVER} pointer-events: none; }`,
  },
  {
    name: "a ::before that is styled within other rules",
    html: `<i id="over"></i>`,
    css: `@media screen { @layer over { #over { &::before { content: "Win"; ${COVER} pointer-events: none; } } } }`,
  },
  {
    name: "a ::before that insists on letting clicks through",
    html: `<i id="over"></i>`,
    css: `#over::before { content: "Win"; ${COVER} pointer-events: none !important; }`,
  },
  {
    name: "an ::after that was moved over it",
    css: `main::after { content: "Win"; display: block; height: 900px; transform: translateY(-900px); background: white; pointer-events: none; }`,
  },
  {
    name: "a drawing over it",
    html: `<svg style="position: fixed; inset: 0; width: 100vw; height: 100vh; z-index: 9; pointer-events: none"><rect width="100%" height="100%" fill="white" /></svg>`,
  },
  {
    name: "a border over it",
    html: `<div style="position: fixed; inset: 0; border: 60vh solid white; z-index: 9; pointer-events: none"></div>`,
  },
  {
    name: "a shadow over it",
    html: `<b style="position: fixed; top: 0; left: 0; width: 1px; height: 1px; box-shadow: 0 0 0 200vmax white"></b>`,
  },
  {
    name: "an inner shadow over it",
    html: `<div style="position: fixed; inset: 0; z-index: 9; box-shadow: inset 0 0 0 3000px white; pointer-events: none"></div>`,
  },
  {
    name: "an outline over it",
    html: `<b style="position: fixed; top: 0; left: 0; width: 1px; height: 1px; outline: 3000px solid white"></b>`,
  },
  {
    name: "the backdrop of a popover",
    html: `<div id="over" popover="manual" style="width: 1px; height: 1px"></div>`,
    css: "#over::backdrop { background: white; }",
    run: () => document.querySelector<HTMLElement>("#over")?.showPopover(),
  },
  {
    name: "a picture that takes the place of text",
    html: `<div id="over"></div>`,
    css: `#over { content: url('data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="3000"><rect width="3000" height="3000" fill="white"/></svg>'); position: fixed; top: 0; left: 0; z-index: 9; pointer-events: none; }`,
  },
  {
    name: "a giant letter",
    html: `<div style="position: fixed; left: -300px; top: -600px; font: 3000px/1 monospace; color: white; pointer-events: none">█</div>`,
  },
  {
    name: "labels that lie over their fields",
    css: ".row { position: relative; } .row label { position: absolute; inset: -6px; background: white; z-index: 9; }",
  },
  {
    name: "many thin layers",
    isFaint: true,
    run: () => {
      for (let layer = 0; layer < 40; layer += 1) {
        const thin = document.createElement("div");
        thin.style.cssText =
          "position: fixed; inset: 0; z-index: 9; background: rgb(255 255 255 / 0.19); pointer-events: none";
        document.body.append(thin);
      }
    },
  },
  {
    name: "a slot of a closed shadow root that lets nothing be seen",
    run: () => {
      const host = document.createElement("div");
      host.attachShadow({ mode: "closed" }).innerHTML = "<div style='filter: opacity(0)'><slot></slot></div>";
      document.querySelector("main")?.append(host);
      host.append(document.querySelector("#login") ?? "");
    },
  },
  {
    name: "an inert overlay that hides from whoever looks under it",
    html: `<x-over inert style="${COVER} display: block">Win</x-over>`,
    run: () => {
      if (customElements.get("x-over") !== undefined) return;
      customElements.define(
        "x-over",
        class extends HTMLElement {
          static readonly observedAttributes = ["inert"];
          attributeChangedCallback(_name: string, _old: string | null, now: string | null) {
            this.style.display = now === null ? "none" : "block";
          }
        },
      );
    },
  },
  { name: "an inert overlay", html: `<div inert style="${COVER}">Win a prize</div>` },
  { name: "an overlay in an inert part", html: `<div inert><p style="${COVER}">Win a prize</p></div>` },
  {
    name: "a click-through overlay in an inert part",
    html: `<div inert><p style="${COVER} pointer-events: none">Win a prize</p></div>`,
  },
  {
    name: "an inert overlay in a shadow root",
    html: `<div id="host"></div>`,
    run: () => {
      const root = document.querySelector("#host")?.attachShadow({ mode: "closed" });
      if (root)
        root.innerHTML = '<div inert style="position: fixed; inset: 0; background: white; z-index: 1000">Win</div>';
    },
  },
  {
    name: "a popover over the modal dialog that it is in",
    html: `<dialog id="in"></dialog><div id="over" popover="manual" style="width: 100vw; height: 100vh; background: white; inset: 0; margin: 0; border: 0">Win</div>`,
    run: () => {
      const dialog = document.querySelector<HTMLDialogElement>("#in");
      dialog?.append(document.querySelector("#login") ?? "");
      dialog?.showModal();
      document.querySelector<HTMLElement>("#over")?.showPopover();
    },
  },
  {
    name: "a picture over it",
    html: `<img alt="" src="data:," style="${COVER} width: 100vw; height: 100vh; pointer-events: none">`,
  },
  {
    name: "a frame over it",
    html: `<iframe srcdoc="<h1>Win</h1>" style="${COVER} width: 100vw; height: 100vh"></iframe>`,
  },
  { name: "a fixed ::before over it", css: `body::before { content: "Win"; ${COVER} pointer-events: none; }` },
  {
    name: "an ::after over it",
    css: `main { position: relative; } main::after { content: "Win"; position: absolute; inset: 0; background: white; }`,
  },
  {
    name: "a click-through ::after over it",
    css: `main { position: relative; } main::after { content: "Win"; position: absolute; inset: 0; background: white; pointer-events: none; }`,
  },
  {
    name: "an overlay in a shadow root",
    html: `<div id="host"></div>`,
    run: () => {
      const root = document.querySelector("#host")?.attachShadow({ mode: "open" });
      if (root) root.innerHTML = '<div style="position: fixed; inset: 0; background: white; z-index: 1000">Win</div>';
    },
  },
  {
    name: "a click-through overlay in a closed shadow root",
    html: `<div id="host"></div>`,
    run: () => {
      const root = document.querySelector("#host")?.attachShadow({ mode: "closed" });
      if (root)
        root.innerHTML =
          '<div style="position: fixed; inset: 0; background: white; z-index: 1000; pointer-events: none">Win</div>';
    },
  },
  {
    name: "a click-through overlay in an open shadow root",
    html: `<div id="host"></div>`,
    run: () => {
      const root = document.querySelector("#host")?.attachShadow({ mode: "open" });
      if (root)
        root.innerHTML =
          '<div style="position: fixed; inset: 0; background: white; z-index: 1000; pointer-events: none">Win</div>';
    },
  },
  {
    name: "a click-through overlay in a closed shadow root in another",
    html: `<over-lay id="host"></over-lay>`,
    run: () => {
      const outer = document.querySelector("#host")?.attachShadow({ mode: "closed" });
      const inner = outer?.appendChild(document.createElement("span")).attachShadow({ mode: "closed" });
      if (inner)
        inner.innerHTML =
          '<div style="position: fixed; inset: 0; background: white; z-index: 1000; pointer-events: none">Win</div>';
    },
  },
  {
    name: "a popover over it",
    html: `<div id="over" popover="manual" style="width: 100vw; height: 100vh; background: white; inset: 0; margin: 0; border: 0">Win</div>`,
    run: () => document.querySelector<HTMLElement>("#over")?.showPopover(),
  },
  {
    name: "a modal dialog, which makes the rest inert",
    isFaint: true,
    html: `<dialog id="over">Win</dialog>`,
    run: () => document.querySelector<HTMLDialogElement>("#over")?.showModal(),
  },
  { name: "inert", isFaint: true, run: () => document.querySelector("#login")?.setAttribute("inert", "") },
  { name: "hidden", run: () => document.querySelector("#login")?.setAttribute("hidden", "") },
  { name: "hidden until found", run: () => document.querySelector("#login")?.setAttribute("hidden", "until-found") },
  {
    name: "a closed details",
    run: () => {
      const details = document.createElement("details");
      document.querySelector("main")?.append(details);
      details.append(document.querySelector("#login") ?? "");
    },
  },
  {
    name: "scrolled out of a box",
    css: `#box { height: 40px; overflow: hidden; } #box::before { content: ""; display: block; height: 400px; }`,
    run: () => {
      const box = document.createElement("div");
      box.id = "box";
      document.querySelector("main")?.append(box);
      box.append(document.querySelector("#login") ?? "");
      box.scrollTop = 0;
    },
  },
  {
    name: "covered below the fold",
    css: `main { margin-top: 3000px; } #over { position: absolute; left: 0; right: 0; top: 2800px; height: 1200px; background: white; z-index: 9; }`,
    html: `<div id="over">Win</div>`,
  },
];
