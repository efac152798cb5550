/** One key: what it is called, where and when it was last used, and what can be done with it. */
import { CircleX, Pencil } from "lucide";
import type { ApiKey } from "../lib/console/console.ts";
import { parseTime } from "../lib/key-order.ts";
import type { App } from "../lib/models/app.ts";
import { t, translator } from "../lib/models/language.ts";
import styles from "./KeyList.module.css";
import { RenameForm } from "./RenameForm.tsx";
import { IconButton } from "./ui/IconButton.tsx";

export interface KeyRowProps {
  app: App;
  row: ApiKey;
  index: number;
  /** Of all rows, for a screen reader: most are not in the document. */
  count: number;
  /** In CSS pixels. */
  top: number;
  /** Whether it is the list's tab stop. */
  isActive: boolean;
}

export function KeyRow({ app, row, index, count, top, isActive }: KeyRowProps) {
  const rename = app.keys.draft.value.rename;
  const name = row.name === "" ? t("keys.unnamed") : row.name;
  const stop = isActive ? 0 : -1;
  return (
    <li
      class={styles.row}
      data-row={index}
      data-key={row.id}
      aria-posinset={index + 1}
      aria-setsize={count}
      tabIndex={stop}
      style={{ top: `${top}px` }}
    >
      {rename?.keyId === row.id ? (
        <RenameForm keys={app.keys} newName={rename.name} name={name} index={index} />
      ) : (
        <>
          <div class={styles.text}>
            <span class={styles.name} dir="auto" title={name}>
              {name}
            </span>
            {row.lastIp !== null && (
              <span class={styles.ip}>
                <span class="visually-hidden">{t("keys.lastIp")} </span>
                {row.lastIp}
              </span>
            )}
          </div>
          <LastActivity app={app} raw={row.lastActivity} />
          <IconButton
            label={t("keys.rename", { name })}
            shape={Pencil}
            tabIndex={stop}
            onClick={() => app.keys.openRename(row)}
          />
          <IconButton
            label={t("keys.revoke", { name })}
            shape={CircleX}
            tabIndex={stop}
            onClick={() => app.keys.openRevoke(row)}
          />
        </>
      )}
    </li>
  );
}

function LastActivity({ app, raw }: { app: App; raw: string | null }) {
  if (raw === null) return <span class={`${styles.when} ${styles.never}`}>{t("keys.neverUsed")}</span>;
  const time = parseTime(raw);
  const { ago, exact } = translator.value;
  return (
    <span class={styles.when}>
      <span class="visually-hidden">{t("keys.lastActivity")} </span>
      {time === undefined ? (
        // not a date that anyone knows: the console's own word for it
        raw
      ) : (
        <>
          <time dateTime={new Date(time).toISOString()}>{ago(time, app.clock.value + app.keys.clockOffset.value)}</time>
          <span class={styles.exact}>{exact(time)}</span>
        </>
      )}
    </span>
  );
}
