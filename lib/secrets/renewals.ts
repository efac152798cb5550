/**
 * Replacing a service's credentials, from the question to the moment that the user dismisses the new ones. The console
 * is asked once and never again by itself; what it tells is put into `storage.session` before anyone is told of it.
 *
 * - `sent`: the console was asked, or is about to be, and its answer is on the way.
 * - `pending`: the console is working on it; a task tells how far it is.
 * - `received`: the new credentials arrived and wait, in memory, for the user.
 * - `failed`: the console says that it could not. The old credentials may be dead all the same.
 * - `unfinished`: the console was still at it when we stopped asking, or could not be asked.
 * - `lost`: done, but the new secret never arrived here or did not survive the browser's end.
 * - `absent`: the console shows the key that it had before.
 * - `unknown`: the answer will not come any more, and nothing tells how it ended.
 */
import { servicesOf } from "../console/connections.ts";
import { refusals } from "../console/refusals.ts";
import { entryId, type RenewalAnswer, type ServiceCredentials, type ServiceEntry } from "../console/service.ts";
import { AppError, isAppError } from "../errors.ts";
import type { Items } from "../storage/items.ts";
import type { Renewal } from "../storage/service-items.ts";
import { createRenewalEnds, type RenewalEndsEdge } from "./renewal-ends.ts";
import { createRenewalStore } from "./renewal-store.ts";

export interface RenewalsEdge extends RenewalEndsEdge {
  readonly items: Items;
  /** Told of faults that nobody expected, when there is nobody left to tell. */
  readonly report: (fault: unknown) => void;
}

export interface RenewalWish {
  readonly consoleId: string;
  /** In whose name it is to be done; see `ownerOf`. */
  readonly owner: string;
  readonly renewalId: string;
  readonly what: Renewal["what"];
  readonly entry: ServiceEntry;
  readonly region: string | null;
}

/** Ends that a later look may correct: the console may still be at work. */
function isOpenEnd(state: Renewal["state"]): boolean {
  return state === "unfinished" || state === "absent" || state === "unknown";
}

/**
 * "It is being done already" may be said of what the browser sent once more by itself, when a connection broke: then it
 * is the first of the two that is being done.
 */
function isConflict(fault: unknown): fault is AppError {
  return isAppError(fault, "rejected") && fault.facts.status === 409;
}

/** A console forgets its tasks after about half an hour, in milliseconds. */
const taskLife = 30 * 60_000;

