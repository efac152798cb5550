/**
 * Terraform's language: quoted strings, and attributes laid out as `terraform fmt` does.
 * https://developer.hashicorp.com/terraform/language/expressions/strings
 */
import type { Role } from "../../credentials/role.ts";
import { refuse } from "../format.ts";

/** An attribute's name and its expression, as it is written. */
export type HclAttribute = readonly [name: string, expression: string];

const escapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\" };

/**
 * The opening of a template is written with its first character doubled. What cannot be seen is written as a number.
 * Terraform puts every string into Unicode's form C, also one in numbers; a value in another form would be changed.
 * https://github.com/zclconf/go-cty/blob/main/docs/types.md
 */
export function quoteHcl(value: string, role: Role): string {
  if (value.normalize("NFC") !== value) refuse("export_characters", role);
  const escaped = value
    .replace(/["\\\n\r\t]/g, (character) => escapes[character] ?? character)
    .replace(
      /[\p{Cc}\u2028\u2029\ufeff]/gu,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    )
    .replace(/[$%](?=\{)/g, "$&$&");
  return `"${escaped}"`;
}

/** Attributes on lines of their own, with the equals signs one below the other. */
export function hclAttributes(attributes: readonly HclAttribute[], indent: string): string {
  const width = Math.max(...attributes.map(([name]) => name.length));
  return attributes.map(([name, expression]) => `${indent}${name.padEnd(width)} = ${expression}\n`).join("");
}
