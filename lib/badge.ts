/** What the toolbar icon says of keys that wait for the user. */
import type { Translator } from "./i18n.ts";
import type { Intents } from "./storage/items.ts";

export interface Badge {
  readonly text: string;
  readonly title: string;
}

export function badgeOf(intents: Intents, { plural, t }: Translator): Badge {
  const waiting = intents.filter(({ state }) => state === "received").length;
  if (waiting > 0) return { text: String(waiting), title: plural("fresh.badge", waiting) };
  const hasNews = intents.some(({ state }) => state === "lost" || state === "absent" || state === "unknown");
  return hasNews ? { text: "!", title: t("fresh.badgeNews") } : { text: "", title: "Llavero" };
}
