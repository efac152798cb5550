/** A menu button, by the WAI-ARIA pattern: arrow keys, Home and End, Esc, letters; closes when the focus leaves. */
import { type ComponentChildren, Fragment, type TargetedKeyboardEvent } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Icon, type IconShape } from "./Icon.tsx";
import styles from "./Menu.module.css";

export interface MenuEntry {
  label: string;
  shape?: IconShape;
  /** For one of several that can be chosen. */
  checked?: boolean;
  /** A line above it. */
  startsGroup?: boolean;
  onChoose: () => void;
}

export interface MenuProps {
  /** Accessible name of the button and the menu. */
  label: string;
  entries: readonly MenuEntry[];
  buttonClass: string | undefined;
  children: ComponentChildren;
}

export function Menu({ label, entries, buttonClass, children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const anchor = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const items = () => [...(anchor.current?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];
  const focusItem = (index: number) => items().at(index)?.focus();

  useEffect(() => {
    if (isOpen) focusItem(0);
  }, [isOpen]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const list = items();
    const at = list.indexOf(document.activeElement as HTMLElement);
    const steps: Record<string, () => void> = {
      ArrowDown: () => (isOpen ? focusItem((at + 1) % list.length) : setOpen(true)),
      ArrowUp: () => (isOpen ? focusItem((at - 1 + list.length) % list.length) : setOpen(true)),
      Home: () => focusItem(0),
      End: () => focusItem(-1),
      Escape: close,
    };
    const step = isOpen || event.key.startsWith("Arrow") ? steps[event.key] : undefined;
    if (step !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      step();
    } else if (isOpen && event.key.length === 1 && /\p{L}/u.test(event.key)) {
      const ordered = [...list.slice(at + 1), ...list.slice(0, at + 1)];
      ordered.find((item) => item.textContent?.toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the button and the items inside
    <div
      class={styles.anchor}
      ref={anchor}
      onKeyDown={onKeyDown}
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node) || !anchor.current?.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        type="button"
        class={buttonClass}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        ref={button}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </button>
      {isOpen && (
        <div class={styles.menu} role="menu" aria-label={label}>
          {entries.map((entry) => (
            <Fragment key={entry.label}>
              {entry.startsGroup === true && <hr class={styles.rule} />}
              <button
                type="button"
                class={styles.item}
                {...(entry.checked === undefined
                  ? ({ role: "menuitem" } as const)
                  : ({ role: "menuitemradio", "aria-checked": entry.checked } as const))}
                tabIndex={-1}
                onClick={() => {
                  close();
                  entry.onChoose();
                }}
              >
                {entry.shape !== undefined && <Icon shape={entry.shape} />}
                <span>{entry.label}</span>
              </button>
            </Fragment>
          ))}
        </div>
      )}
    </div>
  );
}
