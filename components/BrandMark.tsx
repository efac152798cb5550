/** A console's own small logo, or its initials. */
import styles from "./BrandMark.module.css";

export function BrandMark({ name, logo, large = false }: { name: string; logo: string | null; large?: boolean }) {
  const initials = name
    .split(/[\s.\-_]+/u)
    .flatMap((word) => [...word][0] ?? [])
    .slice(0, 2)
    .join("");
  return (
    <span class={`${styles.mark} ${large ? styles.large : ""}`} aria-hidden="true">
      {logo === null ? initials.toUpperCase() : <img src={logo} alt="" />}
    </span>
  );
}
