/** Shown instead of everything else when what is stored cannot be read: the user decides what is given up. */
import type { Problem } from "../lib/errors.ts";
import { t } from "../lib/models/language.ts";
import styles from "./Form.module.css";
import { ProblemNotice } from "./ProblemNotice.tsx";
import { Button } from "./ui/Button.tsx";

export function StorageTrouble({ problem, onReset }: { problem: Problem; onReset: (item: string) => void }) {
  const { item } = problem.facts;
  return (
    <main class={styles.page}>
      <div class={styles.form}>
        <h1 class={styles.title}>{t("storage.title")}</h1>
        <ProblemNotice problem={problem} />
        {item !== undefined && (
          <>
            <Button onClick={() => onReset(item)}>{t("storage.reset")}</Button>
            <p class={styles.fine}>{t("storage.resetHint")}</p>
          </>
        )}
      </div>
    </main>
  );
}
