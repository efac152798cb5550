/** The assumed routes that manage API keys. All times are ISO 8601 in UTC, to the millisecond. */
import { z } from "zod";
import { data, noContent } from "../http/answer.ts";
import { parseJson, parseWith } from "../http/read-body.ts";
import { notFound, Refusal } from "../http/refusal.ts";
import type { ApiKey } from "../store/api-keys.ts";
import { KeyPage } from "../store/api-keys.ts";
import type { User } from "../store/users.ts";
import type { ApiRoute } from "./route.ts";

/** Names may repeat: nothing documented says otherwise. */
export const KeyName = z.object({ name: z.string().trim().min(1).max(255) });

/** The query of a list. A size above the maximum is cut down to it, and the metadata says so. */
const ListQuery = z.object({
  page_number: z.coerce.number().int().min(1).default(1),
  page_size: z.coerce
    .number()
    .int()
    .min(1)
    .default(50)
    .transform((size) => Math.min(size, 500)),
  sort_by: KeyPage.shape.sortBy.default("name"),
  sort_order: z
    .string()
    .transform((order) => order.toUpperCase())
    .pipe(KeyPage.shape.sortOrder)
    .default("ASC"),
});

const ONE_KEY = /^\/api_keys\/([^/]+)$/;

export const keyRoutes: readonly ApiRoute[] = [
  {
    method: "GET",
    path: /^\/api_keys$/,
    access: "session",
    handle: ({ query }, { store }, { user }) => {
      refuseWithoutPermission(user);
      const { page_number, page_size, sort_by, sort_order } = parseWith(ListQuery, Object.fromEntries(query));
      const page = { number: page_number, size: page_size, sortBy: sort_by, sortOrder: sort_order };
      return data(store.apiKeys.page(user.id, page).map(keyJson), {
        recordCount: store.apiKeys.count(user.id),
        pageSize: page_size,
        pageCurrent: page_number,
        sortField: sort_by,
        sortOrder: sort_order,
      });
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
