/** The documented routes for the keys of S3 services: one for each region, whose secret is told once. */
import { z } from "zod";
import { data } from "../http/answer.ts";
import { parseJson } from "../http/read-body.ts";
import { notFound } from "../http/refusal.ts";
import { newS3Key } from "../services/credentials.ts";
import type { Environment } from "../services/visible-services.ts";
import { environmentByName, invalid } from "./credentials-asked.ts";
import { organizationAsked } from "./organization-asked.ts";
import type { ApiCall, ApiRoute } from "./route.ts";
import { startTask } from "./start-task.ts";

const API_CREDENTIALS = /^\/services\/([^/]+)\/([^/]+)\/apiCredentials$/;
const ONE_REGION = /^\/services\/([^/]+)\/([^/]+)\/apiCredentials\/([^/]+)$/;

const Generate = z.object({ region: z.string().optional() });

export const s3KeyRoutes: readonly ApiRoute[] = [
  {
    method: "GET",
    path: API_CREDENTIALS,
    access: "session or key",
    handle: (call, installation, caller) => {
      organizationAsked(call, installation, caller, "org_id");
      const keys = installation.store.s3Keys.all(caller.user.id, environmentByName(call, installation, caller).id);
      return data(keys.map(({ accessKeyId, region }) => ({ accessKeyId, region })));
    },
  },
  {
    method: "POST",
    path: API_CREDENTIALS,
    access: "session or key",
    handle: (call, installation, caller) => {
      organizationAsked(call, installation, caller, "org_id");
      if (call.query.get("operation") !== "generate") throw invalid("operation", "operation: generate");
      const environment = environmentByName(call, installation, caller);
      const key = newS3Key(environment.connection, regionAsked(call, environment));
      const change = { kind: "replace key", environmentId: environment.id, key } as const;
      return startTask(call, installation, caller, { change, data: key, dataIn: "post" });
    },
  },
  {
    method: "DELETE",
    path: ONE_REGION,
    access: "session or key",
    handle: (call, installation, caller) => {
      organizationAsked(call, installation, caller, "org_id");
      const { id } = environmentByName(call, installation, caller);
      const region = call.parameters[2] ?? "";
      const isThere = installation.store.s3Keys.all(caller.user.id, id).some((key) => key.region === region);
      if (!isThere) throw notFound({ entity: "ApiCredentials", region });
      const change = { kind: "remove key", environmentId: id, region } as const;
      return startTask(call, installation, caller, { change, dataIn: "post" });
    },
  },
];

/** Only where there is one region alone may it be left out, and with it the whole body. */
function regionAsked({ body, contentType }: ApiCall, { connection }: Environment): string {
  const regions = connection.seed.regions ?? [];
  const asked = body === "" ? undefined : parseJson(Generate, body, contentType).region;
  const region = asked ?? (regions.length === 1 ? regions[0] : undefined);
  if (region === undefined) throw invalid("region", "region: required");
  if (!regions.includes(region)) throw invalid("region", "region: the service is not there");
  return region;
}
