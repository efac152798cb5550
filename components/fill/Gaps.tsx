/** Fields that are not filled, and why. */
import { labelOfKind } from "../../lib/autofill/kind-label.ts";
import { isUnsure, whyKey } from "../../lib/models/fill-words.ts";
import { called, t } from "../../lib/models/language.ts";
import type { FillGap } from "../../lib/storage/fill-items.ts";
import styles from "./Fill.module.css";

export function Gaps({ gaps }: { gaps: readonly FillGap[] }) {
  const ofFields = gaps.filter((gap) => !isUnsure(gap));
  if (ofFields.length === 0) return null;
  return (
    <details class={styles.gaps}>
      <summary>{t("fill.gaps")}</summary>
      <ul>
        {ofFields.map(({ label, kind, why }, index) => {
          const name = label !== "" || kind === null ? label : called(labelOfKind(kind));
          return (
            <li key={index}>{t("fill.gap", { label: name === "" ? t("fill.unnamed") : name, why: t(whyKey(why)) })}</li>
          );
        })}
      </ul>
    </details>
  );
}
