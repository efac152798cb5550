/** What a person should know of an address before a secret goes there. */
import type { MessageKey } from "../../lib/locales/en.ts";
import { t } from "../../lib/models/language.ts";
import type { OriginWarning } from "../../lib/storage/fill-items.ts";
import { Notice } from "../ui/Notice.tsx";

const sentences: Readonly<Record<OriginWarning["kind"], MessageKey>> = {
  unrelated: "fill.unrelated",
  insecure: "fill.insecure",
  variant: "fill.variant",
  lookalike: "fill.lookalike",
};

export function OriginWarnings({ warnings }: { warnings: readonly OriginWarning[] }) {
  return (
    <>
      {warnings.map((warning) => {
        const text = t(sentences[warning.kind], "of" in warning ? { of: warning.of } : {});
        return <Notice key={warning.kind} kind={warning.kind === "lookalike" ? "bad" : "warn"} title={text} />;
      })}
    </>
  );
}
