/** A just-generated key that waits to be taken. */
import { ChevronDown } from "lucide";
import { useState } from "preact/hooks";
import type { Format } from "../lib/exports/format.ts";
import type { App } from "../lib/models/app.ts";
import type { FreshKeyEntry } from "../lib/models/fresh.ts";
import { called, t } from "../lib/models/language.ts";
import { DismissDialog } from "./DismissDialog.tsx";
import styles from "./FreshKeys.module.css";
import buttons from "./ui/Button.module.css";
import { Button } from "./ui/Button.tsx";
import { Icon } from "./ui/Icon.tsx";
import { Menu } from "./ui/Menu.tsx";
import { Secret } from "./ui/Secret.tsx";

export function FreshKeyCard({ app, entry, value }: { app: App; entry: FreshKeyEntry; value: string }) {
  const [isAsking, setAsking] = useState(false);
  const { intent } = entry;
  const title = t("fresh.title", { name: intent.name });
  const isElsewhere = entry.profile?.id !== app.state.current.value?.id;

  const copy = async (format: Format | null, what: string) => {
    if (!(await app.copying.run(() => app.fresh.textOf(entry, format), what))) return;
    // it was copied all the same: at worst, dismissing it asks once too often
    await app.fresh.markCopied(intent.id).catch((fault: unknown) => console.error("Llavero: not marked", fault));
  };
  const dismiss = async () => {
    setAsking(false);
    if (await app.fresh.dismissing.run(intent.id)) app.announce(t("fresh.dismissed", { name: intent.name }));
  };

  return (
    <section class={styles.card} aria-label={title}>
      <h2 class={styles.title}>
        {title}
        {isElsewhere && <small> {t("fresh.on", { console: entry.consoleName })}</small>}
      </h2>
      <Secret
        value={value}
        labels={{
          masked: t("fresh.masked"),
          shown: t("fresh.key"),
          reveal: t("fresh.reveal"),
          hide: t("fresh.hide"),
          copy: t("fresh.copy"),
        }}
        onCopy={() => void copy(null, t("fresh.theKey", { name: intent.name }))}
      />
      <p class={styles.note}>{t("fresh.keepIt")}</p>
      <div class={styles.actions}>
        <Menu
          label={t("fresh.copyAs")}
          buttonClass={`${buttons.button} ${buttons.small}`}
          entries={app.fresh.formats.value.map((format) => ({
            label: called(format.name),
            onChoose: () => void copy(format, called(format.name)),
          }))}
        >
          {t("fresh.copyAs")}
          <Icon shape={ChevronDown} size={13} />
        </Menu>
        <Button small onClick={() => (entry.isCopied ? void dismiss() : setAsking(true))}>
          {t("fresh.dismiss")}
        </Button>
      </div>
      {isAsking && (
        <DismissDialog
          title={t("fresh.dismissTitle")}
          text={t("fresh.dismissText", { name: intent.name })}
          onDismiss={() => void dismiss()}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
