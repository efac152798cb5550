/** How POSIX shells are told variables. https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html */
import type { Shell } from "./openrc.ts";
import { quoteForPosix } from "./quoting/posix.ts";

export const posixShell: Shell = {
  unset: (names) => `unset ${names.join(" ")}`,
  set: (name, value) => `export ${name}=${quoteForPosix(value)}`,
};
