/** A button or link that is an icon; its name is read aloud, and shown on hover. */
import styles from "./Button.module.css";
import { Icon, type IconShape } from "./Icon.tsx";

export interface IconButtonProps {
  label: string;
  shape: IconShape;
  onClick?: () => void;
  /** Makes it a link that opens in a tab. */
  href?: string;
  tabIndex?: number;
}

export function IconButton({ label, shape, onClick, href, tabIndex }: IconButtonProps) {
  if (href !== undefined) {
    return (
      <a class={styles.icon} href={href} target="_blank" rel="noreferrer" aria-label={label} title={label}>
        <Icon shape={shape} />
      </a>
    );
  }
  return (
    <button type="button" class={styles.icon} aria-label={label} title={label} tabIndex={tabIndex} onClick={onClick}>
      <Icon shape={shape} />
    </button>
  );
}
