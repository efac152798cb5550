/**
 * Quoting for PowerShell, in ASCII alone: Windows PowerShell 5.1 reads a file without a byte order mark in the system's
 * code page, and a mark is in the way of who pastes. Line ends would not survive Windows’ clipboard either.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_character_encoding
 */

/**
 * A string in single quotes, where the single quote is doubled and nothing else is special. With any other characters,
 * a list that is joined: `"`u{…}"` is unknown to 5.1, and a sum of thousands of terms is nested as deep as it is long.
 * Single quotes of typography, which count as single quotes (U+2018 to U+201B), never come to stand in quotes.
 */
export function quoteForPowerShell(text: string): string {
  const parts = text.match(/[ -~]+|[^ -~]/g) ?? [""];
  const written = parts.map((part) => (/^[ -~]*$/.test(part) ? `'${part.replaceAll("'", "''")}'` : charOf(part)));
  const [only = "''"] = written;
  return written.length === 1 && only.startsWith("'") ? only : `-join (${written.join(", ")})`;
}

/** One UTF-16 code unit, which is what a char of .NET is. */
function charOf(unit: string): string {
  return `[char]0x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
