/** Carries credentials to a tool: a format, what it will look like with the secrets hidden, copying and saving. */
import { Copy, Download } from "lucide";
import type { App } from "../../lib/models/app.ts";
import { t } from "../../lib/models/language.ts";
import { ProblemNotice } from "../ProblemNotice.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Field } from "../ui/Field.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Select } from "../ui/Select.tsx";
import styles from "./ExportDialog.module.css";
import { exportKinds } from "./export-kinds.ts";

export function ExportDialog({ app }: { app: App }) {
  const { exporting } = app;
  if (!exporting.isOpen.value) return null;
  const choice = exporting.choice.value;
  return (
    <Dialog
      title={t("export.title")}
      onClose={exporting.close}
      actions={<Button onClick={exporting.close}>{t("export.close")}</Button>}
    >
      <p>
        <b dir="auto">{exporting.title.value}</b>
      </p>
      {choice === null ? (
        <p>{t("export.none")}</p>
      ) : (
        <>
          <Formats app={app} value={choice.id} />
          {choice.credentials.kind === "keystoneV2" && <Notice kind="warn" title={t("export.deprecated")} />}
          <ProblemNotice problem={exporting.preview.value.problem} />
          <Files app={app} />
          <Extras app={app} />
          <ProblemNotice
            problem={exporting.copying.problem.value ?? exporting.saving.problem.value ?? app.copying.problem.value}
          />
        </>
      )}
    </Dialog>
  );
}

function Formats({ app: { exporting }, value }: { app: App; value: string }) {
  const groups = exporting.groups.value.flatMap(({ kind, choices }) =>
    kind === "consoleApiKey"
      ? []
      : [{ label: t(exportKinds[kind]), options: choices.map(({ id, name }) => ({ value: id, label: name })) }],
  );
  return <Select label={t("export.format")} value={value} groups={groups} onChange={exporting.choose} />;
}

function Files({ app: { exporting } }: { app: App }) {
  return (
    <>
      {exporting.preview.value.files.map(({ name, place, text }, index) => {
        const what = name ?? exporting.choice.value?.name ?? t("export.text");
        return (
          <section key={what} class={styles.file} aria-label={what}>
            <div class={styles.head}>
              <div class={styles.names}>
                <b>{what}</b>
                {place !== null && <small>{t("export.place", { place })}</small>}
              </div>
              <IconButton
                label={t("export.copy", { what })}
                shape={Copy}
                onClick={() => void exporting.copying.run(index)}
              />
              {name !== null && (
                <IconButton
                  label={t("export.save", { what })}
                  shape={Download}
                  onClick={() => void exporting.saving.run(index)}
                />
              )}
            </div>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
            <section class={styles.scroll} tabIndex={0} aria-label={t("export.preview", { what })}>
              <pre class={styles.text}>{text}</pre>
            </section>
          </section>
        );
      })}
    </>
  );
}

function Extras({ app: { exporting } }: { app: App }) {
  const extras = exporting.extras.value;
  const labels = { endpointUrl: "export.endpoint", regionName: "export.region" } as const;
  return (
    <>
      {exporting.asked.value.map((name) => (
        <Field
          key={name}
          label={t(labels[name])}
          hint={t("export.extraHint")}
          value={extras[name]}
          inputMode={name === "endpointUrl" ? "url" : "text"}
          onInput={(value) => exporting.typeExtra(name, value)}
        />
      ))}
    </>
  );
}
