/** All that the popup, its window and its panel work with. Built once by an entrypoint, from the browser's own parts. */
import { effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import { AppError, type Problem, toProblem } from "../errors.ts";
import { chooseLanguage, createTranslator, type Language, languageOf } from "../i18n.ts";
import type { Call } from "../messaging/call.ts";
import type { PermissionsApi } from "../permissions.ts";
import type { Items, Settings } from "../storage/items.ts";
import { type ConnectModel, createConnect } from "./connect.ts";
import { type ConsolesModel, createConsolesModel } from "./consoles.ts";
import { createDrafts, type DraftsModel } from "./drafts.ts";
import { createExport, type ExportModel } from "./export.ts";
import { createFill, type FillModel } from "./fill.ts";
import { createFormats } from "./formats.ts";
import { createFresh, type FreshModel } from "./fresh.ts";
import { createKeysModel, type KeysModel } from "./keys.ts";
import { foundSentence, t, translator } from "./language.ts";
import { createRenewalsModel, type RenewalsModel } from "./renewals.ts";
import { createServicesModel, type ServicesModel } from "./services.ts";
import { createSignIn, type SignInModel } from "./sign-in.ts";
import { createState, type State } from "./state.ts";
import { createTask, type Task } from "./task.ts";

export interface AppEdge {
  readonly items: Items;
  readonly call: Call;
  readonly permissions: PermissionsApi;
  readonly clipboard: { writeText(text: string): Promise<void> };
  /** The tab that is filled from here; null when there is none. */
  readonly tabId: () => Promise<number | null>;
  /** Calls back when that is another one. */
  readonly onTab: (tell: () => void) => void;
  /** Hands a file to the user. */
  readonly saveFile: (name: string, text: string) => void;
  readonly openTab: (url: string) => Promise<void>;
  readonly openSettings: () => Promise<void>;
  readonly openInWindow: () => Promise<void>;
  /** Must be called in the very task of a click; null where there is no panel or we are in it. */
  readonly panel: { readonly kind: "sidePanel" | "sidebar"; readonly open: () => Promise<void> } | null;
  readonly preferredLanguages: readonly string[];
  readonly newId: () => string;
  readonly now: () => number;
}

export interface App {
  readonly state: State;
  readonly drafts: DraftsModel;
  readonly connect: ConnectModel;
  readonly consoles: ConsolesModel;
  readonly signIn: SignInModel;
  readonly keys: KeysModel;
  readonly fresh: FreshModel;
  readonly services: ServicesModel;
  readonly renewals: RenewalsModel;
  readonly exporting: ExportModel;
  readonly filling: FillModel;
  /** The last thing that was done, for the status region; `id` tells two equal ones apart. */
  readonly status: ReadonlySignal<{ id: number; text: string } | null>;
  /** The time to which relative times relate, in milliseconds since 1970; moves on by `tick`. */
  readonly clock: ReadonlySignal<number>;
  /** `text` may be what makes it, and says why it cannot. */
  readonly copying: Task<[text: string | (() => string), what: string]>;
  /** Why what is being typed cannot be kept, such as a full disk; null when it is. */
  readonly keepingProblem: ReadonlySignal<Problem | null>;
  readonly edge: Pick<AppEdge, "openTab" | "openSettings" | "openInWindow" | "panel">;
  /** What "as the browser" means. */
  readonly browserLanguage: Language;
  readonly setLanguage: Task<[language: Settings["language"]]>;
  readonly setShowMinutes: Task<[minutes: Settings["showMinutes"]]>;
  announce(text: string): void;
  tick(): void;
  /** Brings everything up to date, as when the user comes back to a window that stayed open. */
  refresh(): Promise<void>;
  /** What is to be done once the first view is painted: fetch, and go on where a closed popup left off. */
  start(): Promise<void>;
}

export function createApp(edge: AppEdge): App {
  const { items, call, permissions, newId, now } = edge;
  const state = createState(items);
  const status = signal<{ id: number; text: string } | null>(null);
  const clock = signal(now());
  const keepingProblem = signal<Problem | null>(null);

  const announce = (text: string) => {
    status.value = { id: (status.value?.id ?? 0) + 1, text };
  };

  effect(() => {
    const { language } = state.settings.value;
    const chosen = languageOf(language, edge.preferredLanguages);
    const locale = edge.preferredLanguages.find((code) => code.startsWith(chosen)) ?? chosen;
    translator.value = createTranslator(chosen, locale, state.current.value?.name ?? "");
  });

  const drafts = createDrafts(state, items.drafts, newId, (fault) => {
    keepingProblem.value = fault === null ? null : toProblem(fault);
  });
  const keys = createKeysModel({
    state,
    drafts,
    items,
    call,
    newId,
    announce,
  });
  const consoles = createConsolesModel(state, call, permissions);
  const signIn = createSignIn(state, drafts, call, (name) => announce(t("signIn.done", { name })));
  const connect = createConnect(state, drafts, call, permissions, (consoleId) => {
    const profile = state.consoles.value.list.find(({ id }) => id === consoleId);
    if (profile !== undefined) announce(foundSentence(profile));
  });

  const copying = createTask(async (source: string | (() => string), what: string) => {
    const text = typeof source === "string" ? source : source();
    try {
      await edge.clipboard.writeText(text);
    } catch (cause) {
      throw new AppError("clipboard_refused", {}, cause);
    }
    announce(t("app.copied", { what }));
  });
  const formats = createFormats();
  const { lacksAccess } = consoles;
  const services = createServicesModel({ state, drafts, call, lacksAccess, clock, now });
  const renewals = createRenewalsModel({ state, services, items, call, newId, announce, drafts });

  const filling = createFill({ state, services, call, tabId: edge.tabId, onTab: edge.onTab, announce });

  const refreshIfPossible = async () => {
    if (state.current.value === null || consoles.lacksAccess.value) return;
    services.refresh();
    await keys.refreshing.run();
    // that nobody is signed in is a view of its own and no failure
    const kind = keys.refreshing.problem.value?.kind;
    if (kind === "signed_out" || kind === "session_expired") keys.refreshing.forgive();
  };

  effect(() => {
    // what went wrong on one console, or in a session that has ended, is not said of the next
    const place = `${state.current.value?.id} ${state.currentSession.value?.state === "open"}`;
    if (place === "") return;
    untracked(() => {
      keys.forgive();
      services.forgive();
      renewals.forgive();
      signIn.signingIn.forgive();
      consoles.signingOut.forgive();
    });
  });

  return {
    state,
    drafts,
    connect,
    consoles,
    signIn,
    keys,
    fresh: createFresh(state, formats, call),
    status,
    clock,
    services,
    renewals,
    exporting: createExport({ formats, services, renewals, copying, saveFile: edge.saveFile, announce }),
    filling,
    copying,
    keepingProblem,
    edge,
    announce,
    browserLanguage: chooseLanguage(edge.preferredLanguages),
    setLanguage: createTask(async (language) => {
      await items.settings.update((settings) => ({ ...settings, language }));
    }),
    setShowMinutes: createTask(async (minutes) => {
      await items.settings.update((settings) => ({ ...settings, showMinutes: minutes }));
    }),
    tick() {
      clock.value = now();
    },
    refresh: refreshIfPossible,
    async start() {
      keys.loadAll();
      void formats.load();
      void filling.start();
      services.start();
      await connect.resume();
      let shown: string | null = null;
      effect(() => {
        // whenever another console comes up, its access returns or somebody signs in: bring its list up to date
        const id = state.current.value?.id ?? null;
        const isOpen = state.currentSession.value?.state === "open";
        const now = `${id} ${consoles.lacksAccess.value} ${isOpen}`;
        if (now === shown) return;
        shown = now;
        void refreshIfPossible();
      });
    },
  };
}
