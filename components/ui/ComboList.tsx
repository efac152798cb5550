/** The options of a combo box, of any number: only those in sight are in the document, and the active one. */
import { Check } from "lucide";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useRowsInSight } from "../rows-in-sight.ts";
import styles from "./ComboBox.module.css";
import { scrollToRow } from "./combo-keys.ts";
import { Icon, type IconShape } from "./Icon.tsx";

/** In CSS pixels; the same as in ComboBox.module.css. */
const [rowHeight, padding, maxHeight, edge] = [44, 4, 300, 8];
/** In CSS pixels: with less room below the field than this, the view is scrolled to make some. */
const minHeight = 3 * rowHeight;

export interface ComboOption {
  /** Unlike that of any other option. */
  id: string;
  label: string;
  detail?: string;
  note?: { text: string; kind: "quiet" | "warn" | "bad" };
  shape?: IconShape;
}

export interface ComboListProps {
  id: string;
  label: string;
  options: readonly ComboOption[];
  /** Index of the active option, -1 for none. */
  active: number;
  chosenId: string | undefined;
  busy: boolean;
  onChoose: (option: ComboOption) => void;
}

/** The id of an option's element; it stands in attributes that are split at spaces. */
export const elementId = (listId: string, optionId: string) => `${listId}-${optionId.replaceAll(/\s/g, "%")}`;

/** As high as there is room for in the window, or in what scrolls around it. */
function fitIntoView(list: HTMLElement) {
  const around = list.parentElement?.closest("[data-scroll], dialog")?.getBoundingClientRect().bottom;
  const room = Math.min(window.innerHeight, around ?? Infinity) - list.getBoundingClientRect().top - edge;
  list.style.maxHeight = `${Math.min(Math.max(room, minHeight), maxHeight)}px`;
  if (room < minHeight) list.scrollIntoView({ block: "nearest" });
}

export function ComboList({ id, label, options, active, chosenId, busy, onChoose }: ComboListProps) {
  const list = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (list.current !== null) fitIntoView(list.current);
  }, []);
  // before the rows in sight are looked at
  useLayoutEffect(() => {
    const viewport = list.current;
    if (viewport === null || active === -1) return;
    const { scrollTop: top, clientHeight: height } = viewport;
    viewport.scrollTop = scrollToRow({ top, height }, active, rowHeight, padding);
  }, [active, options[active]?.id, options.length]);
  const { from, to } = useRowsInSight(rows, rowHeight, options.length);

  const inSight = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  const drawn = [...new Set([...inSight, active])].sort((a, b) => a - b);

  return (
    <div
      class={styles.list}
      id={id}
      role="listbox"
      aria-label={label}
      aria-busy={busy}
      // what scrolls would be a tab stop
      tabIndex={-1}
      data-scroll=""
      ref={list}
    >
      <div class={styles.rows} role="presentation" ref={rows} style={{ height: `${options.length * rowHeight}px` }}>
        {drawn.map((index) => {
          const option = options[index];
          return option === undefined ? null : (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text box, which keeps the focus
            // biome-ignore lint/a11y/useFocusableInteractive: it is pointed to by the text box, which keeps the focus
            <div
              key={option.id}
              id={elementId(id, option.id)}
              class={styles.option}
              role="option"
              aria-selected={option.id === chosenId}
              aria-setsize={options.length}
              aria-posinset={index + 1}
              data-active={index === active ? "" : undefined}
              style={{ top: `${index * rowHeight}px` }}
              onClick={() => onChoose(option)}
            >
              <Option option={option} isChosen={option.id === chosenId} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Option({ option: { label, detail, note, shape }, isChosen }: { option: ComboOption; isChosen: boolean }) {
  return (
    <>
      {shape !== undefined && <Icon shape={shape} />}
      <div class={styles.text}>
        <Cut text={label} name={styles.name} />
        {(detail !== undefined || note !== undefined) && (
          <div class={styles.line}>
            {detail !== undefined && <Cut text={detail} name={styles.detail} />}
            {detail !== undefined && note !== undefined && <span>·</span>}
            {note !== undefined && <Cut text={note.text} name={`${styles.note} ${styles[note.kind]}`} />}
          </div>
        )}
      </div>
      {isChosen && <Icon shape={Check} />}
    </>
  );
}

/** A text that ends in an ellipsis where there is no room; whole on hover. */
function Cut({ text, name }: { text: string; name: string | undefined }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only shows more of the same text
    <div
      class={name}
      dir="auto"
      onMouseEnter={({ currentTarget: element }) => {
        element.title = element.scrollWidth > element.clientWidth ? text : "";
      }}
    >
      {text}
    </div>
  );
}
