/**
 * The part of PowerShell's tokens that scripts of assignments need, read as PowerShell reads them; what is beyond it is
 * refused. It stands in for PowerShell, which neither Debian nor npm has, and shares nothing with what writes exports.
 *
 * The rules are those of about_Quoting_Rules, about_Special_Characters and the tokenizer itself
 * (src/System.Management.Automation/engine/parser/{tokenizer,CharTraits}.cs in PowerShell's sources): typographic quotes
 * are quotes, a doubled quote of any form gives its second half, and a line may end with CR, LF or both.
 */

export type Token =
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "word"; readonly value: string }
  | { readonly kind: "sign"; readonly value: string }
  | { readonly kind: "end" };

const SINGLE = /['\u2018-\u201b]/;
const DOUBLE = /["\u201c-\u201e]/;
const BLANK = /[\t\v\f \u0085\u00a0]|\p{Z}/u;
const LINE_END = /[\r\n;]/;
const SIGN = /[=(),+]/;
/** Of names, paths, types and parameters. */
const WORD = /[\w$:.[\]\-/]/;
const EXPANDED = /[\w:?^${(]|\p{L}|\p{Nd}/u;

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ "0": "\0", a: "\u0007", b: "\b", e: "\u001b", f: "\f" },
  ...{ n: "\n", r: "\r", t: "\t", v: "\v" },
};

export function tokensOf(script: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;

  const next = () => script[at + 1] ?? "";
  const here = () => script[at] ?? "";

  /** Begins at the opening quote and ends after the closing one. */
  function quoted(isQuote: RegExp, expands: boolean): string {
    let value = "";
    for (at += 1; at < script.length; at += 1) {
      if (isQuote.test(here())) {
        if (!isQuote.test(next())) {
          at += 1;
          return value;
        }
        at += 1;
      } else if (expands && here() === "$" && EXPANDED.test(next())) {
        throw new Error(`A variable is expanded at ${at}.`);
      } else if (expands && here() === "`") {
        at += 1;
        value += escaped();
        continue;
      }
      value += here();
    }
    throw new Error("A string does not end.");
  }

  function escaped(): string {
    if (here() !== "u" || next() !== "{") return ESCAPES[here()] ?? here();
    const [all, digits = ""] = /^u\{([0-9A-Fa-f]{1,6})\}/.exec(script.slice(at)) ?? [];
    if (all === undefined) throw new Error(`There is no such character at ${at}.`);
    at += all.length - 1;
    return String.fromCodePoint(Number.parseInt(digits, 16));
  }

  while (at < script.length) {
    const character = here();
    if (BLANK.test(character)) at += 1;
    else if (LINE_END.test(character)) {
      tokens.push({ kind: "end" });
      at += 1;
    } else if (character === "#") {
      while (at < script.length && !/[\r\n]/.test(here())) at += 1;
    } else if (SINGLE.test(character)) tokens.push({ kind: "text", value: quoted(SINGLE, false) });
    else if (DOUBLE.test(character)) tokens.push({ kind: "text", value: quoted(DOUBLE, true) });
    else if (SIGN.test(character)) {
      tokens.push({ kind: "sign", value: character });
      at += 1;
    } else if (WORD.test(character)) {
      const start = at;
      while (WORD.test(here())) at += 1;
      tokens.push({ kind: "word", value: script.slice(start, at) });
    } else throw new Error(`${JSON.stringify(character)} at ${at} is not understood.`);
  }
  return [...tokens, { kind: "end" }];
}
