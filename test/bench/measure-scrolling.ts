/** Scrolling the whole list, from top to bottom, one step a frame. */
import type { Page } from "puppeteer-core";

export interface Scrolling {
  readonly frames: number;
  /** Frames that took longer than 50 ms, which the eye notices. */
  readonly slow: number;
  /** In milliseconds. */
  readonly worst: number;
  /** Frames in which no row was where the middle of the list is. */
  readonly blank: number;
}

const STEPS = 240;
const SLOW = 50;

export async function measureScrolling(popup: Page): Promise<Scrolling> {
  const { times, blank } = await popup.evaluate(async (steps) => {
    const scroller = document.querySelector("[data-scroll]");
    if (scroller === null) throw new Error("Nothing scrolls.");
    const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    /** After the frame was painted, so that looking does not disturb it. */
    const painted = () =>
      new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      });
    const { top, left, width, height } = scroller.getBoundingClientRect();
    const hasRow = () =>
      document.elementsFromPoint(left + width / 2, top + height / 2).some((element) => element.matches("[data-row]"));
    const distance = scroller.scrollHeight - scroller.clientHeight;
    const times: number[] = [];
    let blank = 0;
    let last = await nextFrame();
    for (let step = 1; step <= steps; step++) {
      scroller.scrollTop = (distance * step) / steps;
      const now = await nextFrame();
      times.push(now - last);
      last = now;
      await painted();
      if (!hasRow()) blank++;
    }
    return { times, blank };
  }, STEPS);
  await popup.waitForSelector('[data-row="9999"]');
  return {
    frames: times.length,
    slow: times.filter((time) => time > SLOW).length,
    worst: Math.max(...times),
    blank,
  };
}
