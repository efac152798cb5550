/**
 * A text box that searches a list, and takes nothing but what is in it. By the WAI-ARIA pattern: the focus stays in the
 * text box, arrow keys walk the options, Enter or a click chooses, Esc or leaving puts the text back.
 */
import { ChevronDown } from "lucide";
import type { TargetedKeyboardEvent } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Spinner } from "./Button.tsx";
import styles from "./ComboBox.module.css";
import { ComboList, type ComboOption, elementId } from "./ComboList.tsx";
import { activeIndex, stepFor } from "./combo-keys.ts";
import fieldStyles from "./Field.module.css";
import { Icon } from "./Icon.tsx";

export interface ComboBoxProps {
  label: string;
  /** What is found for `text`, the best first; all there is for an empty one. */
  options: readonly ComboOption[];
  /** What is searched for; empty while nobody types, when the box shows the label of what is chosen. */
  text: string;
  /** Has to change `text` at once. Called with an empty text when the list closes. */
  onType: (text: string) => void;
  /** Does not have to be among the options. */
  chosen: { id: string; label: string } | null;
  /** Also called when what is chosen is chosen again. */
  onChoose: (id: string) => void;
  /** In place of options when there are none: nothing is found, or nothing is here yet. */
  emptyText: string;
  /** How many are found; read aloud while the list is open. */
  countText: string;
  busy?: boolean;
  hint?: string | undefined;
  placeholder?: string;
}

export function ComboBox(props: ComboBoxProps) {
  const { options, text, chosen, busy = false, hint } = props;
  const id = useId();
  const listId = `${id}-list`;
  const input = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  /** Somebody has deleted all of the text. */
  const [isEmptied, setEmptied] = useState(false);
  /** Where the keyboard went: an option's id, null for back to the text, undefined for nowhere yet. */
  const [wanted, setWanted] = useState<string | null>();
  const isTouched = text !== "" || isEmptied;
  const shown = isTouched ? text : (chosen?.label ?? "");
  const active = activeIndex(options, wanted, text !== "", chosen?.id);
  const activeOption = isOpen ? options[active] : undefined;
  const isEmpty = isOpen && options.length === 0;

  // what is chosen is replaced by what is typed
  useLayoutEffect(() => {
    if (!isTouched && document.activeElement === input.current) input.current?.select();
  }, [isOpen, isTouched, isTouched ? "" : shown]);

  const close = () => {
    setOpen(false);
    setEmptied(false);
    setWanted(undefined);
    if (text !== "") props.onType("");
  };
  const choose = (option: ComboOption | undefined) => {
    if (option !== undefined) props.onChoose(option.id);
    close();
  };
  const onInput = (value: string) => {
    setOpen(true);
    setEmptied(value === "");
    setWanted(undefined);
    props.onType(value);
  };

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    const step = stepFor(event, { isOpen, count: options.length, active });
    if (step?.kind === "caret") setWanted(null);
    if (step === null || step.kind === "caret") return;
    // else Esc closes the popup
    event.preventDefault();
    event.stopPropagation();
    if (step.kind === "choose") choose(options[active]);
    if (step.kind === "close") close();
    if (step.kind === "move") setWanted(options[step.to]?.id);
    if (step.kind === "move" || step.kind === "open") setOpen(true);
  };

  return (
    <div class={fieldStyles.field}>
      <label class={fieldStyles.label} for={id}>
        {props.label}
      </label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only keeps the focus where it is */}
      <div
        class={styles.anchor}
        onMouseDown={(event) => {
          // a browser puts the caret where the mouse is released, and what is chosen would not be replaced by typing
          if (event.target === input.current && isTouched) return;
          event.preventDefault();
          if (event.target !== input.current) return;
          input.current?.focus();
          input.current?.select();
        }}
      >
        <input
          id={id}
          class={fieldStyles.input}
          type="text"
          role="combobox"
          aria-expanded={isOpen && !isEmpty}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={activeOption && elementId(listId, activeOption.id)}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          value={shown}
          placeholder={props.placeholder}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          dir="auto"
          ref={input}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onClick={() => setOpen(true)}
          onBlur={close}
        />
        <span class={styles.mark}>{busy ? <Spinner /> : <Icon shape={ChevronDown} />}</span>
        {isOpen && !isEmpty && (
          <ComboList
            id={listId}
            label={props.label}
            options={options}
            active={active}
            chosenId={chosen?.id}
            busy={busy}
            onChoose={choose}
          />
        )}
        {/* always there, since only what changes is read aloud */}
        <p class={isEmpty ? styles.empty : "visually-hidden"} role="status">
          {isEmpty ? props.emptyText : isOpen && props.countText}
        </p>
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} class={fieldStyles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
