/** The services behind a console, asked for on demand: what they hand out is passed on and not kept. */
import { AppError } from "../errors.ts";
import type { Console, ConsoleServices } from "./console.ts";
import { type FollowEdge, followTask } from "./follow-task.ts";
import { readableReason } from "./reason.ts";
import type { ServiceCredentials, ServiceEntry, ServiceList } from "./service.ts";
import type { Sessions } from "./sessions.ts";

/** @throws AppError `no_credentials` on a console that has no services. */
export function servicesOf({ services, endpoint }: Console): ConsoleServices {
  if (services === null) throw new AppError("no_credentials", { host: new URL(endpoint).host });
  return services;
}

export interface ConnectionsEdge extends FollowEdge {
  /** Told of all that a service shows, before anyone can see it. */
  readonly onCredentials: (
    consoleId: string,
    owner: string,
    entry: ServiceEntry,
    credentials: ServiceCredentials,
  ) => Promise<void>;
  /** Told of every S3 key that is deleted here. */
  readonly onDeleted: (consoleId: string, owner: string, entry: ServiceEntry, region: string) => Promise<void>;
}

export function createConnections(sessions: Sessions, edge: ConnectionsEdge) {
  return {
    /** @returns the list, and whose it is. */
    list: (consoleId: string): Promise<{ list: ServiceList; owner: string }> =>
      sessions.inSession(consoleId, async (console, { owner }) => ({ list: await servicesOf(console).list(), owner })),

    async credentials(consoleId: string, entry: ServiceEntry, owner: string): Promise<ServiceCredentials> {
      const credentials = await sessions.inSession(
        consoleId,
        (console) => servicesOf(console).credentials(entry),
        owner,
      );
      await edge.onCredentials(consoleId, owner, entry, credentials);
      return credentials;
    },

    /**
     * Deletes an S3 key, to the end of it.
     * @throws AppError `task_failed` when the console could not, `task_unfinished` when it takes too long.
     */
    async deleteS3Key(consoleId: string, entry: ServiceEntry, region: string, owner: string): Promise<void> {
      const asked = await sessions.inSession(
        consoleId,
        (console, { csrfToken }) => servicesOf(console).deleteS3Key(entry, region, csrfToken),
        owner,
      );
      const end = await followTask(
        asked,
        (taskId) => sessions.inSession(consoleId, (console) => servicesOf(console).task(taskId), owner),
        edge,
      );
      const reason = readableReason(end.reasons);
      const facts = reason === undefined ? {} : { reason };
      if (end.status === "FAILED") throw new AppError("task_failed", facts);
      if (end.status === "PENDING") throw new AppError("task_unfinished");
      await edge.onDeleted(consoleId, owner, entry, region);
    },
  };
}

export type Connections = ReturnType<typeof createConnections>;
