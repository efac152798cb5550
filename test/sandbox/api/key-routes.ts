/** The assumed routes that manage API keys. All times are ISO 8601 in UTC, to the millisecond. */
import { z } from "zod";
import { data, noContent } from "../http/answer.ts";
import { parseJson, parseWith } from "../http/read-body.ts";
import { notFound, Refusal } from "../http/refusal.ts";
import type { ApiKey } from "../store/api-keys.ts";
import { KeyPage } from "../store/api-keys.ts";
import type { User } from "../store/users.ts";
import { PageQuery, pageMetadata } from "./paging.ts";
import type { ApiRoute } from "./route.ts";

/** Names may repeat: nothing documented says otherwise. */
export const KeyName = z.object({ name: z.string().trim().min(1).max(255) });

const ListQuery = PageQuery.extend({ sort_by: KeyPage.shape.sortBy.default("name") });

const ONE_KEY = /^\/api_keys\/([^/]+)$/;

export const keyRoutes: readonly ApiRoute[] = [
  {
    method: "GET",
    path: /^\/api_keys$/,
    access: "session",
    handle: ({ query }, { store }, { user }) => {
      refuseWithoutPermission(user);
      const asked = parseWith(ListQuery, Object.fromEntries(query));
      const { page_number: number, page_size: size, sort_by: sortBy, sort_order: sortOrder } = asked;
      const keys = store.apiKeys.page(user.id, { number, size, sortBy, sortOrder });
      return data(keys.map(keyJson), pageMetadata(asked, store.apiKeys.count(user.id)));
    },
  },
  {
    method: "POST",
    path: /^\/api_keys$/,
    access: "session",
    handle: ({ body, contentType, now }, { store }, { user }) => {
      refuseWithoutPermission(user);
      const { name } = parseJson(KeyName, body, contentType);
      return data(store.apiKeys.create(user.id, { name, creationDate: now.toISOString() }));
    },
  },
  {
    method: "PUT",
    path: ONE_KEY,
    access: "session",
    handle: ({ body, contentType, parameters: [id = ""] }, { store }, { user }) => {
      refuseWithoutPermission(user);
      const { name } = parseJson(KeyName, body, contentType);
      store.apiKeys.rename(user.id, id, name);
      const key = store.apiKeys.find(user.id, id);
      if (!key) throw notFound({ entity: "ApiKey", id });
      return data(keyJson(key));
    },
  },
  {
    method: "DELETE",
    path: ONE_KEY,
    access: "session",
    handle: ({ parameters: [id = ""] }, { store }, { user }) => {
      refuseWithoutPermission(user);
      if (!store.apiKeys.revoke(user.id, id)) throw notFound({ entity: "ApiKey", id });
      return noContent();
    },
  },
];

function refuseWithoutPermission(user: User): void {
  if (user.may_manage_keys) return;
  throw new Refusal(403, "NOT_ALLOWED", "You lack the permission for API keys.", { permission: "API keys" });
}

function keyJson({ id, name, creation_date, last_ip, last_activity }: ApiKey) {
  return { id, name, creationDate: creation_date, lastIp: last_ip, lastActivity: last_activity };
}
