/**
 * The list of keys, of any length: only rows in sight are in the document. One tab stop; arrow keys walk the rows, from
 * a row Tab goes to its buttons, F2 renames, Delete asks to revoke.
 */
import type { TargetedKeyboardEvent } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ApiKey } from "../lib/console/console.ts";
import type { App } from "../lib/models/app.ts";
import { t } from "../lib/models/language.ts";
import styles from "./KeyList.module.css";
import { KeyRow } from "./KeyRow.tsx";
import { useRowsInSight } from "./window.ts";

/** In CSS pixels; the same as in KeyList.module.css. */
const rowHeight = 54;
const pageRows = 6;

export function KeyList({ app, rows }: { app: App; rows: readonly ApiKey[] }) {
  const { keys } = app;
  const list = useRef<HTMLUListElement>(null);
  const count = keys.rowCount.value;
  const { from, to } = useRowsInSight(list, rowHeight, count);
  const [activeId, setActiveId] = useState<string | null>(null);
  /** Set when the keyboard moved on: the row may have to be drawn before it can take the focus. */
  const shouldFocus = useRef(false);
  const active = Math.max(
    0,
    rows.findIndex(({ id }) => id === activeId),
  );

  useLayoutEffect(() => {
    if (!shouldFocus.current) return;
    shouldFocus.current = false;
    list.current?.querySelector<HTMLElement>(`[data-row="${active}"]`)?.focus();
  }, [active]);

  const moveTo = (index: number) => {
    const row = rows[Math.min(Math.max(0, index), rows.length - 1)];
    if (row === undefined || row.id === activeId) return;
    shouldFocus.current = true;
    setActiveId(row.id);
  };

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const row = rows[active];
    if (event.target instanceof HTMLInputElement || row === undefined) return;
    const steps: Record<string, () => void> = {
      ArrowDown: () => moveTo(active + 1),
      ArrowUp: () => moveTo(active - 1),
      PageDown: () => moveTo(active + pageRows),
      PageUp: () => moveTo(active - pageRows),
      Home: () => moveTo(0),
      End: () => moveTo(rows.length - 1),
      F2: () => keys.openRename(row),
      Delete: () => keys.openRevoke(row),
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    step();
  };

  const drawn = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  // the row that has the focus must not vanish from under it
  if (active < from || active >= to) drawn.push(active);

  return (
    <ul
      class={styles.list}
      ref={list}
      aria-label={t("keys.list")}
      style={{ height: `${count * rowHeight}px` }}
      onKeyDown={onKeyDown}
      onFocusIn={(event) => {
        const id =
          event.target instanceof Element ? event.target.closest("[data-key]")?.getAttribute("data-key") : null;
        if (id != null) setActiveId(id);
      }}
    >
      {drawn.map((index) => {
        const row = rows[index];
        return row === undefined ? null : (
          <KeyRow
            key={row.id}
            app={app}
            row={row}
            index={index}
            count={count}
            top={index * rowHeight}
            isActive={index === active}
          />
        );
      })}
    </ul>
  );
}
