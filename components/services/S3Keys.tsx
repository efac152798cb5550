/** The S3 keys of a service, one for each region; their secrets are only ever told when they are generated. */
import { Copy, RefreshCw, Trash } from "lucide";
import type { S3Key } from "../../lib/console/service.ts";
import type { App } from "../../lib/models/app.ts";
import { t } from "../../lib/models/language.ts";
import { Button } from "../ui/Button.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import styles from "./S3Keys.module.css";

export function S3Keys({ app, keys }: { app: App; keys: readonly S3Key[] }) {
  const isRunning = app.renewals.isRunning.value;
  return (
    <section class={styles.keys} aria-label={t("s3.title")}>
      <h2>{t("s3.title")}</h2>
      {keys.length === 0 && <p class={styles.none}>{t("s3.none")}</p>}
      <ul class={styles.list}>
        {keys.map(({ region, accessKeyId }) => (
          <li key={region}>
            <div class={styles.text}>
              <span dir="auto">{region}</span>
              <code title={accessKeyId}>{accessKeyId}</code>
            </div>
            <IconButton
              label={t("s3.copy", { region })}
              shape={Copy}
              onClick={() => void app.copying.run(accessKeyId, t("s3.accessKey"))}
            />
            <IconButton
              label={t("s3.replace", { region })}
              shape={RefreshCw}
              onClick={() => app.renewals.ask({ what: "generate", region })}
            />
            {region !== "" && (
              <IconButton
                label={t("s3.delete", { region })}
                shape={Trash}
                onClick={() => app.renewals.ask({ what: "delete", region })}
              />
            )}
          </li>
        ))}
      </ul>
      <div>
        <Button busy={isRunning} onClick={() => app.renewals.ask({ what: "generate", region: "" })}>
          {t("s3.generate")}
        </Button>
      </div>
    </section>
  );
}
