/** Tells once when a page shows fields that it did not show before, as sign-ins in several steps do. */
import { coverOf } from "./cover.ts";
import { type Field, isConnected, listen, nodeTypeOf, type RootOf, rectangleOf, unlisten } from "./dom.ts";
import type { WatchEnd } from "./order.ts";
import { paintedOver } from "./painted.ts";
import { survey } from "./survey.ts";
import { createLook } from "./visibility.ts";

/** A page that draws itself anew does so in many small steps. */
const PAUSE = 100;

/** What shows or moves things without changing the document; the ends of frames' loading do not bubble. */
const stirrings = ["transitionend", "animationend", "load"];

export interface Watch {
  readonly end: Promise<WatchEnd>;
  stop(): void;
}

/** What slides in may not be filled before it stands still. */
const STILL = 50;

/** Where those stand that could be filled now, or "": what lies under a loading screen is yet to come. */
function newPlaces(seen: ReadonlySet<Field>, opened: RootOf): string {
  const look = createLook();
  const fresh = survey(document)
    .fields.filter(({ field, isFrameHidden }) => !seen.has(field) && !isFrameHidden && !field.disabled)
    .map(({ field }) => field)
    .filter((field) => look.see(field).hidden === null && coverOf(field, "quick") !== "covered");
  if (fresh.length === 0 || paintedOver(fresh, opened).size === fresh.length) return "";
  return fresh
    .map(rectangleOf)
    .map(({ x, y, width, height }) => [x, y, width, height].join())
    .join(";");
}

export function watch(seen: ReadonlySet<Field>, roots: readonly Node[], milliseconds: number, opened: RootOf): Watch {
  let stop = () => {};
  const end = new Promise<WatchEnd>((resolve) => {
    let places = "";
    let pause: ReturnType<typeof setTimeout> | null = null;
    const finish = (how: WatchEnd) => {
      observer.disconnect();
      window.removeEventListener("pagehide", onLeft);
      for (const type of stirrings) unlisten(document, type, onStirring, { capture: true });
      if (pause !== null) clearTimeout(pause);
      clearTimeout(limit);
      resolve(how);
    };
    const look = () => {
      pause = null;
      const now = newPlaces(seen, opened);
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
    for (const root of roots) {
      // Documents of frames may have gone.
      if (nodeTypeOf(root) !== 9 && !isConnected(root)) continue;
      observer.observe(root, {
        childList: true,
        subtree: true,
        attributes: true,
        attributeFilter: ["style", "class", "hidden", "type", "disabled", "readonly", "aria-hidden", "inert", "open"],
      });
    }
    window.addEventListener("pagehide", onLeft);
    for (const type of stirrings) listen(document, type, onStirring, { capture: true });
    stop = () => finish("stopped");
  });
  return { end, stop: () => stop() };
}
