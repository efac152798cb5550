/** From a CloudMC answer that is not a success to the kind of failure that it is. */
import { AppError, type ErrorKind } from "../../errors.ts";
import { readableReason } from "../reason.ts";
import type { HttpAnswer } from "../transport.ts";
import { ErrorBody, FailedTaskBody } from "./schema.ts";

/** Assumed codes of a refused sign-in. */
const kindByCode: Readonly<Record<string, ErrorKind>> = {
  ORGANIZATION_REQUIRED: "organization_required",
  OTP_REQUIRED: "code_required",
  OTP_INVALID: "code_wrong",
  USER_LOCKED: "user_locked",
  NATIVE_LOGIN_BLOCKED: "native_login_blocked",
};

const kindByStatus: Readonly<Record<number, ErrorKind>> = {
  401: "session_expired",
  403: "forbidden",
  404: "not_found",
  408: "timed_out",
  429: "too_many_requests",
};

/** Throws for every answer that is not a success; `secrets` are struck out of whatever the console says. */
export function refuseFailure(answer: HttpAnswer, host: string, secrets: readonly string[] = []): void {
  const body = ErrorBody.safeParse(answer.json);
  const hasFailed = body.success || FailedTaskBody.safeParse(answer.json).success;
  if (answer.status >= 200 && answer.status < 300 && !hasFailed) return;
  const { status } = answer;
  const first = body.data?.errors[0];
  const known = first?.code && Object.hasOwn(kindByCode, first.code) ? kindByCode[first.code] : undefined;
  // what the code says is said in the user's own language already
  if (known !== undefined) throw new AppError(known, { host, status });
  const reason = readableReason(body.data?.errors.flatMap(({ message }) => message ?? []) ?? [], secrets);
  const facts = { host, status, ...(reason === undefined ? {} : { reason }) };
  const kind = kindByStatus[status];
  if (kind !== undefined) throw new AppError(kind, facts);
  if (status >= 500) throw new AppError("server_failed", facts);
  throw new AppError(hasFailed || status >= 400 ? "rejected" : "bad_answer", facts);
}

/** The same at sign-in, where 401 means a wrong password and not a session that ended. */
export function refuseSignInFailure(answer: HttpAnswer, host: string, secrets: readonly string[]): void {
  try {
    refuseFailure(answer, host, secrets);
  } catch (fault) {
    if (fault instanceof AppError && fault.kind === "session_expired")
      throw new AppError("credentials_wrong", fault.facts);
    throw fault;
  }
}
