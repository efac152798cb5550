/**
 * What can go wrong, as a closed list of kinds. A kind has its sentences (what happened, what to do next) in
 * `locales/`, so the compiler refuses an error without words; facts fill their gaps and never hold a secret.
 */
import { z } from "./schema.ts";

export const errorKinds = [
  // the address a person typed
  "address_empty",
  "address_invalid",
  "address_insecure",
  // reaching the console
  "permission_refused",
  "permission_missing",
  "offline",
  "unreachable",
  "timed_out",
  "certificate",
  "redirected",
  // what the console answered
  "not_a_console",
  "html_page",
  "bad_answer",
  "cut_off",
  "server_failed",
  "too_many_requests",
  "rejected",
  "forbidden",
  "not_found",
  // the session
  "signed_out",
  "session_expired",
  "credentials_wrong",
  "organization_required",
  "code_required",
  "code_wrong",
  "user_locked",
  "native_login_blocked",
  "other_account",
  // services and their credentials
  "environment_forbidden",
  "no_credentials",
  "task_failed",
  "task_unfinished",
  "renewal_running",
  // what a format cannot carry
  "export_line_break",
  "export_control",
  "export_edge_space",
  "export_quotes",
  "export_characters",
  "export_too_long",
  "export_missing",
  // filling pages
  "page_forbidden",
  "page_not_granted",
  "page_gone",
  "page_silent",
  "page_changed",
  "page_insecure",
  "no_fields",
  "nothing_to_fill",
  "field_unfit",
  "fill_interrupted",
  // here, in the browser
  "name_empty",
  "storage_full",
  "storage_corrupt",
  "storage_newer",
  "clipboard_refused",
  "worker_gone",
  "never_asked",
  "internal",
] as const;

export const ErrorKind = z.enum(errorKinds);
export type ErrorKind = z.infer<typeof ErrorKind>;

/** What a sentence may mention. `reason` is the console's own text, shortened and cleared of what the user typed. */
export const ErrorFacts = z.object({
  host: z.string().optional(),
  status: z.number().optional(),
  reason: z.string().optional(),
  item: z.string().optional(),
});
export type ErrorFacts = z.infer<typeof ErrorFacts>;

/** An expected failure as a value: what crosses messages and what a view shows. */
export const Problem = z.object({ kind: ErrorKind, facts: ErrorFacts });
export type Problem = z.infer<typeof Problem>;

/** An expected failure on its way up. Everything else that is thrown is a bug and becomes `internal`. */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly facts: ErrorFacts;

  constructor(kind: ErrorKind, facts: ErrorFacts = {}, cause?: unknown) {
    super(kind, { cause });
    this.name = "AppError";
    this.kind = kind;
    this.facts = facts;
  }
}

/** Turns whatever was thrown into a value that can be shown. Unknown faults keep no detail: it might be secret. */
export function toProblem(thrown: unknown): Problem {
  if (thrown instanceof AppError) return { kind: thrown.kind, facts: thrown.facts };
  return { kind: "internal", facts: {} };
}

/** Whether `thrown` is an expected failure of one of these kinds. */
export function isAppError(thrown: unknown, ...kinds: ErrorKind[]): thrown is AppError {
  return thrown instanceof AppError && (kinds.length === 0 || kinds.includes(thrown.kind));
}
