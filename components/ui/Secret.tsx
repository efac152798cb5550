/** A secret, masked until asked for. While masked its value is not in the document at all. */
import { Copy, Eye, EyeOff } from "lucide";
import { useState } from "preact/hooks";
import { IconButton } from "./IconButton.tsx";
import styles from "./Secret.module.css";

export interface SecretProps {
  value: string;
  labels: { masked: string; shown: string; reveal: string; hide: string; copy: string };
  onCopy: () => void;
}

export function Secret({ value, labels, onCopy }: SecretProps) {
  const [isShown, setShown] = useState(false);
  return (
    <div class={styles.secret}>
      {isShown ? (
        <output class={`${styles.value} ${styles.shown}`} aria-label={labels.shown}>
          {value}
        </output>
      ) : (
        <span class={`${styles.value} ${styles.dots}`} role="img" aria-label={labels.masked}>
          ••••••••••••••••••••
        </span>
      )}
      <IconButton
        label={isShown ? labels.hide : labels.reveal}
        shape={isShown ? EyeOff : Eye}
        onClick={() => setShown(!isShown)}
      />
      <IconButton label={labels.copy} shape={Copy} onClick={onCopy} />
    </div>
  );
}
