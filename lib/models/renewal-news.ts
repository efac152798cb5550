/** New credentials that wait, those on their way, and the news of those that did not come. */
import { computed, effect, type ReadonlySignal, untracked } from "@preact/signals";
import { ownerOf } from "../console/console.ts";
import { entryName, type ServiceEntry, type ServiceField } from "../console/service.ts";
import { AppError } from "../errors.ts";
import type { Call } from "../messaging/call.ts";
import { type ConsoleProfile, consoleName } from "../storage/items.ts";
import type { Renewal } from "../storage/service-items.ts";
import type { DraftsModel } from "./drafts.ts";
import { t } from "./language.ts";
import type { State } from "./state.ts";
import { createTask, type Task } from "./task.ts";

export interface RenewalEntry {
  readonly renewal: Renewal;
  /** "connection / environment". */
  readonly name: string;
  /** Null when nothing has arrived, or is not here any more. */
  readonly fields: readonly ServiceField[] | null;
  readonly profile: ConsoleProfile | null;
  readonly consoleName: string;
  readonly isCopied: boolean;
}

export interface RenewalNewsModel {
  readonly entries: ReadonlySignal<readonly RenewalEntry[]>;
  readonly lookingAgain: Task<[renewalId: string]>;
  readonly dismissing: Task<[renewalId: string]>;
  /** Goes to the service whose credentials these are. */
  readonly opening: Task<[entry: RenewalEntry]>;
  /** Kept beyond this page: pasting closes the popup. */
  markCopied(renewalId: string): Promise<void>;
}

export interface RenewalNewsEdge {
  readonly state: Pick<State, "consoles" | "current" | "currentSession" | "renewals" | "freshCredentials" | "ready">;
  readonly drafts: DraftsModel;
  readonly call: Call;
  readonly announce: (text: string) => void;
}

export function createRenewalNews({ state, drafts, call, announce }: RenewalNewsEdge): RenewalNewsModel {
  let known: ReadonlyMap<string, Renewal["state"]> | null = null;
  effect(() => {
    if (!state.ready.value) return;
    // what happens by itself is said: it may be far from where the user is
    const all = state.renewals.value;
    for (const { id, state: how, entry } of all) {
      if (known === null || known.get(id) === how) continue;
      const name = entryName(entry);
      if (how === "received") untracked(() => announce(t("renewal.title", { name })));
      if (how === "pending") untracked(() => announce(t("renewal.running", { name })));
    }
    known = new Map(all.map(({ id, state: how }) => [id, how]));
  });

  return {
    entries: computed(() =>
      state.renewals.value.map((renewal): RenewalEntry => {
        const profile = state.consoles.value.list.find(({ id }) => id === renewal.consoleId) ?? null;
        const fresh = state.freshCredentials.value[renewal.id];
        return {
          renewal,
          name: nameOf(renewal),
          fields: renewal.state === "received" ? (fresh?.fields ?? null) : null,
          profile,
          consoleName: profile === null ? "" : consoleName(profile),
          isCopied: fresh?.copied === true,
        };
      }),
    ),
    lookingAgain: createTask(async (renewalId) => {
      await call("renewal.lookAgain", { renewalId });
    }),
    dismissing: createTask(async (renewalId) => {
      await call("renewal.dismiss", { renewalId });
    }),
    opening: createTask(async ({ renewal: { consoleId, entry, owner } }) => {
      if (consoleId !== state.current.value?.id) await call("console.select", { consoleId });
      const session = state.currentSession.value;
      if (session?.state === "open" && ownerOf(session.account) !== owner) throw new AppError("other_account");
      drafts.setTab("services");
      const { services: stored } = drafts.of(consoleId);
      drafts.change(consoleId, { services: { ...stored, owner, chosen: entry, asking: null } });
    }),
    async markCopied(renewalId) {
      await call("renewal.copied", { renewalId });
    },
  };
}

function nameOf({ entry, region }: { entry: ServiceEntry; region: string | null }): string {
  return region === null ? entryName(entry) : `${entryName(entry)} (${region})`;
}
