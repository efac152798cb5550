/** The routes that the vendor documents. All of them take an API key as well as a session. */
import { colorSheet, squareLogo } from "../brands.ts";
import { data } from "../http/answer.ts";
import { notFound, Refusal } from "../http/refusal.ts";
import type { Installation } from "../installation.ts";
import { stableId } from "../store/stable-id.ts";
import type { Organization } from "../store/users.ts";
import type { ApiCall, ApiRoute, Caller } from "./route.ts";
import { connectionsOf, environmentsOf } from "./services.ts";
import { userJson } from "./user-json.ts";

const base64 = (text: string) => Buffer.from(text).toString("base64");

export const documentedRoutes: readonly ApiRoute[] = [
  {
    method: "GET",
    path: /^\/brandings$/,
    access: "anyone",
    handle: (_call, { brand }) =>
      data([
        {
          id: stableId(brand.id, "branding"),
          applicationName: brand.name,
          defaultLanguage: brand.language,
          activeLanguages: brand.activeLanguages,
          artifacts: [
            { type: "LOGO_SQUARE", mimeType: "image/svg+xml", content: base64(squareLogo(brand)) },
            { type: "COLORS", mimeType: "text/css", content: base64(colorSheet(brand)) },
          ],
        },
      ]),
  },
  {
    method: "GET",
    path: /^\/organizations\/([^/]+)\/identity_providers$/,
    access: "anyone",
    handle: ({ parameters: [id = ""] }, { brand, store, singleSignOn }) => {
      const organization = store.users.findOrganization(id);
      if (!organization) throw notFound({ entity: "Organization", id });
      if (!organization.single_sign_on) return data([]);
      const { name } = singleSignOn;
      const provider = { type: "OIDC", provider: "OTHER", displayName: name, logo: null, rank: 1 };
      return data([{ id: stableId(brand.id, "identity provider", id), ...provider }]);
    },
  },
  {
    method: "GET",
    path: /^\/users$/,
    access: "session or key",
    handle: (call, installation, caller) => {
      organizationAsked(call, installation, caller, "org_id");
      const { store } = installation;
      const visible = caller.user.role === "Administrator" ? store.users.colleaguesOf(caller.user) : [caller.user];
      return list(visible.map((user) => userJson(user, store)));
    },
  },
  {
    method: "GET",
    path: /^\/environments$/,
    access: "session or key",
    handle: (call, installation, caller) =>
      list(environmentsOf(installation.brand, organizationAsked(call, installation, caller, "org_id"))),
  },
  {
    method: "GET",
    path: /^\/services\/connections$/,
    access: "session or key",
    handle: (call, installation, caller) => {
      organizationAsked(call, installation, caller, "org_id");
      return list(connectionsOf(installation.brand, organizationAsked(call, installation, caller, "organizationId")));
    },
  },
];

function list(items: readonly unknown[]) {
  return data(items, { recordCount: items.length });
}

/** The organization that a query parameter names, one's own by default; the seed has no sub-organizations. */
function organizationAsked(call: ApiCall, { store }: Installation, { user }: Caller, parameter: string): Organization {
  const id = call.query.get(parameter);
  if (id !== null && id !== user.organization_id) {
    throw new Refusal(403, "NOT_ALLOWED", "You do not belong to that organization.", { field: parameter });
  }
  return store.users.organizationOf(user);
}
