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
}

export function Dialog({ title, children, actions, onClose }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    return () => {
      // nothing outside of an open dialog takes the focus
      element?.close();
      // whatever opened it may be gone by now, a revoked key's button for one
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      class={styles.dialog}
      ref={dialog}
      aria-labelledby={`${id}-title`}
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
