/** Pages to sign in that do not show all of it at once: what the watch is for. */
import { shell } from "../pages/page.ts";

/** How long a server takes to answer, in milliseconds. */
const DELAY = 200;

const USER = '<label for="user">User name</label><input id="user" name="username" autocomplete="username">';
const PASSWORD = '<label for="pass">Password</label><input id="pass" name="password" type="password">';
const page = (body: string, script: string) =>
  shell({
    title: "Sign in",
    lang: "en",
    body: `<main>${body}</main><script>
      addEventListener("submit", (event) => event.preventDefault());
      const later = (work) => setTimeout(work, ${DELAY});
      ${script}</script>`,
  });

export interface StepPage {
  readonly name: string;
  readonly html: string;
}

const FIRST = `<form id="login" action="/session" method="post"><h1>Sign in</h1><div id="step">${USER}</div><button id="next">Next</button></form>`;

/** The password comes after `#next` was pressed. */
export const userNameFirst: readonly StepPage[] = [
  {
    name: "the password joins the user name",
    html: page(
      FIRST,
      `next.onclick = () => later(() => step.insertAdjacentHTML("beforeend", ${JSON.stringify(PASSWORD)}));`,
    ),
  },
  {
    name: "the password takes the place of the user name",
    html: page(FIRST, `next.onclick = () => later(() => { step.innerHTML = ${JSON.stringify(PASSWORD)}; });`),
  },
  {
    name: "the password was there, not displayed",
    html: page(
      FIRST.replace("</form>", `<div id="second" style="display: none">${PASSWORD}</div></form>`),
      `next.onclick = () => later(() => { second.style.display = ""; });`,
    ),
  },
  {
    name: "the password was there, hidden by a class",
    html: page(
      `<style>.off { visibility: hidden; }</style>${FIRST.replace("</form>", `<div id="second" class="off">${PASSWORD}</div></form>`)}`,
      `next.onclick = () => later(() => { second.className = ""; });`,
    ),
  },
  {
    name: "the password slides in",
    html: page(
      `<style>main { overflow: hidden; } #second { transform: translateX(110vw); transition: transform .15s; }</style>
       ${FIRST.replace("</form>", `<div id="second">${PASSWORD}</div></form>`)}`,
      `next.onclick = () => later(() => { second.style.transform = "none"; });`,
    ),
  },
  {
    name: "the password is in a shadow root",
    html: page(
      FIRST.replace("</form>", '<div id="host"></div></form>'),
      `const root = host.attachShadow({ mode: "open" });
       next.onclick = () => later(() => { root.innerHTML = ${JSON.stringify(PASSWORD)}; });`,
    ),
  },
];

/** The form comes by itself after `#start` was pressed, which stands for the end of the page's own loading. */
export const lateForms: readonly StepPage[] = [
  {
    name: "the form is drawn late",
    html: page(
      '<button id="start">Sign in</button><div id="root"></div>',
      `start.onclick = () => later(() => { root.innerHTML = ${JSON.stringify(`<form action="/session" method="post">${USER}${PASSWORD}<button>Log in</button></form>`)}; });`,
    ),
  },
  {
    name: "the form is in a dialog that opens late",
    html: page(
      `<button id="start">Sign in</button><dialog id="box"><form method="dialog">${USER}${PASSWORD}<button>Log in</button></form></dialog>`,
      "start.onclick = () => later(() => box.showModal());",
    ),
  },
  {
    name: "the form is drawn over a loading screen that goes",
    html: page(
      `<button id="start">Sign in</button><form action="/session" method="post">${USER}${PASSWORD}<button>Log in</button></form>
       <div id="veil" style="position: fixed; inset: 60px 0 0 0; background: white">Loading</div>`,
      "start.onclick = () => later(() => veil.remove());",
    ),
  },
];

const FORM = `<form action="/session" method="post">${USER}${PASSWORD}<button>Log in</button></form>`;
const veil = (more: string) =>
  `<button id="start">Sign in</button>${FORM}<div id="veil" style="position: fixed; inset: 60px 0 0 0; background: white; ${more}">Loading</div>`;

/** What lies over the form goes without leaving the document. */
export const veils: readonly StepPage[] = [
  {
    name: "a veil that fades away",
    html: page(
      veil("transition: opacity .6s, visibility 0s .6s"),
      'start.onclick = () => { veil.style.opacity = "0"; veil.style.visibility = "hidden"; };',
    ),
  },
  {
    name: "a veil that clicks go through",
    html: page(veil("pointer-events: none"), 'start.onclick = () => later(() => { veil.style.display = "none"; });'),
  },
];

/** Things move, and no field comes: nothing to wake up for. */
export const restless = page(
  `${FIRST}<p id="clock"></p>`,
  `next.onclick = () => { let n = 0; const tick = () => { clock.textContent = ++n; if (n < 20) setTimeout(tick, 10); }; tick(); };`,
);
