/** How the replacing of credentials ends: by what the console answers, by its task, or by looking what is there now. */
import { servicesOf } from "../console/connections.ts";
import { type FollowEdge, followTask } from "../console/follow-task.ts";
import { readableReason } from "../console/reason.ts";
import type { RenewalAnswer, ServiceCredentials, ServiceField } from "../console/service.ts";
import type { Sessions } from "../console/sessions.ts";
import { AppError, isAppError } from "../errors.ts";
import type { Renewal } from "../storage/service-items.ts";
import type { RenewalStore } from "./renewal-store.ts";

export interface RenewalEndsEdge extends FollowEdge {
  readonly sessions: Sessions;
  /** Has the background woken up again and again until it is called off. */
  readonly stayAwake: (isNeeded: boolean) => Promise<void>;
}

export function createRenewalEnds(edge: RenewalEndsEdge, store: RenewalStore) {
  const { sessions, stayAwake } = edge;

  const lookUp = ({ consoleId, entry, owner }: Renewal): Promise<ServiceCredentials> =>
    sessions.inSession(consoleId, (console) => servicesOf(console).credentials(entry), owner);

  const accessKeyOf = async (renewal: Renewal) => accessKeyIn(await lookUp(renewal), renewal);

  /** What the console's present state tells about a renewal whose end was not told. */
  const verdict = async (
    renewal: Renewal,
    told: readonly ServiceField[] | null,
    now: () => Promise<ServiceCredentials>,
  ): Promise<Renewal["state"]> => {
    if (renewal.what === "s3Key") {
      const present = accessKeyIn(await now(), renewal);
      if (told?.some(({ key, value }) => key === "accessKeyId" && value === present)) return "received";
      return present === renewal.replaced ? "absent" : "lost";
    }
    if (told === null) return "unknown";
    const { fields } = await now();
    const isPresent = (one: ServiceField) => fields.some(({ key, value }) => key === one.key && value === one.value);
    return told.filter(({ isSensitive }) => isSensitive).every(isPresent) ? "received" : "unknown";
  };

  /**
   * The answer is missing: look what the console has now, and say just that.
   * @param reason what the console said instead.
   */
  const findOut = async (
    renewal: Renewal,
    now = () => lookUp(renewal),
    reason: string | null = renewal.reason,
  ): Promise<void> => {
    const told = (await store.freshOf(renewal.id))?.fields ?? null;
    let state: Renewal["state"];
    try {
      state = await verdict(renewal, told, now);
    } catch (fault) {
      if (!(fault instanceof AppError)) throw fault;
      // what was told may yet prove to be right
      state = told === null ? "unknown" : "unfinished";
    }
    if (state !== "received" && state !== "unfinished") await store.dropSecret(renewal.id);
    await store.close(renewal.id, { state, reason });
  };

  /** What the console shows now: null when it cannot be asked. */
  const fetchFields = async (renewal: Renewal): Promise<readonly ServiceField[] | null> => {
    try {
      return (await lookUp(renewal)).fields;
    } catch (fault) {
      if (!(fault instanceof AppError)) throw fault;
      return null;
    }
  };

  /** @returns whether what is told but once is safe; what the console shows at any time can be looked up there. */
  const keep = async (renewal: Renewal, fields: readonly ServiceField[] | null): Promise<boolean> => {
    try {
      if (fields === null) await store.dropSecret(renewal.id);
      else await store.keep(renewal, fields);
      return true;
    } catch (fault) {
      if (!isAppError(fault, "storage_full")) throw fault;
      await store.dropSecret(renewal.id);
      return renewal.what !== "s3Key";
    }
  };

  /** Everything the console has to say has been said. */
  const settle = async (renewal: Renewal, { status, fields, reasons }: RenewalAnswer): Promise<void> => {
    const { id } = renewal;
    const told = fields ?? (await store.freshOf(id))?.fields ?? null;
    if (status === "PENDING") return store.close(id, { state: "unfinished" });
    if (status === "FAILED") {
      await store.dropSecret(id);
      // a console may quote in its reason what it has just told
      return store.close(id, { state: "failed", reason: readableReason(reasons, secretsIn(told)) ?? null });
    }
    // the end without the secret: the console's list knows whether there was one
    if (told === null && renewal.what === "s3Key") return findOut(renewal);
    const isSafe = await keep(renewal, told ?? (await fetchFields(renewal)));
    await store.close(id, { state: isSafe ? "received" : "lost" });
  };

  const follow = async (asked: Renewal, start: RenewalAnswer): Promise<void> => {
    const { id, consoleId, owner } = asked;
    const renewal = { ...asked, taskId: start.taskId };
    if (start.fields !== null && !(await keep(renewal, start.fields))) return store.close(id, { state: "lost" });
    if (start.status === "PENDING") {
      await store.close(id, { state: "pending", taskId: start.taskId });
      await stayAwake(true);
    }
    let end: RenewalAnswer;
    try {
      end = await followTask(
        start,
        (taskId) => sessions.inSession(consoleId, (console) => servicesOf(console).task(taskId), owner),
        edge,
      );
    } catch (fault) {
      if (isAppError(fault, "not_found")) return findOut(renewal);
      if (fault instanceof AppError) return store.close(id, { state: "unfinished" });
      throw fault;
    }
    await settle(renewal, end);
  };

  /** Goes on with what an earlier life of the background, or an ended session, left open. */
  const goOn = async (renewal: Renewal): Promise<void> => {
    // what arrived last knows the task even when the log came too late
    const taskId = renewal.taskId ?? (await store.freshOf(renewal.id))?.renewal.taskId ?? null;
    if (taskId === null) return findOut(renewal);
    return follow(renewal, { taskId, status: "PENDING", fields: null, reasons: [] });
  };

  return { accessKeyOf, findOut, follow, goOn };
}

function secretsIn(told: readonly ServiceField[] | null): string[] {
  return (told ?? []).flatMap(({ isSensitive, value }) => (isSensitive && value !== null ? [value] : []));
}

/** @throws AppError `no_credentials` where the console shows no S3 keys, which is not to have none. */
function accessKeyIn({ s3Keys, s3Problem }: ServiceCredentials, { region }: Renewal): string | null {
  if (s3Problem !== null) throw new AppError(s3Problem.kind, s3Problem.facts);
  if (s3Keys === null) throw new AppError("no_credentials");
  return (region === null ? s3Keys[0] : s3Keys.find((key) => key.region === region))?.accessKeyId ?? null;
}
