/** Hidden by a style alone. */
import type { Disguise } from "./disguise.ts";

const FIELDS = "#login input";
const FORM = "#login";

export const byStyle: readonly Disguise[] = [
  { name: "display: none", css: `${FIELDS} { display: none; }` },
  { name: "display: none of the form", css: `${FORM} { display: none; }` },
  { name: "visibility: hidden", css: `${FIELDS} { visibility: hidden; }` },
  { name: "visibility: hidden of the form", css: `${FORM} { visibility: hidden; }` },
  { name: "visibility: collapse", css: `${FIELDS} { visibility: collapse; }` },
  { name: "opacity: 0", css: `${FIELDS} { opacity: 0; }` },
  { name: "opacity: 0 of the body's child", css: "main { opacity: 0; }" },
  { name: "opacity: 0.02", isFaint: true, css: `${FIELDS} { opacity: 0.02; }` },
  {
    name: "opacities that multiply to nearly nothing",
    isFaint: true,
    css: `main, ${FORM}, .row, ${FIELDS} { opacity: 0.3; }`,
  },
  { name: "filter: opacity(0)", css: `${FORM} { filter: opacity(0); }` },
  { name: "filter: opacity(1) opacity(0)", css: `${FORM} { filter: opacity(1) opacity(0); }` },
  {
    name: "a filter that leaves one colour",
    css: `body { background: white; } ${FORM} { filter: brightness(0) invert(1); }`,
  },
  { name: "a filter that is blurred", isFaint: true, css: `${FORM} { filter: blur(40px); }` },
  {
    name: "mixed away",
    isFaint: true,
    css: `html { background: white; } ${FORM} { mix-blend-mode: lighten; }`,
  },
  {
    name: "a mask that is a border",
    onlyIn: "chromium",
    css: `${FORM} { -webkit-mask-box-image: linear-gradient(transparent, transparent); }`,
  },
  {
    name: "glass with a shadow that cannot be seen",
    isFaint: true,
    css: `${FIELDS} { appearance: none; border: 0; outline: 0; background: transparent; -webkit-text-fill-color: transparent; text-shadow: 0 0 0 transparent; caret-color: transparent; }`,
  },
  {
    name: "off-screen to the right, read from the right",
    css: `html { direction: rtl; } ${FORM} { position: absolute; left: 9999px; }`,
  },
  {
    name: "below the window, where nobody can scroll",
    isFaint: true,
    css: "html { overflow: clip; } main { margin-top: 200vh; }",
  },
  {
    name: "a colour of next to nothing",
    isFaint: true,
    css: `${FIELDS} { appearance: none; border: 0; outline: 0; background: transparent; color: oklab(0 0 0 / 1e-7); caret-color: transparent; }`,
  },
  { name: "no size", css: `${FIELDS} { width: 0; height: 0; padding: 0; border: 0; min-width: 0; }` },
  {
    name: "one pixel",
    isFaint: true,
    css: `${FIELDS} { width: 1px; height: 1px; padding: 0; border: 0; min-width: 0; }`,
  },
  { name: "a form without height", css: `${FORM} { height: 0; overflow: hidden; }` },
  { name: "off-screen to the left", css: `${FIELDS} { position: absolute; left: -9999px; }` },
  { name: "a form off-screen to the left", css: `${FORM} { position: absolute; left: -9999px; }` },
  { name: "off-screen above", css: `${FIELDS} { position: fixed; top: -500px; }` },
  { name: "fixed below the window", css: `${FORM} { position: fixed; top: 200vh; }` },
  { name: "off-screen by a negative margin", css: `${FORM} { margin-left: -9999px; }` },
  { name: "off-screen by transform", css: `${FORM} { transform: translateX(-300vw); }` },
  { name: "off-screen by translate", css: `${FORM} { translate: -300vw 0; }` },
  { name: "clip", css: `${FIELDS} { position: absolute; clip: rect(0, 0, 0, 0); }` },
  { name: "clip of the form", css: `${FORM} { position: absolute; clip: rect(0 0 0 0); }` },
  { name: "clip-path: inset", css: `${FIELDS} { clip-path: inset(50%); }` },
  { name: "clip-path: circle(0) of the form", css: `${FORM} { clip-path: circle(0); }` },
  { name: "clip-path: polygon outside", css: `${FORM} { clip-path: polygon(0 0, 1px 0, 0 1px); }` },
  { name: "mask", css: `${FORM} { mask-image: linear-gradient(transparent, transparent); }` },
  { name: "font-size: 0", isFaint: true, css: `${FIELDS} { font-size: 0; }` },
  { name: "a tiny font", isFaint: true, css: `${FIELDS} { font-size: 1px; }` },
  { name: "content-visibility: hidden", css: `${FORM} { content-visibility: hidden; }` },
  { name: "scale(0)", css: `${FORM} { transform: scale(0); }` },
  { name: "scale(0.02)", isFaint: true, css: `${FORM} { transform: scale(0.02); }` },
  { name: "scale: 0 1", css: `${FORM} { scale: 0 1; }` },
  { name: "zoom", isFaint: true, css: `${FORM} { zoom: 0.02; }` },
  { name: "turned edge on", css: `${FORM} { transform: rotateY(90deg); }` },
  { name: "turned away", css: `${FORM} { transform: rotateY(180deg); backface-visibility: hidden; }` },
  { name: "behind the page", css: `${FORM} { position: relative; z-index: -1; } main { background: white; }` },
  {
    name: "glass",
    isFaint: true,
    css: `${FIELDS} { appearance: none; border: 0; outline: 0; background: transparent; color: transparent; caret-color: transparent; }`,
  },
];
