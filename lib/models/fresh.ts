/** The just-generated keys that wait for the user, and the news of those that never arrived. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { documented } from "../console/cloudmc/routes.ts";
import { asCurl, asDotenv, asHeader } from "../exports/api-key.ts";
import type { Call } from "../messaging/call.ts";
import { type ConsoleProfile, consoleName, type Intent } from "../storage/items.ts";
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
  markCopied(intentId: string): void;
}

export function createFresh(state: Pick<State, "consoles" | "intents" | "fresh">, call: Call): FreshModel {
  const copied = signal<ReadonlySet<string>>(new Set());
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
          isCopied: copied.value.has(intent.id),
        };
      }),
  );
  return {
    entries,
    dismissing: createTask(async (intentId) => {
      await call("fresh.dismiss", { intentId });
    }),
    revokingLost: createTask(async (intentId) => {
      const intent = state.intents.value.find(({ id }) => id === intentId);
      if (intent?.keyId == null) return;
      await call("keys.revoke", { consoleId: intent.consoleId, keyId: intent.keyId });
      await call("fresh.dismiss", { intentId });
    }),
    revokingStrays: createTask(async (intentId) => {
      await call("fresh.revokeStrays", { intentId });
    }),
    textOf({ key, profile }, form) {
      const use = {
        key: key ?? "",
        endpoint: `${profile?.origin ?? ""}${profile?.endpointPath ?? documented.endpoints[0]}`,
      };
      return { key: () => use.key, header: () => asHeader(use), curl: () => asCurl(use), dotenv: () => asDotenv(use) }[
        form
      ]();
    },
    markCopied(intentId) {
      copied.value = new Set([...copied.value, intentId]);
    },
  };
}
