/** Work that can wait until the user sees something. */

/** A page that is not shown gets no frames, in milliseconds. */
const longestWait = 200;

export function afterPaint(work: () => void): void {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    work();
  };
  // the frame is painted when the task after it runs
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, longestWait);
}
