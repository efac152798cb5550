/** Chooses one of all connections and environments that the user can reach. */
import { Archive, Box, Cloud, Database, Server } from "lucide";
import { entryId, entryName, type ServiceEntry } from "../../lib/console/service.ts";
import type { MessageKey } from "../../lib/locales/en.ts";
import type { App } from "../../lib/models/app.ts";
import { plural, say, t } from "../../lib/models/language.ts";
import { type Readiness, readinessOf } from "../../lib/service-search.ts";
import { ComboBox } from "../ui/ComboBox.tsx";
import type { ComboOption } from "../ui/ComboList.tsx";
import type { IconShape } from "../ui/Icon.tsx";

/** Of the types that the API reference names; any other is a box. */
const shapes: Readonly<Record<string, IconShape>> = {
  swift: Archive,
  openstack: Archive,
  purestorage: Database,
  cloudstack: Server,
  cloudca: Server,
  aws: Cloud,
  azure: Cloud,
  gcp: Cloud,
};

const notes: Readonly<Record<Exclude<Readiness, "ready">, readonly [MessageKey, "quiet" | "warn" | "bad"]>> = {
  unreachable: ["services.unreachable", "bad"],
  preparing: ["services.preparing", "warn"],
  broken: ["services.broken", "bad"],
  gone: ["services.gone", "quiet"],
  noEnvironment: ["services.noEnvironment", "quiet"],
};

export function ServicePicker({ app: { services } }: { app: App }) {
  const chosen = services.chosen.value;
  const found = services.found.value;
  const search = services.search.value;
  const isLoading = services.list.value === null;
  const problem = isLoading ? services.listing.problem.value : null;
  return (
    <ComboBox
      label={t("services.pick")}
      placeholder={t("services.pickHint")}
      options={found.map(optionOf)}
      text={search}
      onType={services.type}
      chosen={chosen === null ? null : { id: entryId(chosen), label: entryName(chosen) }}
      onChoose={services.choose}
      emptyText={
        problem !== null ? say(problem).what : isLoading ? t("services.loading") : t("services.noMatch", { search })
      }
      countText={plural("services.found", found.length)}
      busy={services.listing.busy.value}
    />
  );
}

function optionOf(entry: ServiceEntry): ComboOption {
  const readiness = readinessOf(entry);
  const shape = shapes[entry.type.toLowerCase()] ?? Box;
  const option = { id: entryId(entry), label: entryName(entry), detail: entry.type, shape };
  if (readiness === "ready") return option;
  const [text, kind] = notes[readiness];
  return { ...option, note: { text: t(text), kind } };
}
