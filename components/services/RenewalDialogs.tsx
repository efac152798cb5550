/** What is asked before credentials are replaced or an S3 key is deleted: what goes, and where it is missed. */
import type { ComponentChildren } from "preact";
import { entryName, type ServiceEntry } from "../../lib/console/service.ts";
import type { App } from "../../lib/models/app.ts";
import { t } from "../../lib/models/language.ts";
import { renewedTogether } from "../../lib/models/renewals.ts";
import type { Task } from "../../lib/models/task.ts";
import { ProblemNotice } from "../ProblemNotice.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Field } from "../ui/Field.tsx";

/** So many environments are named; more would hide the buttons. */
const mostNamed = 12;

export function RenewalDialogs({ app, entry }: { app: App; entry: ServiceEntry }) {
  const question = app.renewals.asking.value;
  switch (question?.what) {
    case "regenerate":
      return <RegenerateDialog app={app} entry={entry} />;
    case "generate":
      return <GenerateDialog app={app} entry={entry} region={question.region} isGiven={question.isGiven} />;
    case "delete":
      return <DeleteDialog app={app} entry={entry} region={question.region} />;
    default:
      return null;
  }
}

function RegenerateDialog({ app, entry }: { app: App; entry: ServiceEntry }) {
  const together = renewedTogether(app.services.list.value?.entries ?? [], entry);
  const names = together.slice(0, mostNamed).map(({ environment }) => environment?.name ?? "");
  if (together.length > mostNamed) names.push("…");
  return (
    <Question
      app={app}
      title={t("services.regenerateTitle")}
      submit={t("services.regenerate")}
      task={app.renewals.renewing.value}
    >
      <p>
        <b dir="auto">{entryName(entry)}</b>
      </p>
      <p>{t("services.regenerateText", { connection: entry.connectionName })}</p>
      {names.length > 0 && <p>{t("services.regenerateWhere", { names: names.join(", ") })}</p>}
      <p>{t("services.regenerateEffect")}</p>
    </Question>
  );
}

interface GenerateProps {
  app: App;
  entry: ServiceEntry;
  region: string;
  isGiven: boolean;
}

function GenerateDialog({ app, entry, region, isGiven }: GenerateProps) {
  const keys = app.services.shown.value?.credentials.s3Keys ?? [];
  const replaced = keys.find((key) => key.region === region.trim());
  return (
    <Question
      app={app}
      title={t("s3.generate")}
      submit={t("s3.generateSubmit")}
      task={app.renewals.renewing.value}
      isDangerous={replaced !== undefined}
    >
      <p>
        <b dir="auto">{entryName(entry)}</b>
      </p>
      {replaced === undefined ? (
        <p>{t("s3.generateText")}</p>
      ) : (
        <p>{t("s3.replaceText", { key: replaced.accessKeyId, region: replaced.region })}</p>
      )}
      {!isGiven && (
        <Field
          label={t("s3.region")}
          hint={t("s3.regionHint")}
          value={region}
          onInput={app.renewals.typeRegion}
          autofocus
        />
      )}
    </Question>
  );
}

function DeleteDialog({ app, entry, region }: { app: App; entry: ServiceEntry; region: string }) {
  const key = app.services.shown.value?.credentials.s3Keys?.find((one) => one.region === region);
  const { deleting } = app.renewals;
  return (
    <Question
      app={app}
      title={t("s3.deleteTitle")}
      submit={deleting.busy.value ? t("s3.deleting") : t("s3.deleteSubmit")}
      task={deleting}
    >
      <p>
        <b dir="auto">{entryName(entry)}</b>
      </p>
      <p>{t("s3.deleteText", { key: key?.accessKeyId ?? "S3", region })}</p>
    </Question>
  );
}

interface QuestionProps {
  app: App;
  title: string;
  submit: string;
  task: Task<[]>;
  isDangerous?: boolean;
  children: ComponentChildren;
}

function Question({ app, title, submit, task, isDangerous = true, children }: QuestionProps) {
  const busy = task.busy.value || app.renewals.isAsked.value;
  return (
    <Dialog
      title={title}
      onClose={() => {
        // what becomes of it is said here
        if (!busy) app.renewals.closeQuestion();
      }}
      actions={
        <>
          {!busy && (
            <Button autofocus onClick={app.renewals.closeQuestion}>
              {t("app.cancel")}
            </Button>
          )}
          <Button kind={isDangerous ? "danger" : "primary"} busy={busy} onClick={() => void task.run()}>
            {submit}
          </Button>
        </>
      }
    >
      {children}
      <ProblemNotice problem={task.problem.value} />
    </Dialog>
  );
}
