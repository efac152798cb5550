/** The header of CloudMC's API reference, with what HTTP lets be in a header. */
import { refuse } from "./format.ts";

/**
 * No line breaks and no control characters but tabs; spaces around a value are not part of it, and without a value curl
 * sends no header. Beyond ASCII, each program sends and reads other bytes.
 * https://www.rfc-editor.org/rfc/rfc9110#section-5.5
 */
export function consoleHeader(apiKey: string): string {
  if (apiKey === "") refuse("export_missing", "apiKey");
  if (/[\r\n]/.test(apiKey)) refuse("export_line_break", "apiKey");
  if (/[^\P{Cc}\t]/u.test(apiKey)) refuse("export_control", "apiKey");
  if (/^[ \t]|[ \t]$/.test(apiKey)) refuse("export_edge_space", "apiKey");
  if (/[^\t -~]/.test(apiKey)) refuse("export_characters", "apiKey");
  return `MC-Api-Key: ${apiKey}`;
}
