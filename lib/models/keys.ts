/** The API keys of the current console: what is shown of them, and every change. */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { ApiKey } from "../console/console.ts";
import { AppError, isAppError } from "../errors.ts";
import { createKeySearch, headRows, sortKeys } from "../key-order.ts";
import type { Call } from "../messaging/call.ts";
import { type ConsoleDraft, emptyDraft, type Items, type KeyOrder, type KeySnapshot } from "../storage/items.ts";
import type { DraftsModel } from "./drafts.ts";
import { t } from "./language.ts";
import type { State } from "./state.ts";
import { createTask, type Task } from "./task.ts";

export interface KeysModel {
  readonly draft: ReadonlySignal<ConsoleDraft>;
  /** The rows to show, sorted and searched; null while nothing at all is known. */
  readonly rows: ReadonlySignal<readonly ApiKey[] | null>;
  /** How many keys there are in all, shown or not. */
  readonly total: ReadonlySignal<number>;
  /** How many rows the list has; more than `rows` while only its first part has been read. */
  readonly rowCount: ReadonlySignal<number>;
  readonly snapshot: ReadonlySignal<KeySnapshot | null>;
  /** The console's clock minus ours, in milliseconds. */
  readonly clockOffset: ReadonlySignal<number>;
  /** The key whose new name is being typed, or whose end is being asked about, once it is known. */
  readonly renamed: ReadonlySignal<ApiKey | null>;
  readonly revoked: ReadonlySignal<ApiKey | null>;
  /** Whether the name typed for a new key is one that is there already. */
  readonly isNameTaken: ReadonlySignal<boolean>;
  /** Whether the creation of the key in the form has begun, in this window or another. */
  readonly isCreating: ReadonlySignal<boolean>;
  readonly refreshing: Task<[]>;
  readonly creating: Task<[]>;
  readonly renaming: Task<[]>;
  readonly revoking: Task<[]>;
  search(text: string): void;
  sortBy(column: "name" | "activity"): void;
  openGenerate(name?: string): void;
  typeName(name: string): void;
  closeGenerate(): void;
  openRename(key: ApiKey): void;
  typeNewName(name: string): void;
  closeRename(): void;
  openRevoke(key: ApiKey): void;
  closeRevoke(): void;
  /** Takes away what was said of earlier attempts. */
  forgive(): void;
  /** Reads the whole list, after the first rows were painted. */
  loadAll(): void;
}

export interface KeysModelEdge {
  readonly state: Pick<State, "current" | "heads" | "intents">;
  readonly drafts: DraftsModel;
  readonly items: Pick<Items, "snapshot" | "intents">;
  readonly call: Call;
  readonly newId: () => string;
  readonly announce: (text: string) => void;
}

