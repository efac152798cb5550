/** Below the form to sign in: what else a console may ask for, and its own page. */
import type { App } from "../lib/models/app.ts";
import { t } from "../lib/models/language.ts";
import type { ConsoleProfile } from "../lib/storage/items.ts";
import styles from "./Form.module.css";
import { Button } from "./ui/Button.tsx";

export interface OtherWaysProps {
  app: App;
  profile: ConsoleProfile;
  asksOrganization: boolean;
}

export function OtherWays({ app, profile, asksOrganization }: OtherWaysProps) {
  return (
    <div class={styles.aside}>
      {!asksOrganization && (
        <Button kind="quiet" small onClick={() => (app.signIn.asksOrganization.value = true)}>
          {t("signIn.addOrganization")}
        </Button>
      )}
      <Button kind="quiet" small onClick={() => void app.edge.openTab(profile.origin)}>
        {t("signIn.inTab")}
      </Button>
      <p class={styles.fine}>{t("signIn.inTabHint")}</p>
    </div>
  );
}
