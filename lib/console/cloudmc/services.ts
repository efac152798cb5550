/** The services part of a CloudMC console: connections and environments, the caller's credentials in them, S3 keys. */
import { AppError, isAppError, toProblem } from "../../errors.ts";
import type { z } from "../../schema.ts";
import type { ConsoleServices } from "../console.ts";
import type { RenewalAnswer, S3Key, ServiceEntry, ServiceList } from "../service.ts";
import type { HttpAnswer, HttpRequest } from "../transport.ts";
import { collectEntries, understand } from "./answers.ts";
import { refuseFailure } from "./failures.ts";
import { documented } from "./routes.ts";
import {
  ConnectionEntry,
  CredentialsBody,
  DeletionBody,
  DescriptorBody,
  EnvironmentEntry,
  RenewalBody,
  S3KeysBody,
  TaskBody,
} from "./service-schema.ts";

export interface ServicesEdge {
  readonly send: (
    method: HttpRequest["method"],
    path: string,
    csrfToken: string | null,
    body?: unknown,
  ) => Promise<HttpAnswer>;
  readonly pathOf: (route: string, gaps: Readonly<Record<string, string>>) => string;
  readonly host: string;
  /** Assumed, so a profile may correct it. */
  readonly regenerateRoute: string;
}

/** Types of services that have no S3 keys: they are not asked for any. */
const withoutS3Keys = ["cloudstack", "cloudca", "gcp", "azure", "vmware"];

export function createCloudMcServices({ send, pathOf, host, regenerateRoute }: ServicesEdge): ConsoleServices {
  const ask = async (...request: Parameters<typeof send>): Promise<HttpAnswer> => {
    const answer = await send(...request);
    refuseFailure(answer, host, [request[2] ?? ""]);
    return answer;
  };

  /** A task that failed is an answer here, and no failure to answer. */
  const askForChange = async (
    body: z.ZodType<RenewalAnswer>,
    ...request: Parameters<typeof send>
  ): Promise<RenewalAnswer> => {
    const answer = await send(...request);
    const csrfToken = request[2] ?? "";
    const news = body.safeParse(answer.json).data;
    if (news?.status !== "FAILED") refuseFailure(answer, host, [csrfToken]);
    // documented: what was done and has nothing to say is 204, without a body; a task always has something to say
    const isSilent = answer.json === undefined && body !== TaskBody;
    if (isSilent) return { taskId: null, status: "SUCCESS", fields: null, reasons: [] };
    const { reasons, ...rest } = news ?? understand(body, answer, host);
    return { ...rest, reasons: csrfToken === "" ? reasons : reasons.map((text) => text.replaceAll(csrfToken, "•••")) };
  };

  /** Where an entry's credentials are; nothing has any without an environment. */
  const placeOf = ({ connectionId, environment }: ServiceEntry) => {
    if (environment === null) throw new AppError("no_credentials", { host });
    return { id: connectionId, environmentId: environment.id };
  };
  const s3PlaceOf = ({ serviceCode, environment }: ServiceEntry) => {
    if (serviceCode === null || environment === null) throw new AppError("no_credentials", { host });
    return { serviceCode, environment: environment.name };
  };

  const forbiddenHere = <T>(work: Promise<T>): Promise<T> =>
    work.catch((fault: unknown) => {
      throw isAppError(fault, "forbidden") ? new AppError("environment_forbidden", fault.facts) : fault;
    });

  /** Whether a type of service has credentials at all; a console that does not say is given the benefit of the doubt. */
  const hasCredentials = async (type: string): Promise<boolean> => {
    if (type === "") return true;
    try {
      const answer = await ask("GET", pathOf(documented.descriptor, { type }), null);
      return DescriptorBody.safeParse(answer.json).data?.data.supportsApiCredentials !== false;
    } catch (fault) {
      if (isAppError(fault, "session_expired")) throw fault;
      return true;
    }
  };

  const s3KeysOf = async (entry: ServiceEntry): Promise<S3Key[] | null> => {
    if (withoutS3Keys.includes(entry.type.toLowerCase()) || entry.serviceCode === null) return null;
    try {
      const answer = await ask("GET", pathOf(documented.s3Keys, s3PlaceOf(entry)), null);
      return understand(S3KeysBody, answer, host).data;
    } catch (fault) {
      if (isAppError(fault, "not_found", "rejected", "forbidden", "html_page")) return null;
      throw fault;
    }
  };

  const fieldsOf = async (entry: ServiceEntry) => {
    const answer = await forbiddenHere(ask("GET", pathOf(documented.credentials, placeOf(entry)), null));
    return understand(CredentialsBody, answer, host).data;
  };

  return {
    async list() {
      const [connections, environments] = await Promise.all([
        collectEntries({
          ask: (query) => ask("GET", `${documented.connections}?${query}`, null),
          schema: ConnectionEntry,
          identity: ({ id }) => id,
          host,
        }),
        collectEntries({
          ask: (query) => ask("GET", `${documented.environments}?${query}`, null),
          schema: EnvironmentEntry,
          identity: ({ id }) => id,
          host,
        }),
      ]);
      return toServiceList(connections.entries, environments.entries, connections.unreadable + environments.unreadable);
    },

    async credentials(entry) {
      placeOf(entry);
      if (!(await hasCredentials(entry.type))) throw new AppError("no_credentials", { host });
      const [info, s3Keys] = await Promise.allSettled([fieldsOf(entry), s3KeysOf(entry)]);
      if (info.status === "fulfilled" && s3Keys.status === "fulfilled") {
        const { canRegenerateCredentials, fields } = info.value;
        return { canRegenerate: canRegenerateCredentials, fields, s3Keys: s3Keys.value, s3Problem: null };
      }
      if (info.status === "fulfilled" && s3Keys.status === "rejected") {
        if (isAppError(s3Keys.reason, "session_expired")) throw s3Keys.reason;
        const { canRegenerateCredentials, fields } = info.value;
        const s3Problem = toProblem(s3Keys.reason);
        return { canRegenerate: canRegenerateCredentials, fields, s3Keys: null, s3Problem };
      }
      // a service may have S3 keys and nothing else
      const isAlone = info.status === "rejected" && isAppError(info.reason, "not_found", "rejected");
      if (info.status === "rejected" && !isAlone) throw info.reason;
      if (s3Keys.status === "rejected") throw s3Keys.reason;
      if (s3Keys.value === null && info.status === "rejected") throw info.reason;
      return { canRegenerate: false, fields: [], s3Keys: s3Keys.value, s3Problem: null };
    },

    regenerate: (entry, csrfToken) =>
      forbiddenHere(askForChange(RenewalBody, "POST", pathOf(regenerateRoute, placeOf(entry)), csrfToken)),

    generateS3Key: (entry, region, csrfToken) =>
      forbiddenHere(
        askForChange(
          RenewalBody,
          "POST",
          pathOf(documented.s3Generate, s3PlaceOf(entry)),
          csrfToken,
          region === null ? {} : { region },
        ),
      ),

    deleteS3Key: (entry, region, csrfToken) =>
      forbiddenHere(
        askForChange(DeletionBody, "DELETE", pathOf(documented.s3Key, { ...s3PlaceOf(entry), region }), csrfToken),
      ),

    task: (taskId) => askForChange(TaskBody, "GET", pathOf(documented.task, { id: taskId }), null),
  };
}

