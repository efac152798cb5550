/** Connecting a console: the address, and why the browser is about to ask. */
import type { ComponentChildren } from "preact";
import type { App } from "../lib/models/app.ts";
import { t } from "../lib/models/language.ts";
import styles from "./Form.module.css";
import { ProblemNotice } from "./ProblemNotice.tsx";
import { Button } from "./ui/Button.tsx";
import { Field } from "./ui/Field.tsx";

/** @param children news of something else, and questions about it: above. */
export function ConnectView({ app, children }: { app: App; children?: ComponentChildren }) {
  const { connect, state } = app;
  const { connecting } = connect;
  const busy = connecting.busy.value;
  const hasOthers = state.consoles.value.list.length > 0;
  return (
    <main class={styles.page}>
      {children}
      <form
        class={styles.form}
        aria-labelledby="connect-title"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void connecting.run();
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !hasOthers) return;
          event.preventDefault();
          connect.close();
        }}
      >
        <img class={styles.mark} src="/icon/128.png" alt="" width={48} height={48} />
        <h1 class={styles.title} id="connect-title">
          {t("connect.title")}
        </h1>
        {!hasOthers && <p class={styles.soft}>{t("connect.intro")}</p>}
        <Field
          label={t("connect.address")}
          value={connect.address()}
          onInput={connect.type}
          inputMode="url"
          placeholder={t("connect.placeholder")}
          autocomplete="url"
          invalid={connecting.problem.value !== null}
          autofocus
        />
        <ProblemNotice problem={connecting.problem.value} />
        <div class={styles.actions}>
          {hasOthers && <Button onClick={connect.close}>{t("app.cancel")}</Button>}
          <Button kind="primary" type="submit" busy={busy}>
            {busy ? t("connect.checking") : t("connect.submit")}
          </Button>
        </div>
        <p class={styles.fine}>{t("connect.why")}</p>
      </form>
    </main>
  );
}
