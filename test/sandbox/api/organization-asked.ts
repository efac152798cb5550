/** Which organization a call is about. */
import { Refusal } from "../http/refusal.ts";
import type { Installation } from "../installation.ts";
import type { Organization } from "../store/users.ts";
import type { ApiCall, Caller } from "./route.ts";

/** The organization that a query parameter names, one's own by default; the seed has no sub-organizations. */
export function organizationAsked(
  call: ApiCall,
  { store }: Installation,
  { user }: Caller,
  parameter: "org_id" | "organizationId",
): Organization {
  const id = call.query.get(parameter);
  if (id !== null && id !== user.organization_id) {
    throw new Refusal(403, "NOT_ALLOWED", "You do not belong to that organization.", { field: parameter });
  }
  return store.users.organizationOf(user);
}
