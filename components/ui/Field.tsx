/** A labelled text box with its hint. Owns the wiring that a screen reader needs. */
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import styles from "./Field.module.css";

export interface FieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  type?: "text" | "password";
  hint?: string | undefined;
  /** Replaces the hint by something to think about; it does not forbid. */
  warning?: string | undefined;
  placeholder?: string;
  autocomplete?: "off" | "username" | "current-password" | "one-time-code" | "organization" | "url";
  inputMode?: "text" | "url" | "numeric";
  invalid?: boolean;
  /** Takes the focus when it appears. */
  autofocus?: boolean;
  required?: boolean;
}

export function Field(props: FieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (props.autofocus) input.current?.focus();
  }, [props.autofocus]);
  const note = props.warning ?? props.hint;
  return (
    <div class={styles.field}>
      <label class={styles.label} for={id}>
        {props.label}
      </label>
      <input
        id={id}
        class={styles.input}
        // preact's types tell inputs apart by a literal type; these two take the same attributes
        type={(props.type ?? "text") as "text"}
        value={props.value}
        placeholder={props.placeholder}
        autocomplete={props.autocomplete ?? "off"}
        inputMode={props.inputMode ?? "text"}
        spellcheck={false}
        autocapitalize="off"
        dir={props.type === "password" ? "ltr" : "auto"}
        // a dialog around it gives it the focus by this
        autofocus={props.autofocus ?? false}
        required={props.required ?? false}
        aria-invalid={props.invalid ? "true" : undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        ref={input}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      {note !== undefined && (
        <p id={`${id}-note`} class={props.warning === undefined ? styles.hint : styles.warning}>
          {note}
        </p>
      )}
    </div>
  );
}
