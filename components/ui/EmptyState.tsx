/** Where a list would be, when there is nothing in it. */

import styles from "./EmptyState.module.css";
import { Icon, type IconShape } from "./Icon.tsx";

export function EmptyState({ shape, title, hint }: { shape: IconShape; title: string; hint: string }) {
  return (
    <div class={styles.empty}>
      <span class={styles.icon}>
        <Icon shape={shape} size={20} />
      </span>
      <strong>{title}</strong>
      <p>{hint}</p>
    </div>
  );
}
