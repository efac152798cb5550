/** Whether people can see a field, and if not, why. Reads of layout only: all of them come before the first write. */
import {
  attributeOf,
  type Field,
  isDisplayed,
  matches,
  nameOf,
  parentOf,
  rectangleOf,
  scrolledLeft,
  scrolledTop,
} from "./dom.ts";
import { createExtents, type Extent } from "./extent.ts";
import type { HiddenReason } from "./facts.ts";
import { alphaOf } from "./paint.ts";

/** Smaller than this nobody aims at, in CSS pixels as they are drawn. */
const LEAST_WIDTH = 20;
const LEAST_HEIGHT = 8;
const LEAST_FONT = 5;
/** Below this, what is drawn is hardly there. */
const LEAST_OPACITY = 0.2;
/** Of a colour, as a part. */
const FAINTEST = 0.1;
/** In pixels; more of it leaves nothing to be read. */
const MOST_BLUR = 3;
/** How much of a field must not be cut off by what is around it. */
const LEAST_PART = 0.5;

/** What an element lets through of what is inside of it. */
interface Around {
  readonly opacity: number;
  readonly isMasked: boolean;
  readonly isFixed: boolean;
  readonly isInert: boolean;
  /** What cuts off, nearest first; `scrolls` where what is cut off can be scrolled to. */
  readonly cuts: readonly { readonly element: Element; readonly scrolls: boolean }[];
}

const nothing: Around = { opacity: 1, isMasked: false, isFixed: false, isInert: false, cuts: [] };

/** Reads of one moment; ancestors are shared by many fields and read once. */
export interface Look {
  /** Why people cannot see it; null when they can. */
  hiddenReason(field: Field): HiddenReason | null;
}

export function createLook(): Look {
  const known = new Map<Element, Around>();
  const extentOf = createExtents();

  const around = (element: Element | null): Around => {
    const path: Element[] = [];
    let at = element;
    while (at !== null && !known.has(at)) {
      path.push(at);
      at = parentOf(at);
    }
    let result = at === null ? nothing : (known.get(at) ?? nothing);
    for (const one of path.reverse()) {
      result = within(one, result);
      known.set(one, result);
    }
    return result;
  };

  return {
    hiddenReason: (field) => hiddenReason(field, rectangleOf(field), around, extentOf),
  };
}

function within(element: Element, outer: Around): Around {
  const style = getComputedStyle(element);
  // The two parts are read much faster than the whole.
  const overflow = [style.overflowX, style.overflowY].filter((part) => part !== "visible" && part !== "").join();
  const isRoot = nameOf(element) === "html" || nameOf(element) === "body";
  const cuts =
    isRoot || overflow === "" ? outer.cuts : [{ element, scrolls: /auto|scroll/u.test(overflow) }, ...outer.cuts];
  const isFixed = style.position === "fixed";
  const opacity = opacityOf(style) * outer.opacity;
  const isMasked = outer.isMasked || isErased(style);
  const isInert = outer.isInert || attributeOf(element, "inert") !== null;
  // What is fixed is not cut off by what is around it.
  const next = {
    opacity,
    isMasked,
    isFixed: isFixed || outer.isFixed,
    isInert,
    cuts: isFixed ? cuts.slice(0, cuts.length - outer.cuts.length) : cuts,
  };
  return same(next, outer) ? outer : next;
}

const same = (a: Around, b: Around) =>
  a.opacity === b.opacity &&
  a.isMasked === b.isMasked &&
  a.isFixed === b.isFixed &&
  a.isInert === b.isInert &&
  a.cuts === b.cuts;

const isSet = (value: string | undefined, nothing = "none"): boolean =>
  value !== undefined && value !== "" && value !== nothing;

function opacityOf({ opacity, filter }: CSSStyleDeclaration): number {
  const own = opacity === "" ? 1 : Number(opacity);
  return isSet(filter) ? own * filteredPart(filter) : own;
}

/** Those of which too little leaves one colour, and nothing to be read. */
const fading = new Set(["opacity", "brightness", "contrast"]);

