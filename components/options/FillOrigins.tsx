/** The origins that were filled: what is used there, whether it is asked first, and forgetting them. */
import { entryName } from "../../lib/console/service.ts";
import type { App } from "../../lib/models/app.ts";
import { t } from "../../lib/models/language.ts";
import { ProblemNotice } from "../ProblemNotice.tsx";
import { Button } from "../ui/Button.tsx";
import styles from "./Options.module.css";

export function FillOrigins({ app }: { app: App }) {
  const { forgetting } = app.filling;
  const origins = Object.entries(app.state.fillOrigins.value).toSorted(([one], [other]) => one.localeCompare(other));
  const forget = async (origin: string) => {
    if (await forgetting.run(origin)) app.announce(t("fill.forgotten", { origin }));
  };
  return (
    <>
      <p class={styles.soft}>{origins.length === 0 ? t("fill.noOrigins") : t("fill.originsHint")}</p>
      <ul class={styles.origins}>
        {origins.map(([origin, { isTrusted, source }]) => {
          const name = entryName(source.entry);
          return (
            <li key={origin}>
              <div>
                <b dir="ltr">{origin}</b>
                <small>{isTrusted ? t("fill.originAlways", { name }) : name}</small>
              </div>
              <Button small label={t("fill.forget", { origin })} onClick={() => void forget(origin)}>
                {t("fill.forgetShort")}
              </Button>
            </li>
          );
        })}
      </ul>
      <ProblemNotice problem={forgetting.problem.value} />
    </>
  );
}
