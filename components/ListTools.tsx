/** Above the list: how many, how fresh, in which order. */
import { ArrowDown, ArrowUp, RefreshCw } from "lucide";
import type { App } from "../lib/models/app.ts";
import { plural, t, translator } from "../lib/models/language.ts";
import styles from "./ListTools.module.css";
import { Spinner } from "./ui/Button.tsx";
import { Icon } from "./ui/Icon.tsx";
import { IconButton } from "./ui/IconButton.tsx";

export function ListTools({ app }: { app: App }) {
  const { keys, clock } = app;
  const total = keys.total.value;
  const found = keys.rows.value?.length ?? 0;
  const isSearching = keys.draft.value.search.trim() !== "";
  const fetchedAt = keys.snapshot.value?.fetchedAt ?? null;
  return (
    <div class={styles.tools}>
      <SortButton app={app} column="name" />
      <span class={styles.count} aria-live="polite">
        {isSearching ? t("keys.found", { found, count: total }) : plural("keys.count", total)}
      </span>
      <SortButton app={app} column="activity" />
      {keys.refreshing.busy.value ? (
        <span class={styles.busy} role="progressbar" aria-label={t("keys.refreshing")}>
          <Spinner />
        </span>
      ) : (
        <IconButton
          label={
            fetchedAt === null
              ? t("keys.refresh")
              : `${t("keys.refresh")} · ${t("keys.asOf", { when: translator.value.ago(fetchedAt, clock.value) })}`
          }
          shape={RefreshCw}
          onClick={() => void keys.refreshing.run()}
        />
      )}
    </div>
  );
}

function SortButton({ app: { keys }, column }: { app: App; column: "name" | "activity" }) {
  const { order } = keys.draft.value;
  const isSorted = order.startsWith(column);
  const isAscending = order.endsWith("Ascending");
  const label = t(column === "name" ? "keys.sortName" : "keys.sortActivity");
  const direction = isSorted ? `, ${t(isAscending ? "keys.sortedAscending" : "keys.sortedDescending")}` : "";
  return (
    <button
      type="button"
      class={styles.sort}
      aria-label={`${label}${direction}`}
      aria-pressed={isSorted}
      title={label}
      onClick={() => keys.sortBy(column)}
    >
      {t(column === "name" ? "keys.name" : "keys.lastActivity")}
      {isSorted && <Icon shape={isAscending ? ArrowUp : ArrowDown} size={12} />}
    </button>
  );
}