/** Every environment with its connection, and the connections that have none, in the order of their names. */
export function toServiceList(
  connections: readonly ConnectionEntry[],
  environments: readonly EnvironmentEntry[],
  unreadable: number,
): ServiceList {
  const byId = new Map(connections.map((connection) => [connection.id, connection]));
  const used = new Set(environments.map(({ serviceConnection }) => serviceConnection?.id));
  const ofEnvironments = environments.flatMap(({ id, name, state, serviceConnection }): ServiceEntry[] => {
    // one without a connection belongs to no service
    if (serviceConnection == null) return [];
    // the environment's own note of its connection is shorter, but there even when the connection is not listed
    const connection = byId.get(serviceConnection.id);
    const entry: ServiceEntry = {
      connectionId: serviceConnection.id,
      connectionName: connection?.name || serviceConnection.name,
      type: connection?.type || serviceConnection.type,
      serviceCode: connection?.serviceCode ?? serviceConnection.serviceCode,
      isReachable: connection?.status?.reachable ?? null,
      environment: { id, name, state },
    };
    return [entry];
  });
  const withoutEnvironment = connections.filter(({ id }) => !used.has(id));
  const alone = withoutEnvironment.map(
    ({ id, name, type, serviceCode, status }): ServiceEntry => ({
      connectionId: id,
      connectionName: name,
      type,
      serviceCode,
      isReachable: status?.reachable ?? null,
      environment: null,
    }),
  );
  const collator = new Intl.Collator(undefined, { numeric: true });
  const entries = [...ofEnvironments, ...alone].sort(
    (one, other) =>
      collator.compare(one.connectionName, other.connectionName) ||
      collator.compare(one.environment?.name ?? "", other.environment?.name ?? ""),
  );
  return { entries, unreadable };
}
