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
import { useLostFocus } from "./lost-focus.ts";
import { useRowsInSight } from "./rows-in-sight.ts";

/** In CSS pixels; the same as in KeyList.module.css. */
const rowHeight = 54;
const pageRows = 6;

export interface KeyListProps {
  app: App;
  rows: readonly ApiKey[];
  /** Called when the last row goes away with the focus in it. */
  onEmptied: () => void;
}

export function KeyList({ app, rows, onEmptied }: KeyListProps) {
  const { keys } = app;
  const list = useRef<HTMLUListElement>(null);
  const count = keys.rowCount.value;
  const { from, to } = useRowsInSight(list, rowHeight, count);
  // the row that somebody was in the middle of, which may not be known yet
  const [activeId, setActiveId] = useState(() => {
    const { rename, revoke } = keys.draft.peek();
    return rename?.keyId ?? revoke?.keyId ?? null;
  });
  /** Set when the focus is to move on: the row may have to be drawn before it can take it. */
  const shouldFocus = useRef(false);
  const indexOf = (keyId: string | null | undefined) => rows.findIndex(({ id }) => id === keyId);
  const found = indexOf(activeId);
  const active = Math.max(0, found);
  /** Where the active row was when it was last there. */
  const lastIndex = useRef(0);

  const giveFocusTo = (index: number) => {
    const row = rows[Math.min(index, rows.length - 1)];
    shouldFocus.current = row !== undefined && row.id !== activeId;
    if (row === undefined) onEmptied();
    else if (row.id !== activeId) setActiveId(row.id);
    else list.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus();
  };
  useLayoutEffect(() => {
    if (found !== -1) lastIndex.current = found;
    if (shouldFocus.current) giveFocusTo(active);
  });
  // a form that closes leaves the focus to its row, wherever that is by now; a row that goes leaves it to the next
  useLostFocus(list, () => giveFocusTo(found === -1 ? lastIndex.current : found));

  const moveTo = (index: number) => giveFocusTo(Math.min(Math.max(0, index), rows.length - 1));

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

  const inSight = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  // rows that have the focus or a form must not vanish; in order, since a row that is moved loses the focus
  const drawn = [...new Set([...inSight, active, indexOf(keys.draft.value.rename?.keyId)])].sort((a, b) => a - b);

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
