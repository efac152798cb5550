/** After these the console has certainly said no, and nothing was done. After anything else something may have been. */
export const refusals = [
  "rejected",
  "forbidden",
  "environment_forbidden",
  "no_credentials",
  "not_found",
  "too_many_requests",
  "session_expired",
  "signed_out",
  "permission_missing",
] as const;
