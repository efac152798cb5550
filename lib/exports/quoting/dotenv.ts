/**
 * Quoting for `.env` files, for which there is no standard. What is written here, npm's dotenv, Node, python-dotenv,
 * docker compose and bash (`set -a; . ./.env`) all read as the same; a value for which there is no such form is refused.
 *
 * | | `'…'` | `"…"` |
 * |---|---|---|
 * | npm dotenv | nothing is special, no quote inside | `\n` and `\r` alone are escapes |
 * | Node | nothing is special, no quote inside | `\n` alone is an escape |
 * | python-dotenv | `\\` and `\'` are escapes | so are nine more |
 * | docker compose | `\'` does not end it | `\` goes before anything, `$` expands |
 * | bash | nothing is special, no quote inside | `$`, backtick, `\` and `"` are special |
 *
 * So: single quotes; for a value with a single quote double ones, without anything special. A newline is itself in both,
 * and a carriage return in none: npm's dotenv makes a newline of it. Characters between quotes are else free.
 * `${…}` is expanded by python-dotenv whatever the quotes, and cannot be escaped.
 *
 * Not served: `docker run --env-file`, which takes quotes for a part of the value, and what expands `$` after another
 * has read the file (dotenv-expand, thus Vite and Next.js): what it wants escaped, the others would read as escaped.
 *
 * https://github.com/motdotla/dotenv#what-rules-does-the-parsing-engine-follow
 * https://nodejs.org/api/util.html#utilparseenvcontent
 * https://saurabh-kumar.com/python-dotenv/#file-format
 * https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
 */
import type { Refusal } from "../format.ts";

/** What python-dotenv takes for a variable, in its own words. */
const variable = /\$\{[^}:]*(?::-[^}]*)?\}/;

/** Why there is no form that all readers agree on; null when there is one. */
export function refusalForDotenv(text: string): Refusal | null {
  if (text.includes("\r")) return "export_line_break";
  if (variable.test(text)) return "export_characters";
  if (text.includes("'")) {
    if (/["`]/.test(text)) return "export_quotes";
    return /[\\$]/.test(text) ? "export_characters" : null;
  }
  return /\\\\|\\$/.test(text) ? "export_characters" : null;
}

/** For what `refusalForDotenv` has nothing against. */
export function quoteForDotenv(text: string): string {
  return text.includes("'") ? `"${text}"` : `'${text}'`;
}