/** What a filter lets be seen, as a part; drawings of their own can leave anything, and nobody needs them on a form. */
function filteredPart(filter: string): number {
  let part = 1;
  for (const [, name = "", value = "", unit] of filter.matchAll(/([a-z-]+)\(\s*(?:([\d.]+)([a-z%]*))?/gu)) {
    const amount = Number(value) / (unit === "%" ? 100 : 1);
    if (name === "url" || (name === "blur" && amount > MOST_BLUR)) return 0;
    if (name === "opacity" || (fading.has(name) && amount < LEAST_OPACITY)) part *= amount;
  }
  return part;
}

/** A mask or a way of mixing may leave nothing; hit tests do not tell. Pages do not do that to their forms otherwise. */
const isErased = (style: CSSStyleDeclaration): boolean =>
  isSet(style.maskImage) ||
  isSet(style.getPropertyValue("-webkit-mask-box-image-source")) ||
  isSet(style.mixBlendMode, "normal");

/** Shadows show what the colour does not. */
function isTextClear(style: CSSStyleDeclaration): boolean {
  const fill = style.getPropertyValue("-webkit-text-fill-color");
  if (!isClear(fill === "" ? style.color : fill)) return false;
  // each begins with its colour
  const colours = isSet(style.textShadow) ? [...style.textShadow.matchAll(/(?:^|,\s*)(\w+\([^)]*\))/gu)] : [];
  return colours.every(([, colour = ""]) => isClear(colour));
}

/** Text in such a colour leaves no trace. */
const isClear = (colour: string): boolean => colour !== "" && alphaOf(colour) < FAINTEST;

function hiddenReason(
  field: Field,
  rectangle: DOMRect,
  around: (element: Element | null) => Around,
  extentOf: (field: Field) => Extent | null,
): HiddenReason | null {
  if (field.type === "hidden") return "type";
  const { width, height } = rectangle;
  if (!isDisplayed(field)) return "display";
  // the browser itself knows what is drawn of parts that nobody else is told of
  if (!isDisplayed(field, { opacityProperty: true })) return "opacity";
  if (width < LEAST_WIDTH || height < LEAST_HEIGHT) return "size";
  const style = getComputedStyle(field);
  if (style.visibility !== "visible" && style.visibility !== "") return "visibility";
  const outer = around(parentOf(field));
  if (opacityOf(style) * outer.opacity < LEAST_OPACITY) return "opacity";
  if (outer.isMasked || isErased(style)) return "clipped";
  if (outer.isInert || matches(field, "[inert]")) return "inert";
  if (parseFloat(style.fontSize) < LEAST_FONT) return "tinyText";
  if (isTextClear(style) && field.tagName !== "SELECT") return "transparentText";
  return placeReason(
    field,
    rectangle,
    style.position === "fixed" || outer.isFixed,
    style.position === "fixed" ? [] : outer.cuts,
    extentOf,
  );
}

/** Cut off by what is around it, or where nobody can scroll to. */
function placeReason(
  field: Field,
  own: DOMRect,
  isFixed: boolean,
  cuts: Around["cuts"],
  extentOf: (field: Field) => Extent | null,
): HiddenReason | null {
  let { left, top, right, bottom } = own;
  for (const { element, scrolls } of cuts) {
    const box = rectangleOf(element);
    if (scrolls) {
      // It can be scrolled to, unless it lies before the beginning; then what is around the box counts for the box.
      const isFromRight = getComputedStyle(element).direction === "rtl";
      const isBefore = isFromRight
        ? left >= box.right - scrolledLeft(element)
        : right <= box.left - scrolledLeft(element);
      if (isBefore || bottom <= box.top - scrolledTop(element)) return "offscreen";
      if (box.width < LEAST_WIDTH || box.height < LEAST_HEIGHT) return "clipped";
      ({ left, top, right, bottom } = box);
      continue;
    }
    const area = Math.max(right - left, 1) * Math.max(bottom - top, 1);
    left = Math.max(left, box.left);
    top = Math.max(top, box.top);
    right = Math.min(right, box.right);
    bottom = Math.min(bottom, box.bottom);
    if (right <= left || bottom <= top || (right - left) * (bottom - top) < area * LEAST_PART) return "clipped";
  }
  const extent = extentOf(field);
  if (extent === null) return "frame";
  if (isFixed) return right <= 0 || bottom <= 0 || left >= extent.width || top >= extent.height ? "offscreen" : null;
  if (right + extent.x <= extent.from || bottom + extent.y <= 0) return "offscreen";
  return left + extent.x >= extent.across || top + extent.y >= extent.down ? "offscreen" : null;
}
