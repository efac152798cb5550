/** A question that has to be answered first. The browser's own modal dialog: focus stays in it, Esc closes it. */
import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import styles from "./Dialog.module.css";

export interface DialogProps {
  title: string;
  children: ComponentChildren;
  /** From the one that changes nothing to the one that does. */
  actions: ComponentChildren;
  onClose: () => void;
  /** What gets the focus afterwards when nothing had it before, such as when a popup opens with the dialog in it. */
  opener?: () => HTMLElement | null;
}

export function Dialog({ title, children, actions, onClose, opener }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      // nothing outside of an open dialog takes the focus
      element?.close();
      // whatever opened it may be gone by now, a revoked key's button for one
      const after = before === document.body ? opener?.() : before;
      if (after instanceof HTMLElement && after.isConnected) after.focus();
    };
  }, []);
  return (
    <dialog
      class={styles.dialog}
      ref={dialog}
      aria-labelledby={`${id}-title`}
      onKeyDown={(event) => {
        // a browser asks by "cancel" only once: a second Esc would close it, whatever we say
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class={styles.body}>
        <h2 class={styles.title} id={`${id}-title`}>
          {title}
        </h2>
        <div class={styles.text}>{children}</div>
        <div class={styles.actions}>{actions}</div>
      </div>
    </dialog>
  );
}