export function createRenewals(edge: RenewalsEdge) {
  const { items, sessions, now, stayAwake, report } = edge;
  const store = createRenewalStore(items);
  const { accessKeyOf, findOut, follow, goOn } = createRenewalEnds(edge, store);
  /** Under way in this life of the background, by renewal. */
  const underWay = new Map<string, { place: string; asked: Promise<void>; work: Promise<void> }>();

  /** What could not be told of an earlier one matters no more: the user has gone on. */
  const supersede = async ({ consoleId, owner, what, entry, region }: Omit<RenewalWish, "renewalId">) => {
    const isEarlier = (one: Renewal) =>
      one.consoleId === consoleId &&
      one.owner === owner &&
      one.what === what &&
      one.region === region &&
      entryId(one.entry) === entryId(entry);
    const earlier = (await store.all()).filter((one) => isEarlier(one) && !underWay.has(one.id));
    const ids = earlier.filter(({ state }) => state === "absent" || state === "unknown").map(({ id }) => id);
    if (ids.length > 0) await store.forget(...ids);
  };

  const isConnected = async (consoleId: string) => (await items.consoles.get()).list.some(({ id }) => id === consoleId);

  /** @returns what is left to do once the console has answered: to follow it to its end. */
  const askOnce = async (wished: RenewalWish): Promise<() => Promise<void>> => {
    const { consoleId, owner, renewalId: id, what, entry, region } = wished;
    const begun: Renewal[] = [];
    let answer: RenewalAnswer;
    try {
      answer = await sessions.inSession(
        consoleId,
        async (console, { csrfToken }) => {
          const services = servicesOf(console);
          const wish: Renewal = {
            ...{ id, consoleId, owner, what, entry, region, startedAt: now() },
            ...{ replaced: null, taskId: null, state: "sent", reason: null },
          };
          const renewal = what === "s3Key" ? { ...wish, replaced: await accessKeyOf(wish) } : wish;
          await store.begin(renewal);
          begun.push(renewal);
          // it may have been removed meanwhile, and what was kept of it with it
          if ((await store.find(id)) === undefined || !(await isConnected(consoleId))) throw new AppError("not_found");
          await stayAwake(true);
          return what === "s3Key"
            ? services.generateS3Key(entry, region, csrfToken)
            : services.regenerate(entry, csrfToken);
        },
        owner,
      );
    } catch (fault) {
      const [renewal] = begun;
      if (renewal === undefined) throw fault;
      if (isAppError(fault, ...refusals) && !isConflict(fault)) {
        await store.forget(id);
        throw fault;
      }
      const reason = isConflict(fault) ? fault.facts.reason : null;
      return async () => void (await Promise.all([findOut(renewal, undefined, reason), supersede(renewal)]));
    }
    // what was told is put into safety first
    return async () => void (await Promise.all([...begun.map((one) => follow(one, answer)), supersede(wished)]));
  };

  const sleepIfDone = async () => {
    const isBusy = (await store.all()).some(({ state }) => state === "pending" || state === "sent");
    if (!isBusy) await stayAwake(false);
  };

  const placeOf = (consoleId: string, { connectionId }: ServiceEntry) => `${consoleId}\n${connectionId}`;

  /** Notes that something is under way at a place, in the very task of the call. */
  const track = (id: string, place: string, start: () => Promise<void>, asked?: Promise<void>): Promise<void> => {
    const work = start().finally(async () => {
      underWay.delete(id);
      await sleepIfDone();
    });
    underWay.set(id, { place, work, asked: asked ?? work });
    return work;
  };
  const isBusyAt = (place: string) => [...underWay.values()].some((one) => one.place === place);

  const isDue = ({ id, state, startedAt }: Renewal) =>
    !underWay.has(id) &&
    (state === "sent" || state === "pending" || (isOpenEnd(state) && now() - startedAt < taskLife));

  return {
    /**
     * Replaces credentials, once: the same `renewalId` again, from another window, is the same renewal.
     * @returns when the console has answered; how it ends is written to the log.
     * @throws AppError when it is certain that nothing was replaced; `renewal_running` while another one is under way.
     */
    renew(wish: RenewalWish): Promise<void> {
      const { renewalId, consoleId, entry } = wish;
      const running = underWay.get(renewalId)?.asked;
      if (running !== undefined) return running;
      const place = placeOf(consoleId, entry);
      // one replaces what the other has just made
      if (isBusyAt(place)) return Promise.reject(new AppError("renewal_running"));
      const asking = (async () => {
        const all = await store.all();
        if (all.some(({ id }) => id === renewalId)) return async () => undefined;
        const isOpen = (one: Renewal) => one.state === "sent" || one.state === "pending";
        if (all.some((one) => isOpen(one) && placeOf(one.consoleId, one.entry) === place)) {
          throw new AppError("renewal_running");
        }
        return askOnce(wish);
      })();
      const asked = asking.then(() => undefined);
      track(renewalId, place, () => asking.then((follow) => follow()), asked).catch((fault: unknown) =>
        // what failed in asking is said to whoever asked
        asked.then(
          () => report(fault),
          () => undefined,
        ),
      );
      return asked;
    },

    /** At each start of the background, and whenever it is woken: settles what is open. */
    async resume(): Promise<void> {
      const due = (await store.all()).filter(isDue);
      await Promise.all(due.map((one) => track(one.id, placeOf(one.consoleId, one.entry), () => goOn(one))));
      // an earlier life may have ended before it could call the alarm off
      if (due.length === 0) await sleepIfDone();
    },

    /** The user asks to look once more. */
    async lookAgain(renewalId: string): Promise<void> {
      const one = await store.find(renewalId);
      if (one === undefined || !isOpenEnd(one.state)) return;
      await (underWay.get(renewalId)?.work ?? track(renewalId, placeOf(one.consoleId, one.entry), () => goOn(one)));
    },

    /** Forgets new credentials, or the news of them; not while the console is still at it. */
    async dismiss(renewalId: string): Promise<void> {
      if (!underWay.has(renewalId)) await store.forget(renewalId);
    },

    /** A later look at a service settles what an earlier one could not tell. */
    async reconcile(
      consoleId: string,
      owner: string,
      entry: ServiceEntry,
      credentials: ServiceCredentials,
    ): Promise<void> {
      if (credentials.s3Keys === null) return;
      const isConcerned = (one: Renewal) =>
        one.what === "s3Key" &&
        one.consoleId === consoleId &&
        one.owner === owner &&
        entryId(one.entry) === entryId(entry);
      const open = (await store.all()).filter(
        (one) => isConcerned(one) && isOpenEnd(one.state) && !underWay.has(one.id),
      );
      for (const one of open) if (one.taskId === null) await findOut(one, async () => credentials);
    },

    /** An S3 key was deleted. */
    onDeleted: (consoleId: string, owner: string, entry: ServiceEntry, region: string): Promise<void> =>
      supersede({ consoleId, owner, what: "s3Key", entry, region }),

    /** Forgets all that was replaced on a console. */
    async forgetConsole(consoleId: string): Promise<void> {
      const gone = (await store.all()).filter((one) => one.consoleId === consoleId).map(({ id }) => id);
      if (gone.length > 0) await store.forget(...gone);
    },

    markCopied: store.markCopied,
    recover: store.recover,
  };
}

export type Renewals = ReturnType<typeof createRenewals>;
