/** What is not filled, and why. */
import { labelOfKind } from "../../lib/autofill/kind-label.ts";
import { whyKey } from "../../lib/models/fill-words.ts";
import { called, t } from "../../lib/models/language.ts";
import type { FillGap } from "../../lib/storage/fill-items.ts";
import styles from "./Fill.module.css";

export function Gaps({ gaps }: { gaps: readonly FillGap[] }) {
  if (gaps.length === 0) return null;
  return (
    <details class={styles.gaps}>
      <summary>{t("fill.gaps")}</summary>
      <ul>
        {gaps.map(({ label, kind, why }, index) => {
          const name = label !== "" || kind === null ? label : called(labelOfKind(kind));
          return (
            <li key={index}>{t("fill.gap", { label: name === "" ? t("fill.unnamed") : name, why: t(whyKey(why)) })}</li>
          );
        })}
      </ul>
    </details>
  );
}
