/** What is stored of credentials being replaced: the log on disk, the new ones in memory. */
import type { ServiceField } from "../console/service.ts";
import { isAppError } from "../errors.ts";
import type { Items } from "../storage/items.ts";
import type { FreshCredentials, Renewal } from "../storage/service-items.ts";

/** More than a service's credentials take: the room is taken before the console is asked. */
const reserve = "·".repeat(8192);

export function createRenewalStore({ renewals, freshCredentials }: Pick<Items, "renewals" | "freshCredentials">) {
  const note = (id: string, change: Partial<Renewal>) =>
    renewals.update((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)));

  const dropSecret = (id: string) => freshCredentials.update(({ [id]: _, ...others }) => others);

  const find = async (id: string) => (await renewals.get()).find((one) => one.id === id);

  return {
    find,
    all: () => renewals.get(),

    /** @throws AppError `storage_full`, with nothing left behind. */
    async begin(renewal: Renewal): Promise<void> {
      try {
        const entry = { fields: null, reserve, copied: false, renewal };
        await freshCredentials.update((all) => ({ ...all, [renewal.id]: entry }));
        await renewals.update((all) => [...all, renewal]);
      } catch (fault) {
        await dropSecret(renewal.id);
        throw fault;
      }
    },

    /**
     * Keeps what has arrived, before anything else is done with it; not for a renewal that was forgotten meanwhile.
     * @throws AppError `storage_full` when it takes more than the room that was taken for it.
     */
    async keep(renewal: Renewal, fields: readonly ServiceField[]): Promise<void> {
      const { id } = renewal;
      if ((await find(id)) === undefined) return;
      const entry = { fields: [...fields], reserve: "", copied: false, renewal };
      await freshCredentials.update((all) => ({ ...all, [id]: entry }));
    },

    async freshOf(id: string): Promise<FreshCredentials[string] | undefined> {
      return (await freshCredentials.get())[id];
    },

    dropSecret,

    /** What is said of a renewal's end; that the disk is full is no reason to lose what is in memory. */
    async close(id: string, change: Partial<Renewal>): Promise<void> {
      try {
        await note(id, change);
      } catch (fault) {
        if (!isAppError(fault, "storage_full")) throw fault;
      }
    },

    /** The secret first: should this end in between, there is news of nothing rather than a secret without news. */
    async forget(...ids: readonly string[]): Promise<void> {
      await freshCredentials.update((all) =>
        Object.fromEntries(Object.entries(all).filter(([id]) => !ids.includes(id))),
      );
      await renewals.update((all) => all.filter(({ id }) => !ids.includes(id)));
    },

    /**
     * At a start of the background, before it serves anyone: what was received but is no longer in memory is lost where
     * it was told but once; a service's other credentials can be looked up at any time.
     */
    async recover(): Promise<void> {
      const log = await renewals.get();
      const fresh = await freshCredentials.get();
      const unlogged = Object.entries(fresh).filter(([id]) => !log.some((one) => one.id === id));
      // the log was damaged and reset: what it knew of these is beside them
      const found = unlogged.flatMap(([, { fields, renewal }]) =>
        fields === null ? [] : [{ ...renewal, state: renewal.taskId === null ? "received" : "pending" } as const],
      );
      if (found.length < unlogged.length) {
        const isKept = ([id, { fields }]: (typeof unlogged)[number]) =>
          fields !== null || log.some((one) => one.id === id);
        await freshCredentials.update((all) => Object.fromEntries(Object.entries(all).filter(isKept)));
      }
      const isGone = ({ id, state }: Renewal) => state === "received" && fresh[id]?.fields == null;
      if (found.length === 0 && !log.some(isGone)) return;
      await renewals.update((all) => [
        ...all.flatMap((one) => {
          if (!isGone(one)) return [one];
          return one.what === "s3Key" ? [{ ...one, state: "lost" as const }] : [];
        }),
        ...found,
      ]);
    },

    async markCopied(id: string): Promise<void> {
      await freshCredentials.update((all) => {
        const entry = all[id];
        return entry === undefined ? all : { ...all, [id]: { ...entry, copied: true } };
      });
    },
  };
}

export type RenewalStore = ReturnType<typeof createRenewalStore>;
