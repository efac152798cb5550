/** A labelled choice of a few, in groups: the browser's own. */
import { ChevronDown } from "lucide";
import { useId } from "preact/hooks";
import fieldStyles from "./Field.module.css";
import { Icon } from "./Icon.tsx";
import styles from "./Select.module.css";

export interface SelectGroup {
  label: string;
  options: readonly { value: string; label: string }[];
}

export interface SelectProps {
  label: string;
  /** One of those in the groups. */
  value: string;
  groups: readonly SelectGroup[];
  onChange: (value: string) => void;
  hint?: string | undefined;
}

export function Select({ label, value, groups, onChange, hint }: SelectProps) {
  const id = useId();
  return (
    <div class={fieldStyles.field}>
      <label class={fieldStyles.label} for={id}>
        {label}
      </label>
      <div class={styles.anchor}>
        <select
          id={id}
          class={fieldStyles.input}
          value={value}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <span class={styles.mark}>
          <Icon shape={ChevronDown} />
        </span>
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} class={fieldStyles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
