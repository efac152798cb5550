/** What the toolbar icon says of keys and credentials that wait for the user. */
import type { Translator } from "./i18n.ts";
import type { Intents } from "./storage/items.ts";
import type { Renewals } from "./storage/service-items.ts";

export interface Badge {
  readonly text: string;
  readonly title: string;
}

const news: readonly string[] = ["lost", "absent", "unknown", "failed", "unfinished"];

export function badgeOf(intents: Intents, renewals: Renewals, { plural, t }: Translator): Badge {
  const isWaiting = ({ state }: { state: string }) => state === "received";
  const keys = intents.filter(isWaiting).length;
  const waiting = keys + renewals.filter(isWaiting).length;
  const title = waiting === keys ? plural("fresh.badge", waiting) : plural("renewal.badge", waiting);
  if (waiting > 0) return { text: String(waiting), title };
  const hasNews = [...intents, ...renewals].some(({ state }) => news.includes(state));
  return hasNews ? { text: "!", title: t("fresh.badgeNews") } : { text: "", title: "Llavero" };
}
