/** The one error that handlers throw on purpose: a refusal, with the status and code that the client gets. */
import { type Answer, json } from "./answer.ts";

type Context = Readonly<Record<string, unknown>>;

export class Refusal extends Error {
  readonly status: number;
  readonly code: string | number;
  readonly context: Context;

  constructor(status: number, code: string | number, message: string, context: Context = {}) {
    super(message);
    this.name = "Refusal";
    this.status = status;
    this.code = code;
    this.context = context;
  }
}

/** A wrong password, an unknown user or a revoked key: never say which. */
export function invalidCredentials(): Refusal {
  return new Refusal(401, "INVALID_CREDENTIALS", "Invalid credentials.");
}

/** The code is a number, as the documented example's is: clients must take both kinds. */
export function notFound(context: Context): Refusal {
  return new Refusal(404, 2012, "There is no such thing.", context);
}

/** The API's error envelope for anything thrown. What was not foreseen is printed, and told as a bare 500. */
export function errorAnswer(error: unknown): Answer {
  if (error instanceof Refusal) {
    const { status, code, message, context } = error;
    const allow = context.allow;
    return json(status, { errors: [{ code, message, context }] }, typeof allow === "string" ? { Allow: allow } : {});
  }
  console.error(error);
  return json(500, { errors: [{ code: "INTERNAL_ERROR", message: "Something went wrong.", context: {} }] });
}
