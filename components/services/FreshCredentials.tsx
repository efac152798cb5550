/** New credentials of a service, as they wait to be taken. */
import { Share } from "lucide";
import { useState } from "preact/hooks";
import type { ServiceField } from "../../lib/console/service.ts";
import type { App } from "../../lib/models/app.ts";
import { t } from "../../lib/models/language.ts";
import type { RenewalEntry } from "../../lib/models/renewal-news.ts";
import { DismissDialog } from "../DismissDialog.tsx";
import styles from "../FreshKeys.module.css";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { FieldTable } from "./FieldTable.tsx";

interface FreshCredentialsProps {
  app: App;
  entry: RenewalEntry;
  fields: readonly ServiceField[];
}

export function FreshCredentials({ app, entry, fields }: FreshCredentialsProps) {
  const [isAsking, setAsking] = useState(false);
  const { renewal, name } = entry;
  const isOnce = renewal.what === "s3Key";
  // what has changed: the rest is in the service's own table
  const secrets = fields.filter(({ isSensitive }) => isSensitive);
  const shown = isOnce || secrets.length === 0 ? fields : secrets;
  const title = isOnce ? t("renewal.s3Title", { name }) : t("renewal.title", { name });
  const isElsewhere = entry.profile?.id !== app.state.current.value?.id;

  const copy = async (value: string, what: string, isSecret: boolean) => {
    if (!(await app.copying.run(value, what)) || !isSecret) return;
    // it was copied all the same: at worst, dismissing it asks once too often
    await app.renewals.markCopied(renewal.id).catch((fault: unknown) => console.error("Llavero: not marked", fault));
  };
  const dismiss = async () => {
    setAsking(false);
    if (await app.renewals.dismissing.run(renewal.id)) app.announce(t("renewal.dismissed", { name }));
  };

  return (
    <section class={styles.card} aria-label={title}>
      <h2 class={styles.title}>
        {title}
        {isElsewhere && <small> {t("fresh.on", { console: entry.consoleName })}</small>}
      </h2>
      <FieldTable
        label={title}
        fields={shown}
        onCopy={(value, what) =>
          void copy(
            value,
            what,
            fields.some((field) => field.isSensitive && field.value === value),
          )
        }
      />
      <p class={styles.note}>
        {isOnce ? t("renewal.once") : t("renewal.everywhere", { connection: renewal.entry.connectionName })}
      </p>
      <div class={styles.actions}>
        <Button small onClick={() => app.exporting.open(renewal.id)}>
          <Icon shape={Share} size={13} />
          {t("export.open")}
        </Button>
        <Button small onClick={() => (isOnce && !entry.isCopied ? setAsking(true) : void dismiss())}>
          {t("fresh.dismiss")}
        </Button>
      </div>
      {isAsking && (
        <DismissDialog
          title={t("renewal.dismissTitle")}
          text={t("renewal.dismissText")}
          onDismiss={() => void dismiss()}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
