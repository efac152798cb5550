/** The services of the current console: which there are, which one is chosen, and its credentials while they are shown. */
import { computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import { ownerOf } from "../console/console.ts";
import { entryId, type ServiceCredentials, type ServiceEntry, type ServiceList } from "../console/service.ts";
import type { Call } from "../messaging/call.ts";
import { createServiceSearch, hasCredentials } from "../service-search.ts";
import { emptyServicesDraft, type ServicesDraft } from "../storage/service-items.ts";
import type { DraftsModel } from "./drafts.ts";
import type { State } from "./state.ts";
import { createTask, type Task } from "./task.ts";

/** Credentials on screen. They are in this page's memory and nowhere else. */
export interface Shown {
  readonly entry: ServiceEntry;
  readonly credentials: ServiceCredentials;
}

export interface ServicesModel {
  readonly draft: ReadonlySignal<ServicesDraft>;
  readonly list: ReadonlySignal<ServiceList | null>;
  /** What is typed into the combo box. */
  readonly search: ReadonlySignal<string>;
  readonly found: ReadonlySignal<readonly ServiceEntry[]>;
  readonly chosen: ReadonlySignal<ServiceEntry | null>;
  readonly shown: ReadonlySignal<Shown | null>;
  /** Whether the credentials of the chosen service were on screen for as long as they may be. */
  readonly isForgotten: ReadonlySignal<boolean>;
  readonly listing: Task<[]>;
  readonly fetching: Task<[]>;
  /** Asks anew, though an answer may be on its way: it is older than what has just happened. */
  refetch(): void;
  type(text: string): void;
  choose(id: string): void;
  change(part: Partial<ServicesDraft>): void;
  /** Brings the list up to date, when it is on screen. */
  refresh(): void;
  /** Takes away what was said of earlier attempts. */
  forgive(): void;
  /** Fetches whenever there is something to show; call it once the first view is painted. */
  start(): void;
}

export interface ServicesModelEdge {
  readonly state: Pick<State, "current" | "currentSession" | "settings" | "drafts">;
  readonly drafts: DraftsModel;
  readonly call: Call;
  readonly lacksAccess: ReadonlySignal<boolean>;
  /** In milliseconds since 1970; moves on now and then. */
  readonly clock: ReadonlySignal<number>;
  readonly now: () => number;
}

/** How often a list is asked for anew when console or account change meanwhile; a session that flickers is no reason to. */
const mostTurns = 3;

export function createServicesModel(edge: ServicesModelEdge): ServicesModel {
  const { state, drafts, call, lacksAccess, clock, now } = edge;
  const consoleId = computed(() => state.current.value?.id ?? null);
  const owner = computed(() => {
    const session = state.currentSession.value;
    return session?.state === "open" ? ownerOf(session.account) : null;
  });
  /** Whose services: what was fetched for one place is not shown at another. */
  const place = computed(() => `${consoleId.value}\n${owner.value}`);

  const draft = computed(() => {
    const stored = consoleId.value === null ? emptyServicesDraft : drafts.of(consoleId.value).services;
    const isAnothers = owner.value !== null && stored.owner !== null && stored.owner !== owner.value;
    return isAnothers ? emptyServicesDraft : stored;
  });
  const change = (part: Partial<ServicesDraft>) => {
    if (consoleId.value === null) return;
    drafts.change(consoleId.value, { services: { ...draft.value, owner: owner.value ?? draft.value.owner, ...part } });
  };

  const loaded = signal<{ place: string; list: ServiceList } | null>(null);
  const list = computed(() => (loaded.value?.place === place.value ? loaded.value.list : null));
  const search = signal("");
  const find = computed(() => createServiceSearch(list.value?.entries ?? []));
  const chosen = computed(() => {
    const remembered = draft.value.chosen;
    if (remembered === null) return null;
    // what the console says now wins over what it said then
    return list.value?.entries.find((entry) => entryId(entry) === entryId(remembered)) ?? remembered;
  });
  const chosenId = computed(() => (chosen.value === null ? null : entryId(chosen.value)));

  const onScreen = signal<(Shown & { place: string; since: number }) | null>(null);
  const forgottenId = signal<string | null>(null);
  const shown = computed(() => {
    const credentials = onScreen.value;
    const isWanted = credentials?.place === place.value && entryId(credentials.entry) === chosenId.value;
    return isWanted ? credentials : null;
  });
  effect(() => {
    const since = onScreen.value?.since;
    if (since === undefined || clock.value - since < state.settings.value.showMinutes * 60_000) return;
    forgottenId.value = untracked(() => chosenId.value);
    onScreen.value = null;
    // an export of what is gone does not come back with what is fetched next
    if (untracked(() => draft.value.asking?.what) === "export") untracked(() => change({ asking: null }));
  });
  effect(() => {
    // another place, another service, another view: the former's credentials are not kept for later
    const isElsewhere = shown.value === null || state.drafts.value.tab !== "services";
    if (isElsewhere && onScreen.value !== null) onScreen.value = null;
  });

  const listing = createTask(async () => {
    for (let turn = 0; turn < mostTurns; turn++) {
      const id = consoleId.value;
      const at = place.value;
      if (id === null) return;
      const found = await call("services.list", { consoleId: id }).catch((fault: unknown) => {
        // the failure of another console or account is not this one's
        if (place.value === at) throw fault;
        return null;
      });
      const isOthers = owner.value !== null && found !== null && found.owner !== owner.value;
      if (consoleId.value !== id || isOthers || (found === null && place.value !== at)) continue;
      if (found !== null) loaded.value = { place: `${id}\n${found.owner}`, list: found.list };
      return;
    }
  });

  /** Counts the reasons to ask anew: an answer from before the latest is not the last word. */
  let reasons = 0;
  const fetching = createTask(async () => {
    for (;;) {
      const reason = reasons;
      const entry = chosen.value;
      const at = place.value;
      if (consoleId.value === null || owner.value === null || entry === null || !hasCredentials(entry)) return;
      forgottenId.value = null;
      const wanted = { consoleId: consoleId.value, entry, owner: owner.value };
      const answer = await call("services.credentials", wanted).catch((fault: unknown) => {
        // the failure of another one is not this one's
        if (at === place.value && entryId(entry) === chosenId.value && reason === reasons) throw fault;
        return null;
      });
      if (at === place.value && entryId(entry) === chosenId.value && reason === reasons) {
        if (answer !== null) onScreen.value = { entry, credentials: answer, place: at, since: now() };
        return;
      }
    }
  });

  const isOpen = computed(() => {
    const isSignedOut = state.currentSession.value !== null && owner.value === null;
    return state.drafts.value.tab === "services" && !lacksAccess.value && consoleId.value !== null && !isSignedOut;
  });

  return {
    draft,
    list,
    search,
    found: computed(() => find.value(search.value)),
    chosen,
    shown,
    isForgotten: computed(
      () => shown.value === null && forgottenId.value !== null && forgottenId.value === chosenId.value,
    ),
    listing,
    fetching,
    refetch() {
      reasons += 1;
      void fetching.run();
    },
    type: (text) => (search.value = text),
    choose(id) {
      const entry = list.value?.entries.find((one) => entryId(one) === id);
      if (entry === undefined) return;
      const isSame = id === chosenId.value;
      fetching.forgive();
      forgottenId.value = null;
      change({ chosen: entry, asking: null });
      // choosing the same one again is asking for it anew; another one is fetched since it is another
      if (isSame) void fetching.run();
    },
    change,
    refresh() {
      if (isOpen.value) void listing.run();
    },
    forgive() {
      listing.forgive();
      fetching.forgive();
    },
    start() {
      const isFetchable = computed(() => chosen.value !== null && hasCredentials(chosen.value));
      effect(() => {
        void place.value;
        if (isOpen.value && untracked(() => list.value) === null) untracked(() => void listing.run());
      });
      effect(() => {
        // whichever window chose it, and whenever it becomes ready
        void place.value;
        void chosenId.value;
        if (isOpen.value && isFetchable.value) untracked(() => void fetching.run());
      });
    },
  };
}
