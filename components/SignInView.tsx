/** Signing in to the current console; asks for more only where the console does. */
import { useState } from "preact/hooks";
import { lockedAfter } from "../lib/console/lock-out.ts";
import type { App } from "../lib/models/app.ts";
import { foundSentence, plural, t } from "../lib/models/language.ts";
import { type ConsoleProfile, consoleName } from "../lib/storage/items.ts";
import styles from "./Form.module.css";
import { OtherWays } from "./OtherWays.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";
import { Button } from "./ui/Button.tsx";
import { Field } from "./ui/Field.tsx";
import { Notice } from "./ui/Notice.tsx";

export function SignInView({ app, profile }: { app: App; profile: ConsoleProfile }) {
  const { signIn } = app;
  // decided once: the focus must not move while somebody types
  const [startsAtPassword] = useState(() => signIn.userName.peek() !== "");
  /** Whether it was submitted with a box still empty. */
  const [isIncomplete, setIncomplete] = useState(false);
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
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const empty = emptyBox(event.currentTarget);
          setIncomplete(empty !== undefined);
          if (empty === undefined) void signingIn.run();
          else empty.focus();
        }}
      >
        <h1 class={styles.title} id="sign-in-title">
          {t("signIn.title", { name })}
        </h1>
        {hasEnded && <Notice kind="warn" title={t("signIn.ended", { name })} />}
        {!hasEnded && profile.lastSignIn === null && problem === null && (
          <Notice kind="good" title={foundSentence(profile)} />
        )}
        <Field
          label={t("signIn.userName")}
          value={signIn.userName.value}
          onInput={(userName) => signIn.type({ userName })}
          autocomplete="username"
          autofocus={!startsAtPassword}
          invalid={isIncomplete && signIn.userName.value === ""}
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
          invalid={isIncomplete && signIn.password.value === ""}
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
            invalid={isIncomplete && signIn.code.value === ""}
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
        <OtherWays app={app} profile={profile} asksOrganization={asksOrganization} />
      </form>
    </div>
  );
}

/** The first box that has to be filled and is not. */
function emptyBox(form: HTMLFormElement): HTMLInputElement | undefined {
  return [...form.querySelectorAll<HTMLInputElement>("input[required]")].find(({ value }) => value === "");
}
