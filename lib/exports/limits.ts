/** What no value may be, wherever an environment, a command line or a terminal has to hold it. */
import type { Role } from "../credentials/role.ts";
import { refuse } from "./format.ts";

/**
 * In characters, the terminating one included: Windows' limit for one variable and for a whole command line. Linux has
 * 131,072 bytes for each, which hold as many characters even where all of them take three bytes.
 * https://learn.microsoft.com/windows/win32/api/processenv/nf-processenv-setenvironmentvariablew
 */
const longest = 32_767;

export function checkLength(role: Role, value: string): void {
  if (value.length >= longest) refuse("export_too_long", role);
}

/**
 * What is made to be pasted into a terminal carries no control characters but newlines: the line editor, or the terminal
 * itself, would act on them. A tab completes and an escape sequence may end a bracketed paste; both come out as other
 * values, or as commands. A carriage return arrives as a newline. Newlines within quotes are safe.
 * https://invisible-island.net/xterm/xterm-paste64.html
 */
export function checkPasted(role: Role, value: string): void {
  checkLength(role, value);
  if (value.includes("\r")) refuse("export_line_break", role);
  if (/[^\P{Cc}\n]/u.test(value)) refuse("export_control", role);
}
