/** A search box: searches as one types; Esc empties it. */
import { Search, X } from "lucide";
import type { RefObject } from "preact";
import { Icon } from "./Icon.tsx";
import { IconButton } from "./IconButton.tsx";
import styles from "./SearchBox.module.css";

export interface SearchBoxProps {
  label: string;
  placeholder: string;
  clearLabel: string;
  value: string;
  onInput: (value: string) => void;
  inputRef: RefObject<HTMLInputElement | null>;
}

export function SearchBox({ label, placeholder, clearLabel, value, onInput, inputRef }: SearchBoxProps) {
  const clear = () => {
    onInput("");
    inputRef.current?.focus();
  };
  return (
    <div class={styles.box}>
      <Icon shape={Search} size={15} />
      <input
        ref={inputRef}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={value}
        spellcheck={false}
        autocomplete="off"
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          // else Esc closes the popup
          if (event.key !== "Escape" || value === "") return;
          event.preventDefault();
          clear();
        }}
      />
      {value !== "" && <IconButton label={clearLabel} shape={X} onClick={clear} />}
    </div>
  );
}
