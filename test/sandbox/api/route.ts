/** What an API route is: a method, a path below the endpoint, who may call it, and what it does. */
import type { Answer } from "../http/answer.ts";
import type { Installation } from "../installation.ts";
import type { User } from "../store/users.ts";

export interface ApiCall {
  readonly method: string;
  /** Below the endpoint, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The parts of the path that the route's pattern captured. */
  readonly parameters: readonly string[];
  readonly body: string;
  readonly contentType: string | undefined;
  readonly sessionSecret: string | undefined;
  readonly csrfToken: string | undefined;
  readonly apiKey: string | undefined;
  readonly ip: string;
  /** When things made by this call were made. */
  readonly now: Date;
}

/** Who is calling; `sessionSecret` is there when it is a browser with the cookie. */
export interface Caller {
  readonly user: User;
  readonly sessionSecret?: string;
}

interface RouteBase {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: RegExp;
}

interface OpenRoute extends RouteBase {
  /** `sign-in` needs nobody either, but refuses API keys. */
  readonly access: "anyone" | "sign-in";
  handle(call: ApiCall, installation: Installation): Answer | Promise<Answer>;
}

interface ProtectedRoute extends RouteBase {
  /** `session` refuses API keys. */
  readonly access: "session" | "session or key";
  handle(call: ApiCall, installation: Installation, caller: Caller): Answer | Promise<Answer>;
}

export type ApiRoute = OpenRoute | ProtectedRoute;
