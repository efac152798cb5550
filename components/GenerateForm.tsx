/** Asks for a new key's name. One form is one key, however often it is submitted. */
import type { KeysModel } from "../lib/models/keys.ts";
import { t } from "../lib/models/language.ts";
import styles from "./GenerateForm.module.css";
import { ProblemNotice } from "./ProblemNotice.tsx";
import { Button } from "./ui/Button.tsx";
import { Field } from "./ui/Field.tsx";

export function GenerateForm({ keys, name }: { keys: KeysModel; name: string }) {
  const busy = keys.isCreating.value;
  const problem = keys.creating.problem.value;
  return (
    <form
      class={styles.form}
      aria-label={t("keys.generate")}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void keys.creating.run();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || busy) return;
        event.preventDefault();
        keys.closeGenerate();
      }}
    >
      <Field
        label={t("keys.name")}
        value={name}
        onInput={keys.typeName}
        hint={t("keys.nameHint")}
        warning={keys.isNameTaken.value && !busy ? t("keys.nameTaken") : undefined}
        invalid={problem?.kind === "name_empty" || problem?.kind === "rejected"}
        autofocus
      />
      <ProblemNotice problem={problem} />
      <div class={styles.actions}>
        {!busy && <Button onClick={keys.closeGenerate}>{t("app.cancel")}</Button>}
        <Button kind="primary" type="submit" busy={busy}>
          {busy ? t("keys.generating") : t("keys.generateSubmit")}
        </Button>
      </div>
    </form>
  );
}
