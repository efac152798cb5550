/**
 * Quoting for bash, zsh, dash and every other POSIX shell. Nothing is special within single quotes but the single
 * quote, which therefore stands outside of them: not even `!`, for an interactive bash.
 * https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html#tag_18_02_02
 */
export function quoteForPosix(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
