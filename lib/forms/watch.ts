/** Tells once when a page shows fields that it did not show before, as sign-ins in several steps do. */
import { coverOf } from "./cover.ts";
import { type Field, isConnected, listen, nodeTypeOf, type RootOf, rectangleOf, unlisten } from "./dom.ts";
import type { WatchEnd } from "./order.ts";
import { createPaintCheck } from "./painted.ts";
import { survey } from "./survey.ts";
import { createLook } from "./visibility.ts";

/** A page that draws itself anew does so in many small steps. */
const PAUSE = 100;

/** What shows or moves things without changing the document; the ends of frames' loading do not bubble. */
const stirrings = ["transitionend", "animationend", "load", "toggle"];

export interface Watch {
  readonly end: Promise<WatchEnd>;
  stop(): void;
}

/** Parts that are drawn only once their script has come tell nobody. */
const HEARTBEAT = 1_000;

/** What slides in may not be filled before it stands still. */
const STILL = 50;

/** What there is to be seen now. */
interface Sight {
  /** Where those stand that could be filled now, or "": what lies under a loading screen is yet to come. */
  readonly places: string;
  readonly roots: readonly Node[];
}

function lookAround(seen: ReadonlySet<Field>, opened: RootOf): Sight {
  const look = createLook();
  const { fields, roots } = survey(document);
  const paint = createPaintCheck(opened);
  const fresh = fields
    .filter(({ field, isFrameHidden }) => !seen.has(field) && !isFrameHidden && !field.disabled)
    .map(({ field }) => field)
    .filter((field) => look.hiddenReason(field) === null && coverOf(field, "quick") !== "covered");
  const isToSee = fresh.some((field) => !paint.isPaintedOver(field));
  paint.end();
  const places = fresh.map(rectangleOf).map(({ x, y, width, height }) => [x, y, width, height].join());
  return { places: isToSee ? places.join(";") : "", roots };
}

export function watch(seen: ReadonlySet<Field>, roots: readonly Node[], milliseconds: number, opened: RootOf): Watch {
  let stop = () => {};
  const end = new Promise<WatchEnd>((resolve) => {
    let places = "";
    let pause: ReturnType<typeof setTimeout> | null = null;
    const finish = (how: WatchEnd) => {
      observer.disconnect();
      window.removeEventListener("pagehide", onLeft);
      for (const root of observed) for (const type of stirrings) unlisten(root, type, onStirring, { capture: true });
      if (pause !== null) clearTimeout(pause);
      clearTimeout(limit);
      clearInterval(heartbeat);
      resolve(how);
    };
    const observed = new Set<Node>();
    const observe = (root: Node) => {
      // Documents of frames may have gone.
      if (observed.has(root) || (nodeTypeOf(root) !== 9 && !isConnected(root))) return;
      observed.add(root);
      observer.observe(root, {
        childList: true,
        subtree: true,
        attributes: true,
        attributeFilter: ["style", "class", "hidden", "type", "disabled", "readonly", "aria-hidden", "inert", "open"],
      });
      // What happens in a shadow root or a frame need not be told outside of it.
      for (const type of stirrings) listen(root, type, onStirring, { capture: true });
    };
    const look = () => {
      pause = null;
      const { places: now, roots: present } = lookAround(seen, opened);
      // Parts of a page that came since may draw their fields later still.
      for (const root of present) observe(root);
      if (now !== "" && now === places) finish("fields");
      else if (now !== "") pause = setTimeout(look, STILL);
      places = now;
    };
    const onStirring = () => {
      pause ??= setTimeout(look, PAUSE);
    };
    // Kept for going back to, a page stands still, and nobody would hear of it any more.
    const onLeft = () => finish("changed");
    const observer = new MutationObserver(onStirring);
    const limit = setTimeout(() => finish("time"), milliseconds);
    const heartbeat = setInterval(onStirring, HEARTBEAT);
    for (const root of [document, ...roots]) observe(root);
    window.addEventListener("pagehide", onLeft);
    stop = () => finish("stopped");
  });
  return { end, stop: () => stop() };
}
