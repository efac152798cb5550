/** The page for API keys: the list, and the forms that make, rename and revoke one. */
import { KeyName } from "../api/key-routes.ts";
import { redirect } from "../http/answer.ts";
import { notFound, Refusal } from "../http/refusal.ts";
import type { Installation } from "../installation.ts";
import type { ApiKey } from "../store/api-keys.ts";
import { keyList, newKeyPage, renamePage, revokePage } from "./credential-views.ts";
import { formFields, type PageCall, type PageRoute, requireCsrf, type Visitor } from "./page-route.ts";

const LIST = "/api-credentials";
const ROWS = 50;

export const credentialPages: readonly PageRoute[] = [
  {
    method: "GET",
    path: /^\/api-credentials$/,
    access: "signed in",
    handle: (call, installation, visitor) => {
      refuseWithoutPermission(visitor);
      const total = installation.store.apiKeys.count(visitor.user.id);
      const pages = Math.max(1, Math.ceil(total / ROWS));
      const asked = Number.parseInt(call.query.get("page") ?? "1", 10) || 1;
      const number = Math.min(Math.max(1, asked), pages);
      const keys = installation.store.apiKeys.page(visitor.user.id, {
        number,
        size: ROWS,
        sortBy: "name",
        sortOrder: "ASC",
      });
      return keyList(installation, visitor, { keys, number, pages });
    },
  },
  {
    method: "POST",
    path: /^\/api-credentials$/,
    access: "signed in",
    handle: (call, installation, visitor) => {
      checkForm(call, visitor);
      const { name } = formFields(KeyName, call);
      const created = installation.store.apiKeys.create(visitor.user.id, {
        name,
        creationDate: new Date().toISOString(),
      });
      // The answer to the form itself, not a redirect: that way the key need not be kept anywhere in between.
      return newKeyPage(installation, visitor, created);
    },
  },
  {
    method: "GET",
    path: /^\/api-credentials\/([^/]+)\/(?:rename|revoke)$/,
    access: "signed in",
    handle: (call, installation, visitor) => {
      refuseWithoutPermission(visitor);
      const key = keyOf(call, installation, visitor);
      return call.path.endsWith("/rename")
        ? renamePage(installation, visitor, key)
        : revokePage(installation, visitor, key);
    },
  },
  {
    method: "POST",
    path: /^\/api-credentials\/([^/]+)\/rename$/,
    access: "signed in",
    handle: (call, installation, visitor) => {
      checkForm(call, visitor);
      const { id } = keyOf(call, installation, visitor);
      installation.store.apiKeys.rename(visitor.user.id, id, formFields(KeyName, call).name);
      return redirect(LIST);
    },
  },
  {
    method: "POST",
    path: /^\/api-credentials\/([^/]+)\/revoke$/,
    access: "signed in",
    handle: (call, installation, visitor) => {
      checkForm(call, visitor);
      const { id } = keyOf(call, installation, visitor);
      installation.store.apiKeys.revoke(visitor.user.id, id);
      return redirect(LIST);
    },
  },
];

function checkForm(call: PageCall, visitor: Visitor): void {
  requireCsrf(call, visitor);
  refuseWithoutPermission(visitor);
}

function refuseWithoutPermission({ user }: Visitor): void {
  if (!user.may_manage_keys) throw new Refusal(403, "NOT_ALLOWED", "You lack the permission for API keys.");
}

function keyOf({ parameters: [id = ""] }: PageCall, { store }: Installation, { user }: Visitor): ApiKey {
  const key = store.apiKeys.find(user.id, id);
  if (!key) throw notFound({ entity: "ApiKey", id });
  return key;
}
