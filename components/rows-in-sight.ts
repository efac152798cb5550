/** Which rows of a long list are in sight: all rows are equally high, so it takes no measuring of any of them. */
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** Rows drawn beyond both edges, so that scrolling never shows a gap. */
const overscan = 6;

export interface Rows {
  /** First row to draw. */
  readonly from: number;
  /** The row after the last to draw. */
  readonly to: number;
}

/** Which of `count` rows to draw in a viewport; all lengths in CSS pixels. Pure. */
export function rowsInSight(
  viewport: { top: number; height: number },
  listTop: number,
  rowHeight: number,
  count: number,
): Rows {
  const first = Math.floor((viewport.top - listTop) / rowHeight);
  const last = Math.ceil((viewport.top + viewport.height - listTop) / rowHeight);
  const from = Math.min(Math.max(0, first - overscan), count);
  return { from, to: Math.max(from, Math.min(count, last + overscan)) };
}

/** Follows the scrolling of the nearest ancestor with `data-scroll`. */
export function useRowsInSight(list: RefObject<HTMLElement | null>, rowHeight: number, count: number): Rows {
  const [rows, setRows] = useState<Rows>({ from: 0, to: Math.min(count, 16) });
  useLayoutEffect(() => {
    const element = list.current;
    const scroller = element?.closest<HTMLElement>("[data-scroll]");
    if (!element || !scroller) return;
    const measure = () => {
      const listTop = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
      const next = rowsInSight({ top: scroller.scrollTop, height: scroller.clientHeight }, listTop, rowHeight, count);
      setRows((rows) => (rows.from === next.from && rows.to === next.to ? rows : next));
    };
    measure();
    scroller.addEventListener("scroll", measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    return () => {
      scroller.removeEventListener("scroll", measure);
      observer.disconnect();
    };
  }, [list, rowHeight, count]);
  return rows;
}
