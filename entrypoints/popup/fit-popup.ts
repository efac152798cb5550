/** Keeps the popup whole on a low screen, where the browser gives it less height than it asks for. */

/** Below this a popup is still growing to its size, in CSS pixels. */
const leastHeight = 300;

/** A style sheet cannot do it: a popup takes its height from its content, so `100vh` would chase itself to nothing. */
export function fitPopup(view: Window): void {
  const fit = () => {
    const { style } = view.document.body;
    if (view.innerHeight >= leastHeight) style.height = `min(var(--popup-height), ${view.innerHeight}px)`;
  };
  view.addEventListener("resize", fit);
}