export function createKeysModel({ state, drafts, items, call, newId, announce }: KeysModelEdge): KeysModel {
  const consoleId = computed(() => state.current.value?.id ?? null);
  const loaded = signal<{ consoleId: string; snapshot: KeySnapshot | null } | null>(null);
  const wantsAll = signal(false);

  effect(() => {
    const id = consoleId.value;
    if (id === null || !wantsAll.value) return;
    const item = items.snapshot(id);
    const take = (snapshot: KeySnapshot | null) => {
      if (consoleId.peek() === id) loaded.value = { consoleId: id, snapshot };
    };
    const unwatch = item.watch(take);
    item.get().then(take, () => take(null));
    return unwatch;
  });

  const draft = computed(() => (consoleId.value === null ? emptyDraft : drafts.of(consoleId.value)));
  const change = (part: Partial<ConsoleDraft>) => {
    if (consoleId.value !== null) drafts.change(consoleId.value, part);
  };
  const head = computed(() => state.heads.value[consoleId.value ?? ""] ?? null);
  const snapshot = computed(() =>
    loaded.value?.consoleId === consoleId.value ? (loaded.value?.snapshot ?? null) : null,
  );

  const known = computed(() => snapshot.value?.keys ?? head.value?.rows ?? null);
  const order = computed(() => draft.value.order);
  const searchText = computed(() => draft.value.search);
  const sorted = computed(() => (known.value === null ? null : sortKeys(known.value, order.value)));
  const find = computed(() => (sorted.value === null ? null : createKeySearch(sorted.value)));
  const rows = computed(() => {
    const found = find.value?.(searchText.value) ?? null;
    // the head holds the first rows of every order: beyond those of this one there are gaps
    const isPartial = snapshot.value === null && searchText.value.trim() === "";
    return isPartial ? (found?.slice(0, headRows) ?? null) : found;
  });
  const total = computed(() => snapshot.value?.keys.length ?? head.value?.total ?? 0);
  const byId = computed(() => new Map((known.value ?? []).map((key) => [key.id, key])));
  const names = computed(() => new Set((known.value ?? []).map(({ name }) => name)));

  /** The intent of the key in the form, once the background has begun. */
  const begun = computed(() => {
    const intentId = draft.value.generate?.intentId;
    return state.intents.value.find(({ id }) => id === intentId);
  });
  effect(() => {
    // whichever window created it: the form has done its work
    if (begun.value !== undefined && begun.value.state !== "sent") change({ generate: null });
  });

  const refreshing = createTask(async () => {
    for (let id = consoleId.value; id !== null; ) {
      const outcome = await call("keys.refresh", { consoleId: id }).catch((fault: unknown) => {
        // what went wrong with a console that is no longer shown concerns nobody
        if (consoleId.value === id) throw fault;
        return { unsaved: null };
      });
      if (outcome.unsaved !== null) loaded.value = { consoleId: id, snapshot: outcome.unsaved };
      if (consoleId.value === id) return;
      id = consoleId.value;
    }
  });

  /** On which console the task below works: the form of another has nothing to do with it. */
  const creatingOn = signal<string | null>(null);
  const creating = createTask(async () => {
    const id = consoleId.value;
    const form = draft.value.generate;
    if (id === null || form === null) return;
    creatingOn.value = id;
    try {
      const { outcome } = await call("keys.create", { consoleId: id, intentId: form.intentId, name: form.name });
      if (outcome === "created") announce(t("fresh.created", { name: form.name.trim() }));
    } catch (fault) {
      if (!isAppError(fault, "worker_gone")) throw fault;
      // the log of intents knows how far it came, and a list of the keys settles the rest
      await refreshing.run();
      if (!(await items.intents.get()).some((intent) => intent.id === form.intentId)) throw new AppError("never_asked");
    }
    if (drafts.of(id).generate?.intentId === form.intentId) drafts.change(id, { generate: null });
    // brings what the console knows of the new key, and shows a second one if the browser sent the request twice
    void refreshing.run();
  });

  const renaming = createTask(async () => {
    const id = consoleId.value;
    const form = draft.value.rename;
    if (id === null || form === null) return;
    await call("keys.rename", { consoleId: id, ...form });
    if (drafts.of(id).rename?.keyId === form.keyId) drafts.change(id, { rename: null });
    announce(t("keys.renamed", { name: form.name.trim() }));
  });

  const revoking = createTask(async () => {
    const id = consoleId.value;
    const form = draft.value.revoke;
    if (id === null || form === null) return;
    const name = byId.value.get(form.keyId)?.name ?? "";
    await call("keys.revoke", { consoleId: id, keyId: form.keyId });
    if (drafts.of(id).revoke?.keyId === form.keyId) drafts.change(id, { revoke: null });
    announce(t("keys.revoked", { name }));
  });

  return {
    draft,
    rows,
    total,
    rowCount: computed(() =>
      snapshot.value === null && searchText.value.trim() === "" ? total.value : (rows.value?.length ?? 0),
    ),
    snapshot,
    clockOffset: computed(() => (snapshot.value ?? head.value)?.clockOffset ?? 0),
    renamed: computed(() => byId.value.get(draft.value.rename?.keyId ?? "") ?? null),
    revoked: computed(() => byId.value.get(draft.value.revoke?.keyId ?? "") ?? null),
    isNameTaken: computed(() => names.value.has(draft.value.generate?.name.trim() ?? "")),
    isCreating: computed(
      () => (creating.busy.value && creatingOn.value === consoleId.value) || begun.value?.state === "sent",
    ),
    refreshing,
    creating,
    renaming,
    revoking,
    search: (search) => change({ search }),
    sortBy(column) {
      const ascending: KeyOrder = `${column}Ascending`;
      const descending: KeyOrder = `${column}Descending`;
      // names start at A, activity at the most recent
      const [first, second] = column === "name" ? [ascending, descending] : [descending, ascending];
      change({ order: order.value === first ? second : first });
    },
    openGenerate(name = "") {
      if (consoleId.value !== null) drafts.openGenerate(consoleId.value, name);
    },
    typeName(name) {
      creating.forgive();
      const intentId = draft.value.generate?.intentId ?? newId();
      change({ generate: { name, intentId } });
    },
    closeGenerate() {
      creating.forgive();
      change({ generate: null });
    },
    openRename(key) {
      renaming.forgive();
      change({ rename: { keyId: key.id, name: key.name } });
    },
    typeNewName(name) {
      const keyId = draft.value.rename?.keyId;
      if (keyId !== undefined) change({ rename: { keyId, name } });
    },
    closeRename() {
      renaming.forgive();
      change({ rename: null });
    },
    openRevoke(key) {
      revoking.forgive();
      change({ revoke: { keyId: key.id } });
    },
    closeRevoke() {
      revoking.forgive();
      change({ revoke: null });
    },
    forgive() {
      for (const task of [refreshing, creating, renaming, revoking]) task.forgive();
    },
    loadAll() {
      wantsAll.value = true;
    },
  };
}
