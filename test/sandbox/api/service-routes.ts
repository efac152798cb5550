/** The documented routes that list services and environments, and describe the types of services. */
import { z } from "zod";
import { data } from "../http/answer.ts";
import { parseWith } from "../http/read-body.ts";
import { notFound } from "../http/refusal.ts";
import { serviceType } from "../services/service-types.ts";
import { connectionsOf, environmentsOf } from "../services/visible-services.ts";
import { organizationAsked } from "./organization-asked.ts";
import { PageQuery, pageMetadata, pageOf } from "./paging.ts";
import type { ApiRoute } from "./route.ts";
import { connectionJson, environmentJson, stateOf } from "./service-json.ts";

const ConnectionQuery = PageQuery.extend({ sort_by: z.enum(["name", "serviceCode", "type"]).default("name") });
const EnvironmentQuery = PageQuery.extend({ sort_by: z.enum(["name", "state"]).default("name") });

export const serviceRoutes: readonly ApiRoute[] = [
  {
    method: "GET",
    path: /^\/environments$/,
    access: "session or key",
    handle: (call, installation, caller) => {
      const organization = organizationAsked(call, installation, caller, "org_id");
      const asked = parseWith(EnvironmentQuery, Object.fromEntries(call.query));
      const all = environmentsOf(installation.brand.id, caller.user);
      const page = pageOf(all, asked, (each) => (asked.sort_by === "name" ? each.seed.name : stateOf(each)));
      return data(
        page.map((environment) => environmentJson(environment, organization)),
        pageMetadata(asked, all.length),
      );
    },
  },
  {
    method: "GET",
    path: /^\/services\/connections$/,
    access: "session or key",
    handle: (call, installation, caller) => {
      organizationAsked(call, installation, caller, "org_id");
      const organization = organizationAsked(call, installation, caller, "organizationId");
      const asked = parseWith(ConnectionQuery, Object.fromEntries(call.query));
      const all = connectionsOf(installation.brand.id, caller.user).filter(({ seed }) => !seed.isUnlisted);
      return data(
        pageOf(all, asked, ({ seed }) => seed[asked.sort_by]).map((each) => connectionJson(each, organization)),
        pageMetadata(asked, all.length),
      );
    },
  },
  {
    method: "GET",
    path: /^\/services\/descriptors\/([^/]+)$/,
    access: "session or key",
    handle: ({ parameters: [type = ""] }) => {
      const described = serviceType(type);
      if (!described) throw notFound({ entity: "ServiceDescriptor", type });
      const { name, supportsApiCredentials } = described;
      return data({ type, name, supportsApiCredentials });
    },
  },
];
