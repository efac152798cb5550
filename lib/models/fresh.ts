/** The just-generated keys that wait for the user, and the news of those that never arrived. */
import { computed, type ReadonlySignal } from "@preact/signals";
import { type ExportFile, type Format, writeExport } from "../exports/format.ts";
import type { Call } from "../messaging/call.ts";
import { type ConsoleProfile, consoleName, endpointOf, type Intent } from "../storage/items.ts";
import { explained, type FormatsModel, formatsFor } from "./formats.ts";
import type { State } from "./state.ts";
import { createTask, type Task } from "./task.ts";

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
  /** The formats that an API key can be copied in. */
  readonly formats: ReadonlySignal<readonly Format[]>;
  /** @throws AppError of an `export_…` kind for a key that the format cannot carry. */
  textOf(entry: FreshKeyEntry, format: Format | null): string;
  /** Kept beyond this page: pasting a key closes the popup. */
  markCopied(intentId: string): Promise<void>;
}

export function createFresh(
  state: Pick<State, "consoles" | "intents" | "fresh">,
  formats: FormatsModel,
  call: Call,
): FreshModel {
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
    formats: computed(() => formatsFor(formats.all.value, "consoleApiKey")),
    textOf({ key, profile }, format) {
      if (key === null || format === null) return key ?? "";
      const apiUrl = profile === null ? "" : endpointOf(profile);
      let files: readonly ExportFile[];
      try {
        files = writeExport(format, { kind: "consoleApiKey", apiUrl, apiKey: key }, { name: "console" });
      } catch (fault) {
        throw explained(fault);
      }
      // what is pasted into a line of its own needs no further one
      return files.map(({ text }) => text.replace(/\n$/, "")).join("\n");
    },
    async markCopied(intentId) {
      await call("fresh.copied", { intentId });
    },
  };
}
