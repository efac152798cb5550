/** The just-generated keys that wait to be taken, and the news of those whose value never came. */
import { ChevronDown } from "lucide";
import { Fragment } from "preact";
import { useState } from "preact/hooks";
import type { MessageKey } from "../lib/locales/en.ts";
import type { App } from "../lib/models/app.ts";
import type { CopyForm, FreshKeyEntry } from "../lib/models/fresh.ts";
import { plural, t } from "../lib/models/language.ts";
import styles from "./FreshKeys.module.css";
import { ProblemNotice } from "./ProblemNotice.tsx";
import buttons from "./ui/Button.module.css";
import { Button } from "./ui/Button.tsx";
import { Dialog } from "./ui/Dialog.tsx";
import { Icon } from "./ui/Icon.tsx";
import { Menu } from "./ui/Menu.tsx";
import { Notice } from "./ui/Notice.tsx";
import { Secret } from "./ui/Secret.tsx";

export function FreshKeys({ app }: { app: App }) {
  const entries = app.fresh.entries.value;
  return (
    <>
      {entries.map((entry) => (
        <Fragment key={entry.intent.id}>
          {entry.key === null ? (
            <LostKey app={app} entry={entry} />
          ) : (
            <FreshKeyCard app={app} entry={entry} value={entry.key} />
          )}
          {entry.intent.strays.length > 0 && <Strays app={app} entry={entry} />}
        </Fragment>
      ))}
      <ProblemNotice
        problem={
          app.fresh.dismissing.problem.value ??
          app.fresh.revokingLost.problem.value ??
          app.fresh.revokingStrays.problem.value
        }
      />
    </>
  );
}

const forms: readonly (readonly [Exclude<CopyForm, "key">, MessageKey])[] = [
  ["header", "fresh.asHeader"],
  ["curl", "fresh.asCurl"],
  ["dotenv", "fresh.asDotenv"],
];

function FreshKeyCard({ app, entry, value }: { app: App; entry: FreshKeyEntry; value: string }) {
  const [isAsking, setAsking] = useState(false);
  const { intent } = entry;
  const title = t("fresh.title", { name: intent.name });
  const isElsewhere = entry.profile?.id !== app.state.current.value?.id;

  const copy = async (form: CopyForm, what: string) => {
    if (await app.copying.run(app.fresh.textOf(entry, form), what)) app.fresh.markCopied(intent.id);
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
        onCopy={() => void copy("key", t("fresh.theKey", { name: intent.name }))}
      />
      <p class={styles.note}>{t("fresh.keepIt")}</p>
      <div class={styles.actions}>
        <Menu
          label={t("fresh.copyAs")}
          buttonClass={`${buttons.button} ${buttons.small}`}
          entries={forms.map(([form, label]) => ({ label: t(label), onChoose: () => void copy(form, t(label)) }))}
        >
          {t("fresh.copyAs")}
          <Icon shape={ChevronDown} size={13} />
        </Menu>
        <Button small onClick={() => (entry.isCopied ? void dismiss() : setAsking(true))}>
          {t("fresh.dismiss")}
        </Button>
      </div>
      {isAsking && (
        <Dialog
          title={t("fresh.dismissTitle")}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button autofocus onClick={() => setAsking(false)}>
                {t("app.cancel")}
              </Button>
              <Button kind="danger" onClick={() => void dismiss()}>
                {t("fresh.dismiss")}
              </Button>
            </>
          }
        >
          <p>{t("fresh.dismissText", { name: intent.name })}</p>
        </Dialog>
      )}
    </section>
  );
}

/** Keys that came of the same request sent twice: of no use to anyone, and a way in for whoever saw the first answer. */
function Strays({ app, entry: { intent } }: { app: App; entry: FreshKeyEntry }) {
  const { name, strays } = intent;
  const revoke = async () => {
    if (await app.fresh.revokingStrays.run(intent.id)) app.announce(t("keys.revoked", { name }));
  };
  return (
    <Notice
      kind="warn"
      title={plural("fresh.strays", strays.length, { name })}
      actions={
        <Button small busy={app.fresh.revokingStrays.busy.value} onClick={() => void revoke()}>
          {plural("fresh.revokeStrays", strays.length, { name })}
        </Button>
      }
    />
  );
}

/** The truth about a key whose value is not here, and the next step. */
function LostKey({ app, entry: { intent, ...entry } }: { app: App; entry: FreshKeyEntry }) {
  const { name } = intent;
  const isElsewhere = entry.profile?.id !== app.state.current.value?.id;
  const openForm = () => app.drafts.openGenerate(intent.consoleId, name);
  const again = () => {
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
          {state === "absent" && (
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
