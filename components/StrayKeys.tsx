/** Keys that came of the same request sent twice: of no use to anyone, and a way in for whoever saw the first answer. */
import type { App } from "../lib/models/app.ts";
import type { FreshKeyEntry } from "../lib/models/fresh.ts";
import { plural, t } from "../lib/models/language.ts";
import { Button } from "./ui/Button.tsx";
import { Notice } from "./ui/Notice.tsx";

export function StrayKeys({ app, entry: { intent } }: { app: App; entry: FreshKeyEntry }) {
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
