/** Replacing credentials: the questions before it, and S3 keys that are deleted. What comes of it: `renewal-news.ts`. */
import { computed, effect, type ReadonlySignal, untracked } from "@preact/signals";
import { ownerOf } from "../console/console.ts";
import type { ServiceEntry } from "../console/service.ts";
import { AppError, isAppError } from "../errors.ts";
import { hasCredentials } from "../service-search.ts";
import type { Items } from "../storage/items.ts";
import type { Renewal, ServicesDraft } from "../storage/service-items.ts";
import { t } from "./language.ts";
import { createRenewalNews, type RenewalNewsEdge, type RenewalNewsModel } from "./renewal-news.ts";
import type { ServicesModel } from "./services.ts";
import { createTask, type Task } from "./task.ts";

export interface RenewalsModel extends RenewalNewsModel {
  /** The question that is open. */
  readonly asking: ReadonlySignal<ServicesDraft["asking"]>;
  /** Whether anything is being replaced in the chosen connection. */
  readonly isRunning: ReadonlySignal<boolean>;
  /** Whether the question that is open has been put to the console, in this window or another. */
  readonly isAsked: ReadonlySignal<boolean>;
  /** Of the question that is open: an earlier one may still be under way. */
  readonly renewing: ReadonlySignal<Task<[]>>;
  readonly deleting: Task<[]>;
  ask(question: "regenerate" | { what: "generate" | "delete"; region: string }): void;
  typeRegion(region: string): void;
  closeQuestion(): void;
  forgive(): void;
}

export interface RenewalsModelEdge extends RenewalNewsEdge {
  readonly services: ServicesModel;
  readonly items: Pick<Items, "renewals">;
  readonly newId: () => string;
}

const isBusy = ({ state }: Renewal) => state === "sent" || state === "pending";

export function createRenewalsModel(edge: RenewalsModelEdge): RenewalsModel {
  const { state, services, items, call, newId, announce, drafts } = edge;
  const asking = computed(() => services.draft.value.asking);
  /** Of new credentials that are asked about; an export asks about those that are there. */
  const renewalId = computed(() => {
    const question = asking.value;
    return question?.what === "regenerate" || question?.what === "generate" ? question.renewalId : null;
  });
  const inConnection = computed(() => {
    const chosen = services.chosen.value;
    const isHere = ({ consoleId, entry }: Renewal) =>
      consoleId === state.current.value?.id && entry.connectionId === chosen?.connectionId;
    return state.renewals.value.filter(isHere);
  });

  effect(() => {
    // whichever window asked: the question has been answered, and not with a refusal
    const begun = state.renewals.value.find(({ id }) => id === renewalId.value);
    if (begun !== undefined && begun.state !== "sent") services.change({ asking: null });
  });

  let settled = "";
  effect(() => {
    // what was on screen is not what holds now
    const ends = inConnection.value.filter((one) => !isBusy(one)).map(({ id, state: end }) => `${id} ${end}`);
    const now = ends.join();
    const isNew = ends.some((end) => !settled.includes(end));
    settled = now;
    const isOnScreen = untracked(() => services.shown.value !== null || services.fetching.busy.value);
    if (isNew && isOnScreen) untracked(services.refetch);
  });

  const renew = async () => {
    const question = asking.value;
    const entry = services.chosen.value;
    const consoleId = state.current.value?.id;
    const session = state.currentSession.value;
    if (consoleId === undefined || entry === null || question === null || session?.state !== "open") return;
    if (question.what !== "regenerate" && question.what !== "generate") return;
    const { renewalId } = question;
    const region = question.what === "generate" ? question.region.trim() || null : null;
    const what = question.what === "generate" ? "s3Key" : "credentials";
    try {
      await call("services.renew", { consoleId, owner: ownerOf(session.account), renewalId, what, entry, region });
    } catch (fault) {
      if (!isAppError(fault, "worker_gone")) throw fault;
      if (!(await items.renewals.get()).some(({ id }) => id === renewalId)) throw new AppError("never_asked");
      // the log knows how far it came, and being called starts the background, which goes on by itself
      await call("renewal.lookAgain", { renewalId });
    }
  };
  const renewing = computed(() => {
    // one for each question
    void renewalId.value;
    return createTask(renew);
  });

  const deleting = createTask(async () => {
    const question = asking.value;
    const entry = services.chosen.value;
    const session = state.currentSession.value;
    const consoleId = state.current.value?.id;
    if (consoleId === undefined || entry === null || question?.what !== "delete" || session?.state !== "open") return;
    const { region } = question;
    try {
      await call("services.deleteS3Key", { consoleId, entry, region, owner: ownerOf(session.account) });
    } finally {
      // however it ended: show what is there now
      services.refetch();
    }
    // by now another console may be on screen, with a question of its own
    const { services: stored } = drafts.of(consoleId);
    if (stored.asking?.what === "delete" && stored.asking.region === region) {
      drafts.change(consoleId, { services: { ...stored, asking: null } });
    }
    announce(t("s3.deleted", { region }));
  });

  effect(() => {
    // the key that is asked about is gone, by another window or by an answer that came too late
    const question = asking.value;
    const keys = services.shown.value?.credentials.s3Keys;
    if (question?.what !== "delete" || keys == null || deleting.busy.value) return;
    if (!keys.some(({ region }) => region === question.region)) services.change({ asking: null });
  });

  return {
    ...createRenewalNews(edge),
    asking,
    isAsked: computed(() => state.renewals.value.some(({ id }) => id === renewalId.value)),
    isRunning: computed(() => inConnection.value.some(isBusy)),
    renewing,
    deleting,
    ask(question) {
      deleting.forgive();
      const renewalId = newId();
      if (question === "regenerate") services.change({ asking: { what: "regenerate", renewalId } });
      else if (question.what === "delete") services.change({ asking: { what: "delete", region: question.region } });
      else {
        const { region } = question;
        services.change({ asking: { what: "generate", renewalId, region, isGiven: region !== "" } });
      }
    },
    typeRegion(region) {
      const question = asking.value;
      if (question?.what === "generate") services.change({ asking: { ...question, region } });
    },
    closeQuestion() {
      deleting.forgive();
      services.change({ asking: null });
    },
    forgive() {
      for (const task of [renewing.value, deleting]) task.forgive();
    },
  };
}

/** The entries of the list that get new credentials together with this one. */
export function renewedTogether(entries: readonly ServiceEntry[], chosen: ServiceEntry): readonly ServiceEntry[] {
  return entries.filter((entry) => entry.connectionId === chosen.connectionId && hasCredentials(entry));
}
