/** The page may want one of several kinds of credentials, and only the user knows which. */
import type { App } from "../../lib/models/app.ts";
import { t } from "../../lib/models/language.ts";
import { exportKinds } from "../services/export-kinds.ts";
import { Button } from "../ui/Button.tsx";
import styles from "./Fill.module.css";

export function FillChoices({ app, choices }: { app: App; choices: readonly string[] }) {
  return (
    <div class={styles.choices}>
      <p>{t("fill.which")}</p>
      {choices.map((kind) => {
        const label = exportKinds[kind as keyof typeof exportKinds];
        return (
          <Button key={kind} small onClick={() => void app.filling.beginning.run(kind)}>
            {label === undefined ? kind : t(label)}
          </Button>
        );
      })}
    </div>
  );
}
