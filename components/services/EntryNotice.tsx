/** Why a service has no credentials to show, or why those it shows may not work. */
import type { ServiceEntry } from "../../lib/console/service.ts";
import type { MessageKey } from "../../lib/locales/en.ts";
import { t } from "../../lib/models/language.ts";
import { type Readiness, readinessOf } from "../../lib/service-search.ts";
import { Notice } from "../ui/Notice.tsx";

const explanations: Readonly<Record<Exclude<Readiness, "ready">, MessageKey>> = {
  unreachable: "services.explainUnreachable",
  preparing: "services.explainPreparing",
  broken: "services.explainBroken",
  gone: "services.explainGone",
  noEnvironment: "services.explainNoEnvironment",
};

export function EntryNotice({ entry }: { entry: ServiceEntry }) {
  const readiness = readinessOf(entry);
  if (readiness === "ready") return null;
  return <Notice kind="warn" title={t(explanations[readiness], { state: entry.environment?.state ?? "" })} />;
}
