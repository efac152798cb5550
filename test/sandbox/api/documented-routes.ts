/** The documented routes about brands and people. All of them take an API key as well as a session. */
import { colorSheet, squareLogo } from "../brands.ts";
import { data } from "../http/answer.ts";
import { notFound } from "../http/refusal.ts";
import { stableId } from "../store/stable-id.ts";
import { organizationAsked } from "./organization-asked.ts";
import type { ApiRoute } from "./route.ts";
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
      return data(
        visible.map((user) => userJson(user, store)),
        { recordCount: visible.length },
      );
    },
  },
];
