/** Asks before a key is revoked, with what is known of its use. */
import type { ApiKey } from "../lib/console/console.ts";
import { parseTime } from "../lib/key-order.ts";
import type { App } from "../lib/models/app.ts";
import { t, translator } from "../lib/models/language.ts";
import { ProblemNotice } from "./ProblemNotice.tsx";
import { Button } from "./ui/Button.tsx";
import { Dialog } from "./ui/Dialog.tsx";

export function RevokeDialog({ app, revoked }: { app: App; revoked: ApiKey }) {
  const { keys } = app;
  const busy = keys.revoking.busy.value;
  return (
    <Dialog
      title={t("keys.revokeTitle")}
      onClose={() => {
        // what becomes of it is said here
        if (!busy) keys.closeRevoke();
      }}
      opener={() => document.querySelector<HTMLElement>(`[data-key="${CSS.escape(revoked.id)}"]`)}
      actions={
        <>
          {!busy && (
            <Button autofocus onClick={keys.closeRevoke}>
              {t("app.cancel")}
            </Button>
          )}
          <Button kind="danger" busy={busy} onClick={() => void keys.revoking.run()}>
            {busy ? t("keys.revoking") : t("keys.revokeSubmit")}
          </Button>
        </>
      }
    >
      <p>
        <b dir="auto">{revoked.name === "" ? t("keys.unnamed") : revoked.name}</b>
      </p>
      <p>{lastUse(app, revoked)}</p>
      <p>{t("keys.revokeText")}</p>
      <ProblemNotice problem={keys.revoking.problem.value} />
    </Dialog>
  );
}

function lastUse(app: App, { lastActivity, lastIp }: ApiKey): string {
  if (lastActivity === null) return t("keys.revokeUnused");
  const time = parseTime(lastActivity);
  const now = app.clock.value + app.keys.clockOffset.value;
  const when = time === undefined ? lastActivity : translator.value.ago(time, now);
  return lastIp === null ? t("keys.revokeUsedNoIp", { when }) : t("keys.revokeUsed", { when, ip: lastIp });
}
