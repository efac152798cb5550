/** The truth about a key whose value is not here, and the next step. */
import type { App } from "../lib/models/app.ts";
import type { FreshKeyEntry } from "../lib/models/fresh.ts";
import { t } from "../lib/models/language.ts";
import { Button } from "./ui/Button.tsx";
import { Notice } from "./ui/Notice.tsx";

export function LostKey({ app, entry: { intent, ...entry } }: { app: App; entry: FreshKeyEntry }) {
  const { name } = intent;
  const isElsewhere = entry.profile?.id !== app.state.current.value?.id;
  // never over a name that is being typed
  const isFormFree = () => app.drafts.of(intent.consoleId).generate === null;
  const openForm = () => {
    if (isFormFree()) app.drafts.openGenerate(intent.consoleId, name);
  };
  const again = () => {
    if (!isFormFree()) return;
    void app.fresh.dismissing.run(intent.id);
    openForm();
  };
  const revoke = async () => {
    if (!(await app.fresh.revokingLost.run(intent.id))) return;
    app.announce(t("keys.revoked", { name }));
    openForm();
  };
  const sentence = {
    // received, but no longer in memory: the browser was closed since
    received: "fresh.lost",
    lost: "fresh.lost",
    absent: "fresh.absent",
    unknown: "fresh.unknown",
    sent: "fresh.unknown",
  } as const;
  const { state } = intent;
  return (
    <Notice
      kind="bad"
      title={t(sentence[state], { name })}
      actions={
        <>
          {state === "lost" && intent.keyId !== null && (
            <Button small busy={app.fresh.revokingLost.busy.value} onClick={() => void revoke()}>
              {t("fresh.lostRevoke", { name })}
            </Button>
          )}
          {state === "absent" && isFormFree() && (
            <Button small onClick={again}>
              {t("fresh.again", { name })}
            </Button>
          )}
          <Button small onClick={() => void app.fresh.dismissing.run(intent.id)}>
            {t("fresh.dismiss")}
          </Button>
        </>
      }
    >
      {isElsewhere ? t("fresh.on", { console: entry.consoleName }) : undefined}
    </Notice>
  );
}
