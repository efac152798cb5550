/** Buttons with words. While busy one keeps its place and its focus, says so, and does nothing. */
import type { ComponentChildren, Ref } from "preact";
import styles from "./Button.module.css";

export interface ButtonProps {
  children: ComponentChildren;
  onClick?: (() => void) | undefined;
  kind?: "plain" | "primary" | "danger" | "quiet";
  small?: boolean;
  type?: "button" | "submit";
  busy?: boolean;
  /** Accessible name, where the words on it say less. */
  label?: string;
  /** Focused when the dialog around it opens. */
  autofocus?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
}

export function Button({
  children,
  onClick,
  kind = "plain",
  small = false,
  type = "button",
  busy = false,
  label,
  autofocus = false,
  buttonRef,
}: ButtonProps) {
  const names = [styles.button, kind === "plain" ? "" : styles[kind], small ? styles.small : ""];
  return (
    <button
      type={type}
      class={names.filter(Boolean).join(" ")}
      aria-label={label}
      aria-disabled={busy ? "true" : undefined}
      autofocus={autofocus}
      ref={buttonRef ?? null}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.();
      }}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}

export function Spinner() {
  return <span class={styles.spinner} aria-hidden="true" />;
}
