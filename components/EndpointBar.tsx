/** The address that API clients use, one click from the clipboard. */
import { BookOpen, Copy } from "lucide";
import { documented } from "../lib/console/cloudmc/routes.ts";
import type { App } from "../lib/models/app.ts";
import { t } from "../lib/models/language.ts";
import { type ConsoleProfile, endpointOf } from "../lib/storage/items.ts";
import styles from "./EndpointBar.module.css";
import { IconButton } from "./ui/IconButton.tsx";

export function EndpointBar({ app, profile }: { app: App; profile: ConsoleProfile }) {
  const endpoint = endpointOf(profile);
  return (
    <div class={styles.bar}>
      <div class={styles.text}>
        <small>{t("keys.endpoint")}</small>
        <div class={styles.url} title={endpoint}>
          {endpoint}
        </div>
      </div>
      <IconButton label={t("keys.documentation")} shape={BookOpen} href={`${profile.origin}${documented.apiDocs}`} />
      <IconButton
        label={t("keys.copyEndpoint")}
        shape={Copy}
        onClick={() => void app.copying.run(endpoint, t("keys.endpoint"))}
      />
    </div>
  );
}
