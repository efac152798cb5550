/** What a PowerShell script of assignments leaves in the environment. */
import { type Token, tokensOf } from "./tokens.ts";

const VARIABLE = /^\$env:(\w+)$/i;
const CHARACTER = /^\[char\](0x[0-9a-f]+|\d+)$/i;

/** @throws for anything but assignments to `$env:…`, removals of such variables and comments */
export function readVariables(script: string): Readonly<Record<string, string>> {
  const variables = new Map<string, string>();
  for (const statement of statementsOf(script)) {
    const [first, ...rest] = statement;
    if (first?.kind !== "word") throw new Error("A statement does not begin with a word.");
    const [, name] = VARIABLE.exec(first.value) ?? [];
    if (name !== undefined) variables.set(name, assigned(rest));
    else for (const removed of removedBy(first.value, rest)) variables.delete(removed);
  }
  return Object.fromEntries(variables);
}

function statementsOf(script: string): Token[][] {
  const statements: Token[][] = [[]];
  let depth = 0;
  for (const token of tokensOf(script)) {
    if (token.kind === "sign") depth += { "(": 1, ")": -1 }[token.value] ?? 0;
    // Within parentheses a line may be broken.
    if (token.kind !== "end") statements.at(-1)?.push(token);
    else if (depth === 0) statements.push([]);
  }
  return statements.filter(({ length }) => length > 0);
}

function assigned([sign, ...expression]: readonly Token[]): string {
  if (!isSign(sign, "=")) throw new Error("“=” is missing.");
  const [first, ...rest] = expression;
  if (first?.kind === "word" && first.value.toLowerCase() === "-join") return listOf(rest).join("");
  return separated(expression, "+").join("");
}

function listOf(tokens: readonly Token[]): string[] {
  if (!isSign(tokens[0], "(") || !isSign(tokens.at(-1), ")")) throw new Error("A list has no parentheses.");
  return separated(tokens.slice(1, -1), ",");
}

/** Values, with this sign between each two. */
function separated(tokens: readonly Token[], sign: string): string[] {
  if (tokens.length % 2 === 0) throw new Error("A value is missing, or a sign between two.");
  return tokens.flatMap((token, index) => {
    if (index % 2 === 0) return [characters(token)];
    if (!isSign(token, sign)) throw new Error(`“${sign}” is missing.`);
    return [];
  });
}

function characters(token: Token): string {
  if (token.kind === "text") return token.value;
  const [, code] = token.kind === "word" ? (CHARACTER.exec(token.value) ?? []) : [];
  if (code === undefined || Number(code) > 0xffff) throw new Error("A value is neither a string nor a character.");
  return String.fromCharCode(Number(code));
}

function removedBy(command: string, words: readonly Token[]): string[] {
  if (command.toLowerCase() !== "remove-item") throw new Error("A command is not known.");
  return words.flatMap((token) => {
    const [, name] = token.kind === "word" ? (/^env:(\w+)$/i.exec(token.value) ?? []) : [];
    return name === undefined ? [] : [name];
  });
}

function isSign(token: Token | undefined, value: string): boolean {
  return token?.kind === "sign" && token.value === value;
}
