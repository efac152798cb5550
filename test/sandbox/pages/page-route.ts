/** What a web page's route is, and what its handler gets to know about the request. */
import type { z } from "zod";
import type { Answer } from "../http/answer.ts";
import { parseWith } from "../http/read-body.ts";
import { Refusal } from "../http/refusal.ts";
import type { Installation } from "../installation.ts";
import { csrfTokenFor, isSameSecret } from "../security/tokens.ts";
import type { User } from "../store/users.ts";

export interface PageCall {
  readonly path: string;
  readonly query: URLSearchParams;
  /** The parts of the path that the route's pattern captured. */
  readonly parameters: readonly string[];
  readonly form: URLSearchParams;
  cookie(name: string): string | undefined;
}

/** Somebody signed in, as pages need to know them. */
export interface Visitor {
  readonly user: User;
  readonly secret: string;
  readonly csrfToken: string;
}

interface PageBase {
  readonly method: "GET" | "POST";
  readonly path: RegExp;
}

interface PublicPage extends PageBase {
  readonly access: "anyone";
  handle(call: PageCall, installation: Installation): Answer | Promise<Answer>;
}

interface PrivatePage extends PageBase {
  /** Others are sent to the sign-in page. */
  readonly access: "signed in";
  handle(call: PageCall, installation: Installation, visitor: Visitor): Answer | Promise<Answer>;
}

export type PageRoute = PublicPage | PrivatePage;

/** Who is looking, if anybody is signed in. */
export function visitorOf(call: PageCall, { store, cookies }: Installation): Visitor | undefined {
  const secret = call.cookie(cookies.session);
  const userId = secret === undefined ? undefined : store.sessions.userIdOf(secret, "full");
  const user = userId === undefined ? undefined : store.users.find(userId);
  return secret === undefined || !user ? undefined : { user, secret, csrfToken: csrfTokenFor(secret) };
}

/** Refuses a form that did not come from a page of ours. */
export function requireCsrf(call: PageCall, { csrfToken }: Visitor): void {
  if (isSameSecret(call.form.get("csrfToken") ?? "", csrfToken)) return;
  throw new Refusal(403, "CSRF_TOKEN_INVALID", "The form's token is missing or wrong.");
}

/** The fields of a form; those left empty count as left out. */
export function formFields<Schema extends z.ZodType>(schema: Schema, call: PageCall): z.infer<Schema> {
  return parseWith(schema, Object.fromEntries([...call.form].filter(([, value]) => value !== "")));
}
