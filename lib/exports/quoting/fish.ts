/**
 * Quoting for fish, where `\'` and `\\` are escapes within single quotes, unlike in POSIX shells, and the only ones.
 * https://fishshell.com/docs/current/language.html#quotes
 */
export function quoteForFish(text: string): string {
  return `'${text.replaceAll(/[\\']/g, "\\$&")}'`;
}
