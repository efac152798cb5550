/** Finding a service among thousands, as one types. Pure. */
import { entryName, type ServiceEntry } from "./console/service.ts";

/** @returns a search over these entries: those that contain every word that was typed, in their order. */
export function createServiceSearch(entries: readonly ServiceEntry[]): (typed: string) => readonly ServiceEntry[] {
  // made once: a keystroke then only compares
  const texts = entries.map((entry) => fold(`${entryName(entry)} ${entry.type}`));
  return (typed) => {
    const words = fold(typed)
      .split(/[\s/]+/)
      .filter((word) => word !== "");
    if (words.length === 0) return entries;
    return entries.filter((_, index) => words.every((word) => texts[index]?.includes(word)));
  };
}

/** Without case and accents: "Región" is found by "region". */
function fold(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** What can be said of an entry before anybody asks for its credentials. */
export type Readiness = "ready" | "unreachable" | "preparing" | "broken" | "gone" | "noEnvironment";

export function readinessOf({ environment, isReachable }: ServiceEntry): Readiness {
  if (environment === null) return "noEnvironment";
  switch (environment.state?.toUpperCase()) {
    case "PENDING":
    case "PROVISIONING":
      return "preparing";
    case "ERROR_PROVISIONING":
      return "broken";
    case "PURGING":
    case "PURGED":
      return "gone";
    default:
      // what is being purged in vain is still there
      return isReachable === false ? "unreachable" : "ready";
  }
}

/** Whether there can be credentials at all. */
export function hasCredentials(entry: ServiceEntry): boolean {
  const readiness = readinessOf(entry);
  return readiness === "ready" || readiness === "unreachable";
}
