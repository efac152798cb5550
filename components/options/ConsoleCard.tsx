/** A connected console on the options page: what it is called here, and removing it with all that is known of it. */
import { useSignal } from "@preact/signals";
import type { App } from "../../lib/models/app.ts";
import { plural, t } from "../../lib/models/language.ts";
import { type ConsoleProfile, consoleName } from "../../lib/storage/items.ts";
import { BrandMark } from "../BrandMark.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";
import styles from "./Options.module.css";

export function ConsoleCard({ app, profile }: { app: App; profile: ConsoleProfile }) {
  const name = consoleName(profile);
  const typed = useSignal(name);
  const isAsking = useSignal(false);
  const save = async () => {
    const label = typed.value.trim();
    // no label is the brand's own name, whatever that comes to be
    if (!(await app.consoles.renaming.run(profile.id, label === profile.name ? "" : label))) return;
    typed.value = label === "" ? profile.name : label;
    app.announce(t("settings.renamed", { name: typed.value }));
  };
  return (
    <form
      class={styles.card}
      aria-label={name}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <BrandMark name={name} logo={profile.logo} />
      <Field
        label={t("settings.displayName", { origin: profile.origin })}
        value={typed.value}
        onInput={(value) => {
          typed.value = value;
        }}
        placeholder={profile.name}
      />
      <div class={styles.actions}>
        <Button type="submit">{t("settings.rename")}</Button>
        <Button onClick={() => (isAsking.value = true)}>{t("settings.remove", { name })}</Button>
      </div>
      {isAsking.value && <RemoveDialog app={app} profile={profile} onClose={() => (isAsking.value = false)} />}
    </form>
  );
}

function RemoveDialog({ app, profile, onClose }: { app: App; profile: ConsoleProfile; onClose: () => void }) {
  const name = consoleName(profile);
  const { intents, renewals } = app.state;
  const waiting = [...intents.value, ...renewals.value].filter(
    ({ consoleId, state }) => consoleId === profile.id && state === "received",
  ).length;
  const remove = async () => {
    onClose();
    if (await app.consoles.removing.run(profile.id)) app.announce(t("settings.removed", { name }));
  };
  return (
    <Dialog
      title={t("settings.removeTitle")}
      onClose={onClose}
      actions={
        <>
          <Button autofocus onClick={onClose}>
            {t("app.cancel")}
          </Button>
          <Button kind="danger" onClick={() => void remove()}>
            {t("settings.removeShort")}
          </Button>
        </>
      }
    >
      <p>{t("settings.removeText", { name, origin: profile.origin })}</p>
      {waiting > 0 && <Notice kind="warn" title={plural("settings.removeWaiting", waiting)} />}
    </Dialog>
  );
}
