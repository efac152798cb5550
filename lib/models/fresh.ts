/** The just-generated keys that wait for the user, and the news of those that never arrived. */
import { computed, type ReadonlySignal } from "@preact/signals";
import { asCurl, asDotenv, asHeader } from "../exports/api-key.ts";
import type { Call } from "../messaging/call.ts";
import { type ConsoleProfile, consoleName, endpointOf, type Intent } from "../storage/items.ts";
import type { State } from "./state.ts";
import { createTask, type Task } from "./task.ts";

export type CopyForm = "key" | "header" | "curl" | "dotenv";

export interface FreshKeyEntry {
  readonly intent: Intent;
  /** Null when the value never arrived or is gone. */
  readonly key: string | null;
  readonly profile: ConsoleProfile | null;
  readonly consoleName: string;
  readonly isCopied: boolean;
}

export interface FreshModel {
  readonly entries: ReadonlySignal<readonly FreshKeyEntry[]>;
  readonly dismissing: Task<[intentId: string]>;
  /** Revokes a key whose value was lost, and takes its news away. */
  readonly revokingLost: Task<[intentId: string]>;
  /** Revokes what the browser made by sending the request once more. */
  readonly revokingStrays: Task<[intentId: string]>;
  textOf(entry: FreshKeyEntry, form: CopyForm): string;
  /** Kept beyond this page: pasting a key closes the popup. */
  markCopied(intentId: string): Promise<void>;
}

export function createFresh(state: Pick<State, "consoles" | "intents" | "fresh">, call: Call): FreshModel {
  const entries = computed(() =>
    state.intents.value
      // a value that is here is shown, also when the disk was too full to log its arrival
      .filter((intent) => intent.state !== "sent" || state.fresh.value[intent.id]?.key != null)
      .map((intent): FreshKeyEntry => {
        const profile = state.consoles.value.list.find(({ id }) => id === intent.consoleId) ?? null;
        return {
          intent,
          key: state.fresh.value[intent.id]?.key ?? null,
          profile,
          consoleName: profile === null ? "" : consoleName(profile),
          isCopied: state.fresh.value[intent.id]?.copied === true,
        };
      }),
  );
  return {
    entries,
    dismissing: createTask(async (intentId) => {
      await call("fresh.dismiss", { intentId });
    }),
    revokingLost: createTask(async (intentId) => {
      await call("fresh.revokeLost", { intentId });
    }),
    revokingStrays: createTask(async (intentId) => {
      await call("fresh.revokeStrays", { intentId });
    }),
    textOf({ key, profile }, form) {
      const use = { key: key ?? "", endpoint: profile === null ? "" : endpointOf(profile) };
      return { key: () => use.key, header: () => asHeader(use), curl: () => asCurl(use), dotenv: () => asDotenv(use) }[
        form
      ]();
    },
    async markCopied(intentId) {
      await call("fresh.copied", { intentId });
    },
  };
}
