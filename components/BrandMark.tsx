/** A console's own small logo, or its initials. */
import styles from "./BrandMark.module.css";

export function BrandMark({ name, logo }: { name: string; logo: string | null }) {
  const initials = name
    .split(/[\s.\-_]+/u)
    .flatMap((word) => [...word][0] ?? [])
    .slice(0, 2)
    .join("");
  return (
    <span class={styles.mark} aria-hidden="true">
      {logo === null ? initials.toUpperCase() : <img src={logo} alt="" />}
    </span>
  );
}
