/** Signing in to the current console; asks for more only where the console does. */
import { useState } from "preact/hooks";
import { lockedAfter } from "../lib/console/lock-out.ts";
import type { App } from "../lib/models/app.ts";
import { plural, t, translator } from "../lib/models/language.ts";
import { type ConsoleProfile, consoleName } from "../lib/storage/items.ts";
import styles from "./Form.module.css";
import { ProblemNotice } from "./ProblemNotice.tsx";
import { Button } from "./ui/Button.tsx";
import { Field } from "./ui/Field.tsx";
import { Notice } from "./ui/Notice.tsx";

export function SignInView({ app, profile }: { app: App; profile: ConsoleProfile }) {
  const { signIn } = app;
  // decided once: the focus must not move while somebody types
  const [startsAtPassword] = useState(() => signIn.userName.peek() !== "");
  const { signingIn } = signIn;
  const problem = signingIn.problem.value;
  const busy = signingIn.busy.value;
  const name = consoleName(profile);
  const hasEnded = app.state.currentSession.value?.state === "ended";
  const asksCode = signIn.asksCode.value;
  const asksOrganization = signIn.asksOrganization.value || signIn.organization.value !== "";
  return (
    <div class={styles.page}>
      <form
        class={styles.form}
        aria-labelledby="sign-in-title"
        onSubmit={(event) => {
          event.preventDefault();
          void signingIn.run();
        }}
      >
        <h1 class={styles.title} id="sign-in-title">
          {t("signIn.title", { name })}
        </h1>
        {hasEnded && <Notice kind="warn" title={t("signIn.ended", { name })} />}
        {!hasEnded && profile.lastSignIn === null && problem === null && <Found profile={profile} />}
        <Field
          label={t("signIn.userName")}
          value={signIn.userName.value}
          onInput={(userName) => signIn.type({ userName })}
          autocomplete="username"
          autofocus={!startsAtPassword}
          required
        />
        <Field
          label={t("signIn.password")}
          value={signIn.password.value}
          onInput={(password) => {
            signIn.password.value = password;
          }}
          type="password"
          autocomplete="current-password"
          autofocus={startsAtPassword}
          required
        />
        {asksOrganization && (
          <Field
            label={t("signIn.organization")}
            value={signIn.organization.value}
            onInput={(organization) => signIn.type({ organization })}
            hint={t("signIn.organizationHint")}
            autocomplete="organization"
            autofocus={problem?.kind === "organization_required"}
          />
        )}
        {asksCode && (
          <Field
            label={t("signIn.code")}
            value={signIn.code.value}
            onInput={(code) => {
              signIn.code.value = code;
            }}
            hint={t("signIn.codeHint")}
            autocomplete="one-time-code"
            inputMode="numeric"
            autofocus
            required
          />
        )}
        <ProblemNotice problem={problem} />
        {signIn.failures.value > 0 && (
          <Notice kind="warn" title={plural("signIn.failures", signIn.failures.value, { limit: lockedAfter })} />
        )}
        <div class={styles.actions}>
          <Button kind="primary" type="submit" busy={busy}>
            {busy ? t("signIn.busy") : t("signIn.submit")}
          </Button>
        </div>
        <p class={styles.fine}>{t("signIn.privacy", { host: new URL(profile.origin).host })}</p>
        <div class={styles.aside}>
          {!asksOrganization && (
            <Button kind="quiet" small onClick={() => (signIn.asksOrganization.value = true)}>
              {t("signIn.addOrganization")}
            </Button>
          )}
          <Button kind="quiet" small onClick={() => void app.edge.openTab(profile.origin)}>
            {t("signIn.inTab")}
          </Button>
          <p class={styles.fine}>{t("signIn.inTabHint")}</p>
        </div>
      </form>
    </div>
  );
}

/** What connecting found out, said where one arrives after it. */
function Found({ profile: { name, languages } }: { profile: ConsoleProfile }) {
  const spoken = translator.value.languageList(languages);
  const text =
    languages.length === 0 ? t("connect.foundNoLanguage", { name }) : t("connect.found", { name, languages: spoken });
  return <Notice kind="good" title={text} />;
}
