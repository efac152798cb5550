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
  environments: "/environments",
  connections: "/services/connections",
  descriptor: "/services/descriptors/:type",
  credentials: "/services/connections/:id/apiInfo?environmentId=:environmentId",
  s3Keys: "/services/:serviceCode/:environment/apiCredentials",
  s3Generate: "/services/:serviceCode/:environment/apiCredentials?operation=generate",
  s3Key: "/services/:serviceCode/:environment/apiCredentials/:region",
  task: "/tasks/:id",
} as const;

/** Assumed: published nowhere. Words with a colon stand for what is filled in. */
export const assumed = {
  session: "/session",
  keys: "/api_keys",
  key: "/api_keys/:id",
  regenerate: "/services/connections/:id/apiInfo?operation=regenerate&environmentId=:environmentId",
} as const;

/** A console's own corrections of assumed routes. */
export const RouteOverrides = z.object({
  session: z.string().startsWith("/").optional(),
  keys: z.string().startsWith("/").optional(),
  key: z.string().startsWith("/").includes(":id").optional(),
  regenerate: z.string().startsWith("/").includes(":id").includes(":environmentId").optional(),
});
export type RouteOverrides = z.infer<typeof RouteOverrides>;

/** Documented: page_number (from 1), page_size, sort_by, sort_order. A page this large keeps 10,000 keys to 20 calls. */
export const pageSize = 500;

/**
 * Fills the gaps of a route. Null when a value cannot stand in a path: `.` and `..` are the way up there, encoded or not,
 * and nothing is another route.
 */
export function fillRoute(route: string, gaps: Readonly<Record<string, string>>): string | null {
  const isPathSafe = Object.values(gaps).every((value) => !["", ".", ".."].includes(value) && value.isWellFormed());
  if (!isPathSafe) return null;
  return route.replaceAll(/:([a-zA-Z]+)/g, (gap, name: string) => {
    const value = Object.hasOwn(gaps, name) ? gaps[name] : undefined;
    return value === undefined ? gap : encodeURIComponent(value);
  });
}
