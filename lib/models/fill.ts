/** Filling the page of a tab: looking at it, the question before it, and the news of it. */
import { computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import { labelOfKind } from "../autofill/kind-label.ts";
import { isFilled } from "../autofill/lines.ts";
import { ownerOf } from "../console/console.ts";
import { AppError, isAppError } from "../errors.ts";
import type { Call } from "../messaging/call.ts";
import type { Fill, FillLine, FillSource } from "../storage/fill-items.ts";
import { called, plural, say, t } from "./language.ts";
import type { ServicesModel } from "./services.ts";
import type { State } from "./state.ts";
import { createTask, type Task } from "./task.ts";

export interface FillModel {
  /** Of the tab that this page was opened for; null when there is none. */
  readonly fill: ReadonlySignal<Fill | null>;
  /** What was filled, as one sentence; null when nothing was. */
  readonly result: ReadonlySignal<string | null>;
  /** `only`: the kind of credentials that the user has chosen; null for all that there are. */
  readonly beginning: Task<[only: string | null]>;
  readonly confirming: Task<[isAlways: boolean]>;
  readonly dismissing: Task<[]>;
  readonly forgetting: Task<[origin: string]>;
  start(): Promise<void>;
}

export interface FillModelEdge {
  readonly state: Pick<State, "fills" | "current" | "currentSession">;
  readonly services: ServicesModel;
  readonly call: Call;
  /** The tab that is filled from here; null when there is none. */
  readonly tabId: () => Promise<number | null>;
  /** Calls back when that is another one. */
  readonly onTab: (tell: () => void) => void;
  readonly announce: (text: string) => void;
}

export function createFill({ state, services, call, tabId, onTab, announce }: FillModelEdge): FillModel {
  const tab = signal<number | null>(null);
  const fill = computed(() => (tab.value === null ? null : (state.fills.value[tab.value] ?? null)));
  const result = computed(() => {
    const filled = fill.value?.lines.filter(isFilled) ?? [];
    return filled.length === 0 ? null : plural("fill.filled", filled.length, { names: namesOf(filled) });
  });

  const said = new Map<string, string>();
  effect(() => {
    if (fill.value?.state !== "done") return;
    const { id, lines } = fill.value;
    // each news once: also when fields that came later were filled, or could not be; and when a tab is in front again
    const news = lines.map((line) => `${line.fieldId} ${line.kind} ${isFilled(line)}`).join("\n");
    if (news === said.get(id)) return;
    said.set(id, news);
    untracked(() => announce(newsOf(result.value, lines)));
  });

  effect(() => {
    const { id, state, problem } = fill.value ?? {};
    // what may still come right is no alert, which would be read by itself
    if (id === undefined || state !== "failed" || problem?.kind !== "no_fields" || said.get(id) === problem.kind)
      return;
    said.set(id, problem.kind);
    untracked(() => announce(say(problem).what));
  });

  const chosenSource = (): FillSource | null => {
    const session = state.currentSession.value;
    const consoleId = state.current.value?.id;
    const entry = services.chosen.value;
    if (consoleId === undefined || entry === null || session?.state !== "open") return null;
    return { consoleId, owner: ownerOf(session.account), entry };
  };

  const findTab = async () => {
    tab.value = await tabId();
  };
  const knowTab = async (): Promise<number> => {
    await findTab();
    if (tab.value === null) throw new AppError("page_gone");
    return tab.value;
  };

  const beginning = createTask(async (only: string | null) => {
    // a kind is chosen for the page that is asked about, whichever has come to the front meanwhile
    const asked = only === null ? null : fill.value;
    const source = only === null ? chosenSource() : (asked?.source ?? null);
    if (source === null) return;
    const input = { tabId: asked?.tabId ?? (await knowTab()), source, only };
    await call("fill.begin", input).catch(sayInterrupted);
  });
  const confirming = createTask(async (isAlways: boolean) => {
    if (fill.value === null) return;
    const input = { tabId: fill.value.tabId, fillId: fill.value.id, isAlways };
    await call("fill.confirm", input).catch(sayInterrupted);
  });
  const dismissing = createTask(async () => {
    if (fill.value !== null) await call("fill.dismiss", { tabId: fill.value.tabId });
  });

  let lastId: string | undefined;
  effect(() => {
    // what went wrong with one is not said of the next
    const id = fill.value?.id;
    if (id === lastId) return;
    lastId = id;
    untracked(() => {
      for (const task of [beginning, confirming, dismissing]) task.forgive();
    });
  });

  return {
    fill,
    result,
    beginning,
    confirming,
    dismissing,
    forgetting: createTask(async (origin) => {
      await call("fill.forgetOrigin", { origin });
    }),
    async start() {
      onTab(() => void findTab());
      await findTab();
    },
  };
}

const namesOf = (lines: readonly FillLine[]): string =>
  [...new Set(lines.map(({ kind }) => called(labelOfKind(kind))))].join(", ");

/** What was filled, and what was not: for those who do not see the page. */
function newsOf(result: string | null, lines: readonly FillLine[]): string {
  const failed = lines.filter((line) => !isFilled(line));
  const failure = failed.length === 0 ? [] : [t("fill.notFilled", { names: namesOf(failed) })];
  return [result ?? t("fill.nothingFilled"), ...failure].join(". ");
}

/** What of it was done can be seen in the page, and in no list of ours. */
function sayInterrupted(fault: unknown): never {
  throw isAppError(fault, "worker_gone") ? new AppError("fill_interrupted", {}, fault) : fault;
}
