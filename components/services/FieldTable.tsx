/** A service's fields in the console's order: a readable label for those that are known, the console's key for others. */
import { Copy } from "lucide";
import type { ServiceField } from "../../lib/console/service.ts";
import { knownFieldOf } from "../../lib/credentials/known-fields.ts";
import { t, translator } from "../../lib/models/language.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { Secret } from "../ui/Secret.tsx";
import styles from "./FieldTable.module.css";

/** So many characters of a value are shown: a screen has no use for more, and a browser may choke on it. */
const longestShown = 2000;

export interface FieldTableProps {
  label: string;
  fields: readonly ServiceField[];
  onCopy: (value: string, what: string) => void;
}

export function FieldTable({ label, fields, onCopy }: FieldTableProps) {
  return (
    <table class={styles.table} aria-label={label}>
      <tbody>
        {fields.map((field, index) => (
          // a console may give one key twice
          <Row key={`${field.key} ${index}`} field={field} onCopy={onCopy} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ field, onCopy }: { field: ServiceField; onCopy: FieldTableProps["onCopy"] }) {
  const { key, value, isSensitive, isEnvironmentSpecific } = field;
  const known = knownFieldOf(key)?.label[translator.value.language];
  const label = known ?? key;
  return (
    <tr>
      <th scope="row">
        <span class={known === undefined ? styles.raw : undefined} dir="auto">
          {label}
        </span>
        {isEnvironmentSpecific && <small>{t("services.environmentOnly")}</small>}
      </th>
      <td>
        {value === null ? (
          <span class={styles.none}>{t("services.noValue")}</span>
        ) : (
          <Value label={label} value={value} isSecret={isSensitive} onCopy={() => onCopy(value, label)} />
        )}
      </td>
    </tr>
  );
}

interface ValueProps {
  label: string;
  value: string;
  isSecret: boolean;
  onCopy: () => void;
}

function Value({ label, value, isSecret, onCopy }: ValueProps) {
  const isLong = value.length > longestShown;
  const shown = isLong ? `${value.slice(0, longestShown)}…` : value;
  const copyLabel = t("services.copy", { label });
  return (
    <>
      {isSecret ? (
        <Secret
          // another value is hidden again
          key={value}
          value={shown}
          labels={{
            masked: t("services.masked", { label }),
            shown: label,
            reveal: t("services.reveal", { label }),
            hide: t("services.hide", { label }),
            copy: copyLabel,
          }}
          onCopy={onCopy}
        />
      ) : (
        <div class={styles.plain}>
          <span class={styles.value} dir="ltr" title={shown}>
            {shown}
          </span>
          <IconButton label={copyLabel} shape={Copy} onClick={onCopy} />
        </div>
      )}
      {isLong && <small class={styles.none}>{t("services.long", { count: value.length })}</small>}
    </>
  );
}
