/**
 * Where the CloudMC family keeps things, below a console's endpoint. What the vendor documents and what is only assumed
 * are two tables: an operator whose console differs in an assumed route can override that one in the console's profile.
 */
import { z } from "../../schema.ts";

/** From the public API reference and the knowledge bases of CloudOps and TIGO MCO. */
export const documented = {
  /** Newest first: older installs only have the second. */
  endpoints: ["/api/v2", "/api/v1"],
  apiDocs: "/api-docs",
  brandings: "/brandings",
} as const;

/** Assumed: published nowhere. `:id` stands for a key's id. */
export const assumed = {
  session: "/session",
  keys: "/api_keys",
  key: "/api_keys/:id",
} as const;

/** A console's own corrections of assumed routes. */
export const RouteOverrides = z.object({
  session: z.string().startsWith("/").optional(),
  keys: z.string().startsWith("/").optional(),
  key: z.string().startsWith("/").includes(":id").optional(),
});
export type RouteOverrides = z.infer<typeof RouteOverrides>;

/** Documented: page_number (from 1), page_size, sort_by, sort_order. A page this large keeps 10,000 keys to 20 calls. */
export const pageSize = 500;
