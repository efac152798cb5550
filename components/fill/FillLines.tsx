/** Field by field what goes where, with secrets hidden. */
import { labelOfKind } from "../../lib/autofill/kind-label.ts";
import { called, t } from "../../lib/models/language.ts";
import type { FillLine } from "../../lib/storage/fill-items.ts";
import styles from "./Fill.module.css";

export function FillLines({ lines }: { lines: readonly FillLine[] }) {
  return (
    <table class={styles.lines} aria-label={t("fill.lines")}>
      <tbody>
        {lines.map((line) => (
          <tr key={line.fieldId}>
            <th scope="row" dir="auto">
              {line.label === "" ? t("fill.unnamed") : line.label}
            </th>
            <td>
              <small>{called(labelOfKind(line.kind))}</small>
              {line.shown === null ? (
                <span role="img" aria-label={t("fill.secret")}>
                  ••••••••
                </span>
              ) : (
                <span class={styles.value} dir="auto">
                  {line.shown}
                </span>
              )}
              {line.replaces && <small>{t("fill.replaces")}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
