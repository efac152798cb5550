/** What a control route is, and which user it is about. */
import { z } from "zod";
import type { ApiParts } from "../api/serve-api.ts";
import type { Answer } from "../http/answer.ts";
import { notFound, Refusal } from "../http/refusal.ts";
import type { Store } from "../store/store.ts";
import type { User } from "../store/users.ts";

export interface ControlCall {
  readonly query: URLSearchParams;
  readonly body: string;
  readonly contentType: string | undefined;
}

export type Control = (call: ControlCall, parts: ApiParts) => Answer;

/** Which user; `organization` is needed where the name exists twice. */
export const Whose = z.object({ userName: z.string(), organization: z.string().optional() });
export type Whose = z.infer<typeof Whose>;

/** That user. */
export function userOf(store: Store, { userName, organization }: Whose): User {
  const [user, another] = store.users.named(userName, organization);
  if (!user) throw notFound({ entity: "User", userName });
  if (another) throw new Refusal(400, "ORGANIZATION_REQUIRED", "Several organizations have a user of this name.");
  return user;
}
